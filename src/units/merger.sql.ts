import { sql } from 'kysely';
import type { Day } from '../shared/day.ts';
import type { Db } from '../shared/house.ts';
import type { MergerRow } from './merger.ts';

/**
 * Which areas went into which on a day: one row for each old commune. An area that kept its
 * land and only has a new period from that day went into itself. A village that only came under
 * another commune is not told.
 */
export async function listMerger(db: Db, on: Day): Promise<MergerRow[]> {
  const { rows } = await sql<MergerRow>`
    with moves as (
      select s.from_id, s.to_id, s.source from unit_successions s
      join units u on u.id = s.from_id and u.sort = 'area'
      where s.on_day = ${on}::date and s.kind <> 'duties'
      union all
      select p.unit_id, p.unit_id, p.source from unit_periods p
      join units u on u.id = p.unit_id and u.sort = 'area'
      where p.valid_from = ${on}::date and p.level <> 'village' and exists (
        select from unit_periods before
        where before.unit_id = p.unit_id and before.valid_to = ${on}::date - 1)
    )
    select m.from_id as "oldId", was.full_name as "oldName", was.parent_id as "districtId",
           unit_name_on(was.parent_id, ${on}::date - 1) as "districtName",
           m.to_id as "newId", next.full_name as "newName", m.source
    from moves m
    join unit_periods was on was.unit_id = m.from_id
      and holds_on(was.valid_from, was.valid_to, ${on}::date - 1)
    join unit_periods next on next.unit_id = m.to_id
      and holds_on(next.valid_from, next.valid_to, ${on}::date)
    order by unit_name_on(was.parent_id, ${on}::date - 1) collate "vi-x-icu",
             was.full_name collate "vi-x-icu"`.execute(db);
  return rows;
}
