import { Problem } from '../../shared/problem.ts';
import { changeWords } from '../household-class.ts';
import type { CommuneReview } from '../rounds/review-round.ts';
import { type ReviewedHousehold, standingOf } from './survey.ts';

/** Surveys are written while a commune is open; what hangs or is signed stays as it is. */
export function refuseClosed({ status, communeName }: CommuneReview): void {
  if (status === 'posted') throw new Problem('surveyPosted', { commune: communeName });
  if (status === 'recognised') throw new Problem('reviewRecognised');
}

/** Only a household on the list to review has a survey, and only while it is a household here. */
export function refuseUnlisted(household: ReviewedHousehold): void {
  const { code } = household;
  const standing = standingOf(household);
  if (standing === 'unlisted') throw new Problem('householdNotListed', { code });
  if (standing === 'gone')
    throw new Problem('householdGone', { code, why: changeWords(household).toLowerCase() });
}
