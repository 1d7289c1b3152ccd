import { sql } from 'kysely';
import type { Day } from '../shared/day.ts';
import type { Db, Tx } from '../shared/house.ts';
import type { Line } from './people.policy.ts';

/** Deeper trees do not exist; a loop in wrong data must end. */
const DEEPEST = sql.lit(20);

/**
 * For each unit its line on a day: itself and all above, nearest first. Above a village, where a
 * village head sits, stands the committee that governs its commune. A unit that is no more on that
 * day has only itself in its line.
 */
export async function linesOf(
  db: Db | Tx,
  unitIds: readonly string[],
  today: Day,
): Promise<ReadonlyMap<string, Line>> {
  const { rows } = await sql<{ start: string; line: string[] }>`
    with recursive line as (
      select wanted as start, wanted as unit_id, 1 as depth
      from unnest(${[...new Set(unitIds)]}::uuid[]) as wanted
      union
      select line.start, above.id, depth + 1
      from line cross join lateral (
        select p.parent_id as id from unit_periods p
        where p.unit_id = line.unit_id and p.parent_id is not null
          and holds_on(p.valid_from, p.valid_to, ${today})
        union all
        select p.unit_id from unit_periods p
        where p.area_id = line.unit_id and p.kind = 'ubnd'
          and holds_on(p.valid_from, p.valid_to, ${today})
      ) above
      where depth < ${DEEPEST}
    )
    select start, array_agg(unit_id order by depth) as line from line group by start`.execute(db);
  return new Map(rows.map((row) => [row.start, row.line]));
}

export interface UnitInReach {
  readonly id: string;
  readonly name: string;
}

/**
 * The given units and all below them on a day, in the order of the tree; below the committee of a
 * commune also its villages, named with their commune, for their names repeat.
 */
export async function unitsInReach(
  db: Db | Tx,
  unitIds: readonly string[],
  today: Day,
): Promise<UnitInReach[]> {
  const { rows } = await sql<UnitInReach>`
    with recursive reach as (
      select unit_id as id, full_name as name, 1 as depth
      from units_on(${today}) where unit_id = any(${[...unitIds]}::uuid[])
      union
      select below.unit_id, below.full_name, depth + 1
      from reach join unit_periods below on below.parent_id = reach.id
        and holds_on(below.valid_from, below.valid_to, ${today})
      where depth < ${DEEPEST}
    ), village as (
      select v.unit_id as id, v.full_name || ', ' || c.full_name as name, ${DEEPEST} + 1 as depth
      from reach join unit_periods o on o.unit_id = reach.id and o.kind = 'ubnd'
        and holds_on(o.valid_from, o.valid_to, ${today})
      join unit_periods c on c.unit_id = o.area_id and holds_on(c.valid_from, c.valid_to, ${today})
      join unit_periods v on v.parent_id = c.unit_id and v.level = 'village'
        and holds_on(v.valid_from, v.valid_to, ${today})
    )
    select id, name from (select * from reach union all select * from village) below
    group by id, name order by min(depth), name collate "vi-x-icu"`.execute(db);
  return rows;
}

/**
 * Where a person belongs: units of positions and duties that hold or will hold; someone who has
 * none belongs to the unit of the last position.
 */
export async function unitIdsOf(db: Db | Tx, personId: string, today: Day): Promise<string[]> {
  const { rows } = await sql<{ unit_id: string; open: boolean }>`
    select unit_id, coalesce(valid_to >= ${today}, true) as open, valid_from
    from (select unit_id, valid_from, valid_to from positions where person_id = ${personId}
          union all
          select unit_id, valid_from, valid_to from duties where person_id = ${personId}) held
    order by valid_from desc`.execute(db);
  const open = rows.filter((row) => row.open);
  return [...new Set((open.length > 0 ? open : rows.slice(0, 1)).map((row) => row.unit_id))];
}
