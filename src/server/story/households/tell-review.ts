import { addDays, type Day } from '../../../shared/day.ts';
import type { ReviewToday } from '../story-shapes.ts';
import type { StoryReview } from './commune-reviews.ts';
import type { StoryHousehold } from './household-rows.ts';
import { hangList, holdMeeting, raiseObjection, type Telling, usualEvening } from './procedure.ts';
import type { Village } from './villages.ts';

/** Of the past years, the last one also tells its meetings and its posting. */
const MEETINGS_SINCE = 2024;

/** A past review is recognised; its decision is no paper of this house and is not made up. */
export async function tellPast(
  telling: Telling,
  review: StoryReview,
  villages: readonly Village[],
): Promise<void> {
  if (review.year >= MEETINGS_SINCE) {
    const last = await meetAll(telling, review, villages);
    await hangList(telling, review, addDays(last, 4));
  }
  await standAs(telling, review, 'recognised', 2);
}

/** All villages meet on their evenings; gives the last of them. */
async function meetAll(
  telling: Telling,
  review: StoryReview,
  villages: readonly Village[],
): Promise<Day> {
  for (const village of villages)
    await holdMeeting(telling, review, village, usualEvening(village, review.year));
  const evenings = villages.map((village) => usualEvening(village, review.year)).toSorted();
  return evenings.at(-1) ?? review.askedOn;
}

export interface TodayOfCommune {
  readonly today: ReviewToday;
  readonly households: readonly StoryHousehold[];
  readonly villages: readonly Village[];
  /** Villages whose households have all been surveyed. */
  readonly done: readonly Village[];
}

/** The review under way, as far as it is on the story's day. */
export async function tellToday(
  telling: Telling,
  review: StoryReview,
  { today, households, villages, done }: TodayOfCommune,
): Promise<void> {
  if ('surveyed' in today) {
    for (const [at, heldOn] of today.met.entries()) {
      const village = done[at];
      if (village) await holdMeeting(telling, review, village, heldOn);
    }
    return;
  }
  await meetAll(telling, review, villages);
  await hangList(telling, review, today.postedOn);
  if (today.objection) await raiseObjection(telling, review, today.objection, households);
  await standAs(telling, review, 'posted', 1);
}

async function standAs(
  { tx }: Telling,
  { communeId, roundId }: StoryReview,
  status: 'posted' | 'recognised',
  version: number,
): Promise<void> {
  await tx
    .updateTable('commune_reviews')
    .set({ status, version })
    .where('commune_id', '=', communeId)
    .where('round_id', '=', roundId)
    .execute();
}
