import { type RawBuilder, sql } from 'kysely';
import type { Day } from '../../shared/day.ts';
import type { Db, Tx } from '../../shared/house.ts';
import type { Village } from '../rounds/review-round.ts';
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

/** A stay of a household in a village. */
export interface Residence {
  readonly from: Day;
  readonly to: Day | null;
  readonly villageName: string;
  readonly communeName: string;
}

/** Where a household has lived, earliest first, named as on the last day there. */
export async function listResidences(db: Db, household: Household, on: Day): Promise<Residence[]> {
  const { rows } = await sql<Residence>`
    select r.valid_from as from, r.valid_to as to,
           unit_name_on(r.village_id, coalesce(r.valid_to, ${on}::date)) as "villageName",
           coalesce((select unit_name_on(p.parent_id, coalesce(r.valid_to, ${on}::date))
             from unit_periods p where p.unit_id = r.village_id
               and p.valid_from <= coalesce(r.valid_to, ${on}::date)
             order by p.valid_from desc limit 1), '') as "communeName"
    from household_residences r
    where r.province_id = ${household.provinceId} and r.household_id = ${household.id}
    order by r.valid_from`.execute(db);
  return rows;
}

/** Names of a village, its commune and its district on a day. */
export interface PlaceNames {
  readonly villageName: string;
  readonly communeName: string;
  readonly districtName: string | null;
}

/** What a village and the units above it were called on a day; none when it was not there. */
export async function findPlaceNames(
  db: Db,
  villageId: string,
  on: Day,
): Promise<PlaceNames | undefined> {
  const { rows } = await sql<PlaceNames>`
    select village.full_name as "villageName", commune.full_name as "communeName",
           district.full_name as "districtName"
    from unit_periods village
    join unit_periods commune on commune.unit_id = village.parent_id
      and holds_on(commune.valid_from, commune.valid_to, ${on}::date)
    left join unit_periods district on district.unit_id = commune.parent_id
      and district.level = 'district'
      and holds_on(district.valid_from, district.valid_to, ${on}::date)
    where village.unit_id = ${villageId}
      and holds_on(village.valid_from, village.valid_to, ${on}::date)`.execute(db);
  return rows[0];
}

/** A village with its commune, to choose from. */
export interface VillageChoice extends Village {
  readonly communeId: string;
  readonly communeName: string;
  readonly officeId: string;
  readonly aboveIds: readonly string[];
}

/** Villages of a day under the given communes, in the order of commune and name. */
export function listVillagesOf(
  db: Db,
  communeIds: readonly string[],
  on: Day,
): Promise<VillageChoice[]> {
  return villages(db, sql`p.parent_id = any(${communeIds}::uuid[])`, on);
}

/** A village of a day; `undefined` for an id that is none. */
export async function findVillage(db: Db, id: string, on: Day): Promise<VillageChoice | undefined> {
  return (await villages(db, sql`p.unit_id = ${id}`, on))[0];
}

/** The villages in which somebody reviews: those of the units themselves and all under them. */
export function listReviewedVillages(
  db: Db,
  unitIds: readonly string[],
  on: Day,
): Promise<VillageChoice[]> {
  const below = sql`(with recursive reach (id) as (
      select unnest(${unitIds}::uuid[])
      union
      select o.unit_id from reach join unit_periods o on o.parent_id = reach.id
        and o.kind = 'ubnd' and holds_on(o.valid_from, o.valid_to, ${on}::date)
    ) select id from reach)`;
  return villages(db, sql`(p.unit_id in ${below} or office.unit_id in ${below})`, on);
}

async function villages(db: Db, where: RawBuilder<unknown>, on: Day): Promise<VillageChoice[]> {
  const { rows } = await sql<VillageChoice>`
    select p.unit_id as id, p.full_name as name, commune.unit_id as "communeId",
           commune.full_name as "communeName", office.unit_id as "officeId",
           array_remove(array[office.parent_id, above.parent_id], null) as "aboveIds"
    from unit_periods p
    join unit_periods commune on commune.unit_id = p.parent_id
      and holds_on(commune.valid_from, commune.valid_to, ${on}::date)
    join unit_periods office on office.area_id = commune.unit_id and office.kind = 'ubnd'
      and holds_on(office.valid_from, office.valid_to, ${on}::date)
    left join unit_periods above on above.unit_id = office.parent_id
      and holds_on(above.valid_from, above.valid_to, ${on}::date)
    where p.level = 'village' and holds_on(p.valid_from, p.valid_to, ${on}::date) and ${where}
    order by commune.name collate "vi-x-icu", p.name collate "vi-x-icu", p.unit_id`.execute(db);
  return rows;
}
