import { type RawBuilder, sql } from 'kysely';
import type { Day } from '../../shared/day.ts';
import type { Db, Tx } from '../../shared/house.ts';
import type { CommuneReview, ReviewRound, Village } from './review-round.ts';

const ROUND = sql`
  r.id, r.province_id as "provinceId", r.year, r.previous_id as "previousId",
  r.standard_id as "standardId", r.units_on as "unitsOn", r.begins_on as "beginsOn",
  r.ends_on as "endsOn", r.posting_days as "postingDays", r.agreed_share as "agreedShare",
  r.source, r.confirmed, r.official_on as "officialOn", r.official_document as "officialDocument",
  r.is_story as "isStory"`;

/** All yearly reviews, the latest first. */
export async function listRounds(db: Db): Promise<ReviewRound[]> {
  const { rows } = await sql<ReviewRound>`
    select ${ROUND} from review_rounds r order by r.year desc`.execute(db);
  return rows;
}

export async function findRound(db: Db, id: string): Promise<ReviewRound | undefined> {
  const { rows } = await sql<ReviewRound>`
    select ${ROUND} from review_rounds r where r.id = ${id}`.execute(db);
  return rows[0];
}

/** The offices above the committee, nearest first, as they stood on the day of the round. */
const ABOVE = sql`
  array(with recursive line (id, depth) as (
      select p.parent_id, 1 from unit_periods p
      where p.unit_id = c.office_id and holds_on(p.valid_from, p.valid_to, r.units_on)
      union all
      select p.parent_id, depth + 1 from line
      join unit_periods p on p.unit_id = line.id and holds_on(p.valid_from, p.valid_to, r.units_on)
      where depth < 9
    ) select id from line where id is not null order by depth)`;

function communeReviews(db: Db, where: RawBuilder<unknown>) {
  return sql<CommuneReview>`
    select c.commune_id as "communeId", c.round_id as "roundId", c.commune_name as "communeName",
           c.office_id as "officeId", ${ABOVE} as "aboveIds", c.status, c.version
    from commune_reviews c join review_rounds r on r.id = c.round_id
    where ${where}
    order by c.commune_name collate "vi-x-icu"`.execute(db);
}

/** The communes that have begun the review of a round, in the order of their names. */
export async function listCommuneReviews(db: Db, roundId: string): Promise<CommuneReview[]> {
  return (await communeReviews(db, sql`c.round_id = ${roundId}`)).rows;
}

/** The review of a commune; `undefined` when it has not begun. */
export async function findCommuneReview(
  db: Db,
  roundId: string,
  communeId: string,
): Promise<CommuneReview | undefined> {
  const asked = sql`c.round_id = ${roundId} and c.commune_id = ${communeId}`;
  return (await communeReviews(db, asked)).rows[0];
}

/** The same inside a transaction that will change it: whoever comes second waits. */
export async function lockCommuneReview(
  tx: Db,
  roundId: string,
  communeId: string,
): Promise<CommuneReview | undefined> {
  await sql`
    select from commune_reviews where commune_id = ${communeId} and round_id = ${roundId}
    for update`.execute(tx);
  return findCommuneReview(tx, roundId, communeId);
}

/**
 * Holds communes, begun or not, in the order of their ids: a review that begins and a household
 * that comes or goes at the same moment wait for each other, and neither misses the other.
 */
export async function lockCommunes(tx: Tx, communeIds: readonly string[]): Promise<void> {
  await sql`
    select from units where id = any(${communeIds}::uuid[]) order by id
    for no key update`.execute(tx);
}

/** The villages of a commune on a day, in the order of their names. */
export async function listVillages(db: Db, communeId: string, on: Day): Promise<Village[]> {
  const { rows } = await sql<Village>`
    select p.unit_id as id, p.full_name as name
    from unit_periods p join units u on u.id = p.unit_id and u.sort = 'area'
    where p.parent_id = ${communeId} and p.level = 'village' and holds_on(p.valid_from, p.valid_to, ${on}::date)
    order by p.name collate "vi-x-icu", p.unit_id`.execute(db);
  return rows;
}

/** The standing agencies of movements on a day, who run the review too. */
export async function listStandingAgencies(db: Db, on: Day): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select distinct unit_id as id from role_holders
    where role = 'standing' and holds_on(valid_from, valid_to, ${on}::date)`.execute(db);
  return rows.map(({ id }) => id);
}

/** The communes in which some villages lie on a day; ids that are no villages give nothing. */
export async function communesOfVillages(
  db: Db,
  unitIds: readonly string[],
  on: Day,
): Promise<string[]> {
  if (unitIds.length === 0) return [];
  const { rows } = await sql<{ id: string }>`
    select distinct parent_id as id from unit_periods
    where unit_id in (${sql.join(unitIds)}) and level = 'village'
      and holds_on(valid_from, valid_to, ${on}::date)`.execute(db);
  return rows.map(({ id }) => id);
}
