import { type RawBuilder, sql } from 'kysely';
import type { Day } from '../shared/day.ts';
import type { Db, Tx } from '../shared/house.ts';
import type { AreaMap } from './area-map.ts';
import type { ReferenceRows } from './reference-units.ts';
import type {
  HeldRole,
  OfficeOfArea,
  Relative,
  StandingUnit,
  UnitWithPeriods,
} from './standing.ts';
import type { PeriodRow, Sort, SuccessionRow } from './unit.ts';
import type { KnownArea } from './unit-list.ts';

/** Stores a whole list in four statements; rows already there are left as they are. */
export async function insertReference(tx: Tx, rows: ReferenceRows): Promise<void> {
  const { levels, units, periods, successions } = rows;
  await tx
    .insertInto('levels')
    .values([...levels])
    .onConflict((on) => on.doNothing())
    .execute();
  await tx
    .insertInto('units')
    .values([...units])
    .onConflict((on) => on.doNothing())
    .execute();
  await tx
    .insertInto('unit_periods')
    .values([...periods])
    .onConflict((on) => on.column('id').doNothing())
    .execute();
  await tx
    .insertInto('unit_successions')
    .values([...successions])
    .onConflict((on) => on.column('id').doNothing())
    .execute();
}

/**
 * The units of a sort as they stood on a day, in the order of their names. Villages are more than
 * a thousand and listed with their commune only (`listBelow`).
 */
export function listStanding(db: Db, sort: Sort, on: Day): Promise<StandingUnit[]> {
  return standing(db, on, sql`u.sort = ${sort} and p.level <> 'village'`);
}

async function standing(db: Db, on: Day, where: RawBuilder<unknown>): Promise<StandingUnit[]> {
  const { rows } = await sql<StandingUnit>`
    select p.unit_id, u.sort, p.level, p.kind, p.name, p.full_name, p.parent_id, p.area_id,
           p.poor_area, p.confirmed
    from unit_periods p
    join units u on u.id = p.unit_id
    join levels l on l.key = p.level
    where ${where} and holds_on(p.valid_from, p.valid_to, ${on}::date)
    order by l.rank, p.name collate "vi-x-icu"`.execute(db);
  return rows;
}

/** The levels from the top down. */
export function listLevels(db: Db) {
  return db.selectFrom('levels').selectAll().orderBy('rank').execute();
}

/** A unit and its periods, earliest first; `undefined` for an id that no unit has. */
export async function findUnit(db: Db, id: string): Promise<UnitWithPeriods | undefined> {
  const unit = await db.selectFrom('units').selectAll().where('id', '=', id).executeTakeFirst();
  if (!unit) return undefined;
  const periods = await db
    .selectFrom('unit_periods as p')
    .leftJoin('levels as l', 'l.key', 'p.level')
    .selectAll('p')
    .select('l.name as level_name')
    .select(sql<string | null>`unit_name_on(p.parent_id, p.valid_from)`.as('parent_name'))
    .where('p.unit_id', '=', id)
    .orderBy('p.valid_from')
    .execute();
  return { id: unit.id, sort: unit.sort as Sort, note: unit.note, periods };
}

/**
 * Who keeps the entry of a unit on a day: the unit and all above it, for an area also the
 * people's committees that govern it, and the standing agencies and issuers of the movements.
 * Without a unit: only the last two. A duty over any of these reaches the entry.
 */
export async function keepersOf(db: Db, id: string | undefined, on: Day): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    with recursive line (id) as (
      select ${id ?? null}::uuid
      union
      select unnest(array[p.parent_id, committee.unit_id])
      from line
      join unit_periods p on p.unit_id = line.id and holds_on(p.valid_from, p.valid_to, ${on}::date)
      left join unit_periods committee on committee.area_id = p.unit_id and committee.kind = 'ubnd'
        and holds_on(committee.valid_from, committee.valid_to, ${on}::date)
    )
    select id from line where id is not null
    union
    select unit_id from role_holders
    where role in ('standing', 'issuer') and holds_on(valid_from, valid_to, ${on}::date)`.execute(
    db,
  );
  return rows.map((row) => row.id);
}

/** Areas right under an area on a day. */
export function listBelow(db: Db, id: string, on: Day): Promise<StandingUnit[]> {
  return standing(db, on, sql`u.sort = 'area' and p.parent_id = ${id}`);
}

/** Who came after a unit, named as on the first day. */
export async function listSuccessors(db: Db, id: string): Promise<Relative[]> {
  const { rows } = await sql<Relative>`
    select * from (
      select s.to_id as unit_id, unit_name_on(s.to_id, s.on_day) as full_name,
             null as parent_name, s.on_day, s.kind, s.share, s.scope, s.source, s.confirmed
      from unit_successions s where s.from_id = ${id}
    ) kin
    order by on_day, full_name collate "vi-x-icu"`.execute(db);
  return rows;
}

/** Who came before a unit, named as on the last day, with the unit that was above. */
export async function listPredecessors(db: Db, id: string): Promise<Relative[]> {
  const { rows } = await sql<Relative>`
    select * from (
      select s.from_id as unit_id, unit_name_on(s.from_id, s.on_day - 1) as full_name,
             unit_name_on(p.parent_id, s.on_day - 1) as parent_name,
             s.on_day, s.kind, s.share, s.scope, s.source, s.confirmed
      from unit_successions s
      left join unit_periods p
        on p.unit_id = s.from_id and holds_on(p.valid_from, p.valid_to, s.on_day - 1)
      where s.to_id = ${id}
    ) kin
    order by on_day, full_name collate "vi-x-icu"`.execute(db);
  return rows;
}

/** Offices that serve or served an area under their last names, the living first. */
export async function listOfficesOf(db: Db, areaId: string): Promise<OfficeOfArea[]> {
  const { rows } = await sql<OfficeOfArea>`
    select * from (
      select distinct on (p.unit_id) p.unit_id, p.full_name, p.kind, p.valid_to
      from unit_periods p where p.area_id = ${areaId}
      order by p.unit_id, p.valid_from desc
    ) offices
    order by valid_to desc nulls first, full_name collate "vi-x-icu"`.execute(db);
  return rows;
}

/** Roles in movements that a unit held or holds, earliest first. */
export function listRoles(db: Db, unitId: string): Promise<HeldRole[]> {
  return db
    .selectFrom('role_holders as h')
    .innerJoin('movement_roles as r', 'r.key', 'h.role')
    .innerJoin('movements as m', 'm.id', 'h.movement_id')
    .select(['h.id', 'r.name as role', 'm.short_name as movement'])
    .select(['h.valid_from', 'h.valid_to', 'h.source', 'h.confirmed'])
    .where('h.unit_id', '=', unitId)
    .orderBy('h.valid_from')
    .orderBy('r.position')
    .execute();
}

export async function insertUnit(
  tx: Tx,
  unit: { id: string; sort: Sort; note: string | null },
): Promise<void> {
  await tx.insertInto('units').values(unit).execute();
}

export async function insertPeriod(tx: Tx, period: PeriodRow): Promise<void> {
  await tx.insertInto('unit_periods').values(period).execute();
}

/** Ends a period on its last day. */
export async function closePeriod(tx: Tx, id: string, lastDay: Day): Promise<void> {
  await tx.updateTable('unit_periods').set({ valid_to: lastDay }).where('id', '=', id).execute();
}

export async function insertSuccession(tx: Tx, succession: SuccessionRow): Promise<void> {
  await tx.insertInto('unit_successions').values(succession).execute();
}

/** Units below a unit that are still there after a day: they would be left hanging. */
export async function countBelowAfter(db: Db, id: string, day: Day): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(distinct unit_id) as count from unit_periods
    where (parent_id = ${id} or area_id = ${id})
      and (valid_to is null or valid_to > ${day}::date)`.execute(db);
  return rows[0]?.count ?? 0;
}

/** A lock on the unit, so that two corrections come one after the other. */
export async function lockUnit(tx: Tx, id: string): Promise<void> {
  await tx.selectFrom('units').select('id').where('id', '=', id).forUpdate().execute();
}

/** Keeps the outlines of areas. */
export async function storeAreaMap(tx: Tx, map: AreaMap): Promise<void> {
  const value = JSON.stringify(map);
  await tx
    .insertInto('settings')
    .values({ key: 'area_map', value })
    .onConflict((on) => on.column('key').doUpdateSet({ value }))
    .execute();
}

/** The outlines, when they were loaded. */
export async function findAreaMap(db: Db): Promise<AreaMap | undefined> {
  const row = await db
    .selectFrom('settings')
    .select('value')
    .where('key', '=', 'area_map')
    .executeTakeFirst();
  return row?.value as AreaMap | undefined;
}

/** Every code that an area bears or bore, with its days. */
export async function listKnownAreas(db: Db): Promise<KnownArea[]> {
  const { rows } = await sql<KnownArea>`
    select p.unit_id as "unitId", p.code, p.level, p.valid_from as from, p.valid_to as to
    from unit_periods p join units u on u.id = p.unit_id and u.sort = 'area'
    where p.code is not null`.execute(db);
  return rows;
}

/** New areas with their first periods. */
export async function insertAreas(tx: Tx, periods: readonly PeriodRow[]): Promise<void> {
  const units = periods.map(({ unit_id }) => ({ id: unit_id, sort: 'area', note: null }));
  await tx.insertInto('units').values(units).execute();
  // One statement takes 65,535 values at most; five thousand periods would be more.
  for (let from = 0; from < periods.length; from += 1_000)
    await tx
      .insertInto('unit_periods')
      .values(periods.slice(from, from + 1_000))
      .execute();
}
