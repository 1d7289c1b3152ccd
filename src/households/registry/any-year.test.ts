import fc from 'fast-check';
import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { findRound } from '../rounds/rounds.sql.ts';
import { keptSums, recount } from '../tables/fixtures/recount.ts';
import { loadAccounting } from '../tables/residuals.sql.ts';
import {
  type AnyDoing,
  anyDoing,
  openYear,
  perform,
  turnYear,
  type Year,
} from './fixtures/any-year.ts';

/** Households that a review counts twice, and those of the register that no open review counts. */
async function astray({ world, roundId }: Year) {
  const { rows } = await sql<{ code: string; times: number }>`
    select h.code, count(v.household_id)::integer as times
    from households h
    left join household_reviews v on v.household_id = h.id and v.round_id = ${roundId}
      and v.closing is distinct from 'gone'
    group by h.province_id, h.id
    having count(v.household_id) > 1 or count(v.household_id) = 0 and h.ended_on is null and exists (
      select from household_residences s join unit_periods p on p.unit_id = s.village_id
      join commune_reviews c on c.commune_id = p.parent_id and c.round_id = ${roundId}
      where s.household_id = h.id and s.valid_to is null and c.status = 'open')`.execute(
    world.house.db,
  );
  return rows;
}

/** Who is ended or gone is counted nowhere; who is counted lives where it is counted. */
async function misplaced({ world, roundId }: Year) {
  const { rows } = await sql<{ code: string }>`
    select v.code from household_reviews v
    join households h on h.id = v.household_id
    join commune_reviews c on c.commune_id = v.commune_id and c.round_id = v.round_id
    join household_residences s on s.household_id = h.id and s.valid_to is null
    join unit_periods p on p.unit_id = s.village_id
    where v.round_id = ${roundId} and c.status = 'open' and v.closing is distinct from 'gone'
      and (h.ended_on is not null or s.village_id <> v.village_id or v.members < 1)`.execute(
    world.house.db,
  );
  return rows;
}

async function differences({ world, roundId, communes }: Year) {
  const { db } = world.house;
  const round = await findRound(db, roundId);
  if (!round) throw new Error('no round');
  const { rows } = await sql<{ id: string }>`
    select commune_id as id from commune_reviews
    where round_id = ${roundId} and commune_id = any(${communes}::uuid[])`.execute(db);
  const accounts = await loadAccounting(
    db,
    round,
    rows.map(({ id }) => id),
  );
  return [...accounts.values()].flatMap(({ residuals, twins }) =>
    [...residuals.map(({ total }) => total), ...twins].filter(
      ({ households, members }) => households !== 0 || members !== 0,
    ),
  );
}

async function checkBooks(year: Year): Promise<void> {
  expect(await astray(year)).toEqual([]);
  expect(await misplaced(year)).toEqual([]);
  expect(await differences(year)).toEqual([]);
  const { db } = year.world.house;
  expect(await keptSums(db, year.roundId)).toEqual(await recount(db, year.roundId));
}

/** Whoever was poor or near-poor last year, or left before that was asked, is surveyed again. */
async function forgotten({ world, roundId }: Year) {
  const { rows } = await sql<{ code: string }>`
    select v.code from household_reviews v
    join review_rounds r on r.id = v.round_id
    join household_reviews last on last.round_id = r.previous_id
      and last.household_id = v.household_id
    where v.round_id = ${roundId} and v.closing is distinct from 'gone' and v.listed is null
      and (last.closing in ('poor', 'near-poor') or last.closing = 'gone'
        and last.opening in ('poor', 'near-poor') and not exists (
          select from household_reviews e where e.round_id = last.round_id
            and e.household_id = last.household_id and e.closing = 'not-poor'))`.execute(
    world.house.db,
  );
  return rows;
}

async function checkTurn(year: Year): Promise<void> {
  const next = await turnYear(year);
  await checkBooks(next);
  expect(await forgotten(next)).toEqual([]);
}

/** Lives a year in a world of its own, with some doings of each day at one moment. */
async function live(steps: readonly AnyDoing[], atOnce: number): Promise<void> {
  const year = await openYear();
  try {
    for (let at = 0; at < steps.length; at += atOnce) {
      await Promise.all(steps.slice(at, at + atOnce).map((step) => perform(year, step)));
      await checkBooks(year);
    }
    await checkTurn(year);
  } finally {
    await year.world.close();
  }
}

const years = fc.array(anyDoing, { minLength: 25, maxLength: 35 });
const options = { numRuns: Number(process.env.RUNS ?? 2), endOnFailure: true };

test('whatever officers do in a year, each household counts once and the tables follow', async () => {
  await fc.assert(
    fc.asyncProperty(years, (steps) => live(steps, 1)),
    options,
  );
}, 600_000);

test('so it is when four officers do things at the same moment', async () => {
  await fc.assert(
    fc.asyncProperty(years, (steps) => live(steps, 4)),
    options,
  );
}, 600_000);
