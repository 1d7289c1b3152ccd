import { type RawBuilder, sql } from 'kysely';
import type { Db } from '../../shared/house.ts';
import { samePerson } from './judging.sql.ts';
import type { ClassChange, PreviewedHousehold } from './previewed-household.ts';
import type { StageOf } from './staging.sql.ts';

/** Whether the file says something of a column, and it is not what the review has. */
const other = (name: string) => sql`
  s.${sql.ref(name)} is not null and s.${sql.ref(name)} is distinct from r.${sql.ref(name)}`;

const ALSO: Readonly<Record<string, RawBuilder<unknown>>> = {
  village: other('village_id'),
  areaType: other('area_type'),
  children: sql`${other('children')} or ${other('children_health')} or ${other('children_school')}`,
  ethnicity: other('ethnicity'),
  deprived: sql`s.deprived is not null and r.deprived is not null
    and cardinality(s.deprived) = cardinality(r.deprived) and not (r.deprived @> s.deprived)`,
  survey: sql`${other('surveyed_on')} or ${other('surveyor_name')}`,
  note: other('note'),
};

/** Somebody whom the file lists is not in the register, or not so. */
const OTHER_PEOPLE = sql`
  select from import_members m
  where m.import_id = s.import_id and m.commune_id = s.commune_id
    and m.household_id = s.household_id and not exists (
      select from household_members k join member_identities i on i.province_id = k.province_id
        and i.household_id = k.household_id and i.member_no = k.member_no
      where k.province_id = h.province_id and k.household_id = s.household_id
        and k.valid_to is null and ${samePerson})`;

/** Somebody of the register is in no row of a household whose people the file lists. */
const LEAVING_PEOPLE = sql`
  select from household_members k join member_identities i on i.province_id = k.province_id
    and i.household_id = k.household_id and i.member_no = k.member_no
  where k.province_id = h.province_id and k.household_id = s.household_id and k.valid_to is null
    and exists (select from import_members m where m.import_id = s.import_id
      and m.commune_id = s.commune_id and m.household_id = s.household_id and m.member_no > 0)
    and not exists (select from import_members m where m.import_id = s.import_id
      and m.commune_id = s.commune_id and m.household_id = s.household_id
      and (m.citizen_number = i.citizen_number
        or m.birth_year = k.birth_year and fold(m.full_name) = fold(i.full_name)
        or m.relation = 'head' and k.relation = 'head'))`;

const also = (marks: readonly string[]) => sql`array_remove(array[
  case when h.id is not null and exists (${OTHER_PEOPLE}) then 'people' end,
  case when h.id is not null and exists (${LEAVING_PEOPLE}) then 'leaving' end,
  case when r.household_id is not null and s.marks is not null and (not (r.marks @> s.marks)
    or not (array(select unnest(r.marks) intersect select unnest(${marks}::text[])) <@ s.marks))
    then 'marks' end,
  ${sql.join(
    Object.entries(ALSO).map(
      ([key, differs]) =>
        sql`case when r.household_id is not null and (${differs}) then ${key}::text end`,
    ),
  )}], null)`;

/** Which part of a preview is wanted. */
export interface PreviewAsk {
  readonly roundId: string;
  /** Groups, causes and needs that the file has a column for. */
  readonly marks: readonly string[];
  /** Behind this place in the file. */
  readonly after: number;
  readonly limit: number;
}

/** Households of a commune that would change, in the order of the file, behind a place of it. */
export async function listPreviewed(
  db: Db,
  { importId, communeId }: StageOf,
  { roundId, marks, after, limit }: PreviewAsk,
): Promise<PreviewedHousehold[]> {
  const { rows } = await sql<PreviewedHousehold>`
    select s.place, s.change, coalesce(r.code, s.code) as code, s.head_name as "headName",
      (select p.full_name from unit_periods p
       where p.unit_id = coalesce(s.village_id, r.village_id)
       order by p.valid_from desc limit 1) as "villageName",
      case when r.household_id is not null then jsonb_build_object('closing', r.closing,
        'members', r.members, 'incomeScore', r.income_score, 'deprived', cardinality(r.deprived))
      end as before,
      jsonb_build_object('closing', s.closing,
        'members', case when s.closing = 'gone' then 0 else coalesce(s.members, r.members, 1) end,
        'incomeScore', coalesce(s.income_score, r.income_score),
        'deprived', cardinality(coalesce(s.deprived, r.deprived))) as after,
      ${also(marks)} as also,
      case when fold(s.head_name) <> fold(head.full_name) then head.full_name end as "headBefore"
    from import_rows s
    left join household_reviews r on r.commune_id = s.commune_id and r.round_id = ${roundId}
      and r.household_id = s.household_id
    left join households h on s.change <> 'new' and h.id = s.household_id
      and h.province_id = (select province_id from review_rounds where id = ${roundId})
    left join member_identities head on head.province_id = h.province_id
      and head.household_id = h.id and head.member_no = h.head_no
    where s.import_id = ${importId} and s.commune_id = ${communeId} and s.place > ${after}
      and s.change in ('new', 'changed')
    order by s.place limit ${limit}`.execute(db);
  return rows;
}

/** Poor, near-poor and the rest of a commune today and once the import is written. */
export async function countClasses(
  db: Db,
  { importId, communeId }: StageOf,
  roundId: string,
): Promise<ClassChange[]> {
  const { rows } = await sql<ClassChange>`
    with today as (
      select household_id, closing from household_reviews
      where commune_id = ${communeId} and round_id = ${roundId}
    ), said as (
      select household_id, closing from import_rows
      where import_id = ${importId} and commune_id = ${communeId} and change in ('new', 'changed')
    ), then_on as (
      select household_id, closing from said
      union all
      select household_id, closing from today
      where household_id not in (select household_id from said)
    )
    select closing, sum(before)::integer as before, sum(after)::integer as after from (
      select closing, 1 as before, 0 as after from today
      union all select closing, 0, 1 from then_on
    ) counted group by closing`.execute(db);
  return rows;
}
