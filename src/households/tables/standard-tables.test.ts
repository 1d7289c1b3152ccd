import { describe, expect, test } from 'vitest';
import type { ChangeCell } from './change-tables.ts';
import { amountOf, headOf, type TableContext } from './standard-table.ts';
import { findTable, STANDARD_TABLES } from './standard-tables.ts';
import { minoritiesOf, remarksOf, rowsOf, type TableUnit, whyMissing } from './table-rows.ts';
import type { MarkCounts, UnitCells } from './unit-cells.ts';

const CONTEXT: TableContext = {
  indicators: [
    { key: 'nutrition', name: 'Dinh dưỡng' },
    { key: 'waterSource', name: 'Nguồn nước' },
  ],
  minorities: ['08', '03'],
};

function way(
  opening: ChangeCell['opening'],
  closing: ChangeCell['closing'],
  households: number,
  more: Partial<ChangeCell> = {},
): ChangeCell {
  const people = { openingMembers: households * 5, members: households * 5, grew: 0 };
  return { opening, closing, relapsed: false, households, ...people, ...more };
}

function cells(changes: readonly ChangeCell[], marks: Record<string, MarkCounts> = {}): UnitCells {
  return { changes, marks: new Map(Object.entries(marks)) };
}

function amounts(key: string, of: UnitCells, split: 'households' | 'members' = 'households') {
  return columnsOf(key).map((column) => amountOf(column, of, split));
}

function columnsOf(key: string) {
  const table = findTable(key);
  if (!table) throw new Error(`no table ${key}`);
  return table.columns(CONTEXT);
}

/** Cư Jút in the sample of another province, with "other" as it must have been. */
const CU_JUT = cells([
  way('poor', 'poor', 185),
  way('poor', 'near-poor', 64),
  way('poor', 'not-poor', 45),
  way('near-poor', 'poor', 5),
  way('near-poor', 'near-poor', 221),
  way('near-poor', 'not-poor', 50),
  way('not-poor', 'poor', 14),
  way('not-poor', 'near-poor', 18),
  way('not-poor', 'not-poor', 1000),
]);

describe('the change tables', () => {
  test('give the line of the sample, closing as it must be', () => {
    expect(amounts('2', CU_JUT)).toEqual([294, 64, 45, 0, 5, 0, 14, 0, 204]);
    expect(amounts('3', CU_JUT)).toEqual([276, 50, 5, 0, 64, 0, 18, 0, 303]);
    expect(amounts('2', CU_JUT, 'members')).toEqual([1470, 320, 225, 0, 25, 0, 70, 0, 1020]);
  });

  test('poor to near-poor and back are one number in both', () => {
    const [poor, near] = [amounts('2', CU_JUT), amounts('3', CU_JUT)];
    expect(poor[1]).toBe(near[4]);
    expect(poor[4]).toBe(near[2]);
  });

  test('people come and go in households that stay: "other" takes them, the sum holds', () => {
    const grown = cells([
      way('poor', 'poor', 2, { openingMembers: 9, members: 10, grew: 2 }),
      way('absent', 'poor', 1, { openingMembers: 0, members: 3 }),
      way('poor', 'gone', 1, { openingMembers: 4, members: 0 }),
    ]);
    expect(amounts('2', grown, 'members')).toEqual([13, 0, 0, 5, 0, 0, 0, 5, 13]);
  });
});

test('a number of a form is a place: 1, 2, 3 …, and a rate names what it divides', () => {
  for (const { key, columns } of STANDARD_TABLES)
    expect(
      columns(CONTEXT).map(({ number }) => number),
      `table ${key}`,
    ).toEqual(columns(CONTEXT).map((_, at) => at + 1));
  expect(columnsOf('1').map(headOf).slice(2, 4)).toEqual(['Nghèo (3)', 'Tỷ lệ % (4 = 3/1 × 100)']);
  for (const column of columnsOf('1')) {
    if (column.kind !== 'rate' || !column.from) continue;
    const [part, whole] = column.from.map((number) => amounts('1', CU_JUT)[number - 1] ?? 0);
    expect(amountOf(column, CU_JUT, 'households')).toBe(((part ?? 0) / (whole ?? 0)) * 100);
  }
});

test('the thirteen tables of the review are there, no key twice', () => {
  expect(STANDARD_TABLES.map(({ key }) => Number(key))).toEqual(
    [...Array(13).keys()].map((n) => n + 1),
  );
});

describe('what is lacking', () => {
  const marked = cells([way('poor', 'poor', 4)], {
    'deprived.nutrition': { poor: { households: 3, members: 15 } },
    'deprived.waterSource': {
      poor: { households: 1, members: 5 },
      'near-poor': { households: 9, members: 9 },
    },
  });

  test('is counted by indicator, and together', () => {
    expect(amounts('4', marked)).toEqual([4, 4, 3, 1]);
    expect(amounts('4', marked, 'members')).toEqual([20, 20, 15, 5]);
    expect(amounts('5', marked)).toEqual([4, 75, 25]);
  });

  test('has no rate where there is nobody, and says why', () => {
    expect(amounts('7', marked)).toEqual([0, null, null]);
    const unit = unitOf(marked);
    const [, column] = columnsOf('7');
    expect(column && whyMissing(unit, column)).toBe(
      'Không có hộ cận nghèo nào nên không có tỷ lệ.',
    );
  });
});

test('the groups of table 9 are the largest, the others together, Kinh apart', () => {
  const by = (households: number): MarkCounts => ({
    poor: { households, members: households * 5 },
  });
  const ethnic = cells([way('poor', 'poor', 20)], {
    'ethnic.01': by(2),
    'ethnic.03': by(5),
    'ethnic.08': by(9),
    'ethnic.46': by(4),
  });
  expect(minoritiesOf(ethnic)).toEqual(['08', '03', '46']);
  expect(amounts('9', ethnic).slice(0, 6)).toEqual([20, 2, 18, 9, 5, 4]);
});

function unitOf(of: UnitCells | null, asked = 1, begun = of ? 1 : 0): TableUnit {
  const coverage = { asked, begun, recognised: 0 };
  const face = { id: 'x', level: 'province' as const, number: '', name: 'Tỉnh' };
  return { ...face, cells: of, coverage, estimated: false };
}

test('not reported is no zero: a dash in every column, and a word', () => {
  const table = findTable('2') ?? STANDARD_TABLES[0];
  if (!table) throw new Error('no table');
  const rows = rowsOf({ table, columns: table.columns(CONTEXT), units: [unitOf(null)] });
  expect(rows).toHaveLength(2);
  expect(rows[0]?.amounts.every((amount) => amount === null)).toBe(true);
  expect(remarksOf(unitOf(null))).toBe('chưa báo cáo');
});

test('a sum over a part says what is missing, and who is not yet reviewed', () => {
  const pending = cells([way('poor', 'pending', 1200), way('poor', 'poor', 3)]);
  expect(remarksOf(unitOf(pending, 3, 2))).toBe('còn 1 xã chưa báo cáo; còn 1.200 hộ chưa rà soát');
  expect(remarksOf(unitOf(cells([]), 3, 3))).toBe('');
});
