import { afterAll, beforeAll, expect, test } from 'vitest';
import { demoSignIns } from '../../src/people/sign-in.actions.ts';
import { day } from '../../src/shared/day.ts';
import { openWorld, type World } from './world.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld({ today: day('2025-11-17'), story: true });
}, 180_000);
afterAll(() => world?.close());

test('the story fills a whole province with years of reports', async () => {
  const { db } = world.house;
  const count = db.fn.countAll<number>().as('count');
  const reports = await db.selectFrom('reports').select(count).executeTakeFirstOrThrow();
  const people = await db.selectFrom('persons').select(count).executeTakeFirstOrThrow();
  expect(reports.count).toBeGreaterThan(300);
  expect(people.count).toBeGreaterThan(100);
});

test('everyone of the demonstration signs in by one press and finds their work', async () => {
  const demo = await demoSignIns(world.house);
  expect(demo.length).toBeGreaterThan(4);
  const lost: string[] = [];
  for (const { who } of demo) {
    const visitor = world.visitor();
    await visitor.get('/sign-in');
    const button = visitor.texts('button').find((words) => words.startsWith(who)) ?? who;
    await visitor.submit(button);
    expect(visitor.status, who).toBe(200);
    expect(visitor.address, who).toBe('/work');
    for (const room of visitor.document.querySelectorAll('nav a[href^="/"]')) {
      await visitor.get(room.getAttribute('href') ?? '');
      if (visitor.status !== 200) lost.push(`${who}: ${visitor.address} ${visitor.status}`);
    }
  }
  expect(lost, 'rooms of the rail that do not open').toEqual([]);
});
