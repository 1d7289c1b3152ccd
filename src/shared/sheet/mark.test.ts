import { strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { day } from '../day.ts';
import type { ReadBook } from './cells.ts';
import { ERROR_HEADER } from './error-column.ts';
import { rawBook } from './fixtures/raw-book.ts';
import { markErrors, markedPieces } from './mark.ts';
import { readSheet } from './read.ts';
import { addErrorStyles } from './styles.ts';
import { type SheetPage, writeSheet } from './write.ts';
import { openZip } from './zip.ts';

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
    const marked = await markErrors(original, [{ sheet: 'Hộ', row: 4, message: 'x' }], {
      headerRows: new Map([['Hộ', 3]]),
    });
    expect(column(await readSheet(marked), 3)).toEqual([
      [3, ERROR_HEADER],
      [4, 'x'],
    ]);
  });

  it('has each column beside the headers of its own sheet', async () => {
    const sheets = [PAGE, { ...PAGE, name: 'Khác', title: ['Biểu 1', 'Xã A'] }];
    const headerRows = new Map([['Khác', 3]]);
    const original = await writeSheet({ sheets });
    const first = await markErrors(
      original,
      [
        { sheet: 'Hộ', row: 2, message: 'x' },
        { sheet: 'Khác', row: 5, message: 'y' },
      ],
      { headerRows },
    );
    const marked = await readSheet(first);
    expect(column(marked, 3)).toEqual([
      [1, ERROR_HEADER],
      [2, 'x'],
    ]);
    expect(column(marked, 3, 1)).toEqual([
      [3, ERROR_HEADER],
      [5, 'y'],
    ]);
    const mended = await readSheet(await markErrors(first, [], { headerRows }));
    expect(column(mended, 3)).toEqual([[1, ERROR_HEADER]]);
    expect(column(mended, 3, 1)).toEqual([[3, ERROR_HEADER]]);
  });

  it('stands right of merged cells, but for a title over all columns', async () => {
    const merges = '<mergeCell ref="A1:XFD1"/><mergeCell ref="B2:F2"/>';
    const rows = '<row r="1"><c r="A1"><v>1</v></c></row>';
    const original = rawBook(`<sheetData>${rows}</sheetData><mergeCells>${merges}</mergeCells>`);
    const marked = await readSheet(
      await markErrors(original, [{ sheet: 'S', row: 2, message: 'x' }]),
    );
    expect(column(marked, 6)).toEqual([
      [1, ERROR_HEADER],
      [2, 'x'],
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

describe('the looks of reasons', () => {
  const FOUND =
    /<font><b\/>.*<\/font><\/fonts>.*<xf numFmtId="49" fontId="1".*<\/cellXfs>.*<\/dxf><\/dxfs>/;

  it.each([
    '<styleSheet/>',
    '<styleSheet xmlns="m"></styleSheet>',
    '<styleSheet><fonts/><fills/><cellXfs><xf/></cellXfs><colors/></styleSheet>',
    '<styleSheet><fonts><font/></fonts><fills/><cellStyles/><dxfs count="0"/><extLst/></styleSheet>',
  ])('find their place in %s, and none becomes that of all cells', (before) => {
    const { xml, ...looks } = addErrorStyles(before);
    expect(xml).toMatch(FOUND);
    expect(xml.match(/<(fonts|fills|cellXfs|cellStyles|dxfs|colors|extLst)\b/g)).toEqual(
      ['<fonts', '<fills', '<cellXfs', '<cellStyles', '<dxfs', '<colors', '<extLst'].filter(
        (list) => xml.includes(list),
      ),
    );
    expect(looks).toEqual({ reasonStyle: 1, rowStyle: 1 });
  });

  it('take the prefix of the others', () => {
    const { xml } = addErrorStyles('<x:styleSheet><x:fonts><x:font/></x:fonts></x:styleSheet>');
    expect(xml.match(/<\/?\w+[\s/>]/g)).toBeNull();
  });
});

describe('a large file given back', () => {
  const ROWS = 20_000;
  const columns = ['Tên', 'Số', 'Ghi chú'].map((header) => ({ header, kind: 'text' }) as const);
  const rows = Array.from({ length: ROWS }, (_, at) => [
    `Lò Văn ${at}`,
    `${at * 7919}`,
    at % 3 ? null : 'Hộ & <khẩu>',
  ]);
  const errors = Array.from({ length: 700 }, (_, at) => ({
    sheet: 'Hộ',
    row: 2 + at * 28,
    message: `Dòng ${at} có ngày sinh sai`,
  }));

  it('has all its cells and its reasons', async () => {
    const original = await writeSheet({ sheets: [{ name: 'Hộ', columns, rows }] });
    const [before, marked] = [await readSheet(original), await markErrors(original, errors)];
    const after = await readSheet(marked);
    expect(column(after, 3)).toEqual([
      [1, ERROR_HEADER],
      ...errors.map(({ row, message }) => [row, message]),
    ]);
    expect(texts(after)).toEqual(texts(before));
    const again = await readSheet(await markErrors(marked, errors.slice(0, 1)));
    expect(column(again, 3)).toHaveLength(2);
    expect(texts(again)).toEqual(texts(before));
  });

  it('is refused before its first piece when it unpacks to too much', async () => {
    const original = await writeSheet({ sheets: [{ name: 'Hộ', columns, rows }] });
    const limits = { inflatedBytes: 1024 * 1024 };
    const pieces = markedPieces(original, errors, { limits });
    await expect(pieces.next()).rejects.toMatchObject({ key: 'fileTooLarge' });
  });

  it('comes in pieces, what does not change as it was packed', async () => {
    const sheets = [
      { name: 'Hộ', columns, rows },
      { ...PAGE, name: 'Khác' },
    ];
    const original = await writeSheet({ sheets });
    const marked = openZip(await markErrors(original, errors));
    const kept = [...openZip(Buffer.from(original))].filter(
      ([path]) => !/styles|sheet1\.xml$/.test(path),
    );
    expect(kept.length).toBeGreaterThan(5);
    for (const [path, part] of kept) expect(marked.get(path)).toEqual(part);
    expect([...openZip(await markErrors(original, []))]).toEqual([
      ...openZip(Buffer.from(original)),
    ]);
  });
});

/** All texts but those in the column of reasons. */
function texts(book: ReadBook) {
  const rows = book.sheets[0]?.rows ?? [];
  return rows.map(({ number, cells }) => [number, ...[0, 1, 2].map((at) => cells[at]?.text ?? '')]);
}

function column(book: ReadBook, at: number, sheet = 0) {
  const rows = book.sheets[sheet]?.rows ?? [];
  return rows.flatMap(({ number, cells }) => (cells[at] ? [[number, cells[at].text]] : []));
}
