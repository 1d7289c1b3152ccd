import { afterAll, beforeAll, expect, test } from 'vitest';
import { day } from '../../src/shared/day.ts';
import { freshDatabase } from './database.ts';
import { PASSWORD } from './small-province.ts';
import { openWorld, type World } from './world.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld({ today: day('2025-11-17') });
});
afterAll(() => world.close());

test('an officer signs in at the front door with a password', async () => {
  const visitor = world.visitor();
  await visitor.get('/sign-in');
  expect(visitor.heading).toBe('Đăng nhập');
  await visitor.submit('Đăng nhập', { 'Tên đăng nhập': 'can-bo-muong-than', 'Mật khẩu': 'sai' });
  expect(visitor.status).toBe(401);
  expect(visitor.document.querySelector('input[name=login]')?.getAttribute('value')).toBe(
    'can-bo-muong-than',
  );
  await visitor.submit('Đăng nhập', { 'Mật khẩu': PASSWORD });
  expect(visitor.cookies.get('session')).toMatch(/^[\w-]{40,}$/);
});

test('whoever has signed in is somebody; a visitor is nobody', async () => {
  const officer = await world.as('can-bo-muong-than');
  await officer.get('/sessions');
  expect(officer.document.body.textContent).toContain('Lò Văn Thử');
  const visitor = world.visitor();
  await visitor.get('/sessions');
  expect(visitor.status).toBe(401);
  await expect(world.as('khong-ai')).rejects.toThrow('Nobody signs in as "khong-ai"');
});

test('the clock stands where the story puts it, and never stands still', () => {
  expect(world.house.today()).toBe('2025-11-17');
  const [before, after] = [world.house.now(), world.house.now()];
  expect(after.getTime() - before.getTime()).toBe(1);
  world.setToday(day('2025-11-19'));
  expect(world.house.now().toISOString()).toBe('2025-11-19T01:00:00.001Z');
  world.wait(60 * 17);
  expect(world.house.today()).toBe('2025-11-20');
  world.setToday(day('2025-11-17'));
});

test('worlds side by side do not touch', async () => {
  const other = await openWorld({ today: day('2025-11-17') });
  await other.house.db.deleteFrom('duties').execute();
  await other.close();
  const left = await world.house.db.selectFrom('duties').select('id').execute();
  expect(left).toHaveLength(13);
});

test('a database asked for by many at once is made once and copied', async () => {
  const many = await Promise.all([1, 2, 3, 4].map(() => freshDatabase()));
  expect(new Set(many.map((one) => one.url)).size).toBe(4);
  const counts = many.map(({ db }) => db.selectFrom('units').select('id').execute());
  expect(await Promise.all(counts)).toEqual([[], [], [], []]);
  await Promise.all(many.map((one) => one.drop()));
});
