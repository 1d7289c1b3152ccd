import type { Person } from '../../people/person.ts';
import {
  type CommunePlace,
  type HouseholdPlace,
  mayReadIdentities,
  mayRecogniseReview,
  mayReviewHousehold,
} from '../households.policy.ts';

/** Who had their hands in a request before it is decided. */
export interface RequestHands {
  readonly personId: string;
  readonly surveyedBy: string | null;
}

/** Reviewers of the commune, or of the household's own village, take in and survey. */
export function mayEnterReview(person: Person, place: HouseholdPlace): boolean {
  return mayReviewHousehold(person, place);
}

/** The chairman decides (Decision 24/2021), but nothing that they have entered or surveyed. */
export function mayDecideReview(person: Person, place: CommunePlace, hands: RequestHands): boolean {
  return mayRecogniseReview(person, place) && !hasHand(person, hands);
}

export function hasHand(person: Person, { personId, surveyedBy }: RequestHands): boolean {
  return person.id === personId || person.id === surveyedBy;
}

/** Counts of a month: the commune's own people, and the standing agency that puts them together. */
export function mayReadTotal(person: Person, place: CommunePlace, runs: boolean): boolean {
  return runs || mayReadIdentities(person, place);
}
