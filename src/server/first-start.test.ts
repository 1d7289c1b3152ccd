import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type Route, routesOf } from '../../test/authority/routes.ts';
import { Client } from '../../test/harness/client.ts';
import { freshDatabase, type TestDatabase } from '../../test/harness/database.ts';
import { DUTY_NAMES } from '../people/person.ts';
import { dayInVietnam } from '../shared/day.ts';
import { newId } from '../shared/identity.ts';
import type { Site } from '../shared/web.ts';
import { readConfiguration } from './configuration.ts';
import { beginEmpty } from './first-start.ts';
import { houseOver } from './house.ts';
import { buildApplication } from './http/application.ts';

const ROOT = join(import.meta.dirname, '../..');

let own: TestDatabase;
let site: Site;
let said: string[];

beforeEach(async () => {
  own = await freshDatabase();
  said = [];
  await start();
  const house = houseOver(own.db, undefined);
  site = await buildApplication({ house, root: ROOT, storyDay: false });
});

afterEach(async () => {
  await site.close();
  await own.drop();
});

function start(): Promise<void> {
  return beginEmpty(own.db, { root: ROOT, now: new Date(), say: (line) => said.push(line) });
}

/** The password in the line said last. */
function saidPassword(): string {
  return said.at(-1)?.trim().split(/\s+/)[1] ?? '';
}

async function signIn(login: string, password: string): Promise<Client> {
  const client = new Client(site);
  await client.get('/sign-in');
  await client.submit('Đăng nhập', { 'Tên đăng nhập': login, 'Mật khẩu': password });
  return client;
}

test('a real installation begins with one administrator and a province, and no movement', async () => {
  expect(said.join('\n')).toMatch(/quantri {3}\w{4}-\w{4}-\w{4}$/);
  const count = async (
    table: 'movements' | 'persons' | 'levels' | 'events' | 'poverty_standards',
  ) => (await own.db.selectFrom(table).selectAll().execute()).length;
  expect(await count('movements')).toBe(0);
  expect(await count('persons')).toBe(1);
  expect(await count('levels')).toBeGreaterThan(3);
  expect(await count('poverty_standards')).toBe(3);
  expect(await count('events')).toBe(1);
  const client = await signIn('quantri', saidPassword());
  expect(client.address).toBe('/password');
});

test('until the administrator chose a password a start says a new one, then never again', async () => {
  const first = saidPassword();
  await start();
  const second = saidPassword();
  expect(second).not.toBe(first);
  expect((await signIn('quantri', first)).status).toBe(401);
  await own.db.updateTable('accounts').set({ must_change_password: false }).execute();
  said.length = 0;
  await start();
  expect(said).toEqual([]);
});

test('every room stands empty without a movement, for every duty', async () => {
  const { person_id, unit_id } = await own.db
    .selectFrom('duties')
    .select(['person_id', 'unit_id'])
    .executeTakeFirstOrThrow();
  const since = { unit_id, person_id, valid_from: dayInVietnam(new Date()) };
  const others = DUTY_NAMES.filter((duty) => duty !== 'administerAccounts');
  const rows = others.map((duty) => ({ id: newId(), duty, ...since }));
  await own.db.insertInto('duties').values(rows).execute();
  const client = await signIn('quantri', saidPassword());
  await own.db.updateTable('accounts').set({ must_change_password: false }).execute();
  for (const { path } of routesOf(site).filter(isRoom)) {
    await client.get(path);
    expect([path, client.status]).toSatisfy(([, status]) => [200, 403, 404].includes(status));
  }
});

/** A page that needs nothing named in its address. */
function isRoom({ method, path }: Route): boolean {
  return method === 'GET' && !path.includes(':') && path !== '*';
}

test('STORY=no asks for it; STORY=whole for all households; a misspelt wish is refused', () => {
  expect(readConfiguration({ STORY: 'no' }, ROOT).story).toBe('no');
  expect(readConfiguration({ STORY: 'whole' }, ROOT).story).toBe('whole');
  expect(readConfiguration({}, ROOT).story).toBe('few');
  expect(() => readConfiguration({ STORY: 'khong' }, ROOT)).toThrow('STORY=khong');
});
