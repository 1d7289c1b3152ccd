import type { Db } from '../../shared/house.ts';
import { fold } from '../../shared/vietnamese.ts';
import type { HouseholdDraft } from './imported-household.ts';
import type { KnownHousehold } from './known-household.ts';
import { type KnownScope, knownByCode, knownByHead } from './known-households.sql.ts';
import { isSameHead } from './settle-refusals.ts';

/** A household of the file that is right so far, by its place in it. */
export interface Entered {
  readonly place: number;
  readonly draft: HouseholdDraft;
}

/**
 * Tells the households of the register that rows of a commune may mean: by code, in capitals or not,
 * else by village, head and year of birth. Several: the row does not tell which.
 */
export async function loadMeant(
  db: Db,
  scope: KnownScope,
  entered: readonly Entered[],
): Promise<(one: Entered) => readonly KnownHousehold[]> {
  const codes = entered.flatMap(({ draft: { code } }) => (code ? [code, code.toUpperCase()] : []));
  const nameless = entered.flatMap(({ place, draft }) => {
    const { code, villageId, headName, birth } = draft;
    if (code || !villageId || !headName || !birth) return [];
    return [{ at: place, villageId, folded: fold(headName), birthYear: birth.year }];
  });
  const coded = await knownByCode(db, scope, [...new Set(codes)]);
  const byCode = new Map(coded.map((one) => [one.code.toUpperCase(), one]));
  const byHead = Map.groupBy(await knownByHead(db, scope, nameless), ({ at }) => at);
  return ({ place, draft }) => {
    const one = draft.code ? byCode.get(draft.code.toUpperCase()) : undefined;
    return one ? [one] : (byHead.get(place) ?? []).filter((each) => isSameHead(draft, each));
  };
}
