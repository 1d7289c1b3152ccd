import type { Person } from '../../people/person.ts';
import type { Day } from '../../shared/day.ts';
import type { Db } from '../../shared/house.ts';
import {
  type HouseholdPlace,
  mayReadIdentities,
  mayReviewCommune,
  reviewingUnits,
} from '../households.policy.ts';
import { listReviewable } from '../rounds/begin.sql.ts';
import type { ReviewableCommune } from '../rounds/desk.ts';
import { communesOfVillages } from '../rounds/rounds.sql.ts';

/** The communes whose requests a person follows. */
export interface RequestSight {
  readonly communes: readonly ReviewableCommune[];
  /** Those seen whole; of the others only the person's own villages. */
  readonly wholeIds: readonly string[];
  readonly villageIds: readonly string[];
  /** May take in requests somewhere. */
  readonly enters: boolean;
}

/** What a person sees of requests on a day; no communes: nothing. */
export async function loadSight(db: Db, person: Person, today: Day): Promise<RequestSight> {
  const all = await listReviewable(db, today);
  const whole = all.filter((commune) => mayReadIdentities(person, commune));
  const villageIds = reviewingUnits(person);
  const near = await communesOfVillages(db, villageIds, today);
  const communes = all.filter((one) => whole.includes(one) || near.includes(one.communeId));
  return {
    ...{ communes, villageIds, wholeIds: whole.map(({ communeId }) => communeId) },
    enters: near.length > 0 || whole.some((commune) => mayReviewCommune(person, commune)),
  };
}

/** Where a request's household lives, with the offices above. */
export function placeIn(
  { communes }: RequestSight,
  request: { readonly communeId: string; readonly villageId: string },
): HouseholdPlace | undefined {
  const commune = communes.find(({ communeId }) => communeId === request.communeId);
  return commune && { ...commune, villageId: request.villageId };
}
