import type { Person } from '../../people/person.ts';
import {
  type CommunePlace,
  mayReadIdentities,
  mayReviewCommune,
  mayReviewHousehold,
} from '../households.policy.ts';

/** Which households of a commune a person works with. */
export interface Sight {
  /** The villages; `undefined`: the whole commune. */
  readonly villageIds: readonly string[] | undefined;
  /** May survey what is in sight; the chairman of the commune only reads. */
  readonly reviews: boolean;
}

/** Reviewers and the chairman see the commune, a village reviewer the village, others nothing. */
export function sightOf(
  person: Person,
  commune: CommunePlace,
  villageIds: readonly string[],
): Sight | undefined {
  if (mayReadIdentities(person, commune))
    return { villageIds: undefined, reviews: mayReviewCommune(person, commune) };
  const own = villageIds.filter((villageId) =>
    mayReviewHousehold(person, { ...commune, villageId }),
  );
  return own.length > 0 ? { villageIds: own, reviews: true } : undefined;
}
