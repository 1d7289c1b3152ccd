import { describe, expect, it } from 'vitest';
import { matchColumns } from './match.ts';

const WANTED = [
  { key: 'name', names: ['Họ và tên', 'Họ tên'] },
  { key: 'born', names: ['Ngày sinh'] },
  { key: 'group', names: ['Tổ'] },
] as const;

describe('the headers of a table', () => {
  it('are found whatever their accents, case, marks and hints', () => {
    const { columns, unknown, missing } = matchColumns(
      ['STT', 'HO VA TEN (*)', '2. Ngày sinh (ngày/tháng/năm)', ' ', 'tổ'],
      WANTED,
    );
    expect(Object.fromEntries(columns)).toEqual({ name: 1, born: 2, group: 4 });
    expect(unknown).toEqual([{ column: 0, header: 'STT' }]);
    expect(missing).toEqual([]);
  });

  it('are taken with their accents first', () => {
    expect(matchColumns(['Tộ', 'Tổ'], WANTED).columns.get('group')).toBe(1);
  });

  it('serve one key once: a double header and a missing one are told', () => {
    const { columns, unknown, missing } = matchColumns(['Họ tên', 'Họ và tên', 'Tổ'], WANTED);
    expect(columns.get('name')).toBe(0);
    expect(unknown).toEqual([{ column: 1, header: 'Họ và tên' }]);
    expect(missing).toEqual(['born']);
  });

  it('decomposed accents are the same header', () => {
    const headers = ['Họ tên'.normalize('NFD')];
    expect(matchColumns(headers, WANTED).columns.get('name')).toBe(0);
  });
});
