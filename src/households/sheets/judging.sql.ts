import { type RawBuilder, sql } from 'kysely';
import type { Db, Tx } from '../../shared/house.ts';
import { householdsHeadedBy } from './head-of-village.sql.ts';
import type { StageOf } from './staging.sql.ts';

/** What a commune's rows are held against. */
export interface JudgeScope extends StageOf {
  readonly provinceId: string;
  readonly roundId: string;
  /** Groups, causes and needs that the file has a column for; of the others it says nothing. */
  readonly marks: readonly string[];
}

/** Says what the file does not say: the value that is known. */
const told = (name: string): RawBuilder<unknown> =>
  sql`r.${sql.ref(name)} is not distinct from coalesce(s.${sql.ref(name)}, r.${sql.ref(name)})`;

const REVIEW_TOLD = sql.join(
  [
    'village_id',
    'area_type',
    'income_score',
    'children',
    'children_health',
    'children_school',
    'ethnicity',
    'note',
  ].map(told),
  sql` and `,
);

/** The review of a household already says what the file says. */
const sameReview = (marks: readonly string[]) => sql`
  ${REVIEW_TOLD} and (s.income_score is null or (${told('surveyed_on')} and ${told('surveyor_name')}))
  and r.opening = s.opening and r.opening_members = s.opening_members
  and r.listed is not distinct from s.listed and r.closing is not distinct from s.closing
  and r.reason is not distinct from s.reason
  and r.members = case when s.closing = 'gone' then 0 else coalesce(s.members, r.members) end
  and (s.deprived is null
    or (r.deprived is not null and r.deprived @> s.deprived and r.deprived <@ s.deprived))
  and (s.marks is null or (r.marks @> s.marks
    and array(select unnest(r.marks) intersect select unnest(${marks}::text[])) <@ s.marks))`;

/** The day of birth as the file leaves it: one of another year than the file says is none. */
export const BIRTH_DATE = sql`coalesce(m.birth_date, case
  when m.birth_year is null or m.birth_year = extract(year from i.birth_date) then i.birth_date end)`;

/** A person of the register says what the file says of one. */
export const samePerson = sql`
  i.full_name = m.full_name and k.relation = m.relation and k.sex = coalesce(m.sex, k.sex)
  and k.birth_year = coalesce(m.birth_year, k.birth_year)
  and i.birth_date is not distinct from ${BIRTH_DATE}
  and k.ethnicity = coalesce(m.ethnicity, k.ethnicity)
  and i.citizen_number is not distinct from coalesce(m.citizen_number, i.citizen_number)
  and k.insured is not distinct from coalesce(m.insured, k.insured)
  and k.nourished is not distinct from coalesce(m.nourished, k.nourished)
  and k.studying is not distinct from coalesce(m.studying, k.studying)`;

/** Who lists everybody has said how many they are. */
export async function countListed(db: Db, { importId, communeId }: StageOf): Promise<void> {
  await sql`
    update import_rows s set members = listed.people
    from (select household_id, count(*)::integer as people from import_members
      where import_id = ${importId} and commune_id = ${communeId} and member_no > 0
      group by 1) listed
    where s.import_id = ${importId} and s.commune_id = ${communeId} and s.members is null
      and s.closing is distinct from 'gone' and s.household_id = listed.household_id`.execute(db);
}

/**
 * Tells changed households of a commune from those that stand as the file says, in the review, at
 * the village, and in every person: a file that comes a second time changes nothing. What the
 * register has is looked up household by household (`offset 0` keeps it so): a plan by guess read the
 * whole province for each commune.
 */
export async function judgeKnown(db: Db, scope: JudgeScope): Promise<void> {
  const { importId, communeId, provinceId, roundId, marks } = scope;
  await sql`
    with known as (
      select * from import_rows
      where import_id = ${importId} and commune_id = ${communeId} and change = 'same'
    ), said as (
      select m.* from import_members m join known using (household_id)
      where m.import_id = ${importId} and m.commune_id = ${communeId}
    ), people as materialized (
      select k.*, i.full_name, i.birth_date, i.citizen_number
      from known
      cross join lateral (
        select * from household_members
        where province_id = ${provinceId} and household_id = known.household_id
          and valid_to is null offset 0
      ) k
      cross join lateral (
        select full_name, birth_date, citizen_number from member_identities
        where province_id = ${provinceId} and household_id = k.household_id
          and member_no = k.member_no offset 0
      ) i
    ), living as (
      select household_id, count(*) as people from people group by 1
    ), listed as (
      select household_id, count(*) as people, min(member_no) as first from said group by 1
    ), alike as (
      select m.household_id, count(distinct k.member_no) as people
      from said m
      join people k using (household_id)
      cross join lateral (select k.full_name, k.birth_date, k.citizen_number) i
      where ${samePerson}
      group by 1
    ), changed as (
      select s.place from known s
      left join lateral (
        select * from household_reviews
        where commune_id = s.commune_id and round_id = ${roundId}
          and household_id = s.household_id offset 0
      ) r on true
      left join lateral (
        select village_id, area_type from household_residences
        where province_id = ${provinceId} and household_id = s.household_id
          and valid_to is null offset 0
      ) stay on true
      left join listed on listed.household_id = s.household_id
      left join alike on alike.household_id = s.household_id
      left join living on living.household_id = s.household_id
      where r.household_id is null or not (${sameReview(marks)})
        or (s.closing is distinct from 'gone' and (
          stay.village_id is distinct from coalesce(s.village_id, stay.village_id)
          or stay.area_type is distinct from coalesce(s.area_type, stay.area_type)))
        or coalesce(alike.people, 0) < coalesce(listed.people, 0)
        or (listed.first > 0 and living.people <> listed.people)
    )
    update import_rows set change = 'changed'
    where import_id = ${importId} and commune_id = ${communeId}
      and place in (select place from changed)`.execute(db);
}

/** How many households of a commune the file would add, change, and leave as they are. */
export interface ChangeCounts {
  readonly fresh: number;
  readonly changed: number;
  readonly same: number;
  readonly duplicates: number;
}

/** The counts, and how many new heads are perhaps known under another code. */
export async function countChanges(
  db: Db,
  { importId, communeId, provinceId }: Pick<JudgeScope, 'importId' | 'communeId' | 'provinceId'>,
): Promise<ChangeCounts> {
  const head = {
    provinceId,
    villageId: sql`s.village_id`,
    birthYear: sql`s.birth_year`,
    named: sql`fold(full_name) = fold(s.head_name)`,
  };
  const { rows } = await sql<ChangeCounts>`
    select count(*) filter (where s.change = 'new')::integer as fresh,
           count(*) filter (where s.change = 'changed')::integer as changed,
           count(*) filter (where s.change = 'same')::integer as same,
           count(*) filter (where s.change = 'new' and (
             exists (select from member_identities i
               where i.province_id = ${provinceId} and i.citizen_number = s.citizen_number)
             or exists (${householdsHeadedBy(head)})
           ))::integer as duplicates
    from import_rows s
    where s.import_id = ${importId} and s.commune_id = ${communeId}`.execute(db);
  return rows[0] ?? { fresh: 0, changed: 0, same: 0, duplicates: 0 };
}

/**
 * How statements over a whole commune are planned. The planner knows nothing of rows that came a
 * moment ago, and by guess would look up each of thousands on its own: it shall join sets. And it
 * shall not compile: half a second for each commune was most of the time of an import.
 */
export async function planForSets(tx: Tx): Promise<void> {
  await sql`set local jit = off`.execute(tx);
  await sql`set local enable_nestloop = off`.execute(tx);
}

/** Back to looking rows up one by one, for statements that say so themselves. */
export async function planForRows(tx: Tx): Promise<void> {
  await sql`set local enable_nestloop = on`.execute(tx);
}
