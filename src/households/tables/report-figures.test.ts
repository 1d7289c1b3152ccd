import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { ChangeCell } from './change-tables.ts';
import { REVIEWED_FIGURES, reportFigures } from './report-figures.ts';
import type { UnitCells } from './unit-cells.ts';

const anyCell = fc
  .record({
    opening: fc.constantFrom('absent', 'poor', 'near-poor', 'not-poor'),
    closing: fc.constantFrom('gone', 'poor', 'near-poor', 'not-poor', 'pending'),
    relapsed: fc.boolean(),
    households: fc.nat(500),
  })
  .map(
    ({ opening, closing, relapsed, households }): ChangeCell => ({
      ...{ opening, closing, households, openingMembers: 0, members: 0, grew: 0 },
      relapsed:
        relapsed && opening === 'not-poor' && (closing === 'poor' || closing === 'near-poor'),
    }),
  );

function figures(changes: readonly ChangeCell[]) {
  const cells: UnitCells = { changes, marks: new Map() };
  const amounts = reportFigures(cells, 0);
  return (slug: string) => amounts.get(slug)?.amount ?? Number.NaN;
}

test('the identities of the yearly form hold for any year, reviewed to its end or not', () => {
  fc.assert(
    fc.property(fc.array(anyCell, { maxLength: 30 }), (changes) => {
      const of = figures(changes);
      expect(of('poor_closing')).toBe(
        of('poor_opening') -
          of('poor_escaped') -
          of('poor_other_out') +
          of('poor_relapsed') +
          of('poor_new') +
          of('poor_other_in'),
      );
      expect(of('near_poor_closing')).toBe(
        of('near_poor_opening') - of('near_poor_out') + of('near_poor_in'),
      );
      expect(of('poor_closing') + of('near_poor_closing')).toBeLessThanOrEqual(
        of('households_total'),
      );
    }),
    { numRuns: 500 },
  );
});

test('who sank from near-poor to poor is newly poor, and the number says so', () => {
  const cell = { relapsed: false, openingMembers: 0, members: 0, grew: 0 };
  const cells: UnitCells = {
    changes: [
      { ...cell, opening: 'near-poor', closing: 'poor', households: 5 },
      { ...cell, opening: 'not-poor', closing: 'poor', households: 2 },
      { ...cell, opening: 'poor', closing: 'near-poor', households: 3 },
      { ...cell, opening: 'poor', closing: 'pending', households: 12 },
    ],
    marks: new Map([['ethnic.08', { poor: { households: 6, members: 30 } }]]),
  };
  const amounts = reportFigures(cells, 10);
  expect(amounts.get('poor_new')).toEqual({
    ...{ amount: 7, table: '2' },
    note: 'gồm 5 hộ từ cận nghèo xuống nghèo, vì biểu không có ô riêng',
  });
  expect(amounts.get('poor_escaped')?.note).toBe('gồm 3 hộ còn cận nghèo');
  expect(amounts.get('poor_closing')?.amount).toBe(19);
  expect(amounts.get('poor_closing')?.note).toBe('gồm 12 hộ chưa rà soát, tính theo diện đầu năm');
  expect(amounts.get('poor_ethnic')?.amount).toBe(16);
});

test('every figure that the form may ask has an amount, and no other', () => {
  const amounts = reportFigures({ changes: [], marks: new Map() }, 0);
  expect([...amounts.keys()].toSorted()).toEqual([...REVIEWED_FIGURES].toSorted());
});
