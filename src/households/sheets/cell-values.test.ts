import { expect, test } from 'vitest';
import { day, showDay } from '../../shared/day.ts';
import { type ReadCell, textCell } from '../../shared/sheet/cells.ts';
import { isBlank, readBirth, readDay, readRelation, readSex } from './cell-values.ts';

const TODAY = day('2025-11-05');

function dayCell(on: string): ReadCell {
  return { kind: 'day', value: day(on), text: showDay(day(on)) };
}

/** What a reader makes of a cell, and what it says. */
function told<T>(reader: (say: (message: string) => void) => T) {
  const said: string[] = [];
  const value = reader((message) => said.push(message));
  return { value, said: said.join(' ') };
}
const birthOf = (cell: ReadCell) => told((say) => readBirth(cell, TODAY, say));

test('a year that Excel took for a day of 1905 is no day of birth', () => {
  expect(birthOf(dayCell('1905-06-02'))).toEqual({
    value: undefined,
    said: 'Ô định dạng Ngày mà ghi 1980 nên Excel hiểu là ngày 02/06/1905. Hãy định dạng cột là Văn bản rồi ghi lại năm sinh.',
  });
  expect(birthOf(dayCell('1905-03-14')).said).toContain('ghi 1900');
  expect(birthOf(dayCell('1905-09-30')).said).toContain('ghi 2100');
  expect(told((say) => readDay(dayCell('1905-07-17'), TODAY, say)).said).toBe(
    'Ô định dạng Ngày mà ghi 2025 nên Excel hiểu là ngày 17/07/1905. Hãy ghi đủ ngày, như 05/11/2025.',
  );
});

test('whoever was born in 1905 says so in words, or on another day', () => {
  expect(birthOf(textCell('02/06/1905')).value).toEqual({ year: 1905, on: '1905-06-02' });
  expect(birthOf(dayCell('1905-03-13')).value?.year).toBe(1905);
  expect(birthOf(dayCell('1905-10-01')).value?.year).toBe(1905);
});

test('a text of a whole page is quoted by its beginning', () => {
  const long = textCell('Ế'.repeat(32_000));
  for (const reader of [readSex, readRelation]) {
    const { said } = told((say) => reader(long, say));
    expect(said).toContain(`“${'Ế'.repeat(60)}…”`);
    expect(said.length).toBeLessThan(200);
  }
});

test('a formula that computed an empty text is blank, one that computed nothing is not', () => {
  const formula = { kind: 'formula', text: '', formula: 'IF(A1="","","x")' } as const;
  expect(isBlank({ ...formula, value: '' })).toBe(true);
  expect(isBlank({ ...formula, value: null })).toBe(false);
  expect(isBlank({ kind: 'number', value: 0, text: '0' })).toBe(false);
});
