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
  await splitOff(year, 'MT-001', 'MT-500');
  await splitOff(year, 'MT-500', 'MT-501');
  await splitOff(year, 'MT-004', 'MT-502');
  await splitOff(year, 'MT-502', 'MT-503');
  await splitOff(year, 'MT-007', 'MT-504');
  // One that was reviewed on its own goes by that review, whatever became of its origin.
  await sql`update households set split_from = (select id from households where code = 'MT-001')
    where code = 'MT-003'`.execute(house.db);
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

/** A new household of one person, out of another where that lives. */
async function splitOff({ world }: Year, code: string, fresh: string): Promise<void> {
  const { db } = world.house;
  const id = newId();
  const since = '2026-05-01';
  await sql`
    insert into households (province_id, id, code, formed_on, split_from)
    select province_id, ${id}, ${fresh}, ${since}, id from households where code = ${code}`.execute(
    db,
  );
  await sql`
    insert into household_residences (province_id, household_id, valid_from, village_id, area_type)
    select s.province_id, ${id}, ${since}, s.village_id, s.area_type from household_residences s
    join households h on h.id = s.household_id
    where h.code = ${code} and s.valid_to is null`.execute(db);
  await sql`
    insert into household_members (province_id, household_id, member_no, relation, sex, birth_year,
      ethnicity, valid_from)
    select province_id, ${id}, 1, 'head', 'm', 2000, '03', ${since} from households
    where code = ${code}`.execute(db);
}

async function standing(where: ReturnType<typeof sql>) {
  const { rows } = await sql`
    select r.opening, r.listed, r.closing, r.reason
    from household_reviews r join households h on h.id = r.household_id
    where r.round_id = ${next.roundId} and ${where}`.execute(next.world.house.db);
  return rows;
}

test('a household that split from a poor one after recognition is surveyed', async () => {
  const unnamed = sql`h.split_from is not null and r.code not in ('MT-003', 'MT-500', 'MT-501',
    'MT-502', 'MT-503', 'MT-504')`;
  expect(await standing(unnamed)).toEqual([
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

const FOUND = { opening: 'absent', listed: 'found', closing: null, reason: 'split-off' };

test.each([
  ['MT-500', 'a poor one'],
  ['MT-501', 'one that split from a poor one'],
  ['MT-502', 'one that was granted poor within the year'],
  ['MT-503', 'one that split from one that was granted poor'],
])('%s split from %s and is surveyed', async (code) => {
  expect(await standing(sql`r.code = ${code}`)).toEqual([FOUND]);
});

test('whoever split from one that is not poor, or was reviewed since, is not', async () => {
  expect(await standing(sql`r.code = 'MT-504'`)).toEqual([
    { ...FOUND, listed: null, closing: 'not-poor' },
  ]);
  expect(await standing(sql`r.code = 'MT-003'`)).toEqual([
    { opening: 'not-poor', listed: null, closing: 'not-poor', reason: null },
  ]);
});
