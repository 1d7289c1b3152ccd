import { sql } from 'kysely';
import type { Day } from '../../shared/day.ts';
import type { Db, Tx } from '../../shared/house.ts';
import type { ReviewableCommune } from './desk.ts';
import type { ReviewRound } from './review-round.ts';

/** The communes of a day that have a people's committee, in the order of their names. */
export async function listReviewable(db: Db, on: Day): Promise<ReviewableCommune[]> {
  const { rows } = await sql<ReviewableCommune>`
    select p.unit_id as "communeId", p.full_name as name, office.unit_id as "officeId",
           district.unit_id as "districtId",
           array_remove(array[office.parent_id, above.parent_id], null) as "aboveIds"
    from unit_periods p
    join units u on u.id = p.unit_id and u.sort = 'area'
    join unit_periods office on office.area_id = p.unit_id and office.kind = 'ubnd'
      and holds_on(office.valid_from, office.valid_to, ${on}::date)
    left join unit_periods above on above.unit_id = office.parent_id
      and holds_on(above.valid_from, above.valid_to, ${on}::date)
    left join unit_periods district on district.unit_id = p.parent_id and district.level = 'district'
      and holds_on(district.valid_from, district.valid_to, ${on}::date)
    where p.level = 'commune' and holds_on(p.valid_from, p.valid_to, ${on}::date)
    order by p.name collate "vi-x-icu"`.execute(db);
  return rows;
}

/** The one that stands for the province on a day. */
export async function findProvince(db: Db, on: Day): Promise<string | undefined> {
  const { rows } = await sql<{ id: string }>`
    select p.unit_id as id from unit_periods p join units u on u.id = p.unit_id and u.sort = 'area'
    where p.level = 'province' and holds_on(p.valid_from, p.valid_to, ${on}::date) limit 1`.execute(
    db,
  );
  return rows[0]?.id;
}

/**
 * Writes the households of a commune into a round. Whoever was in last year's review opens with
 * last year's closing; poor and near-poor ones are listed and wait for their survey, the others
 * stand as not poor unless someone asks, or was granted a class within the year. Who left since is
 * gone, who came since was absent; one that split off from a household that is to be surveyed is
 * surveyed too. Villages are those of the round's day, households live where they live on the day
 * it begins, so that one which moves between is in one commune. Gives how many rows there are.
 */
export async function copyLastYear(
  tx: Tx,
  round: ReviewRound,
  communeId: string,
  on: Day,
): Promise<number> {
  const { provinceId } = round;
  const { numAffectedRows } = await sql`
    ${yearsOf(round, communeId, on)}
    insert into household_reviews (commune_id, round_id, household_id, village_id, code, area_type,
      listed, opening, closing, reason, opening_members, members, children, ethnicity, marks)
    select ${communeId}, ${round.id}, coalesce(resident.id, last.household_id),
      coalesce(resident.village_id, last.place_id), coalesce(resident.code, last.code),
      coalesce(resident.area_type, last.area_type),
      case when resident.id is null then null
           when last.class in ('poor', 'near-poor') then 'last-list'
           when granted.own then 'requested'
           when ${TO_REVIEW} then 'found' end,
      coalesce(last.class, 'absent'),
      case when resident.id is null then 'gone'
           when last.class in ('poor', 'near-poor') or granted.own or ${TO_REVIEW} then null
           else 'not-poor' end,
      case when resident.id is null then coalesce(ended.end_reason, 'moved-away')
           when last.household_id is null then
             case when known.own then 'moved-in'
                  when resident.split_from is not null then 'split-off' else 'formed' end end,
      coalesce(last.members, 0),
      case when resident.id is null then 0 else coalesce(last.members, resident.members) end,
      case when resident.id is null then 0 else coalesce(last.children, 0) end,
      coalesce(last.ethnicity, resident.ethnicity, '56'),
      array(select mark from unnest(last.marks) as mark where mark like 'group.%')
    from resident full join last on last.household_id = resident.id
    left join known on known.id = resident.id
    left join granted on granted.id = resident.id
    left join households ended on ended.province_id = ${provinceId} and ended.id = last.household_id
    on conflict do nothing`.execute(tx);
  return Number(numAffectedRows ?? 0);
}

/**
 * Not in last year's review here, but poor or near-poor where it was before, or granted so since, or
 * not told apart there: to be surveyed where it is now.
 */
const TO_REVIEW = sql`(last.household_id is null
  and (known.class in ('poor', 'near-poor', 'absent') or granted.id is not null))`;
/** A household splits once or twice a year; one that is its own origin is a mistake of the register. */
const MOST_SPLITS = 20;

/**
 * Who lives there (`resident`), who was there last year (`last`), from which households one that was
 * not split off, nearest first, as far as one that was (`origin`), what they were elsewhere, before
 * they left, or in that household (`known`), who became poor by a decision between the reviews, or
 * split off from one that did (`granted`). Of a village that is no more the one that took over most of it is
 * meant. Whoever counts in another commune of this round already does not count here as well.
 */
function yearsOf(
  { id: roundId, provinceId, unitsOn, previousId }: ReviewRound,
  communeId: string,
  on: Day,
) {
  return sql`
    with recursive heir as (
      select distinct on (area_id) area_id as former, in_area_id as id
      from area_in_units_of(${unitsOn}::date) order by area_id, share desc, in_area_id
    ), village as (
      select heir.former, heir.id from unit_periods p join heir on heir.id = p.unit_id
      where p.parent_id = ${communeId} and p.level = 'village'
        and holds_on(p.valid_from, p.valid_to, ${unitsOn}::date)
    ), resident as (
      select h.id, h.code, h.split_from, village.id as village_id, s.area_type, head.ethnicity,
             (select count(*) from household_members m
              where m.province_id = h.province_id and m.household_id = h.id
                and holds_on(m.valid_from, m.valid_to, ${on}::date))::integer as members
      from village
      join household_residences s on s.province_id = ${provinceId} and s.village_id = village.former
        and holds_on(s.valid_from, s.valid_to, ${on}::date)
      join households h on h.province_id = s.province_id and h.id = s.household_id
        and (h.ended_on is null or h.ended_on > ${on}::date)
      left join household_members head on head.province_id = h.province_id
        and head.household_id = h.id and head.member_no = h.head_no
      where not exists (select from household_reviews counted
        where counted.household_id = h.id and counted.round_id = ${roundId}
          and counted.closing is distinct from 'gone')
    ), last as (
      select r.*, village.id as place_id, coalesce(r.closing, r.opening) as class
      from household_reviews r join village on village.former = r.village_id
      where r.round_id = ${previousId} and coalesce(r.closing, r.opening) not in ('gone', 'absent')
        and r.commune_id in (
          select area_id from area_in_units_of(${unitsOn}::date) where in_area_id = ${communeId})
    ), origin as (
      select resident.id, resident.id as from_id, resident.split_from, 0 as splits from resident
      union all
      select origin.id, h.id, h.split_from, origin.splits + 1 from origin
      join households h on h.province_id = ${provinceId} and h.id = origin.split_from
      where origin.splits < ${MOST_SPLITS} and not exists (select from household_reviews c
        where c.household_id = origin.from_id and c.round_id = ${previousId})
    ), known as (
      select distinct on (origin.id) origin.id, origin.splits = 0 as own,
        case when c.closing = 'gone' then c.opening else coalesce(c.closing, c.opening) end as class
      from origin
      join household_reviews c on c.household_id = origin.from_id
      where c.round_id = ${previousId}
      order by origin.id, origin.splits, c.closing is not distinct from 'gone', c.opening = 'absent'
    ), granted as (
      select origin.id, bool_or(origin.splits = 0) as own from origin
      join class_requests q on q.household_id = origin.from_id
      join review_rounds before on before.id = ${previousId}
      where q.granted and q.result in ('poor', 'near-poor') and q.decided_on >= before.begins_on
      group by origin.id
    )`;
}
