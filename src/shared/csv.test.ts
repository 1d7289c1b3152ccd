import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseCsv, readCsv, writeCsv } from './csv.ts';

test('whatever cells are written are read back', () => {
  const cell = fc.string({ unit: fc.constantFrom('a', 'Ư', ',', '"', '\n', '\r', ' ', ';') });
  const rows = fc.array(fc.array(cell, { minLength: 1, maxLength: 4 }), { maxLength: 5 });
  fc.assert(
    fc.property(rows, (cells) => {
      expect(parseCsv(writeCsv(cells))).toEqual(cells);
    }),
  );
});

test('a quoted cell holds commas, quotes and line breaks', () => {
  expect(parseCsv('a,"b, ""c""\nd"\r\ne,')).toEqual([
    ['a', 'b, "c"\nd'],
    ['e', ''],
  ]);
});

test('a mark at the start, empty lines and a missing last line break do no harm', () => {
  expect(parseCsv('\uFEFFmã,tên\n\n03388,Đoàn Kết')).toEqual([
    ['mã', 'tên'],
    ['03388', 'Đoàn Kết'],
  ]);
  expect(parseCsv('')).toEqual([]);
});

test('rows come under the names of the first line, a short row with empty cells', () => {
  expect(readCsv('code,name\n03388,Đoàn Kết\n03390\n')).toEqual([
    { code: '03388', name: 'Đoàn Kết' },
    { code: '03390', name: '' },
  ]);
});
