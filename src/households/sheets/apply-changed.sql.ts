import { sql } from 'kysely';
import { addDays } from '../../shared/day.ts';
import type { Tx } from '../../shared/house.ts';
import type { ApplyScope } from './apply-new.sql.ts';
import { BIRTH_DATE } from './judging.sql.ts';

/** Persons of the file and the same persons of the register, for this transaction only. */
const MATCHES = sql`import_matches`;

/** Changed households: who lives there, where, and which are no more. */
export async function writeChangedHouseholds(tx: Tx, scope: ApplyScope): Promise<void> {
  await matchMembers(tx, scope);
  await rewriteMembers(tx, scope);
  await addMembers(tx, scope);
  await endMembers(tx, scope);
  await moveHeads(tx, scope);
  await demoteHeads(tx, scope);
  await moveHouseholds(tx, scope);
  await endHouseholds(tx, scope);
}

const changed = ({ importId, communeId }: ApplyScope) => sql`
  (select * from import_rows where import_id = ${importId} and commune_id = ${communeId}
     and change = 'changed')`;

/** What the file says of their people; a household that left has none any more. */
const said = (scope: ApplyScope) => sql`
  (select m.*, fold(m.full_name) as folded from import_members m
   join ${changed(scope)} s using (household_id)
   where m.import_id = ${scope.importId} and m.commune_id = ${scope.communeId}
     and s.closing is distinct from 'gone')`;

const living = (scope: ApplyScope) => sql`
  (select k.*, i.full_name, fold(i.full_name) as folded, i.birth_date, i.citizen_number
   from household_members k
   join member_identities i on i.province_id = k.province_id and i.household_id = k.household_id
     and i.member_no = k.member_no
   where k.province_id = ${scope.provinceId} and k.valid_to is null
     and k.household_id = any(array(select household_id from ${changed(scope)} c)))`;

/** By which signs a person of the file is one of the register; each is taken once. */
const SIGNS: readonly { readonly sign: string; readonly holds: string }[] = [
  {
    sign: 'citizen_number',
    holds: 'm.citizen_number is not null and (m.folded = k.folded or m.birth_year = k.birth_year)',
  },
  { sign: 'folded, birth_year', holds: 'coalesce(m.citizen_number = k.citizen_number, true)' },
  {
    sign: "relation = 'head'",
    holds: `m.relation = 'head'
      and (m.folded = k.folded or coalesce(m.citizen_number = k.citizen_number, true))`,
  },
];

/**
 * Tells who of the file is who of the register: by the citizen number where name or year agree, by
 * name and year, as the head. Two numbers that differ are two people.
 */
async function matchMembers(tx: Tx, scope: ApplyScope): Promise<void> {
  await sql`create temporary table ${MATCHES} (household_id uuid not null, said_no integer not null,
    known_no integer not null, is_new boolean not null,
    primary key (household_id, said_no)) on commit drop`.execute(tx);
  for (const { sign, holds } of SIGNS) await matchBy(tx, scope, sign, holds);
}

async function matchBy(tx: Tx, scope: ApplyScope, key: string, holds: string): Promise<void> {
  const asked = sql.raw(key);
  await sql`
    with left_over as (
      select m.*, row (${asked})::text as sign,
             row_number() over (partition by m.household_id, ${asked} order by m.member_no) as turn
      from ${said(scope)} m
      where not exists (select from ${MATCHES} d
        where d.household_id = m.household_id and d.said_no = m.member_no)
    ), free as (
      select k.*, row (${asked})::text as sign,
             row_number() over (partition by k.household_id, ${asked} order by k.member_no) as turn
      from ${living(scope)} k
      where not exists (select from ${MATCHES} d
        where d.household_id = k.household_id and d.known_no = k.member_no)
    )
    insert into ${MATCHES} (household_id, said_no, known_no, is_new)
    select m.household_id, m.member_no, k.member_no, false
    from left_over m join free k using (household_id, sign, turn)
    where ${sql.raw(holds)}`.execute(tx);
}

async function rewriteMembers(tx: Tx, scope: ApplyScope): Promise<void> {
  await sql`
    update household_members k set relation = m.relation, sex = coalesce(m.sex, k.sex),
      birth_year = coalesce(m.birth_year, k.birth_year),
      ethnicity = coalesce(m.ethnicity, k.ethnicity), insured = coalesce(m.insured, k.insured),
      nourished = coalesce(m.nourished, k.nourished), studying = coalesce(m.studying, k.studying)
    from ${MATCHES} d join ${said(scope)} m
      on m.household_id = d.household_id and m.member_no = d.said_no
    where k.province_id = ${scope.provinceId} and k.household_id = d.household_id
      and k.member_no = d.known_no`.execute(tx);
  await sql`
    update member_identities i set full_name = m.full_name,
      birth_date = ${BIRTH_DATE},
      citizen_number = coalesce(m.citizen_number, i.citizen_number)
    from ${MATCHES} d join ${said(scope)} m
      on m.household_id = d.household_id and m.member_no = d.said_no
    where i.province_id = ${scope.provinceId} and i.household_id = d.household_id
      and i.member_no = d.known_no`.execute(tx);
}

/** People whom the register did not know, numbered behind all that ever were in the household. */
async function addMembers(tx: Tx, scope: ApplyScope): Promise<void> {
  const { provinceId, today } = scope;
  await sql`
    insert into ${MATCHES} (household_id, said_no, known_no, is_new)
    select m.household_id, m.member_no, last.no + row_number() over (
             partition by m.household_id order by m.member_no), true
    from ${said(scope)} m
    cross join lateral (select max(k.member_no) as no from household_members k
      where k.province_id = ${provinceId} and k.household_id = m.household_id) last
    where not exists (select from ${MATCHES} d
      where d.household_id = m.household_id and d.said_no = m.member_no)`.execute(tx);
  await sql`
    insert into household_members (province_id, household_id, member_no, relation, sex, birth_year,
      ethnicity, insured, nourished, studying, valid_from)
    select ${provinceId}, m.household_id, d.known_no, m.relation, m.sex, m.birth_year,
           coalesce(m.ethnicity, s.ethnicity, head.ethnicity), m.insured, m.nourished, m.studying,
           ${today}::date
    from ${MATCHES} d
    join ${said(scope)} m on m.household_id = d.household_id and m.member_no = d.said_no
    join ${changed(scope)} s on s.household_id = m.household_id
    join households h on h.province_id = ${provinceId} and h.id = m.household_id
    join household_members head on head.province_id = h.province_id
      and head.household_id = h.id and head.member_no = h.head_no
    where d.is_new`.execute(tx);
  await sql`
    insert into member_identities (province_id, household_id, member_no, full_name, birth_date,
      citizen_number)
    select ${provinceId}, m.household_id, d.known_no, m.full_name, m.birth_date, m.citizen_number
    from ${MATCHES} d
    join ${said(scope)} m on m.household_id = d.household_id and m.member_no = d.said_no
    where d.is_new`.execute(tx);
}

/** Where the file lists everybody, whoever is not in it has left. */
async function endMembers(tx: Tx, scope: ApplyScope): Promise<void> {
  const lastDay = addDays(scope.today, -1);
  await sql`
    update household_members k set valid_to = greatest(k.valid_from, ${lastDay}::date)
    where k.province_id = ${scope.provinceId} and k.valid_to is null
      and k.household_id in (select household_id from ${said(scope)} m where m.member_no > 0)
      and not exists (select from ${MATCHES} d
        where d.household_id = k.household_id and d.known_no = k.member_no)`.execute(tx);
}

async function moveHeads(tx: Tx, scope: ApplyScope): Promise<void> {
  await sql`
    update households h set head_no = d.known_no
    from ${MATCHES} d
    join ${said(scope)} m on m.household_id = d.household_id and m.member_no = d.said_no
    where m.relation = 'head' and h.province_id = ${scope.provinceId} and h.id = d.household_id
      and h.head_no <> d.known_no`.execute(tx);
}

/** Somebody was the head until now: the file says who is, and nothing of what the other became. */
async function demoteHeads(tx: Tx, scope: ApplyScope): Promise<void> {
  await sql`
    update household_members k set relation = 'other'
    from ${changed(scope)} s
    join households h on h.province_id = ${scope.provinceId} and h.id = s.household_id
    where k.province_id = h.province_id and k.household_id = h.id and k.relation = 'head'
      and k.member_no <> h.head_no and k.valid_to is null`.execute(tx);
}

/** Another village of the commune: the old stay ends, one that began today is set right. */
async function moveHouseholds(tx: Tx, scope: ApplyScope): Promise<void> {
  const { provinceId, today } = scope;
  const moved = sql`
    select s.household_id, stay.valid_from, coalesce(s.village_id, stay.village_id) as village_id,
           coalesce(s.area_type, stay.area_type) as area_type
    from ${changed(scope)} s
    join household_residences stay on stay.province_id = ${provinceId}
      and stay.household_id = s.household_id and stay.valid_to is null
    where s.closing is distinct from 'gone' and (
      stay.village_id <> coalesce(s.village_id, stay.village_id)
      or stay.area_type <> coalesce(s.area_type, stay.area_type))`;
  await sql`
    with moved as (${moved}), ended as (
      update household_residences r set valid_to = ${addDays(today, -1)}::date
      from moved where r.province_id = ${provinceId} and r.household_id = moved.household_id
        and r.valid_from = moved.valid_from and moved.valid_from < ${today}::date
    ), mended as (
      update household_residences r set village_id = moved.village_id, area_type = moved.area_type
      from moved where r.province_id = ${provinceId} and r.household_id = moved.household_id
        and r.valid_from = moved.valid_from and moved.valid_from >= ${today}::date
    )
    insert into household_residences (province_id, household_id, valid_from, village_id, area_type)
    select ${provinceId}, household_id, ${today}::date, village_id, area_type
    from moved where valid_from < ${today}::date`.execute(tx);
}

/**
 * The household is no more from today on, and nobody lives in it. One that the review has as gone
 * already may live in another commune by now: it is left alone.
 */
async function endHouseholds(tx: Tx, scope: ApplyScope): Promise<void> {
  const { provinceId, roundId, today } = scope;
  const lastDay = addDays(today, -1);
  const gone = sql`(select household_id from ${changed(scope)} s where s.closing = 'gone'
    and not exists (select from household_reviews r where r.commune_id = s.commune_id
      and r.round_id = ${roundId} and r.household_id = s.household_id and r.closing = 'gone'))`;
  await sql`update household_residences set valid_to = greatest(valid_from, ${lastDay}::date)
    where province_id = ${provinceId} and valid_to is null and household_id in ${gone}`.execute(tx);
  await sql`update household_members set valid_to = greatest(valid_from, ${lastDay}::date)
    where province_id = ${provinceId} and valid_to is null and household_id in ${gone}`.execute(tx);
  await sql`update households h set ended_on = ${today}::date, end_reason = s.reason
    from ${changed(scope)} s where h.province_id = ${provinceId} and h.id = s.household_id
      and h.id in ${gone} and h.ended_on is null`.execute(tx);
}
