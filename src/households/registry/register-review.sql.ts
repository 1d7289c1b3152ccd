import { type RawBuilder, sql } from 'kysely';
import type { Db, Tx } from '../../shared/house.ts';
import type { AreaType, Leaving } from '../household-class.ts';
import { lockCommunes } from '../rounds/rounds.sql.ts';
import type { ArrivalRow, HeldReview, HeldRow } from './register-review.ts';

/** The latest review that each of some communes has begun. */
export function findReviews(db: Db, communeIds: readonly string[]) {
  return latestReviews(db, communeIds, sql``);
}

/**
 * The same, held until the end of the transaction in the order of the communes' ids: nobody
 * begins, posts or recognises a list while the register changes.
 */
export async function lockReviews(tx: Tx, communeIds: readonly string[]) {
  await lockCommunes(tx, communeIds);
  return latestReviews(tx, communeIds, sql`for update of c`);
}

async function latestReviews(
  db: Db,
  communeIds: readonly string[],
  lock: RawBuilder<unknown>,
): Promise<Map<string, HeldReview>> {
  const { rows } = await sql<HeldReview>`
    select c.commune_id as "communeId", c.commune_name as "communeName",
           c.round_id as "roundId", r.year, c.status
    from commune_reviews c join review_rounds r on r.id = c.round_id
    where c.commune_id = any(${communeIds}::uuid[])
      and r.year = (select max(later.year) from commune_reviews begun
        join review_rounds later on later.id = begun.round_id
        where begun.commune_id = c.commune_id)
    order by c.commune_id ${lock}`.execute(db);
  return new Map(rows.map((row) => [row.communeId, row]));
}

type Key = Pick<HeldReview, 'communeId' | 'roundId'>;

/** A household in a review; `undefined` when it has no row there. */
export async function findRow(
  db: Db,
  { communeId, roundId }: Key,
  householdId: string,
): Promise<HeldRow | undefined> {
  const { rows } = await sql<HeldRow>`
    select ${ROW} from household_reviews
    where commune_id = ${communeId} and round_id = ${roundId}
      and household_id = ${householdId}`.execute(db);
  return rows[0];
}

/** Does another commune of the same round count a household? Then it counts nowhere else. */
export async function isCountedElsewhere(
  tx: Tx,
  { communeId, roundId }: Key,
  householdId: string,
): Promise<boolean> {
  const { rows } = await sql`
    select from household_reviews
    where household_id = ${householdId} and round_id = ${roundId} and commune_id <> ${communeId}
      and closing is distinct from 'gone' limit 1`.execute(tx);
  return rows.length > 0;
}

const ROW = sql`
  opening, closing, listed, members, children, children_health as "childrenHealth",
  children_school as "childrenSchool", ethnicity, marks`;

/** The latest review of a household anywhere in which it was still there. */
export async function findLastRow(db: Db, householdId: string): Promise<HeldRow | undefined> {
  const { rows } = await sql<HeldRow>`
    select ${ROW} from household_reviews v join review_rounds r on r.id = v.round_id
    where v.household_id = ${householdId} and v.closing is distinct from 'gone'
    order by r.year desc limit 1`.execute(db);
  return rows[0];
}

/** The household is no longer one here; what was found of it stays in the row. */
export async function leaveReview(
  tx: Tx,
  { communeId, roundId }: Key,
  householdId: string,
  reason: Leaving,
): Promise<void> {
  await sql`
    update household_reviews set closing = 'gone', reason = ${reason}, members = 0, children = 0,
      children_health = 0, children_school = 0, relapsed = false, version = version + 1
    where commune_id = ${communeId} and round_id = ${roundId}
      and household_id = ${householdId}`.execute(tx);
}

/** Somebody new in a review, with what is known without a survey. */
export interface NewRow extends ArrivalRow {
  readonly householdId: string;
  readonly villageId: string;
  readonly code: string;
  readonly areaType: AreaType;
  readonly members: number;
  readonly ethnicity: string;
  readonly children?: number;
  readonly childrenHealth?: number;
  readonly childrenSchool?: number;
  /** Subject groups only: causes and needs are found by the survey. */
  readonly marks?: readonly string[];
}

/**
 * Writes a household into a review within the year. One that was there, left and came back takes
 * up its own row again, with its opening, and is surveyed anew.
 */
export async function joinReview(tx: Tx, { communeId, roundId }: Key, row: NewRow): Promise<void> {
  await sql`
    insert into household_reviews as own (commune_id, round_id, household_id, village_id, code,
      area_type, listed, opening, closing, reason, opening_members, members, children,
      children_health, children_school, ethnicity, marks)
    values (${communeId}, ${roundId}, ${row.householdId}, ${row.villageId}, ${row.code},
      ${row.areaType}, ${row.listed}, 'absent', ${row.closing}, ${row.reason}, 0, ${row.members},
      ${row.children ?? 0}, ${row.childrenHealth ?? 0}, ${row.childrenSchool ?? 0},
      ${row.ethnicity}, ${row.marks ?? []}::text[])
    on conflict (commune_id, round_id, household_id) do update set
      village_id = excluded.village_id, area_type = excluded.area_type,
      listed = coalesce(own.listed, excluded.listed),
      closing = case when own.listed is null then excluded.closing end,
      reason = case when own.opening = 'absent' then excluded.reason end,
      members = excluded.members, children = excluded.children,
      children_health = excluded.children_health, children_school = excluded.children_school,
      income_score = null, deprived = null, surveyed_on = null, surveyor_name = null,
      version = own.version + 1`.execute(tx);
}

/**
 * Another village of the same commune: the totals of both follow. In another kind of area other
 * score lines hold, so a listed household waits for its survey to be looked at again.
 */
export async function moveInReview(
  tx: Tx,
  { communeId, roundId }: Key,
  householdId: string,
  to: { readonly villageId: string; readonly areaType: AreaType },
): Promise<void> {
  const again = sql`(area_type <> ${to.areaType} and listed is not null)`;
  await sql`
    update household_reviews set village_id = ${to.villageId}, area_type = ${to.areaType},
      closing = case when ${again} then null else closing end,
      relapsed = relapsed and not ${again}, version = version + 1
    where commune_id = ${communeId} and round_id = ${roundId} and household_id = ${householdId}
      and closing is distinct from 'gone'`.execute(tx);
}

/** The number of people in a household of a review that still counts it. */
export async function setReviewMembers(
  tx: Tx,
  { communeId, roundId }: Key,
  householdId: string,
  members: number,
): Promise<void> {
  await sql`
    update household_reviews set members = ${members}, version = version + 1
    where commune_id = ${communeId} and round_id = ${roundId} and household_id = ${householdId}
      and closing is distinct from 'gone' and members <> ${members}`.execute(tx);
}
