import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Count, type CountTable, isSmall, type Mark, type Marks } from './count-table.ts';
import { expectDoubt, reckon } from './fixtures/doubt.ts';
import { suppress } from './suppression.ts';

/** Rows by columns with both margins, as `{ 'a/x': 3 }`; sums are under `sum`. */
function twoWay(rows: Readonly<Record<string, Readonly<Record<string, number>>>>): CountTable {
  const names = Object.keys(rows);
  const columns = Object.keys(rows[names[0] ?? ''] ?? {});
  const at = (row: string, column: string): number => {
    if (column === 'sum') return columns.reduce((total, one) => total + at(row, one), 0);
    if (row === 'sum') return names.reduce((total, one) => total + at(one, column), 0);
    return rows[row]?.[column] ?? 0;
  };
  const all = (keys: readonly string[]) => [...keys, 'sum'];
  const weight = (row: string, column: string) =>
    (row === 'sum' ? 10 : 1) * (column === 'sum' ? 100 : 10);
  return {
    counts: all(names).flatMap((row) =>
      all(columns).map((column) => ({
        ...{ key: `${row}/${column}`, value: at(row, column), weight: weight(row, column) },
      })),
    ),
    relations: [
      ...all(names).map((row) => ({
        total: `${row}/sum`,
        parts: columns.map((column) => `${row}/${column}`),
      })),
      ...all(columns).map((column) => ({
        total: `sum/${column}`,
        parts: names.map((row) => `${row}/${column}`),
      })),
    ],
  };
}

const printed = (marks: Marks, wanted: Mark) =>
  [...marks].filter(([, mark]) => mark === wanted).map(([key]) => key);

describe('a small count', () => {
  test('is hidden, and with it what would tell it in its row and column', () => {
    const { marks } = suppress(
      twoWay({ a: { x: 3, y: 40 }, b: { x: 60, y: 50 }, c: { x: 90, y: 70 } }),
    );
    expect(printed(marks, 'small')).toEqual(['a/x']);
    expect(printed(marks, 'hidden')).toEqual(['a/y', 'b/x', 'b/y']);
  });

  test('that has another beside it hides no more than it must', () => {
    const { marks } = suppress(
      twoWay({ a: { x: 2, y: 40 }, b: { x: 3, y: 50 }, c: { x: 9, y: 9 } }),
    );
    expect(printed(marks, 'small')).toEqual(['a/x', 'b/x']);
    expect(printed(marks, 'hidden')).toEqual(['a/y', 'b/y']);
  });

  test('that a narrow sum would bound is told by a third: 1 + 1 = 2 leaves no doubt', () => {
    const table = twoWay({ a: { x: 1, y: 40 }, b: { x: 1, y: 50 }, c: { x: 9, y: 9 } });
    const found = suppress(table);
    expect(found.marks.get('c/x')).toBe('hidden');
    expectDoubt(table, found);
  });

  test('of 0 is printed, 5 is printed', () => {
    const { marks } = suppress(twoWay({ a: { x: 0, y: 5 }, b: { x: 6, y: 0 } }));
    expect(printed(marks, 'shown')).toHaveLength(9);
  });

  test('that is a sum of ones is no sum any more', () => {
    const table = twoWay({ a: { x: 1, y: 90 }, b: { x: 1, y: 90 }, c: { x: 1, y: 90 } });
    expectDoubt(table, suppress(table));
  });
});

test('a table that stands is not changed by a later one', () => {
  const first = twoWay({ a: { x: 3, y: 40 }, b: { x: 60, y: 50 } });
  const standing = suppress(first);
  const { marks } = standing;
  const fixed = first.counts.map((one) => ({ ...one, weight: Number.POSITIVE_INFINITY }));
  const later: Count = { key: 'later', value: 60, weight: 1 };
  // A reader may take b/x of the first year for that of the later one: then it must not be told.
  const joined = {
    counts: [...fixed, later],
    relations: [...first.relations, { total: 'later', parts: ['b/x'] }],
  };
  const both = suppress(joined, standing);
  expect(both.marks.get('later')).toBe('hidden');
  for (const [key, mark] of marks) expect(both.marks.get(key)).toBe(mark);
  expectDoubt(joined, both);
});

const small = fc.oneof(
  { weight: 3, arbitrary: fc.integer({ min: 0, max: 6 }) },
  { weight: 2, arbitrary: fc.integer({ min: 5, max: 300 }) },
);
const tables = fc
  .tuple(fc.integer({ min: 1, max: 7 }), fc.integer({ min: 1, max: 4 }))
  .chain(([rows, columns]) =>
    fc.array(fc.array(small, { minLength: columns, maxLength: columns }), {
      ...{ minLength: rows, maxLength: rows },
    }),
  )
  .map((rows) =>
    twoWay(
      Object.fromEntries(
        rows.map((row, r) => [`r${r}`, Object.fromEntries(row.map((one, c) => [`c${c}`, one]))]),
      ),
    ),
  );

describe('whatever the table', () => {
  test('each small count may be 1, 2, 3 or 4 for all that is printed', () => {
    fc.assert(
      fc.property(tables, (table) => {
        expectDoubt(table, suppress(table));
      }),
      { numRuns: 300 },
    );
  });

  test('no equation or bound pins a hidden count, by a reader who reckons on his own', () => {
    fc.assert(
      fc.property(tables, (table) => {
        const { marks, withheld } = suppress(table);
        const hidden = table.counts.filter(({ key }) => marks.get(key) !== 'shown');
        if (withheld) return;
        const bounds = reckon(table, marks);
        for (const { key, value } of hidden) {
          const [least, most] = bounds.get(key) ?? [value, value];
          expect(most - least, `${key} = ${value} lies in ${least} to ${most}`).toBeGreaterThan(0);
          if (!isSmall(value)) continue;
          expect([least <= 1, most >= 4], `${key} lies in ${least} to ${most}`).toEqual([
            true,
            true,
          ]);
        }
      }),
      { numRuns: 300 },
    );
  });
});

test('the reckoning reader does find what is not protected', () => {
  const table = twoWay({ a: { x: 3, y: 40 }, b: { x: 60, y: 50 } });
  const { marks } = suppress(table);
  const careless = new Map(marks).set('a/y', 'shown');
  expect(reckon(table, careless).get('a/x')).toEqual([3, 3]);
});
