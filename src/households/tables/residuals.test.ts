import { expect, test } from 'vitest';
import type { ChangeCell } from './change-tables.ts';
import { accountingOf, type Explanation, residualsOf, unexplained } from './residuals.ts';
import type { UnitCells } from './unit-cells.ts';

function cell(
  opening: ChangeCell['opening'],
  closing: ChangeCell['closing'],
  households: number,
  people: { readonly before?: number; readonly after?: number; readonly grew?: number } = {},
): ChangeCell {
  const { before = 0, after = 0, grew = 0 } = people;
  return {
    opening,
    closing,
    relapsed: false,
    households,
    openingMembers: before,
    members: after,
    grew,
  };
}

function cells(...changes: ChangeCell[]): UnitCells {
  return { changes, marks: new Map() };
}

const LAST = cells(
  cell('poor', 'poor', 9, { before: 40, after: 41 }),
  cell('near-poor', 'near-poor', 3, { before: 12, after: 12 }),
);

const NOW = cells(
  cell('poor', 'poor', 6, { before: 26, after: 27, grew: 2 }),
  cell('poor', 'near-poor', 2, { before: 10, after: 9, grew: 0 }),
  cell('poor', 'pending', 2, { before: 9, after: 9 }),
  cell('near-poor', 'near-poor', 3, { before: 12, after: 12 }),
);

test('whatever moved, opening and changes come to the closing; a pending one is neither', () => {
  for (const { identity } of residualsOf(NOW, null))
    expect(identity).toEqual({ households: 0, members: 0 });
});

test('an opening that is not the closing of last year is a difference, people apart', () => {
  const [poor, nearPoor] = residualsOf(NOW, LAST);
  expect(poor?.lastClosing).toEqual({ households: 9, members: 41 });
  expect(poor?.total).toEqual({ households: 1, members: 4 });
  expect(nearPoor?.total).toEqual({ households: 0, members: 0 });
});

test('without a whole year before there is nothing to compare, and nothing to explain', () => {
  const [poor] = residualsOf(NOW, null);
  expect(poor?.lastClosing).toBeNull();
  expect(poor?.total).toEqual({ households: 0, members: 0 });
});

test('last year, who was not yet reviewed counts as at its opening', () => {
  const [poor] = residualsOf(NOW, cells(cell('poor', 'pending', 10, { before: 45, after: 45 })));
  expect(poor?.total).toEqual({ households: 0, members: 0 });
});

test('a reason holds for the difference that it was given for, and for no other', () => {
  const given = (households: number): Explanation => ({
    ...{ table: 'poor', households, members: 4, reason: 'Sót một hộ ở Bản Một' },
    ...{ at: new Date(0), personName: 'Tẩn Thị Thử' },
  });
  expect(unexplained(accountingOf(NOW, LAST, [])).map(({ table }) => table)).toEqual(['poor']);
  expect(unexplained(accountingOf(NOW, LAST, [given(1)]))).toEqual([]);
  expect(unexplained(accountingOf(NOW, LAST, [given(2)])).map(({ table }) => table)).toEqual([
    'poor',
  ]);
});

test('poor to near-poor is one number in both tables', () => {
  expect(accountingOf(NOW, LAST, []).twins).toEqual([
    { households: 0, members: 0 },
    { households: 0, members: 0 },
  ]);
});
