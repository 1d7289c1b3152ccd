import { expect, test } from 'vitest';
import type { PovertyStandard } from '../standard/poverty-standard.ts';
import { columnName, convertField, meaningField, readColumns } from './columns-draft.ts';
import type { SheetPlan } from './sheet-plan.ts';

const STANDARD = { indicators: [] } as unknown as PovertyStandard;
const column = (position: number, meaning: string | null, font: 'vni' | null = null) => ({
  ...{ position, meaning, font, heading: `Cột ${position}`, samples: [], convert: font !== null },
});
const PLAN: SheetPlan = {
  ...{ name: 'Hộ', role: 'households', headerRow: 1 },
  columns: [column(0, 'code'), column(1, 'headName', 'vni'), column(2, null)],
};

test('a form that sends some columns leaves the others as they were', () => {
  const { plans } = readColumns([PLAN], STANDARD, { [meaningField(0, 2)]: 'note' });
  expect(plans[0]?.columns).toEqual([...PLAN.columns.slice(0, 2), column(2, 'note')]);
});

test('a box that is not ticked counts beside its column', () => {
  const typed = { [meaningField(0, 1)]: 'headName' };
  const convertOf = (more: Record<string, string>) =>
    readColumns([PLAN], STANDARD, { ...typed, ...more }).plans[0]?.columns[1]?.convert;
  expect(convertOf({})).toBe(false);
  expect(convertOf({ [convertField(0, 1)]: 'yes' })).toBe(true);
});

test('a heading of a whole page is named by its beginning', () => {
  expect(columnName({ ...column(2, null), heading: 'x'.repeat(500) })).toBe(
    `C: ${'x'.repeat(60)}…`,
  );
});
