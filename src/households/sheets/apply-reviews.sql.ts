import { sql } from 'kysely';
import type { Tx } from '../../shared/house.ts';
import type { ApplyScope } from './apply-new.sql.ts';
import { householdsHeadedBy } from './head-of-village.sql.ts';
import type { StageOf } from './staging.sql.ts';

/**
 * How many rows can be written as they were read. Not those whose review or register somebody has
 * changed since, which another commune counts (`isCountedElsewhere` says the same of one), or whose
 * new household somebody has written meanwhile; rows that a crash of the database took are missing.
 */
export async function countFit(tx: Tx, scope: ApplyScope): Promise<number> {
  const { importId, communeId, roundId } = scope;
  const { rows } = await sql<{ fit: number }>`
    select count(*)::integer as fit from import_rows s
    left join household_reviews r on r.commune_id = s.commune_id and r.round_id = ${roundId}
      and r.household_id = s.household_id
    where s.import_id = ${importId} and s.commune_id = ${communeId}
      and s.change in ('new', 'changed') and r.version is not distinct from s.seen
      and not exists (${countedElsewhere(scope)}) and not exists (${changedSince(scope)})
      and not (${writtenMeanwhile(scope)})`.execute(tx);
  return rows[0]?.fit ?? 0;
}

const countedElsewhere = ({ roundId }: ApplyScope) => sql`
  select from household_reviews e
  where s.change = 'changed' and s.closing is distinct from 'gone'
    and (r.household_id is null or r.closing = 'gone') and e.household_id = s.household_id
    and e.round_id = ${roundId} and e.commune_id <> s.commune_id
    and e.closing is distinct from 'gone' offset 0`;

const changedSince = ({ importId }: ApplyScope) => sql`
  select from events v
  where s.change = 'changed' and v.subject_id = s.household_id and v.verb <> 'readIdentity'
    and v.seq > (select seen_event from household_imports where id = ${importId}) offset 0`;

/** Without a code a household is the one of its village, head and year of birth, if there is one. */
const writtenMeanwhile = ({ provinceId }: ApplyScope) => {
  const head = {
    provinceId,
    villageId: sql`s.village_id`,
    birthYear: sql`s.birth_year`,
    named: sql`lower(full_name) = lower(s.head_name)
      and coalesce(citizen_number = s.citizen_number, true)`,
  };
  return sql`s.change = 'new' and s.code is null and exists (${householdsHeadedBy(head)})`;
};

/**
 * The reviews of new and changed households: what the file says, else what stood there. A relapse
 * follows from earlier years (`isRelapse` over `earlierClosings` says the same of one household). Each row is looked up by
 * its whole key (`offset 0` keeps it so): in a first import the tables have no statistics yet, and
 * a plan by guess would read the province once per household.
 */
export async function writeReviews(tx: Tx, scope: ApplyScope): Promise<void> {
  const { importId, communeId, roundId, provinceId, year, today, personName, marks } = scope;
  await sql`
    insert into household_reviews as own (commune_id, round_id, household_id, village_id, code,
      area_type, listed, income_score, deprived, surveyed_on, surveyor_name, opening, closing,
      relapsed, reason, opening_members, members, children, children_health, children_school,
      ethnicity, marks, note)
    select s.commune_id, ${roundId}, s.household_id, coalesce(s.village_id, r.village_id, stay.village_id),
      coalesce(h.code, s.code), coalesce(s.area_type, r.area_type, stay.area_type), s.listed,
      coalesce(s.income_score, r.income_score), coalesce(s.deprived, r.deprived),
      case when s.income_score is null then r.surveyed_on
           else coalesce(s.surveyed_on, ${SAME_FINDING} then r.surveyed_on end, ${today}::date) end,
      case when s.income_score is null then r.surveyor_name
           else coalesce(s.surveyor_name, ${SAME_FINDING} then r.surveyor_name end, ${personName}) end,
      s.opening, s.closing,
      s.change <> 'new' and s.opening = 'not-poor' and s.closing in ('poor', 'near-poor')
        and exists (select from household_reviews e join review_rounds o on o.id = e.round_id
          cross join lateral (values (e.closing), (e.opening)) as stood (class)
          where e.household_id = s.household_id and o.year < ${year}
            and (stood.class = 'poor' or (s.closing = 'near-poor' and stood.class = 'near-poor'))),
      s.reason, s.opening_members,
      case when s.closing = 'gone' then 0 else coalesce(s.members, r.members, 1) end,
      case when s.closing = 'gone' then 0 else coalesce(s.children, r.children, 0) end,
      case when s.closing = 'gone' then 0 else coalesce(s.children_health, r.children_health, 0) end,
      case when s.closing = 'gone' then 0 else coalesce(s.children_school, r.children_school, 0) end,
      coalesce(s.ethnicity, r.ethnicity, head.ethnicity),
      case when s.marks is null then coalesce(r.marks, '{}')
           when coalesce(r.marks, '{}') = '{}' then s.marks
           else s.marks || array(select unnest(r.marks) except select unnest(${marks}::text[])) end,
      coalesce(s.note, r.note)
    from import_rows s
    left join lateral (
      select code, head_no from households
      where s.change <> 'new' and province_id = ${provinceId} and id = s.household_id offset 0
    ) h on true
    left join lateral (
      select * from household_reviews
      where s.change <> 'new' and commune_id = s.commune_id and round_id = ${roundId}
        and household_id = s.household_id offset 0
    ) r on true
    left join lateral (
      select village_id, area_type from household_residences
      where s.village_id is null and province_id = ${provinceId} and household_id = s.household_id
      order by valid_from desc limit 1
    ) stay on true
    left join lateral (
      select ethnicity from household_members
      where s.ethnicity is null and province_id = ${provinceId} and household_id = s.household_id
        and member_no = h.head_no offset 0
    ) head on true
    where s.import_id = ${importId} and s.commune_id = ${communeId}
      and s.change in ('new', 'changed')
    order by s.place
    on conflict (commune_id, round_id, household_id) do update set
      ${OVERWRITTEN}, version = own.version + 1`.execute(tx);
}

/** Another finding is another survey, with a day and a surveyor of its own. */
const SAME_FINDING = sql`
  case when r.income_score = s.income_score and r.deprived @> s.deprived and r.deprived <@ s.deprived`;

const OVERWRITTEN = sql`
  village_id = excluded.village_id, area_type = excluded.area_type, listed = excluded.listed,
  income_score = excluded.income_score, deprived = excluded.deprived,
  surveyed_on = excluded.surveyed_on, surveyor_name = excluded.surveyor_name,
  opening = excluded.opening, closing = excluded.closing, relapsed = excluded.relapsed,
  reason = excluded.reason, opening_members = excluded.opening_members,
  members = excluded.members, children = excluded.children,
  children_health = excluded.children_health, children_school = excluded.children_school,
  ethnicity = excluded.ethnicity, marks = excluded.marks, note = excluded.note`;

/** New and changed households of a commune, for the queue of those that may be written twice. */
export async function listWritten(tx: Tx, { importId, communeId }: StageOf): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select household_id as id from import_rows
    where import_id = ${importId} and commune_id = ${communeId}
      and change in ('new', 'changed') and closing is distinct from 'gone'`.execute(tx);
  return rows.map(({ id }) => id);
}

/** The commune is done: in the same transaction, so that it is never done twice. */
export async function markApplied(tx: Tx, { importId, communeId }: StageOf, at: Date) {
  const { numAffectedRows } = await sql`
    update import_communes set applied_at = ${at}, refusal = null
    where import_id = ${importId} and commune_id = ${communeId} and applied_at is null`.execute(tx);
  return numAffectedRows === 1n;
}
