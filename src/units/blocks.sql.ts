import { sql } from 'kysely';
import { type Day, day } from '../shared/day.ts';
import type { Db, Tx } from '../shared/house.ts';
import type { Block, BlockWish } from './block.ts';
import type { StandingUnit } from './standing.ts';

/** The blocks of a year with their members, named as they last were in that year. */
export async function listBlocks(db: Db, year: number): Promise<Block[]> {
  const { rows } = await sql<Block>`
    select b.id, b.movement_id as "movementId", m.short_name as movement, b.year, b.name, b.source,
           b.confirmed, coalesce(held.members, '[]') as members
    from emulation_blocks b
    join movements m on m.id = b.movement_id
    left join lateral (
      select json_agg(json_build_object('unitId', named.unit_id, 'name', named.name)
                      order by named.name collate "vi-x-icu") as members
      from (select unit_id, unit_name_on(unit_id, ${lastDayOf(year)}::date) as name
            from block_members where block_id = b.id) named
    ) held on true
    where b.year = ${year}
    order by m.from_year, b.name collate "vi-x-icu"`.execute(db);
  return rows;
}

/** The years that have blocks, earliest first. */
export async function listBlockYears(db: Db): Promise<number[]> {
  const rows = await db
    .selectFrom('emulation_blocks')
    .select('year')
    .distinct()
    .orderBy('year')
    .execute();
  return rows.map((row) => row.year);
}

/** Offices that stood on any day of a year, once each under their last name in it. */
export async function listCandidates(db: Db, year: number): Promise<StandingUnit[]> {
  const { rows } = await sql<StandingUnit>`
    select * from (
      select distinct on (p.unit_id) p.unit_id, u.sort, p.level, p.kind, p.name, p.full_name,
             p.parent_id, p.area_id, p.poor_area, p.confirmed
      from unit_periods p join units u on u.id = p.unit_id and u.sort = 'office'
      where p.valid_from <= ${lastDayOf(year)}::date
        and (p.valid_to is null or p.valid_to >= ${firstDayOf(year)}::date)
      order by p.unit_id, p.valid_from desc
    ) stood
    order by full_name collate "vi-x-icu"`.execute(db);
  return rows;
}

export function listMovements(db: Db) {
  return db
    .selectFrom('movements')
    .select(['id', 'short_name', 'from_year', 'to_year'])
    .orderBy('from_year')
    .orderBy('short_name')
    .execute();
}

export async function insertBlock(
  tx: Tx,
  id: string,
  of: { readonly movementId: string; readonly year: number },
  wish: Omit<BlockWish, 'memberIds'>,
): Promise<void> {
  const { name, source, confirmed } = wish;
  const row = { id, movement_id: of.movementId, year: of.year, name, source, confirmed };
  await tx.insertInto('emulation_blocks').values(row).execute();
}

export async function updateBlock(tx: Tx, id: string, wish: BlockWish): Promise<void> {
  const { name, source, confirmed } = wish;
  await tx
    .updateTable('emulation_blocks')
    .set({ name, source, confirmed })
    .where('id', '=', id)
    .execute();
}

/** The members of a block are these and no others. */
export async function setMembers(tx: Tx, id: string, unitIds: readonly string[]): Promise<void> {
  await tx.deleteFrom('block_members').where('block_id', '=', id).execute();
  if (unitIds.length === 0) return;
  const rows = unitIds.map((unit_id) => ({ block_id: id, unit_id }));
  await tx.insertInto('block_members').values(rows).execute();
}

function firstDayOf(year: number): Day {
  return day(`${String(year).padStart(4, '0')}-01-01`);
}

function lastDayOf(year: number): Day {
  return day(`${String(year).padStart(4, '0')}-12-31`);
}
