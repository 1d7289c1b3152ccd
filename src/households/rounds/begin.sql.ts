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
 * stand as not poor unless someone asks. Who left since is gone, who came since was absent:
 * villages are those of the round's day, households live where they live on the day it begins,
 * so that one which moves between is in one commune. Gives how many rows there are.
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
      coalesce(resident.village_id, last.village_id), coalesce(resident.code, last.code),
      coalesce(resident.area_type, last.area_type),
      case when resident.id is null then null
           when last.class in ('poor', 'near-poor') then 'last-list'
           when last.household_id is null and known.class is not null then 'found' end,
      coalesce(last.class, 'absent'),
      case when resident.id is null then 'gone'
           when coalesce(last.class, known.class) in ('poor', 'near-poor') then null
           else 'not-poor' end,
      case when resident.id is null then coalesce(ended.end_reason, 'moved-away')
           when last.household_id is null then
             case when known.class is null then 'formed' else 'moved-in' end end,
      coalesce(last.members, 0),
      case when resident.id is null then 0 else coalesce(last.members, resident.members) end,
      case when resident.id is null then 0 else coalesce(last.children, 0) end,
      coalesce(last.ethnicity, resident.ethnicity),
      array(select mark from unnest(last.marks) as mark where mark like 'group.%')
    from resident full join last on last.household_id = resident.id
    left join known on known.id = resident.id
    left join households ended on ended.province_id = ${provinceId} and ended.id = last.household_id
    on conflict do nothing`.execute(tx);
  return Number(numAffectedRows ?? 0);
}

/** Who lives there (`resident`), who was there last year (`last`), who was poor elsewhere (`known`). */
function yearsOf({ provinceId, unitsOn, previousId }: ReviewRound, communeId: string, on: Day) {
  return sql`
    with village as (
      select unit_id as id from unit_periods
      where parent_id = ${communeId} and level = 'village'
        and holds_on(valid_from, valid_to, ${unitsOn}::date)
    ), resident as (
      select h.id, h.code, s.village_id, s.area_type, head.ethnicity,
             (select count(*) from household_members m
              where m.province_id = h.province_id and m.household_id = h.id
                and holds_on(m.valid_from, m.valid_to, ${on}::date))::integer as members
      from village
      join household_residences s on s.province_id = ${provinceId} and s.village_id = village.id
        and holds_on(s.valid_from, s.valid_to, ${on}::date)
      join households h on h.province_id = s.province_id and h.id = s.household_id
        and (h.ended_on is null or h.ended_on > ${on}::date)
      join household_members head on head.province_id = h.province_id
        and head.household_id = h.id and head.member_no = h.head_no
    ), last as (
      select r.*, coalesce(r.closing, r.opening) as class
      from household_reviews r join village on village.id = r.village_id
      where r.round_id = ${previousId} and coalesce(r.closing, r.opening) not in ('gone', 'absent')
        and r.commune_id in (
          select area_id from area_in_units_of(${unitsOn}::date) where in_area_id = ${communeId})
    ), known as (
      select resident.id, coalesce(c.closing, c.opening) as class
      from resident join household_reviews c on c.household_id = resident.id
      where c.round_id = ${previousId} and coalesce(c.closing, c.opening) in ('poor', 'near-poor')
    )`;
}
