import { sql } from 'kysely';
import { referenceStandards } from '../../../households/standard/reference-standards.ts';
import type { Tx } from '../../../shared/house.ts';
import { insertRows } from '../insert-rows.ts';
import type { Seed } from '../seed.ts';
import type { Staff } from '../staff.ts';
import { insertBig } from './big-tables.ts';
import { communeReviewRow, reviewsOf, type StoryReview } from './commune-reviews.ts';
import { registerRows, type StoryHousehold } from './household-rows.ts';
import { loadReviewRounds, REVIEW_YEARS, THIS_YEAR } from './load-review-rounds.ts';
import type { Villages } from './load-villages.ts';
import { type HouseholdMaker, householdMaker } from './make-households.ts';
import type { Telling } from './procedure.ts';
import { reviewRow } from './review-rows.ts';
import type { NewCommune } from './scope.ts';
import { tellPast, tellToday } from './tell-review.ts';
import { leaveWaiting, reviewToday } from './today.ts';
import { villageHeads } from './village-heads.ts';
import type { Village } from './villages.ts';

/** How far the loading is; heard after every commune. */
export interface Progress {
  readonly communes: number;
  readonly ofCommunes: number;
  readonly households: number;
}

/**
 * The made-up households of some communes with their reviews of 2022 to 2025, commune by commune,
 * so that the memory of one is enough. Gives how many households there are.
 */
export async function loadHouseholds(
  tx: Tx,
  { seed, staff, villages }: { seed: Seed; staff: Staff; villages: Villages },
  heard: (progress: Progress) => void,
): Promise<number> {
  await loadReviewRounds(tx, seed, staff);
  const telling = { tx, seed, staff, headOf: villageHeads(seed, staff) };
  const make = householdMaker(seed, standardOfStory(seed));
  let communes = 0;
  let households = 0;
  for (const [commune, own] of villages) {
    households += await loadCommune(telling, commune, own, make);
    communes += 1;
    heard({ communes, ofCommunes: villages.size, households });
  }
  // The first page must not wait until PostgreSQL looks at the new tables by itself.
  await sql`analyze households, household_residences, household_members, member_identities,
    household_reviews, review_totals`.execute(tx);
  return households;
}

function standardOfStory({ standards }: Seed) {
  const found = referenceStandards(standards).find((one) => one.firstYear === 2022);
  if (!found) throw new Error('standards.json: no standard since 2022');
  return found;
}

async function loadCommune(
  telling: Telling,
  commune: NewCommune,
  villages: readonly Village[],
  make: HouseholdMaker,
): Promise<number> {
  const { tx, seed, staff } = telling;
  const households = make(commune, villages);
  const today = reviewToday(seed, commune.code);
  const done = leaveWaiting(households, villages, { year: THIS_YEAR, ...today });
  await storeRegister(tx, households);
  const reviews = REVIEW_YEARS.flatMap((year) => reviewsOf(seed, commune, year));
  const begun = reviews.map((review) => communeReviewRow(review, staff));
  await insertRows(tx, 'commune_reviews', begun);
  for (const review of reviews) {
    const own = (one: Village) => review.oldCodes.includes(one.oldCode);
    const reviewed = households.filter(({ course }) => own(course.village));
    await storeReviews(telling, review, reviewed);
    if (review.year < THIS_YEAR) await tellPast(telling, review, villages.filter(own));
    else await tellToday(telling, review, { today, households, villages, done });
  }
  return households.length;
}

async function storeRegister(tx: Tx, made: readonly StoryHousehold[]): Promise<void> {
  const rows = registerRows(made);
  await insertBig(tx, 'households', rows.households);
  await insertBig(tx, 'household_residences', rows.household_residences);
  await insertBig(tx, 'household_members', rows.household_members);
  await insertBig(tx, 'member_identities', rows.member_identities);
}

async function storeReviews(
  { tx, staff, headOf }: Telling,
  review: StoryReview,
  households: readonly StoryHousehold[],
): Promise<void> {
  const { communeId, year } = review;
  const officer = staff.on(review.officeId, 'reviewHouseholds', review.askedOn);
  const surveyorOf = ({ course }: StoryHousehold) =>
    course.number % 4 === 0 ? officer.name : headOf(course.village).chair;
  const rows = households.flatMap((one) => reviewRow(one, { communeId, year, surveyorOf }) ?? []);
  await insertBig(tx, 'household_reviews', rows);
}
