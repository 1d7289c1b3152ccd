import type { Person } from '../../people/person.ts';
import { act } from '../../shared/act.actions.ts';
import type { House, Tx } from '../../shared/house.ts';
import { Problem } from '../../shared/problem.ts';
import { findAlike, insertAlike } from './alike.sql.ts';
import { storeVerdict } from './duplicates.sql.ts';
import type { DuplicatePair, Verdict } from './duplicates.ts';
import { findProvinceOf } from './identities.sql.ts';

/**
 * Looks for households that may be among the given ones twice and queues each pair once for a
 * person of the commune; nothing is merged. For whoever has just written households: runs in
 * their transaction, set by set. Gives how many pairs are new.
 */
export async function queueDuplicates(
  tx: Tx,
  communeId: string,
  householdIds: readonly string[],
  now: Date,
): Promise<number> {
  if (householdIds.length === 0) return 0;
  const provinceId = await findProvinceOf(tx, communeId);
  if (!provinceId) return 0;
  const pairs = await findAlike(tx, provinceId, householdIds);
  return pairs.length ? insertAlike(tx, communeId, pairs, now) : 0;
}

/**
 * What a person says of a pair in the queue, with the reason. Nothing is merged: whoever finds one
 * household written twice records that as a move. The caller has shown that the pair is in sight.
 */
export function decidePair(
  house: House,
  person: Person,
  pair: DuplicatePair,
  { verdict, reason }: { readonly verdict: Verdict; readonly reason: string },
): Promise<void> {
  return act(house, person, async (tx, at) => {
    if (!(await storeVerdict(tx, pair, { verdict, reason, at }, person)))
      throw new Problem('changedMeanwhile', { what: 'Kết luận về hai hộ này' });
    const { firstId, secondId } = pair;
    const detail = { verdict, reason, firstId, secondId };
    return [undefined, { noun: 'duplicate', subjectId: pair.id, verb: 'decide', detail }];
  });
}
