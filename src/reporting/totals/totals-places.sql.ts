import { sql } from 'kysely';
import type { Day } from '../../shared/day.ts';
import type { Db, Tx } from '../../shared/house.ts';
import type { Placement } from './totals.ts';

/** Two tables for a `with`: where each report counts in the units of a day (`area_in_units_of`). */
export function placedReports(roundId: string, on: Day) {
  return sql`
    province as (
      select u.area_id from rounds o, units_on(o.expected_on) u
      where o.id = ${roundId} and u.unit_id = o.top_id
    ), placed as (
      select r.id as report_id, coalesce(w.in_area_id, r.unit_id) as place,
             coalesce(w.share, 1) as share, w.in_area_id is not null as moved,
             -- Of a report split between places one row leads, so that it counts once.
             row_number() over (partition by r.id order by w.in_area_id) = 1 as leads
      from reports r
      left join area_in_units_of(${on}::date) w
        on w.area_id = r.area_id and not exists (
          -- An agency of the province serves the whole area; it stays itself.
          select from province p where p.area_id = w.in_area_id)
      where r.round_id = ${roundId}
    )`;
}

/** Where each report of a round counts in the units of a day, with the names of that day. */
export async function loadPlacements(db: Db | Tx, roundId: string, on: Day): Promise<Placement[]> {
  const { rows } = await sql<Placement>`
    with ${placedReports(roundId, on)}, named as (
      select p.report_id as "reportId", p.place as "placeId", p.share::float8 as share, p.moved,
             case when p.moved then unit_name_on(p.place, ${on}::date) else r.unit_name end
               as "placeName"
      from placed p join reports r on r.id = p.report_id
    )
    select * from named order by "placeName" collate "vi-x-icu", "placeId"`.execute(db);
  return rows;
}
