import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ReadCell, ReadPage, SheetLimits } from './cells.ts';
import { rawBook } from './fixtures/raw-book.ts';
import { readSheet } from './read.ts';
import { streamSheet } from './stream.ts';
import { writeSheet } from './write.ts';

/** All of a file by the stream, in the shape in which `readSheet` gives it. */
async function streamed(bytes: Uint8Array, limits: Partial<SheetLimits> = {}): Promise<ReadPage[]> {
  const pages: ReadPage[] = [];
  for (const sheet of (await streamSheet(bytes, limits)).sheets) {
    const rows = [];
    const reading = sheet.rows();
    let step = await reading.next();
    for (; !step.done; step = await reading.next()) rows.push(...step.value.rows);
    pages.push({ name: sheet.name, hidden: sheet.hidden, ...step.value, rows });
  }
  return pages;
}

/** The same by the reader that keeps the whole book; the stream cannot mark merged cells. */
async function read(bytes: Uint8Array): Promise<ReadPage[]> {
  const { sheets } = await readSheet(bytes);
  return sheets.map((sheet) => ({
    ...sheet,
    rows: sheet.rows.map((row) => ({ ...row, cells: row.cells.map(unmerged) })),
  }));
}

function unmerged({ merged: _, ...cell }: ReadCell): ReadCell {
  return cell;
}

const TEXTS = `<sst count="9"><si><t>Mường Than</t></si><si><t xml:space="preserve"> x </t></si><si/>
  <si><r><t>Bản </t></r><r><rPr><b/></rPr><t>Một</t></r><rPh><t>hint</t></rPh></si><si><t/></si>
  <si><t>a&amp;b &#7897; _x0041_</t></si><si><t>${'Hoà'.normalize('NFD')}</t></si></sst>`;

describe('a stream reads what readSheet reads', () => {
  it('of a book that we wrote', async () => {
    const columns = [
      { header: 'Họ tên', kind: 'text' },
      { header: 'Ngày', kind: 'day', hidden: true },
      { header: 'Số', kind: 'number' },
    ] as const;
    const rows = Array.from({ length: 3_000 }, (_, at) => [
      `Lò Văn Thử ${at} & <con>`,
      at % 2 ? '1980-05-19' : null,
      at / 4,
    ]);
    const bytes = await writeSheet({ sheets: [{ name: 'Hộ', title: ['Đầu'], columns, rows }] });
    const pages = await streamed(bytes);
    expect(pages[0]?.rows).toHaveLength(3_002);
    expect(pages).toEqual(await read(bytes));
  });

  it.each([
    [
      'rows, cells and marks in every shape',
      `<cols><col min="2" max="3" hidden="1"/></cols><sheetData><row spans="1:3" x14ac:dyDescent="0.25" r="2" hidden="1">
        <c r="A2" t="s"><v>0</v></c><c s="1" r="C2"><v>0.5</v></c> <c r="D2" t="b"><v>1</v></c><c r="E2" t="e"><v>#REF!</v></c></row>
        <row r="3"/><row><c><v>-7</v></c><c t="s"><v>1</v></c><c t="s"><v>2</v></c><c t="s"><v>3</v></c><c t="s"><v>4</v></c>
        <c t="s"><v>5</v></c><c t="s"><v>6</v></c><c t="s"><v>99</v></c></row>
        <row r="9" hidden="true"><c r="B9" s="2"><v>45980</v></c><c r="C9" s="2"><v>-3</v></c><c r="D9" s="2"><v>45980.75</v></c>
        <c r="E9"><v>1E3</v></c><c r="F9"><v>12345678901234567890</v></c><c r="G9" s="3"><v>0.5</v></c></row>
      </sheetData><mergeCells count="1"><mergeCell ref="A4:B5"/></mergeCells>`,
    ],
    [
      'formulas and texts of their own',
      `<sheetData><row r="1"><c r="A1"><f>SUM(B1:B9)</f><v>12</v></c><c r="B1"><f t="shared" si="0"/><v>3</v></c>
       <c r="C1" t="str"><f>A1&amp;"x"</f><v> a\r\nx </v></c><c r="D1" t="e"><f>1/0</f><v>#DIV/0!</v></c>
       <c r="E1" t="inlineStr"><is><t>Bản Một</t></is></c><c r="F1" t="inlineStr"><is><t xml:space="preserve"> a </t></is></c>
       <c r="G1" t="inlineStr"><is><r><t>Mường </t></r><r><t>Than</t></r></is></c><c r="H1" t="d"><v>2025-11-19T00:00:00</v></c>
       <c r="I1"><f>A1</f></c><c r="J1"><v></v></c><c r="K1"><v/></c><c r="L1" t="s"><v> 0 </v></c></row></sheetData>`,
    ],
    [
      'comments, sections and quotes of another kind',
      `<sheetData><!-- a row? --><row r='1'><c r="A1"><v>1</v></c></row><row r="2"><!-- x --><c r="A2" t="str"><v><![CDATA[a<b]]></v></c></row>
       <row r="3"><c r="A3" cm="1" vm="2"><v>3</v><extLst/></c></row></sheetData>`,
    ],
    [
      'marks with a prefix',
      '<x:worksheet xmlns:x="m"><x:sheetData><x:row r="4"><x:c r="B4" t="s"><x:v>0</x:v></x:c></x:row></x:sheetData></x:worksheet>',
    ],
    ['a table without rows', '<sheetData/><mergeCells><mergeCell ref="A1:B1"/></mergeCells>'],
    [
      'formatting down to the last row',
      `<sheetData>${'<row ht="15"/>'.repeat(30_000)}</sheetData>`,
    ],
  ])('%s', async (_, sheet) => {
    const bytes = rawBook(sheet, '', TEXTS);
    expect(await streamed(bytes)).toEqual(await read(bytes));
  });

  it('whatever stands in the cells, wherever a piece of the file ends', async () => {
    const cell = fc.oneof(
      fc.integer().map((value) => `<v>${value}</v>`),
      fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => `<v>${value}</v>`),
      fc.string({ unit: 'grapheme', maxLength: 20 }).map((text) => inline(text)),
      fc.constant(''),
    );
    const row = fc.array(cell, { maxLength: 12 });
    await fc.assert(
      fc.asyncProperty(fc.array(row, { maxLength: 40 }), fc.nat(90_000), async (rows, blank) => {
        const xml = rows.map((cells) => `<row>${cells.map(marked).join('')}</row>`).join('\n');
        const bytes = rawBook(`<!--${' '.repeat(blank)}--><sheetData>${xml}</sheetData>`);
        expect(await streamed(bytes)).toEqual(await read(bytes));
      }),
      { numRuns: 60 },
    );
  });
});

function inline(text: string): string {
  const lawful = text.replace(/[^\P{Cc}\n\t]|[\ufffe\uffff]/gu, '').toWellFormed();
  const escaped = lawful.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
  return `<is><t>${escaped}</t></is>`;
}

function marked(content: string): string {
  if (content === '') return '<c s="1"/>';
  return content.startsWith('<is>') ? `<c t="inlineStr">${content}</c>` : `<c>${content}</c>`;
}

/** Lets the rows go by and keeps none. */
async function passed(bytes: Uint8Array, limits: Partial<SheetLimits>): Promise<void> {
  for (const sheet of (await streamSheet(bytes, limits)).sheets)
    for await (const { rows } of sheet.rows()) expect(rows.length).toBeGreaterThan(0);
}

describe('a stream refuses', () => {
  it.each([
    ['a damaged sheet', '<sheetData><row></sheetData>'],
    ['a row that is cut', '<sheetData><row r="1"><c r="A1"><v>1</v></c>'],
    ['an entity that nobody knows', '<sheetData><row><c t="str"><v>&a;</v></c></row></sheetData>'],
  ])('%s', async (_, sheet) => {
    await expect(streamed(rawBook(sheet))).rejects.toMatchObject({ key: 'fileNotWhatItSays' });
  });

  it('a cut file, and one that is none', async () => {
    const bytes = rawBook('<sheetData/>');
    for (const wrong of [bytes.subarray(0, 700), new Uint8Array(), Buffer.from('a;b')])
      await expect(streamed(wrong)).rejects.toMatchObject({ key: 'fileNotWhatItSays' });
  });

  it.each([
    ['blanks', ' '.repeat(40_000_000)],
    ['a comment without end', `<!--${'x'.repeat(30_000_000)}`],
    ['a row without end', `<row r="1"><c r="A1" t="str"><v>${'x'.repeat(30_000_000)}`],
    ['rows', '<row r="1"><c r="A1"><v>1</v></c></row>'.repeat(800_000)],
  ])('a bomb of %s, early and with flat memory', async (_, filler) => {
    const bomb = rawBook(`<sheetData>${filler}</sheetData>`);
    expect(bomb.length).toBeLessThan(200_000);
    const before = process.memoryUsage().rss;
    const reading = passed(bomb, { inflatedBytes: 16 * 1024 * 1024, rows: 10_000_000 });
    await expect(reading).rejects.toMatchObject({ key: 'fileTooLarge' });
    expect(process.memoryUsage().rss - before).toBeLessThan(160 * 1024 * 1024);
  });

  it('more rows, columns, cells or sheets than asked for', async () => {
    const rows = Array.from({ length: 8 }, () => ['a', 'b', 'c']);
    const columns = ['A', 'B', 'C'].map((header) => ({ header, kind: 'text' }) as const);
    const bytes = await writeSheet({ sheets: [{ name: 'A', columns, rows }], keys: { a: 'b' } });
    await expect(streamed(bytes, { rows: 7 })).rejects.toThrow('7 dòng');
    await expect(streamed(bytes, { columns: 2 })).rejects.toThrow('2 cột');
    await expect(streamed(bytes, { cells: 10 })).rejects.toThrow('10 ô');
    await expect(streamed(bytes, { sheets: 1 })).rejects.toThrow('1 trang tính');
  });
});
