import { sql } from 'kysely';
import type { Day } from '../shared/day.ts';
import type { Db, Tx } from '../shared/house.ts';
import type { Movement } from './movement.ts';

/** All movements, the newest years first, with their standing agency on a day and their plans. */
export async function loadMovements(db: Db | Tx, today: Day): Promise<Movement[]> {
  const { rows } = await sql<Movement>`
    select m.id, m.name, m.short_name as "shortName", m.from_year as "fromYear",
           m.to_year as "toYear", ${standingIds(today)} as "standingIds",
           (select coalesce(json_agg(json_build_object(
                     'id', p.id, 'kind', p.kind, 'title', p.title, 'number', p.number,
                     'symbol', p.symbol, 'issuedYear', p.issued_year, 'isDraft', p.is_draft,
                     'openNotices', (select count(*) from plan_notices n
                                     where n.plan_id = p.id and n.settled_at is null))
                   order by p.imported_at desc), '[]')
            from plans p where p.movement_id = m.id) as plans
    from movements m
    order by m.from_year desc, m.to_year, m.name collate "vi-x-icu"`.execute(db);
  return rows;
}

/** The units that are standing agency of a movement on a day; none when there is no such movement. */
export async function loadStandingIds(
  db: Db | Tx,
  movementId: string,
  today: Day,
): Promise<string[]> {
  const { rows } = await sql<{ ids: string[] }>`
    select ${standingIds(today)} as ids from movements m where m.id = ${movementId}`.execute(db);
  return rows[0]?.ids ?? [];
}

function standingIds(today: Day) {
  return sql<string[]>`array(select h.unit_id from role_holders h
    where h.movement_id = m.id and h.role = 'standing'
      and holds_on(h.valid_from, h.valid_to, ${today}))`;
}

/** Who holds which role in a movement on a day, for another movement to take over. */
export function loadHolders(db: Db | Tx, movementId: string, today: Day) {
  return db
    .selectFrom('role_holders')
    .where('movement_id', '=', movementId)
    .where((eb) => eb.fn<boolean>('holds_on', ['valid_from', 'valid_to', eb.val(today)]))
    .select(['role', 'unit_id', 'source', 'confirmed'])
    .execute();
}

/** The role of the standing agency must exist before anyone can hold it. */
export async function ensureStandingRole(tx: Tx): Promise<void> {
  await tx
    .insertInto('movement_roles')
    .values({ key: 'standing', name: 'Cơ quan thường trực', position: 1 })
    .onConflict((conflict) => conflict.column('key').doNothing())
    .execute();
}

/** The plan in force that a person means by "the plan": of a movement that runs, else the newest. */
export async function loadNewestPlanId(db: Db, year: number): Promise<string | undefined> {
  const { rows } = await sql<{ id: string }>`
    select p.id from plans p join movements m on m.id = p.movement_id
    where not p.is_draft
    order by (${year}::int between m.from_year and m.to_year) desc,
             m.from_year desc, p.imported_at desc
    limit 1`.execute(db);
  return rows[0]?.id;
}
