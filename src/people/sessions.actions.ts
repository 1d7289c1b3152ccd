import { createHash, randomBytes } from 'node:crypto';
import { type Actor, act } from '../shared/act.actions.ts';
import type { House, Tx } from '../shared/house.ts';
import { isId, newId } from '../shared/identity.ts';
import { found } from '../shared/web.ts';
import { NO_UNIT, type Person } from './person.ts';
import {
  endSessions,
  findSession,
  insertSession,
  listSessions,
  type SessionRow,
  touchSession,
} from './sessions.sql.ts';

const HOUR = 3_600_000;
/** A session nobody uses ends after this. */
export const SESSION_IDLE_MS = 12 * HOUR;
/** However busy, a session ends after this. */
export const SESSION_LONGEST_MS = 14 * 24 * HOUR;
/** Being seen is written at most this often, so that reading a page stays a read. */
const TOUCH_EVERY_MS = 60_000;

/** Where a session was opened from. */
export interface Doorstep {
  readonly device: string;
  readonly address: string;
}

/** The person of a session token, as of today; `undefined` when the session is over. */
export async function personOfSession(house: House, token: string): Promise<Person | undefined> {
  const now = house.now();
  const row = await findSession(house.db, hashOfToken(token), {
    now,
    seenAfter: new Date(now.getTime() - SESSION_IDLE_MS),
    today: house.today(),
  });
  if (!row) return undefined;
  if (now.getTime() - row.last_seen_at.getTime() > TOUCH_EVERY_MS)
    await touchSession(house.db, row.session_id, now);
  return asPerson(row);
}

function asPerson(row: SessionRow): Person {
  return {
    id: row.id,
    name: row.name,
    title: row.title ?? '',
    unitId: row.unit_id ?? NO_UNIT,
    unitName: row.unit_name ?? 'Chưa được phân công',
    duties: row.duties,
    mustChangePassword: row.must_change_password,
  };
}

/** Opens a session inside a transaction. Gives the token for the cookie; only its hash is kept. */
export async function openSession(
  tx: Tx,
  personId: string,
  from: Doorstep,
  now: Date,
): Promise<{ token: string; sessionId: string }> {
  const token = randomBytes(32).toString('base64url');
  const id = newId();
  await insertSession(tx, {
    id,
    token_hash: hashOfToken(token),
    person_id: personId,
    started_at: now,
    last_seen_at: now,
    expires_at: new Date(now.getTime() + SESSION_LONGEST_MS),
    ...from,
  });
  return { token, sessionId: id };
}

export interface OwnSession {
  readonly id: string;
  readonly device: string;
  readonly address: string;
  readonly startedAt: Date;
  readonly lastSeenAt: Date;
  readonly isThis: boolean;
}

/** Every living session of a person; `isThis` marks the one that asks. */
export async function ownSessions(
  house: House,
  personId: string,
  token: string,
): Promise<OwnSession[]> {
  const now = house.now();
  const seenAfter = new Date(now.getTime() - SESSION_IDLE_MS);
  const rows = await listSessions(house.db, personId, { now, seenAfter });
  const own = hashOfToken(token);
  return rows.map((row) => ({
    id: row.id,
    device: row.device,
    address: row.address,
    startedAt: row.started_at,
    lastSeenAt: row.last_seen_at,
    isThis: row.token_hash.equals(own),
  }));
}

/** Ends one session of the person who asks; another person's session is simply not found. */
export async function endOwnSession(house: House, actor: Actor & { id: string }, id: string) {
  await act(house, actor, async (tx, now) => {
    const ended = isId(id) ? await endSessions(tx, actor.id, now, { only: id }) : 0;
    found(ended || undefined, 'phiên đăng nhập này');
    return [undefined, { noun: 'session', subjectId: id, verb: 'end' }];
  });
}

/** Ends every session of the person but the one that asks. Gives how many. */
export async function endOtherSessions(
  house: House,
  actor: Actor & { id: string },
  token: string,
): Promise<number> {
  return act(house, actor, async (tx, now) => {
    const count = await endSessions(tx, actor.id, now, { butToken: hashOfToken(token) });
    return [count, { noun: 'person', subjectId: actor.id, verb: 'endSessions', detail: { count } }];
  });
}

/** Ends the session of a token: signing out. */
export async function signOut(house: House, actor: Actor & { id: string }, token: string) {
  const own = (await ownSessions(house, actor.id, token)).find((session) => session.isThis);
  if (own) await endOwnSession(house, actor, own.id);
}

/** What is kept of a session token. */
export function hashOfToken(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}
