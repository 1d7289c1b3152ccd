import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { sql } from 'kysely';
import { loadReferenceStandards } from '../households/standard/standards.actions.ts';
import { oneTimePassword } from '../people/password.actions.ts';
import { insertPeople } from '../people/people.actions.ts';
import { noteEvent, SYSTEM } from '../shared/act.actions.ts';
import { dayInVietnam } from '../shared/day.ts';
import type { Db, Tx } from '../shared/house.ts';
import { newId } from '../shared/identity.ts';
import { officeId } from '../units/reference-ids.ts';
import { loadReferenceMap, loadReferenceUnits } from '../units/units.actions.ts';

/** Any number, as long as no other code takes the same lock. */
const FIRST_START_LOCK = 731_505;
const LOGIN = 'quantri';

export interface FirstStart {
  /** The folder that holds db/seed. */
  readonly root: string;
  readonly now: Date;
  readonly say: (line: string) => void;
}

/**
 * Begins a real installation in an empty, migrated database: the units of the province, the
 * roles of a movement, the poverty standards, and one administrator at the provincial People's
 * Committee, whose one-time password is said once. No movement: whoever is given that duty starts
 * one. Until that administrator has chosen a password, a later start says a new one, so a lost
 * line locks nobody out. Where people already have accounts nothing happens.
 */
export async function beginEmpty(db: Db, { root, now, say }: FirstStart): Promise<void> {
  const { password, passwordHash } = await oneTimePassword();
  await db.transaction().execute(async (tx) => {
    await sql`select pg_advisory_xact_lock(${sql.lit(FIRST_START_LOCK)})`.execute(tx);
    const accounts = await tx
      .selectFrom('accounts')
      .select(['login', 'must_change_password'])
      .limit(2)
      .execute();
    const [only] = accounts;
    if (!only) await fillBase(tx, root, passwordHash, now);
    else if (isUntouched(accounts)) await renewPassword(tx, passwordHash, now);
    else return;
    // Said before the commit: a password that nobody heard would be worse than one that never held.
    say('\nTài khoản quản trị đầu tiên (mật khẩu dùng một lần, đăng nhập xong phải đổi ngay):');
    say(`  ${LOGIN}   ${password}`);
  });
}

/** Only the first administrator is there, and has never chosen a password. */
function isUntouched(accounts: readonly { login: string; must_change_password: boolean }[]) {
  const [only] = accounts;
  return accounts.length === 1 && only?.login === LOGIN && only.must_change_password;
}

async function fillBase(tx: Tx, root: string, passwordHash: string, now: Date): Promise<void> {
  const text = (path: string) => readFileSync(join(root, 'db/seed', path), 'utf8');
  await loadReferenceUnits(tx, {
    units2022: text('units/lai-chau-units-2022.csv'),
    units2025: text('units/lai-chau-units-2025.csv'),
    merger: text('units/lai-chau-merger-2025.csv'),
    agencies: text('units/lai-chau-agencies.csv'),
  });
  await loadReferenceMap(tx, text('units/lai-chau-communes-2025.geojson'));
  await loadReferenceStandards(tx, {
    standards: text('households/standards.json'),
    indicators: text('households/indicators.json'),
  });
  await loadRoles(tx, text('movement/movement.json'));
  await createAdministrator(tx, passwordHash, now);
}

async function loadRoles(tx: Tx, json: string): Promise<void> {
  const { roles } = JSON.parse(json) as { roles: { key: string; name: string }[] };
  const rows = roles.map(({ key, name }, place) => ({ key, name, position: place + 1 }));
  await tx.insertInto('movement_roles').values(rows).execute();
}

async function createAdministrator(tx: Tx, passwordHash: string, now: Date): Promise<void> {
  const id = newId();
  const unitId = officeId('UBND');
  const from = dayInVietnam(now);
  const person = {
    ...{ id, fullName: 'Quản trị hệ thống', login: LOGIN, passwordHash, mustChange: true },
    positions: [{ unitId, title: 'Quản trị tài khoản', from }],
    duties: [{ unitId, duty: 'administerAccounts', from }],
  } as const;
  await insertPeople(tx, [person], { at: now, by: null });
  const { passwordHash: _, ...detail } = person;
  await noteEvent(
    tx,
    SYSTEM,
    { noun: 'person', subjectId: id, verb: 'create', detail: { people: [detail] } },
    now,
  );
}

async function renewPassword(tx: Tx, passwordHash: string, now: Date): Promise<void> {
  const { person_id } = await tx
    .updateTable('accounts')
    .set({ password_hash: passwordHash })
    .where('login', '=', LOGIN)
    .returning('person_id')
    .executeTakeFirstOrThrow();
  const note = { noun: 'account', subjectId: person_id, verb: 'resetPassword' };
  await noteEvent(tx, SYSTEM, note, now);
}
