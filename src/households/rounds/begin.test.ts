import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { day } from '../../shared/day.ts';
import { newId } from '../../shared/identity.ts';
import { beginNextYear, openYear, perform, type Year } from '../registry/fixtures/any-year.ts';

let next: Year;

/** 2025 is recognised with MT-001 poor and all others not; then the register goes on. */
beforeAll(async () => {
  const year = await openYear();
  const { house } = year.world;
  await sql`
    update household_reviews set closing = case code when 'MT-001' then 'poor' else 'not-poor' end
    where round_id = ${year.roundId}`.execute(house.db);
  await sql`update commune_reviews set status = 'recognised'`.execute(house.db);
  year.world.setToday(day('2026-03-01'));
  await perform(year, { doing: 'add', whom: 0, where: 0, much: 0 });
  expect(await perform(year, { doing: 'split', whom: 0, where: 0, much: 0 })).toBe(true);
  await grantPoor(year, 'MT-004', '2026-04-10');
  await grantPoor(year, 'MT-007', '2025-03-10');
  next = await beginNextYear(year);
});
afterAll(() => next?.world.close());

/** By a decision off the round; only what `copyLastYear` reads of it matters here. */
async function grantPoor({ world, roundId }: Year, code: string, on: string): Promise<void> {
  await sql`
    insert into class_requests (commune_id, id, household_id, wish, received_on, content, due_on, at,
      person_name, person_id, standard_id, area_type, result, granted, decided_on, village_id, code,
      document, class_before)
    select r.commune_id, ${newId()}, r.household_id, 'poor', ${on}, 'thử', ${on}, now(), 'Thử',
      ${newId()}, o.standard_id, r.area_type, 'poor', true, ${on}, r.village_id, r.code, '{}',
      'not-poor'
    from household_reviews r join review_rounds o on o.id = r.round_id
    where r.code = ${code} and r.round_id = ${roundId}`.execute(world.house.db);
}

async function standing(where: ReturnType<typeof sql>) {
  const { rows } = await sql`
    select r.opening, r.listed, r.closing, r.reason
    from household_reviews r join households h on h.id = r.household_id
    where r.round_id = ${next.roundId} and ${where}`.execute(next.world.house.db);
  return rows;
}

test('a household that split from a poor one after recognition is surveyed', async () => {
  expect(await standing(sql`h.split_from is not null`)).toEqual([
    { opening: 'absent', listed: 'found', closing: null, reason: 'split-off' },
  ]);
});

test('a household granted a class within the year is on the list, with its opening as it was', async () => {
  expect(await standing(sql`r.code = 'MT-004'`)).toEqual([
    { opening: 'not-poor', listed: 'requested', closing: null, reason: null },
  ]);
});

test('a decision of before last year tells nothing of this one', async () => {
  expect(await standing(sql`r.code = 'MT-007'`)).toEqual([
    { opening: 'not-poor', listed: null, closing: 'not-poor', reason: null },
  ]);
});
