import { expect, test } from 'vitest';
import { newId } from '../../shared/identity.ts';
import type { PovertyStandard } from './poverty-standard.ts';
import { readIndicator, readStandard } from './standard-draft.ts';
import { copyOf, typedStandard } from './typed-standard.ts';

const line = {
  ...{ incomeLine: 1500000, averageLine: 2250000, sureScore: null, scoreLine: 140 },
  ...{ source: 'Nghị định 07/2021/NĐ-CP', confirmed: true },
};
const STANDARD: PovertyStandard = {
  ...{ id: newId(), name: 'Chuẩn nghèo đa chiều 2022–2026', firstYear: 2022, lastYear: 2026 },
  ...{ pointsEach: 10, deprivationCut: 30, source: 'Nghị định 07/2021/NĐ-CP', confirmed: true },
  lines: { rural: { ...line, areaType: 'rural' }, urban: { ...line, areaType: 'urban' } },
  indicators: [
    {
      ...{ key: 'waterSource', dimension: 'Nước', name: 'Nguồn nước sinh hoạt' },
      ...{ deprivedWhen: 'Không có nguồn nước sạch.', source: 'Nghị định', confirmed: true },
    },
  ],
};

const faultsOf = (typed: Record<string, string>) => {
  const read = readStandard({ ...typedStandard(STANDARD), ...typed }, 12);
  return 'faults' in read ? read.faults.map(({ field }) => field) : [];
};

test('what is stored is read back from its own form', () => {
  const { id: _id, indicators: _indicators, ...wish } = STANDARD;
  expect(readStandard(typedStandard(STANDARD), 12)).toEqual(wish);
});

test('a score that is not known yet is left blank, and that is no fault', () => {
  const read = readStandard({ ...typedStandard(STANDARD), 'rural.scoreLine': '' }, 12);
  expect('lines' in read && read.lines.rural.scoreLine).toBe(null);
});

test.each([
  ['a year before the first', { lastYear: '2021' }, ['lastYear']],
  ['an income in words', { 'rural.incomeLine': 'một triệu rưỡi' }, ['rural.incomeLine']],
  [
    'an income without a decimal of dong',
    { 'rural.incomeLine': '1500000,5' },
    ['rural.incomeLine'],
  ],
  ['an average under the line', { 'urban.averageLine': '1000000' }, ['urban.averageLine']],
  ['a score that is no score', { 'urban.scoreLine': '140,5' }, ['urban.scoreLine']],
  ['a score above the table', { 'urban.scoreLine': '1001' }, ['urban.scoreLine']],
  ['a year that cannot be', { firstYear: '2015' }, ['firstYear']],
  ['no income at all', { 'urban.incomeLine': '0' }, ['urban.incomeLine']],
  ['a sure score above the other', { 'rural.sureScore': '150' }, ['rural.sureScore']],
  ['a cut that no household reaches', { deprivationCut: '130' }, ['deprivationCut']],
  ['a part without its source', { 'rural.source': ' ' }, ['rural.source']],
])('%s is told at its field', (_, typed, fields) => {
  expect(faultsOf(typed)).toEqual(fields);
});

test('an indicator needs a name, its words and a source', () => {
  const read = readIndicator({ name: '', deprivedWhen: 'Không', source: '' });
  expect('faults' in read && read.faults.map(({ field }) => field)).toEqual([
    ...['source', 'name', 'deprivedWhen'],
  ]);
});

test('a copy is unnamed, unconfirmed throughout and begins when the other ends', () => {
  const copy = copyOf(STANDARD, newId());
  expect([copy.name, copy.firstYear, copy.lastYear]).toEqual(['', 2027, 2031]);
  const parts = [copy, copy.lines.rural, copy.lines.urban, ...copy.indicators];
  expect(parts.some(({ confirmed }) => confirmed)).toBe(false);
});
