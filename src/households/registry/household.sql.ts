import { type RawBuilder, sql } from 'kysely';
import type { Day } from '../../shared/day.ts';
import type { Db, Tx } from '../../shared/house.ts';
import type { Household, Member, ReviewYear } from './household.ts';

type HouseholdRow = Omit<Household, 'place'> & {
  readonly communeId: string;
  readonly officeId: string;
  readonly aboveIds: readonly string[];
};

/**
 * The province of a household is not in its address: those that ever were are few, and with one
 * of them the key is whole.
 */
const PROVINCES = sql`(select distinct unit_id from unit_periods where level = 'province')`;

/**
 * Households with the village of their latest residence, and the commune in which that village
 * lies on a day; a commune that is no more is followed to the one that took it over.
 */
async function select(db: Db, where: RawBuilder<unknown>, on: Day): Promise<Household[]> {
  const { rows } = await sql<HouseholdRow>`
    select h.province_id as "provinceId", h.id, h.code, h.head_no as "headNo",
           h.formed_on as "formedOn", h.ended_on as "endedOn", h.end_reason as "endReason",
           h.made_up as "madeUp", r.village_id as "villageId", r.area_type as "areaType",
           r.valid_from as since, unit_name_on(r.village_id, ${on}::date) as "villageName",
           unit_name_on(commune.id, ${on}::date) as "communeName",
           commune.id as "communeId", office.unit_id as "officeId",
           array(with recursive line (id, depth) as (
               select office.parent_id, 1
               union all
               select p.parent_id, depth + 1 from line join unit_periods p on p.unit_id = line.id
                 and holds_on(p.valid_from, p.valid_to, ${on}::date)
               where depth < 9
             ) select id from line where id is not null order by depth) as "aboveIds"
    from households h
    join lateral (
      select * from household_residences r
      where r.province_id = h.province_id and r.household_id = h.id
      order by r.valid_from desc limit 1
    ) r on true
    join lateral (
      select p.parent_id as id from unit_periods p
      where p.unit_id = r.village_id and p.valid_from <= ${on}::date
      order by p.valid_from desc limit 1
    ) seat on true
    cross join lateral (
      select case when exists (select from unit_periods p where p.unit_id = seat.id
          and holds_on(p.valid_from, p.valid_to, ${on}::date)) then seat.id
        else (select a.in_area_id from area_in_units_of(${on}::date) a
              where a.area_id = seat.id order by a.share desc limit 1) end as id
    ) commune
    join unit_periods office on office.area_id = commune.id and office.kind = 'ubnd'
      and holds_on(office.valid_from, office.valid_to, ${on}::date)
    where ${where}
    order by h.id`.execute(db);
  return rows.map(asHousehold);
}

function asHousehold({ communeId, officeId, aboveIds, ...row }: HouseholdRow): Household {
  return { ...row, place: { communeId, officeId, aboveIds, villageId: row.villageId } };
}

/** A household by id, with its place on a day; `undefined` when there is none. */
export async function findHousehold(db: Db, id: string, on: Day): Promise<Household | undefined> {
  return (await listHouseholds(db, [id], on))[0];
}

/** Some households with their places on a day, in the order of their ids. */
export function listHouseholds(db: Db, ids: readonly string[], on: Day): Promise<Household[]> {
  return select(db, sql`h.province_id in ${PROVINCES} and h.id = any(${ids}::uuid[])`, on);
}

/** The household that bears a code in a province. */
export async function findByCode(
  db: Db,
  provinceId: string,
  code: string,
  on: Day,
): Promise<Household | undefined> {
  const where = sql`h.province_id = ${provinceId} and h.code = ${code}`;
  return (await select(db, where, on))[0];
}

/** Holds households until the end of the transaction, always in the order of their ids. */
export async function lockHouseholds(tx: Tx, ids: readonly string[]): Promise<void> {
  await sql`
    select from households where province_id in ${PROVINCES} and id = any(${ids}::uuid[])
    order by id for update`.execute(tx);
}

/** All who are or were in a household, in the order in which they were written. */
export async function listMembers(db: Db, household: Household): Promise<Member[]> {
  const { rows } = await sql<Member>`
    select member_no as no, relation, sex, birth_year as "birthYear", ethnicity, insured,
           nourished, studying, valid_from as from, valid_to as to
    from household_members
    where province_id = ${household.provinceId} and household_id = ${household.id}
    order by member_no`.execute(db);
  return rows;
}

/** The years of a household, earliest first; in a year in which it moved, where it left first. */
export async function listYears(db: Db, householdId: string): Promise<ReviewYear[]> {
  const { rows } = await sql<ReviewYear>`
    select r.id as "roundId", r.year, r.standard_id as "standardId", v.commune_id as "communeId",
           c.commune_name as "communeName", unit_name_on(v.village_id, r.units_on) as "villageName",
           c.office_id as "officeId", c.status, v.area_type as "areaType", v.opening, v.closing,
           v.relapsed, v.reason, v.listed, v.income_score as "incomeScore", v.deprived,
           v.surveyed_on as "surveyedOn", v.members
    from household_reviews v
    join review_rounds r on r.id = v.round_id
    join commune_reviews c on c.commune_id = v.commune_id and c.round_id = v.round_id
    where v.household_id = ${householdId}
    order by r.year, (v.closing = 'gone') desc nulls last, c.commune_name`.execute(db);
  return rows;
}
