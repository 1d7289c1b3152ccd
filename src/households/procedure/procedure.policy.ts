import { carries, type Person } from '../../people/person.ts';
import {
  type CommunePlace,
  type HouseholdPlace,
  mayReadIdentities,
  mayRecogniseReview,
  mayReviewCommune,
  mayReviewHousehold,
} from '../households.policy.ts';

/** The commune's own people of the review: reviewers of it or of one of its villages, its chairman. */
export function mayFollowReview(
  person: Person,
  place: CommunePlace,
  villageIds: readonly string[],
): boolean {
  const ofVillage = villageIds.some((id) => carries(person, 'reviewHouseholds', [id]));
  return ofVillage || mayReadIdentities(person, place);
}

/** The village's own reviewer records its meeting, or the commune's (QĐ 24/2021, art. 4). */
export function mayRecordMeeting(person: Person, village: HouseholdPlace): boolean {
  return mayReviewHousehold(person, village);
}

/** The list is hung and taken down by the commune. */
export function mayKeepPosting(person: Person, place: CommunePlace): boolean {
  return mayReviewCommune(person, place);
}

/** Who objects is named: the commune's reviewers and its chairman, to whom one complains. */
export function mayAnswerObjection(person: Person, place: CommunePlace): boolean {
  return mayReviewCommune(person, place) || mayRecogniseReview(person, place);
}

/** Who may see the decision with its names before it is signed. */
export function mayPrepareRecognition(person: Person, place: CommunePlace): boolean {
  return mayReadIdentities(person, place);
}
