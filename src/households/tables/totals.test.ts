import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { TestDatabase } from '../../../test/harness/database.ts';
import type { Count } from './change-tables.ts';
import { type AnyStep, anyStep, takeStep } from './fixtures/any-history.ts';
import {
  COMMUNES,
  openMergerWorld,
  ROUND,
  TODAY,
  theRound,
  unit,
} from './fixtures/merger-world.ts';
import { keptSums, recount } from './fixtures/recount.ts';
import { loadAccounting } from './residuals.sql.ts';
import { isNone } from './residuals.ts';
import { STANDARD_TABLES } from './standard-tables.ts';
import { rowsOf, type TableRow, type TableView, type Telling } from './table-rows.ts';
import { loadTable } from './tables.sql.ts';

let own: TestDatabase;
beforeAll(async () => {
  own = await openMergerWorld();
});
afterAll(() => own.drop());

async function live(history: readonly AnyStep[]): Promise<void> {
  await own.db.deleteFrom('household_reviews').where('round_id', '=', ROUND).execute();
  const counter = { next: 0 };
  for (const step of history) await takeStep(own.db, step, counter);
}

async function view(table: string, unitId: string, units: Telling): Promise<TableView> {
  const found = STANDARD_TABLES.find(({ key }) => key === table);
  if (!found) throw new Error(`no table ${table}`);
  const round = await theRound(own.db);
  const ask = { roundId: ROUND, table, unitId, units };
  const told = await loadTable(own.db, round, found, ask, TODAY);
  if (!told) throw new Error(`table ${table} knows no ${unitId}`);
  return told;
}

/** The counted columns of the rows of a level, added up by what they count; rates left out. */
function sums({ columns, ...rest }: TableView, wanted: (row: TableRow) => boolean) {
  const counted = columns.flatMap(({ kind }, at) => (kind === 'count' ? [at] : []));
  const total = new Map<string, number[]>();
  for (const row of rowsOf({ columns, ...rest }).filter(wanted)) {
    const before = total.get(row.split) ?? counted.map(() => 0);
    total.set(
      row.split,
      counted.map((at, place) => (before[place] ?? 0) + (row.amounts[at] ?? 0)),
    );
  }
  return [...total].map(([split, amounts]) => [split, ...amounts.map(hundredth)]);
}

/** Shares of a split commune make fractions, and fractions make dust. */
function hundredth(value: number): number {
  return Math.round(value * 100) / 100 + 0;
}

const isWhole = ({ unit: { number } }: TableRow) => number === '';
const isOf = (level: string) => (row: TableRow) => !isWhole(row) && row.unit.level === level;

test('after any history the kept totals are those of a recount, every mark and unit', async () => {
  let counted = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(anyStep, { minLength: 3, maxLength: 14 }), async (history) => {
      await live(history);
      const fresh = await recount(own.db, ROUND);
      counted += fresh.size;
      expect(await keptSums(own.db, ROUND)).toEqual(fresh);
    }),
    { numRuns: 120 },
  );
  expect(counted).toBeGreaterThan(2_000);
}, 180_000);

test('after any history every table adds up, on the units of then and of today', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(anyStep, { minLength: 3, maxLength: 10 }), async (history) => {
      await live(history);
      for (const { key } of STANDARD_TABLES) {
        const then = await view(key, '', 'then');
        const today = await view(key, '', 'today');
        const whole = sums(then, isWhole);
        expect(sums(then, isOf('commune')), `table ${key}, communes of then`).toEqual(whole);
        expect(sums(then, isOf('district')), `table ${key}, districts`).toEqual(whole);
        expect(sums(today, isWhole), `table ${key}, province of today`).toEqual(whole);
        expect(sums(today, isOf('commune')), `table ${key}, communes of today`).toEqual(whole);
      }
    }),
    { numRuns: 8 },
  );
}, 180_000);

test('after any history villages add up to their commune, and the accounts close', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(anyStep, { minLength: 3, maxLength: 10 }), async (history) => {
      await live(history);
      for (const [key, told] of [
        ...COMMUNES.map((one) => [one, 'then'] as const),
        ['x', 'today'] as const,
        ['y', 'today'] as const,
      ]) {
        const commune = await view('2', unit(key), told);
        expect(sums(commune, isOf('village')), key).toEqual(sums(commune, isWhole));
      }
      const ids = COMMUNES.map(unit);
      for (const { twins, residuals } of (
        await loadAccounting(own.db, await theRound(own.db), ids)
      ).values()) {
        expect(twins.every(isNone)).toBe(true);
        expect(residuals.map(({ identity }): Count => identity).every(isNone)).toBe(true);
      }
    }),
    { numRuns: 20 },
  );
}, 180_000);
