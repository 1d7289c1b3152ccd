import { strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { day } from '../day.ts';
import type { ReadBook } from './cells.ts';
import { rawBook, relations } from './fixtures/raw-book.ts';
import { readSheet } from './read.ts';
import { openSheets, readKeys, type SheetBook, writeSheet } from './write.ts';

const BOOK: SheetBook = {
  keys: { report: 'bc-2025', version: '3' },
  sheets: [
    {
      name: 'Kết quả: xã/phường?',
      title: ['Biểu 01. Kết quả thực hiện', 'Đơn vị: xã Mường Than'],
      columns: [
        { header: 'Mã', kind: 'text', hidden: true, locked: true },
        { header: 'Họ và tên', kind: 'text', width: 30, note: 'Ghi như trong căn cước' },
        { header: 'Số hộ', kind: 'number' },
        { header: 'Kinh phí', kind: 'money' },
        { header: 'Tỷ lệ', kind: 'percent' },
        { header: 'Ngày', kind: 'day' },
      ],
      rows: [
        ['id-1', 'Lò Thị Ếch', 1234, 1_250_000_000, 19.46, day('2025-11-19')],
        ['id-2', 'Hoà'.normalize('NFD'), 0.1 + 0.2, 0, 0, '31/2/2025'],
        ['id-3', '=HYPERLINK("http://x","y")', null, -5, 100, day('1954-05-07')],
        ['id-4', 'dòng một\ndòng hai', 1e15, null, null, null],
        ['id-5', '_x0041_ & <b> "x"', 7, 1, 1, null],
      ],
      notes: [{ row: 0, column: 2, text: 'Khác tổng các bản 4 hộ' }],
    },
  ],
};

describe('a book that goes out and comes back', () => {
  it('keeps every value exactly', async () => {
    const [page] = openSheets(await readSheet(await writeSheet(BOOK)));
    expect(page?.name).toBe('Kết quả xã phường');
    expect(page?.hiddenColumns).toEqual([0]);
    expect(values(page, 3)).toEqual(['Mã', 'Họ và tên', 'Số hộ', 'Kinh phí', 'Tỷ lệ', 'Ngày']);
    expect(values(page, 4)).toEqual([
      'id-1',
      'Lò Thị Ếch',
      1234,
      1_250_000_000,
      19.46,
      '2025-11-19',
    ]);
    expect(values(page, 5)).toEqual(['id-2', 'Hoà', 0.1 + 0.2, 0, 0, '31/2/2025']);
    expect(values(page, 7)).toEqual(['id-4', 'dòng một\ndòng hai', 1e15]);
    expect(values(page, 8)).toEqual(['id-5', '_x0041_ & <b> "x"', 7, 1, 1]);
    expect(
      rowAt(page, 4)
        ?.map((cell) => cell.text)
        .slice(2),
    ).toEqual(['1.234', '1.250.000.000', '19,46', '19/11/2025']);
  });

  it('tells a day from the text of a day that does not exist', async () => {
    const [page] = openSheets(await readSheet(await writeSheet(BOOK)));
    expect(rowAt(page, 4)?.[5]).toEqual({ kind: 'day', value: '2025-11-19', text: '19/11/2025' });
    expect(rowAt(page, 5)?.[5]).toEqual({ kind: 'text', value: '31/2/2025', text: '31/2/2025' });
    expect(rowAt(page, 6)?.[5]?.value).toBe('1954-05-07');
  });

  it('brings the hidden facts back, out of sight of the person', async () => {
    const book = await readSheet(await writeSheet(BOOK));
    expect(Object.fromEntries(readKeys(book))).toEqual({ report: 'bc-2025', version: '3' });
    expect(book.sheets.at(-1)?.hidden).toBe(true);
    expect(openSheets(book)).toHaveLength(1);
  });

  it('is protected, frozen and commented in the file itself', async () => {
    const files = unzipSync(await writeSheet(BOOK));
    const sheet = new TextDecoder().decode(files['xl/worksheets/sheet1.xml']);
    expect(sheet).toMatch(/<sheetProtection[^>]*sheet="(1|true)"/);
    expect(sheet).toMatch(/<pane ySplit="3"[^>]*state="frozen"/);
    const comments = Object.keys(files).find((path) => path.startsWith('xl/comments')) ?? '';
    const text = new TextDecoder().decode(files[comments]);
    expect(text).toContain('Ghi như trong căn cước');
    expect(text).toContain('Khác tổng các bản 4 hộ');
  });

  it('never makes a formula of a text', async () => {
    const starts = ['=1+1', '+84912', '-5', '@SUM(A1)', '\t=1', '\r=1', "'=1"];
    const bytes = await writeSheet({
      sheets: [
        {
          name: 'A',
          columns: [{ header: '=2', kind: 'number' }],
          rows: starts.map((text) => [text]),
        },
      ],
    });
    const sheet = new TextDecoder().decode(unzipSync(bytes)['xl/worksheets/sheet1.xml']);
    expect(sheet).not.toMatch(/<f[\s>]/);
    const [page] = (await readSheet(bytes)).sheets;
    const cells = page?.rows.map((row) => row.cells[0]) ?? [];
    expect(cells.every((cell) => cell?.kind === 'text')).toBe(true);
    expect(cells.map((cell) => cell?.value)).toEqual([
      '=2',
      '=1+1',
      '+84912',
      '-5',
      '@SUM(A1)',
      '\t=1',
      '\n=1',
      "'=1",
    ]);
  });

  it('gives sheets lawful names that differ', async () => {
    const long = 'Phong trào thi đua xây dựng nông thôn mới';
    const pages = [long, long, '', "'x'"].map((name) => ({ name, columns: [], rows: [] }));
    const { sheets } = await readSheet(await writeSheet({ sheets: pages }));
    const names = sheets.map((sheet) => sheet.name);
    expect(new Set(names).size).toBe(4);
    expect(names.every((name) => name.length > 0 && name.length <= 31)).toBe(true);
  });
});

describe('what other programs put into a file', () => {
  it('formulas, errors, percents, times and merged cells are told apart', async () => {
    const page = await readRaw(
      `<cols><col min="2" max="3" hidden="1"/></cols><sheetData>
        <row r="2" hidden="1"><c r="A2"><f>SUM(B1:B9)</f><v>12</v></c><c r="C2" t="e"><v>#REF!</v></c>
          <c r="D2" t="e"><f>B1+#REF!</f><v>#REF!</v></c><c r="E2" s="1"><v>0.1946</v></c></row>
        <row r="3"><c r="A3" s="2"><v>45980</v></c><c r="B3" s="3"><v>0.5</v></c><c r="C3" t="b"><v>1</v></c>
          <c r="D3" t="str"><f>A1&amp;"x"</f><v>ax</v></c><c r="E3" s="2"><v>-3</v></c></row>
        <row r="4"><c t="inlineStr"><is><r><t>Mường </t></r><r><t>Than</t></r><rPh><t>x</t></rPh></is></c></row>
        <row r="1048576"><c r="A1048576" s="1"/><c r="XFD1048576" s="1"/></row>
      </sheetData><mergeCells><mergeCell ref="A4:B5"/></mergeCells>`,
    );
    expect(page?.hiddenColumns).toEqual([1, 2]);
    expect(page?.rows.map((row) => row.number)).toEqual([2, 3, 4]);
    expect(page?.rows[0]?.hidden).toBe(true);
    expect(rowAt(page, 2)).toEqual([
      { kind: 'formula', value: 12, text: '12', formula: 'SUM(B1:B9)' },
      { kind: 'empty', value: null, text: '' },
      { kind: 'error', value: '#REF!', text: '#REF!' },
      { kind: 'error', value: '#REF!', text: '#REF!', formula: 'B1+#REF!' },
      { kind: 'number', value: 0.1946, text: '19,46 %', percent: true },
    ]);
    expect(rowAt(page, 3)).toEqual([
      { kind: 'day', value: '2025-11-19', text: '19/11/2025' },
      { kind: 'number', value: 0.5, text: '0,5' },
      { kind: 'boolean', value: true, text: 'Đúng' },
      { kind: 'formula', value: 'ax', text: 'ax', formula: 'A1&"x"' },
      { kind: 'number', value: -3, text: '-3' },
    ]);
    expect(rowAt(page, 4)).toEqual([
      { kind: 'text', value: 'Mường Than', text: 'Mường Than', merged: true },
    ]);
  });
});

describe('a file that is not what it says', () => {
  const notExcel = { key: 'fileNotWhatItSays' };
  it.each([
    ['an old .xls', new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0, 0])],
    ['a renamed CSV', strToU8('a;b\n1;2')],
    ['random bytes', Uint8Array.from({ length: 500 }, (_, index) => (index * 7919) % 256)],
    ['nothing', new Uint8Array()],
    ['a zip of something else', zipSync({ 'a.txt': strToU8('x') })],
    ['the head of a zip', zipSync({ 'a.txt': strToU8('x') }).subarray(0, 20)],
    ['a .docx', docx()],
  ])('%s', async (_, bytes) => {
    await expect(readSheet(bytes)).rejects.toMatchObject(notExcel);
    await expect(readSheet(bytes)).rejects.toThrow('Excel (.xlsx)');
  });

  it('a damaged sheet, and one with entities of its own', async () => {
    await expect(readRaw('<sheetData><row></sheetData>')).rejects.toMatchObject(notExcel);
    const entity = '<!DOCTYPE x [<!ENTITY a "aaaa">]>';
    const sheet = '<sheetData><row><c t="str"><v>&a;</v></c></row></sheetData>';
    await expect(readRaw(sheet, entity)).rejects.toMatchObject(notExcel);
  });

  it('a cut file', async () => {
    const bytes = await writeSheet(BOOK);
    await expect(readSheet(bytes.subarray(0, bytes.length - 200))).rejects.toMatchObject(notExcel);
  });
});

describe('a file that is too large', () => {
  const tooLarge = { key: 'fileTooLarge' };

  it('stops early at a bomb, with flat memory', async () => {
    const bomb = rawBook(`<sheetData>${' '.repeat(100_000_000)}</sheetData>`);
    expect(bomb.length).toBeLessThan(200_000);
    const before = process.memoryUsage().rss;
    const reading = readSheet(bomb, { inflatedBytes: 20 * 1024 * 1024 });
    await expect(reading).rejects.toMatchObject(tooLarge);
    await expect(reading).rejects.toThrow('20 MB');
    expect(process.memoryUsage().rss - before).toBeLessThan(80 * 1024 * 1024);
  });

  it('counts rows, columns, cells and sheets that have content', async () => {
    const bytes = await writeSheet(BOOK);
    await expect(readSheet(bytes, { rows: 7 })).rejects.toThrow('7 dòng');
    await expect(readSheet(bytes, { columns: 5 })).rejects.toThrow('5 cột');
    await expect(readSheet(bytes, { cells: 10 })).rejects.toThrow('10 ô');
    await expect(readSheet(bytes, { sheets: 1 })).rejects.toThrow('1 trang tính');
    expect((await readSheet(bytes, { rows: 8, columns: 6 })).sheets).toHaveLength(2);
  });
});

type Page = ReadBook['sheets'][number] | undefined;

function rowAt(page: Page, number: number) {
  return page?.rows.find((row) => row.number === number)?.cells;
}

function values(page: Page, number: number) {
  return rowAt(page, number)?.map((cell) => cell.value);
}

async function readRaw(sheet: string, doctype = '') {
  return (await readSheet(rawBook(sheet, doctype))).sheets[0];
}

function docx(): Uint8Array {
  return zipSync({
    '_rels/.rels': relations(['officeDocument', 'word/document.xml']),
    'word/document.xml': strToU8('<w:document xmlns:w="w"/>'),
  });
}
