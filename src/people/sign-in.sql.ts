import { sql } from 'kysely';
import type { Db, Tx } from '../shared/house.ts';
import { BRAKE_WINDOW_MS, type Failures } from './brakes.ts';

export interface KnownAccount {
  readonly person_id: string;
  readonly full_name: string;
  readonly login: string;
  readonly password_hash: string;
  readonly must_change_password: boolean;
  readonly disabled_at: Date | null;
}

const ACCOUNT = [
  'a.person_id',
  'p.full_name',
  'a.login',
  'a.password_hash',
  'a.must_change_password',
  'a.disabled_at',
] as const;

export function findAccountByLogin(db: Db | Tx, login: string): Promise<KnownAccount | undefined> {
  return accounts(db).where('a.login', '=', login).executeTakeFirst();
}

export function findAccountOf(db: Db | Tx, personId: string): Promise<KnownAccount | undefined> {
  return accounts(db).where('a.person_id', '=', personId).executeTakeFirst();
}

function accounts(db: Db | Tx) {
  return db
    .selectFrom('accounts as a')
    .innerJoin('persons as p', 'p.id', 'a.person_id')
    .select(ACCOUNT);
}

/** One try at a time for a login from a place, so that tries side by side cannot slip through. */
export async function takeTurn(tx: Tx, login: string, place: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(731502, hashtext(${`${login}|${place}`}))`.execute(tx);
}

/** Failures of a login from a place since its last success there, within the window. */
export function failuresOfLogin(tx: Tx, login: string, place: string, since: Date) {
  return failures(
    tx,
    sql`login = ${login} and address = ${place} and at > coalesce((
    select max(at) from sign_in_attempts
    where login = ${login} and address = ${place} and succeeded), '-infinity')`,
    since,
  );
}

/** Failures from a place, whatever the login, within the window. */
export function failuresOfAddress(tx: Tx, place: string, since: Date) {
  return failures(tx, sql`address = ${place}`, since);
}

/**
 * The window is as wide ahead as behind: at midnight a story's clock goes back a day, and what
 * failed before must not keep anyone out until the evening.
 */
async function failures(tx: Tx, where: ReturnType<typeof sql>, since: Date): Promise<Failures> {
  const until = new Date(since.getTime() + 2 * BRAKE_WINDOW_MS);
  const { rows } = await sql<Failures>`
    select count(*) as count, max(at) as last from sign_in_attempts
    where not succeeded and at > ${since} and at < ${until} and ${where}`.execute(tx);
  return rows[0] ?? { count: 0, last: null };
}

/** A try counts as failed until it is known to have succeeded. */
export async function insertAttempt(
  tx: Tx,
  attempt: { id: string; login: string; address: string; at: Date },
): Promise<void> {
  await tx
    .insertInto('sign_in_attempts')
    .values({ ...attempt, succeeded: false })
    .execute();
}

export async function markSucceeded(tx: Tx, attemptId: string): Promise<void> {
  await tx
    .updateTable('sign_in_attempts')
    .set({ succeeded: true })
    .where('id', '=', attemptId)
    .execute();
}

export async function forgetAttempts(tx: Tx, before: Date): Promise<void> {
  await tx.deleteFrom('sign_in_attempts').where('at', '<', before).execute();
}

export async function storePassword(
  tx: Tx,
  personId: string,
  passwordHash: string,
  mustChange: boolean,
): Promise<void> {
  await tx
    .updateTable('accounts')
    .set({ password_hash: passwordHash, must_change_password: mustChange })
    .where('person_id', '=', personId)
    .execute();
}

/** The people offered at the door of a story; each has an account and is made up. */
export async function findDemoSignIns(db: Db): Promise<DemoSignIn[]> {
  const { rows } = await sql<DemoSignIn>`
    select one.login, one.password, one.who, one.does
    from settings, rows from (jsonb_to_recordset(value)
      as (login text, password text, who text, does text)) with ordinality
      as one (login, password, who, does, position)
    join accounts a on a.login = one.login
    join persons p on p.id = a.person_id and p.is_story
    where key = 'demo_sign_ins' order by one.position`.execute(db);
  return rows;
}

export interface DemoSignIn {
  readonly login: string;
  readonly password: string;
  /** Name and position. */
  readonly who: string;
  /** What this person can do here, in a few words. */
  readonly does: string;
}
