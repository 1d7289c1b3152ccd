import { sql } from 'kysely';
import type { Db, Tx } from '../../shared/house.ts';
import type { Closing, HouseholdClass, Listing } from '../household-class.ts';
import type { ListedClosing } from './household-filter.ts';
import { LISTED_COLUMNS } from './household-list.sql.ts';
import type { ReviewedHousehold } from './survey.ts';
import type { SurveyDraft } from './survey-draft.ts';

const REVIEWED = sql`
  ${LISTED_COLUMNS}, r.commune_id as "communeId", r.round_id as "roundId", r.version`;

/** A household in a round; where it moved within the province, the place that it moved to. */
export async function findReviewed(
  db: Db,
  roundId: string,
  householdId: string,
): Promise<ReviewedHousehold | undefined> {
  const { rows } = await sql<ReviewedHousehold>`
    select ${REVIEWED} from household_reviews r
    where r.household_id = ${householdId} and r.round_id = ${roundId}
    order by r.closing is not distinct from 'gone', r.commune_id limit 1`.execute(db);
  return rows[0];
}

/** The same by the code that people know, in one commune. */
export async function findByCode(
  db: Db,
  { communeId, roundId }: { readonly communeId: string; readonly roundId: string },
  code: string,
): Promise<ReviewedHousehold | undefined> {
  const { rows } = await sql<ReviewedHousehold>`
    select ${REVIEWED} from household_reviews r
    where r.commune_id = ${communeId} and r.round_id = ${roundId} and lower(r.code) = lower(${code})
    limit 1`.execute(db);
  return rows[0];
}

/**
 * Where a household stood in earlier years, for `isRelapse`: how those reviews closed and, for
 * the year before the first of them, how it opened.
 */
export async function earlierClosings(
  db: Db,
  { householdId, roundId }: ReviewedHousehold,
): Promise<(Closing | null)[]> {
  const { rows } = await sql<{ closing: Closing | null }>`
    select stood.closing from household_reviews r
    join review_rounds o on o.id = r.round_id
    cross join lateral (values (r.closing), (nullif(r.opening, 'absent'))) as stood (closing)
    where r.household_id = ${householdId}
      and o.year < (select year from review_rounds where id = ${roundId})`.execute(db);
  return rows.map(({ closing }) => closing);
}

/** What follows from a survey by the standard of the round. */
export interface SurveyResult {
  readonly closing: HouseholdClass;
  readonly relapsed: boolean;
}

/** Compare-and-set on the version that the person saw; false: someone was faster. */
export function storeSurvey(
  tx: Tx,
  household: ReviewedHousehold,
  version: number,
  found: SurveyDraft & SurveyResult,
): Promise<boolean> {
  return change(tx, household, version, {
    ...{ area_type: found.areaType, income_score: found.incomeScore, ethnicity: found.ethnicity },
    ...{ deprived: [...found.deprived], marks: [...found.marks], members: found.members },
    ...{ children: found.children, children_health: found.childrenHealth, note: found.note },
    ...{ children_school: found.childrenSchool, surveyed_on: found.surveyedOn },
    ...{ surveyor_name: found.surveyorName, closing: found.closing, relapsed: found.relapsed },
  });
}

/** Back to "not yet reviewed"; people and marks stay, as what is known of the household. */
export function emptySurvey(tx: Tx, household: ReviewedHousehold, version: number) {
  return change(tx, household, version, {
    ...{ income_score: null, deprived: null, surveyed_on: null, surveyor_name: null },
    ...{ closing: null, relapsed: false },
  });
}

/** On the list a household waits for its survey; off it, it counts as not poor again. */
export function setListing(tx: Tx, household: ReviewedHousehold, listed: Listing | null) {
  const closing = listed ? null : 'not-poor';
  return change(tx, household, household.version, { listed, closing });
}

async function change(
  tx: Tx,
  { communeId, roundId, householdId }: ReviewedHousehold,
  version: number,
  values: Readonly<Record<string, unknown>>,
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('household_reviews')
    .set({ ...values, version: version + 1 })
    .where('commune_id', '=', communeId)
    .where('round_id', '=', roundId)
    .where('household_id', '=', householdId)
    .where('version', '=', version)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

/** The next household to be surveyed: in the same village first, in the order of codes. */
export async function nextPending(
  db: Db,
  { communeId, roundId, villageId, code }: ReviewedHousehold,
  villageIds: readonly string[] | undefined,
): Promise<{ householdId: string; code: string } | undefined> {
  const { rows } = await sql<{ householdId: string; code: string }>`
    select r.household_id as "householdId", r.code from household_reviews r
    where r.commune_id = ${communeId} and r.round_id = ${roundId} and r.closing is null
      and r.code <> ${code} and (${villageIds === undefined} or r.village_id = any(${villageIds ?? []}::uuid[]))
    order by r.village_id <> ${villageId}, r.code < ${code}, r.code limit 1`.execute(db);
  return rows[0];
}

/** Households of a unit by class, from the totals that are kept; classes without any are absent. */
export async function countClosings(
  db: Db,
  { communeId, roundId }: { readonly communeId: string; readonly roundId: string },
  unitIds: readonly string[],
): Promise<ReadonlyMap<ListedClosing, number>> {
  const { rows } = await sql<{ closing: ListedClosing; households: number }>`
    select closing, sum(households)::integer as households from review_totals
    where commune_id = ${communeId} and round_id = ${roundId} and mark = ''
      and unit_id = any(${unitIds}::uuid[])
    group by closing`.execute(db);
  return new Map(rows.map(({ closing, households }) => [closing, households]));
}
