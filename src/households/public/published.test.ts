import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isSmall, type Marks } from './count-table.ts';
import { expectDoubt, reckon } from './fixtures/doubt.ts';
import { anyYears, commune, countsOf, yearOf } from './fixtures/years.ts';
import type { PublicYear } from './public-year.ts';
import { inOrder, publish, publishYear } from './published.ts';
import { NOTHING_STANDS } from './suppression.ts';
import { countKey, tableOf } from './year-table.ts';

const A = commune('a', countsOf(300, [90, 87], [40, 30]), 'now');
const B = commune('b', countsOf(400, [80, 60], [50, 45]), 'now');
const C = commune('c', countsOf(500, [70, 50], [60, 30]), 'beside');
const D = commune('d', countsOf(600, [60, 40], [70, 20]), 'beside');

/** The last table with its proof, as `publish` comes to it. */
function lastOf(years: readonly PublicYear[]) {
  const order = inOrder(years);
  let last = publishYear([], yearOf(2000, []), NOTHING_STANDS);
  for (const [at, year] of order.entries())
    last = publishYear(order.slice(0, at), year, at === 0 ? NOTHING_STANDS : last.suppression);
  return { table: last.table, found: last.suppression };
}

describe('a few households of a group in one commune', () => {
  const year = yearOf(2024, [A, B, C, D]);
  const { marks } = publish([year]);
  const mark = (row: string, column: Parameters<typeof countKey>[2]) =>
    marks.get(countKey(2024, row, column));

  test('are not told, nor by the others of the row, nor by the unit of today that it went into', () => {
    expect(mark('then:a', 'poorKinh')).toBe('small');
    expect(mark('then:a', 'poorMinority')).toBe('hidden');
    expect(mark('then:b', 'poorKinh')).toBe('hidden');
    expect(mark('then:b', 'poorMinority')).toBe('hidden');
  });

  test('leave every other number of the province in sight', () => {
    expect([...marks.values()].filter((one) => one !== 'shown')).toHaveLength(4);
    expect(mark('today:now', 'poorKinh')).toBe('shown');
    expect(mark('province', 'poorKinh')).toBe('shown');
    expect(mark('then:a', 'poor')).toBe('shown');
  });

  test('are found by subtraction as soon as one hidden count is told', () => {
    const table = tableOf([], year);
    const told = new Map(marks).set(countKey(2024, 'then:b', 'poorKinh'), 'shown');
    const key = countKey(2024, 'then:a', 'poorKinh');
    expect(reckon(table, told).get(key)).toEqual([3, 3]);
    const [least = 0, most = 0] = reckon(table, marks).get(key) ?? [];
    expect([least <= 1, most >= 4]).toEqual([true, true]);
  });
});

test('few poor households leave the rest of the total free, for nobody prints it', () => {
  const few = [commune('a', countsOf(300, [3, 3], [40, 30]), 'now'), B, C, D];
  const { marks } = publish([yearOf(2024, few)]);
  expect(marks.get(countKey(2024, 'then:a', 'total'))).toBe('shown');
  expect(marks.get(countKey(2024, 'then:a', 'nearPoor'))).toBe('shown');
  expect(marks.get(countKey(2024, 'then:a', 'poor'))).toBe('small');
  expect(marks.get(countKey(2024, 'then:b', 'poor'))).toBe('hidden');
});

test('a year after: what stood is still so, and a row that has not changed tells nothing', () => {
  const first = yearOf(2024, [A, B, C, D]);
  const grown = commune('a', countsOf(310, [92, 80], [40, 30]), 'now');
  const second = yearOf(2025, [grown, B, C, D]);
  const { marks } = publish([first, second]);
  const before = publish([first]).marks;
  for (const [key, mark] of before) expect(marks.get(key)).toBe(mark);
  // B has not changed: told in 2025, it would tell B of 2024, and that would tell A of 2024.
  expect(marks.get(countKey(2025, 'then:b', 'poorKinh'))).not.toBe('shown');
  const { table, found } = lastOf([first, second]);
  expectDoubt(table, found);
});

test('a year made official later is fitted to what was printed before, whatever its number', () => {
  const early = { ...yearOf(2023, [A, B, C, D]), officialOn: yearOf(2026, []).officialOn };
  const late = yearOf(2024, [A, B, C, D]);
  expect(inOrder([early, late]).map(({ year }) => year)).toEqual([2024, 2023]);
  const alone = publish([late]).marks;
  const both = publish([early, late]).marks;
  for (const [key, mark] of alone) expect(both.get(key)).toBe(mark);
});

test('a commune without a recognised review is no part of any sum, and its unit has none', () => {
  const year = yearOf(2024, [A, commune('b', undefined, 'now'), C, D]);
  const { marks } = publish([year]);
  expect([...marks.keys()].filter((key) => key.includes('now'))).toEqual([]);
  expect(marks.get(countKey(2024, 'province', 'total'))).toBe('shown');
});

describe('whatever the years, the mergers and the rows that stay the same', () => {
  test('each small count of each year may be 1, 2, 3 or 4', () => {
    fc.assert(
      fc.property(anyYears, (years) => {
        const { table, found } = lastOf(years);
        // Rather nothing of a year than too much: it has not been seen to happen, and may.
        if (found.withheld) return expectSilence(found.marks, years.at(-1)?.year ?? 0);
        expectDoubt(table, found);
      }),
      { numRuns: 60 },
    );
  });

  test('no small count is bounded by both views, all years and all files together', () => {
    fc.assert(
      fc.property(anyYears, (years) => {
        const { table, found } = lastOf(years);
        if (found.withheld) return;
        const bounds = reckon(table, found.marks);
        for (const { key, value } of table.counts.filter((one) => isSmall(one.value))) {
          const [least, most] = bounds.get(key) ?? [value, value];
          expect([least <= 1, most >= 4], `${key} in ${least} to ${most}`).toEqual([true, true]);
        }
      }),
      { numRuns: 60 },
    );
  });
});

function expectSilence(marks: Marks, year: number): void {
  const own = [...marks].filter(([key]) => key.startsWith(`${year}/`));
  expect(own.filter(([, mark]) => mark !== 'hidden')).toEqual([]);
}
