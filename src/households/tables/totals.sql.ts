import { sql } from 'kysely';
import type { Db } from '../../shared/house.ts';
import type { PlacedRows } from './asked-commune.ts';
import type { ChangeCell, Count } from './change-tables.ts';
import type { MarkCounts, Stand, UnitCells } from './unit-cells.ts';

interface CellRow extends ChangeCell {
  readonly placeId: string;
  readonly mark: string;
}

/**
 * What the standard tables count at each place, from the totals that triggers keep: the moves of
 * the year, and those marks that are asked for (`deprived.…`, `cause.…`, `ethnic.…`). A place
 * without any household is left out. No row of a household is read.
 */
export async function loadCells(
  db: Db,
  roundId: string,
  placed: readonly PlacedRows[],
  marks: readonly string[] = [],
): Promise<Map<string, UnitCells>> {
  const { rows } = await sql<CellRow>`
    select s.place_id as "placeId", t.mark, t.opening, t.closing, t.relapsed,
           sum(t.households * s.share) as households,
           sum(t.opening_members * s.share) as "openingMembers",
           sum(t.members * s.share) as members, sum(t.grew * s.share) as grew
    from unnest(${placed.map((one) => one.communeId)}::uuid[],
      ${placed.map((one) => one.unitId)}::uuid[], ${placed.map((one) => one.placeId)}::uuid[],
      ${placed.map((one) => one.share)}::float8[]) as s (commune_id, unit_id, place_id, share)
    join review_totals t on t.commune_id = s.commune_id and t.round_id = ${roundId}
      and t.unit_id = s.unit_id and t.mark = any(${['', ...marks]}::text[])
    group by s.place_id, t.mark, t.opening, t.closing, t.relapsed
    having sum(t.households) <> 0`.execute(db);
  const places = Map.groupBy(rows, ({ placeId }) => placeId);
  return new Map([...places].map(([id, cells]) => [id, cellsOf(cells)]));
}

function cellsOf(rows: readonly CellRow[]): UnitCells {
  const marks = new Map<string, MarkCounts>();
  for (const { mark, closing, households, members } of rows.filter((one) => one.mark !== ''))
    marks.set(mark, { ...marks.get(mark), ...standing(closing, { households, members }) });
  return { changes: rows.filter(({ mark }) => mark === ''), marks };
}

function standing(stand: Stand, count: Count): MarkCounts {
  return { [stand]: count };
}
