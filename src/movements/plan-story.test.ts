import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openWorld, type World } from '../../test/harness/world.ts';
import { day } from '../shared/day.ts';
import {
  importFile,
  keptPlan,
  planIdOf,
  seedFile,
  startEmptyMovement,
} from './reading/fixtures/import-story.ts';
import { samePlan } from './reading/plan-diff.ts';

describe('in the province of the demonstration', () => {
  let world: World;
  beforeAll(async () => {
    world = await openWorld({ today: day('2025-11-17'), story: true });
  }, 120_000);
  afterAll(() => world?.close());

  test('the plan put in by hand on an empty movement is the one that was there', async () => {
    const agency = await world.as('thuongtruc');
    await agency.get('/plans');
    const seeded = planIdOf(agency);
    expect(agency.text).toMatch(/29 nhiệm vụ.*; 2 khoản mục chưa có nhiệm vụ/);
    await startEmptyMovement(agency);
    const byHand = await importFile(agency, seedFile());
    expect(byHand).not.toBe(seeded);
    expect(samePlan(await keptPlan(world, byHand), await keptPlan(world, seeded))).toBe(true);
  });

  test('the whole plan with its margin is one page, quickly made, for an office of a commune', async () => {
    const commune = await world.as('muongthan.canbo');
    const before = performance.now();
    await commune.get('/plans');
    expect(performance.now() - before).toBeLessThan(3000);
    expect(commune.texts('.clause').length).toBeGreaterThan(35);
    expect(commune.texts('.spark').length).toBeGreaterThan(10);
    expect(commune.text).not.toContain('Sửa cây khoản mục');
  });
});
