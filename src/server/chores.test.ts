import { afterAll, beforeAll, expect, test } from 'vitest';
import { openWorld, type World } from '../../test/harness/world.ts';
import { day } from '../shared/day.ts';
import { morningLetters } from './chores.ts';

const SITE = 'https://chungtay.example';

let world: World;

beforeAll(async () => {
  world = await openWorld({ today: day('2025-11-21') });
});

afterAll(() => world.close());

async function counts() {
  const { db } = world.house;
  const urgings = await db.selectFrom('events').where('verb', '=', 'urge').select('id').execute();
  const letters = await db.selectFrom('mails').select('id').execute();
  return { urgings: urgings.length, letters: letters.length };
}

test('a morning has its letters once, also after a restart', async () => {
  const turn = morningLetters(world.house, SITE);
  await turn();
  const first = await counts();
  expect(first.urgings).toBe(1);
  expect(first.letters).toBeGreaterThan(0);
  await turn();
  await morningLetters(world.house, SITE)();
  expect(await counts()).toEqual(first);
});

test('a morning on which nobody is owed a letter leaves one event, however many turns', async () => {
  await world.house.db.updateTable('rounds').set({ closed_at: world.house.now() }).execute();
  world.setToday(day('2025-11-22'));
  const before = await counts();
  const turn = morningLetters(world.house, SITE);
  for (let times = 0; times < 5; times++) await turn();
  expect(await counts()).toEqual({ ...before, urgings: before.urgings + 1 });
});
