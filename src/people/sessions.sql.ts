import { sql } from 'kysely';
import type { Day } from '../shared/day.ts';
import type { Db, Tx } from '../shared/house.ts';
import type { HeldDuty } from './person.ts';

export interface SessionRow {
  readonly session_id: string;
  readonly last_seen_at: Date;
  readonly id: string;
  readonly name: string;
  readonly must_change_password: boolean;
  readonly title: string | null;
  readonly unit_id: string | null;
  readonly unit_name: string | null;
  readonly duties: HeldDuty[];
}

/**
 * A living session with all that a request needs to know of its person on a day, in one query.
 * The position shown is the one that began last. Each lookup goes by an index.
 */
export async function findSession(
  db: Db,
  tokenHash: Buffer,
  living: { now: Date; seenAfter: Date; today: Day },
): Promise<SessionRow | undefined> {
  const { rows } = await sql<SessionRow>`
    select s.id as session_id, s.last_seen_at, p.id, p.full_name as name, a.must_change_password,
           held.title, held.unit_id, named.full_name as unit_name, carried.duties
    from sessions s
    join accounts a on a.person_id = s.person_id and a.disabled_at is null
    join persons p on p.id = s.person_id
    left join lateral (
      select title, unit_id from positions
      where person_id = p.id and holds_on(valid_from, valid_to, ${living.today})
      order by valid_from desc, id limit 1
    ) held on true
    left join lateral (
      select full_name from unit_periods
      where unit_id = held.unit_id
      order by holds_on(valid_from, valid_to, ${living.today}) desc, valid_from desc limit 1
    ) named on true
    cross join lateral (
      select coalesce(json_agg(json_build_object('duty', duty, 'unitId', unit_id)), '[]') as duties
      from duties where person_id = p.id and holds_on(valid_from, valid_to, ${living.today})
    ) carried
    where s.token_hash = ${tokenHash} and s.ended_at is null
      and s.expires_at > ${living.now} and s.last_seen_at > ${living.seenAfter}`.execute(db);
  return rows[0];
}

export async function touchSession(db: Db, sessionId: string, now: Date): Promise<void> {
  await db
    .updateTable('sessions')
    .set({ last_seen_at: now })
    .where('id', '=', sessionId)
    .where('last_seen_at', '<', now)
    .execute();
}

export interface NewSession {
  readonly id: string;
  readonly token_hash: Buffer;
  readonly person_id: string;
  readonly started_at: Date;
  readonly last_seen_at: Date;
  readonly expires_at: Date;
  readonly device: string;
  readonly address: string;
}

export async function insertSession(tx: Tx, session: NewSession): Promise<void> {
  await tx.insertInto('sessions').values(session).execute();
}

/** Living sessions of a person, the one seen last first. */
export function listSessions(db: Db, personId: string, living: { now: Date; seenAfter: Date }) {
  return db
    .selectFrom('sessions')
    .select(['id', 'token_hash', 'started_at', 'last_seen_at', 'device', 'address'])
    .where('person_id', '=', personId)
    .where('ended_at', 'is', null)
    .where('expires_at', '>', living.now)
    .where('last_seen_at', '>', living.seenAfter)
    .orderBy('last_seen_at', 'desc')
    .execute();
}

/** Ends sessions of a person: one, or all but the one kept. Gives how many ended. */
export async function endSessions(
  tx: Tx,
  personId: string,
  now: Date,
  which: { readonly only?: string; readonly butToken?: Buffer } = {},
): Promise<number> {
  let query = tx
    .updateTable('sessions')
    .set({ ended_at: now })
    .where('person_id', '=', personId)
    .where('ended_at', 'is', null);
  if (which.only) query = query.where('id', '=', which.only);
  if (which.butToken) query = query.where('token_hash', '!=', which.butToken);
  const result = await query.executeTakeFirst();
  return Number(result.numUpdatedRows);
}
