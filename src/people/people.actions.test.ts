import type { KyselyPlugin } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openWorld, type World } from '../../test/harness/world.ts';
import { day } from '../shared/day.ts';
import { newId } from '../shared/identity.ts';
import { hashPassword } from './password.actions.ts';
import { insertPeople, type NewPerson } from './people.actions.ts';
import { NO_UNIT } from './person.ts';
import { openSession, personOfSession } from './sessions.actions.ts';

const MADE = { at: new Date('2025-07-01T00:00:00Z'), by: null };

let world: World;
let unitId: string;
beforeAll(async () => {
  world = await openWorld({ today: day('2025-11-17') });
  const unit = await world.house.db.selectFrom('units').select('id').executeTakeFirstOrThrow();
  unitId = unit.id;
});
afterAll(() => world.close());

function store(people: readonly NewPerson[]) {
  return world.house.db.transaction().execute((tx) => insertPeople(tx, people, MADE));
}

async function signedIn(personId: string) {
  const from = { device: 'Máy tính thử', address: '127.0.0.1' };
  const { db } = world.house;
  const { token } = await db
    .transaction()
    .execute((tx) => openSession(tx, personId, from, world.house.now()));
  return personOfSession(world.house, token);
}

test('twelve thousand people are stored in one go', async () => {
  const passwordHash = await hashPassword('sương sớm trên nương');
  const people = Array.from({ length: 12_000 }, (_, at) => ({
    ...{ id: newId(), fullName: `Lò Thị Mai ${at}`, login: `mai${at}`, passwordHash },
    isStory: true,
    positions: [{ unitId, title: 'Công chức', from: day('2025-07-01') }],
    duties: [{ unitId, duty: 'prepareReports' as const, from: day('2025-07-01') }],
  }));
  await store(people);
  const { count } = await world.house.db
    .selectFrom('duties')
    .select((one) => one.fn.countAll<number>().as('count'))
    .where('duty', '=', 'prepareReports')
    .executeTakeFirstOrThrow();
  expect(count).toBeGreaterThanOrEqual(12_000);
});

test('a signed-in person is shown with the position begun last and the duties of the day', async () => {
  const id = newId();
  await store([
    {
      ...{ id, fullName: 'Vàng A Sùng', login: 'sungva', passwordHash: 'x' },
      positions: [
        { unitId, title: 'Chuyên viên', from: day('2025-07-01') },
        { unitId, title: 'Phó trưởng phòng', from: day('2025-10-01') },
        { unitId, title: 'Trưởng phòng', from: day('2026-01-01') },
      ],
      duties: [
        { unitId, duty: 'oversee', from: day('2025-07-01'), to: day('2025-11-17') },
        { unitId, duty: 'issueDocuments', from: day('2025-07-01'), to: day('2025-11-16') },
        { unitId, duty: 'runMovement', from: day('2025-11-18') },
      ],
    },
  ]);
  expect(await signedIn(id)).toMatchObject({
    name: 'Vàng A Sùng',
    title: 'Phó trưởng phòng',
    unitId,
    duties: [{ duty: 'oversee', unitId }],
    mustChangePassword: false,
  });
});

test('someone without a position or duty comes in, and is nobody anywhere', async () => {
  const id = newId();
  const fullName = 'Lý Thị Hoa';
  await store([{ id, fullName, login: 'hoalt', passwordHash: 'x', positions: [], duties: [] }]);
  expect(await signedIn(id)).toMatchObject({
    ...{ title: '', unitId: NO_UNIT, unitName: 'Chưa được phân công', duties: [] },
  });
});

test('someone without an account has no session, whatever the token', async () => {
  const id = newId();
  await store([{ id, fullName: 'Sùng A Páo', positions: [], duties: [] }]);
  expect(await signedIn(id)).toBeUndefined();
  expect(await personOfSession(world.house, 'không phải mã phiên')).toBeUndefined();
});

test('a taken login stops the whole batch', async () => {
  const one = (login: string): NewPerson => ({
    ...{ id: newId(), fullName: 'Lò Thị Lả', login, passwordHash: 'x' },
    ...{ positions: [], duties: [] },
  });
  const people = [one('la1'), one('quan-tri')];
  await expect(store(people)).rejects.toMatchObject({ constraint: 'accounts_login_key' });
  const stored = await world.house.db
    .selectFrom('persons')
    .select('id')
    .where('full_name', '=', 'Lò Thị Lả')
    .execute();
  expect(stored).toEqual([]);
});

test('each request asks the database once for its person, in milliseconds among thousands', async () => {
  const { person_id } = await world.house.db
    .selectFrom('accounts')
    .select('person_id')
    .where('login', '=', 'mai7000')
    .executeTakeFirstOrThrow();
  const from = { device: 'Máy tính thử', address: '127.0.0.1' };
  const { token } = await world.house.db
    .transaction()
    .execute((tx) => openSession(tx, person_id, from, world.house.now()));
  let asked = 0;
  const counting: KyselyPlugin = {
    transformQuery({ node }) {
      asked += 1;
      return node;
    },
    transformResult: async ({ result }) => result,
  };
  const house = { ...world.house, db: world.house.db.withPlugin(counting) };
  const start = performance.now();
  for (let at = 0; at < 50; at++) await personOfSession(house, token);
  expect(asked).toBe(50);
  expect((performance.now() - start) / 50).toBeLessThan(20);
});
