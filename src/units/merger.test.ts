import { expect, test } from 'vitest';
import { type MergerRow, mergedOf, planRibbons } from './merger.ts';

function row(oldName: string, districtName: string, newName: string): MergerRow {
  const source = 'Khoản 1 Điều 1';
  return {
    oldId: oldName,
    oldName,
    districtId: districtName,
    districtName,
    newId: newName,
    newName,
    source,
  };
}

const ROWS = [
  row('A1', 'A', 'X'),
  row('A2', 'A', 'Y'),
  row('B1', 'B', 'Z'),
  row('C1', 'C', 'X'),
  row('C2', 'C', 'C2'),
];

test('a new commune knows its parts, the districts that they came from, and whether it kept its land', () => {
  const [x] = mergedOf(ROWS);
  expect(x).toMatchObject({ name: 'X', districts: ['A', 'C'], keptLand: false });
  expect(x?.from.map((one) => one.oldName)).toEqual(['A1', 'C1']);
  expect(mergedOf(ROWS).find((one) => one.id === 'C2')?.keptLand).toBe(true);
});

test('every old commune has one ribbon, no two share an end, and districts that share stand together', () => {
  const { ribbons, targets, districts } = planRibbons(ROWS);
  const places = [0.5, 1.5, 2.5, 3.5, 4.5];
  expect(ribbons.map((one) => one.from).sort()).toEqual(places);
  expect(ribbons.map((one) => one.to).sort()).toEqual(places);
  expect(targets.map((one) => one.merged.name).sort()).toEqual(['C2', 'X', 'Y', 'Z']);
  const order = districts.map((one) => one.name);
  expect(Math.abs(order.indexOf('A') - order.indexOf('C'))).toBe(1);
  expect(ribbons.filter((one) => one.crosses).map((one) => one.row.newName)).toEqual(['X', 'X']);
});
