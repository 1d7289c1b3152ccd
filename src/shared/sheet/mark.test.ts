import { strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { day } from '../day.ts';
import { ERROR_HEADER, markErrors } from './mark.ts';
import { readSheet } from './read.ts';
import { type SheetPage, writeSheet } from './write.ts';

const PAGE: SheetPage = {
  name: 'Hộ',
  columns: [
    { header: 'Tên', kind: 'text', note: 'Đủ họ tên' },
    { header: 'Số', kind: 'number' },
    { header: 'Ngày', kind: 'day' },
  ],
  rows: [
    ['Lò Văn A', 1234.5, day('2025-11-19')],
    ['Vàng Thị B', 2, '31/2/2025'],
    ['=1+1', null, null],
  ],
};

describe('a file given back with its errors', () => {
  it('has the reason beside each wrong row and all else as it was', async () => {
    const original = await writeSheet({
      sheets: [PAGE, { ...PAGE, name: 'Khác' }],
      keys: { id: '7' },
    });
    const marked = await markErrors(original, [
      { sheet: 'Hộ', row: 3, message: 'Ngày 31/2 không có trên lịch' },
      { sheet: 'Hộ', row: 3, message: 'Số < 5 & "lạ"' },
      { sheet: 'Hộ', row: 9, message: 'Thiếu dòng' },
      { sheet: 'Không có', row: 1, message: 'x' },
    ]);
    const before = await readSheet(original);
    const after = await readSheet(marked);
    expect(column(after, 3)).toEqual([
      [1, ERROR_HEADER],
      [3, 'Ngày 31/2 không có trên lịch\nSố < 5 & "lạ"'],
      [9, 'Thiếu dòng'],
    ]);
    expect(after.sheets.slice(1)).toEqual(before.sheets.slice(1));
    const kept = after.sheets[0]?.rows.filter((row) => row.number < 9);
    expect(
      kept?.map((row) => row.cells.slice(0, 3).filter(({ kind }) => kind !== 'empty')),
    ).toEqual(
      before.sheets[0]?.rows.map((row) => row.cells.filter(({ kind }) => kind !== 'empty')),
    );
  });

  it('touches only the sheet and the styles inside the package', async () => {
    const original = await writeSheet({ sheets: [PAGE, { ...PAGE, name: 'Khác' }] });
    const withExtra = zipSync({
      ...unzipSync(original),
      'xl/vba/extra.bin': strToU8('giữ nguyên'),
    });
    const marked = unzipSync(await markErrors(withExtra, [{ sheet: 'Hộ', row: 2, message: 'x' }]));
    const files = unzipSync(withExtra);
    const changed = Object.keys(files).filter(
      (path) => !Buffer.from(files[path] ?? []).equals(marked[path] ?? Buffer.of()),
    );
    expect(changed.sort()).toEqual(['xl/styles.xml', 'xl/worksheets/sheet1.xml']);
    const sheet = new TextDecoder().decode(marked['xl/worksheets/sheet1.xml']);
    expect(sheet).toContain('<formula>LEN($D2)&gt;0</formula>');
  });

  it('sent in again, gets new reasons in the same column', async () => {
    const original = await writeSheet({ sheets: [PAGE] });
    const first = await markErrors(original, [{ sheet: 'Hộ', row: 2, message: 'Sai một' }]);
    const second = await markErrors(first, [{ sheet: 'Hộ', row: 4, message: 'Sai hai' }]);
    expect(column(await readSheet(second), 3)).toEqual([
      [1, ERROR_HEADER],
      [4, 'Sai hai'],
    ]);
    expect((await readSheet(second)).sheets[0]?.rows[0]?.cells).toHaveLength(4);
    const sheet = new TextDecoder().decode(unzipSync(second)['xl/worksheets/sheet1.xml']);
    expect(sheet.match(/conditionalFormatting sqref/g)).toHaveLength(1);
    const clean = await markErrors(second, []);
    expect(column(await readSheet(clean), 3)).toEqual([[1, ERROR_HEADER]]);
  });

  it('stands beside the header row when titles are above', async () => {
    const original = await writeSheet({ sheets: [{ ...PAGE, title: ['Biểu 1', 'Xã A'] }] });
    const marked = await markErrors(original, [{ sheet: 'Hộ', row: 4, message: 'x' }], 3);
    expect(column(await readSheet(marked), 3)).toEqual([
      [3, ERROR_HEADER],
      [4, 'x'],
    ]);
  });

  it('comes back as .xlsx when it came as CSV, row for row', async () => {
    const csv = strToU8('Tên;Số\nA;1\n\nB;x');
    const marked = await markErrors(csv, [{ sheet: 'ds', row: 4, message: 'Số phải là số' }]);
    const book = await readSheet(marked);
    expect(
      book.sheets[0]?.rows.map(({ number, cells }) => [number, ...cells.map((c) => c.text)]),
    ).toEqual([
      [1, 'Tên', 'Số', ERROR_HEADER],
      [2, 'A', '1'],
      [4, 'B', 'x', 'Số phải là số'],
    ]);
  });
});

function column(book: Awaited<ReturnType<typeof readSheet>>, at: number) {
  const rows = book.sheets[0]?.rows ?? [];
  return rows.flatMap(({ number, cells }) => (cells[at] ? [[number, cells[at].text]] : []));
}
