import { type Selectable, sql } from 'kysely';
import type { Day } from '../../shared/day.ts';
import type { Db, Tx } from '../../shared/house.ts';
import type { RoundsTable } from '../../shared/tables.ts';
import type { ExpectedUnit, Round } from './round.ts';

/** In a query with `rounds o`: who is the standing agency now, whoever it was in the round. */
export const STANDING = sql<string | null>`(
  select h.unit_id from role_holders h
  where h.movement_id = o.movement_id and h.role = 'standing' and h.valid_to is null
  order by h.valid_from desc limit 1)`;

/** A row of `rounds` in our words. */
export function asRound(row: Selectable<RoundsTable>): Round {
  return {
    id: row.id,
    movementId: row.movement_id,
    formId: row.form_id,
    previousId: row.previous_id,
    name: row.name,
    kind: row.kind as Round['kind'],
    year: row.year,
    periodFrom: row.period_from,
    periodTo: row.period_to,
    expectedOn: row.expected_on,
    legalDue: row.legal_due,
    legalInclusive: row.legal_inclusive,
    legalSource: row.legal_source,
    internalDue: row.internal_due,
    locksOn: row.locks_on,
    receiverId: row.receiver_id,
    topId: row.top_id,
    closedAt: row.closed_at,
  };
}

export async function loadRound(db: Db, id: string): Promise<Round | undefined> {
  const row = await db.selectFrom('rounds').selectAll().where('id', '=', id).executeTakeFirst();
  return row && asRound(row);
}

/** All rounds of all movements, newest first. */
export async function loadRounds(db: Db): Promise<Round[]> {
  const rows = await db
    .selectFrom('rounds')
    .selectAll()
    .orderBy('year', 'desc')
    .orderBy('opened_at', 'desc')
    .execute();
  return rows.map(asRound);
}

/** The unit's longest granted extension in a round. */
export async function loadExtension(db: Db, roundId: string, unitId: string): Promise<Day | null> {
  const row = await db
    .selectFrom('extensions')
    .where('round_id', '=', roundId)
    .where('unit_id', '=', unitId)
    .select(({ fn }) => fn.max('until').as('until'))
    .executeTakeFirst();
  return row?.until ?? null;
}

/** Who is expected: holders of the roles on that day that still exist on that day. */
export function loadExpected(
  db: Db | Tx,
  movementId: string,
  roles: readonly string[],
  on: Day,
): Promise<ExpectedUnit[]> {
  return db
    .selectFrom('role_holders as h')
    .innerJoin('movement_roles as r', 'r.key', 'h.role')
    .innerJoin(
      (eb) => eb.fn<UnitOnDay>('units_on', [eb.val(on)]).as<'u'>('u'),
      (join) => join.onRef('u.unit_id', '=', 'h.unit_id'),
    )
    .where('h.movement_id', '=', movementId)
    .where('h.role', 'in', roles)
    .where((eb) => eb.fn<boolean>('holds_on', ['h.valid_from', 'h.valid_to', eb.val(on)]))
    .distinctOn('h.unit_id')
    .orderBy('h.unit_id')
    .orderBy('r.position')
    .select(['h.unit_id as unitId', 'u.full_name as unitName', 'h.role'])
    .select(['u.parent_id as parentId', 'u.area_id as areaId'])
    .execute();
}

interface UnitOnDay {
  unit_id: string;
  full_name: string;
  parent_id: string | null;
  area_id: string | null;
}

/** The one holder of a role on a day (the standing agency, the issuer). */
export async function loadHolder(
  db: Db | Tx,
  movementId: string,
  role: string,
  on: Day,
): Promise<string | undefined> {
  const row = await db
    .selectFrom('role_holders')
    .where('movement_id', '=', movementId)
    .where('role', '=', role)
    .where((eb) => eb.fn<boolean>('holds_on', ['valid_from', 'valid_to', eb.val(on)]))
    .orderBy('valid_from', 'desc')
    .select('unit_id')
    .executeTakeFirst();
  return row?.unit_id;
}
