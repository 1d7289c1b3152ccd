import { carries, type Person, unitsWithDuty } from '../people/person.ts';

/** A commune under review: its people's committee and the offices above that. */
export interface CommunePlace {
  readonly communeId: string;
  readonly officeId: string;
  readonly aboveIds: readonly string[];
}

/** Where a household lives; a duty at the village reaches no other village. */
export interface HouseholdPlace extends CommunePlace {
  readonly villageId: string;
}

/** The commune's reviewers, and those whom a higher level lets review everything under it. */
export function mayReviewCommune(person: Person, place: CommunePlace): boolean {
  return carries(person, 'reviewHouseholds', [place.officeId, ...place.aboveIds]);
}

/** A reviewer of the commune, or of the household's own village (Decision 24/2021). */
export function mayReviewHousehold(person: Person, place: HouseholdPlace): boolean {
  return carries(person, 'reviewHouseholds', [place.villageId, place.officeId, ...place.aboveIds]);
}

/** The chairman of the commune recognises by decision (Decision 24/2021). */
export function mayRecogniseReview(person: Person, place: CommunePlace): boolean {
  return carries(person, 'recogniseReviews', [place.officeId]);
}

/** Who a household is: its reviewers, and the chairman who signs; each reading leaves a trace. */
export function mayReadIdentity(person: Person, place: HouseholdPlace): boolean {
  return mayReviewHousehold(person, place) || mayRecogniseReview(person, place);
}

/** Names of a whole commune at once. */
export function mayReadIdentities(person: Person, place: CommunePlace): boolean {
  return mayReviewCommune(person, place) || mayRecogniseReview(person, place);
}

/** The standing agency opens the yearly review, keeps standards, makes its figures official. */
export function mayRunReviews(person: Person, standingIds: readonly string[]): boolean {
  return standingIds.some((id) => carries(person, 'runMovement', [id]));
}

/** Why a commune's tables differ: its own people, and the standing agency that asks. */
export function mayReadExplanations(
  person: Person,
  place: CommunePlace,
  standingIds: readonly string[],
): boolean {
  return mayReadIdentities(person, place) || mayRunReviews(person, standingIds);
}

/** The villages and offices at which a person reviews; empty: none. */
export function reviewingUnits(person: Person): string[] {
  return unitsWithDuty(person, 'reviewHouseholds');
}
