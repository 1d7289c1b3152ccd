import { expect, test } from 'vitest';
import { day } from '../day.ts';
import { rawBook } from './fixtures/raw-book.ts';
import { markErrors } from './mark.ts';
import { readSheet } from './read.ts';
import { shortened } from './shortened.ts';
import { streamSheet } from './stream.ts';
import { writeSheet } from './write.ts';

const TABLE = `<sheetData>
  <row r="1"><c r="A1" t="inlineStr"><is><t>_x0000_a_xD83D_</t></is></c><c r="B1" t="s"><v>0</v></c></row>
  <row r="2"><c r="A2" t="str"><f>IF(1,"","")</f><v></v></c><c r="B2"><f>A9</f></c><c r="C2" t="str"><f>A9</f><v>x</v></c></row>
</sheetData>`;
const TEXTS = '<sst><si><t>_x0000__xD83D__xDE00_b</t></si></sst>';

test('texts are free of what no database takes, read whole or row by row', async () => {
  const book = rawBook(TABLE, '', TEXTS);
  const [page] = (await readSheet(book)).sheets;
  expect(page?.rows[0]?.cells.map(({ text }) => text)).toEqual(['a\ufffd', '😀b']);
  const [sheet] = (await streamSheet(book)).sheets;
  const read = await sheet?.rows().next();
  expect(read?.value).toMatchObject({ rows: page?.rows });
});

test('a formula tells an empty text from nothing computed', async () => {
  const [page] = (await readSheet(rawBook(TABLE, '', TEXTS))).sheets;
  expect(page?.rows[1]?.cells).toEqual([
    { kind: 'formula', value: '', text: '', formula: 'IF(1,"","")' },
    { kind: 'formula', value: null, text: '', formula: 'A9' },
    { kind: 'formula', value: 'x', text: 'x', formula: 'A9' },
  ]);
});

test('no half of a sign is left where a text is cut', () => {
  expect(shortened('aa😀', 3)).toBe('aa…');
  expect(shortened('aa😀', 4)).toBe('aa😀');
  expect(shortened('aa😀b', 4)).toBe('aa😀…');
});

test('a reason longer than a page is cut in the file given back', async () => {
  const columns = [{ header: 'Ngày', kind: 'day' as const }];
  const book = await writeSheet({ sheets: [{ name: 'S', columns, rows: [[day('2025-11-05')]] }] });
  const message = 'Sai. '.repeat(9_000);
  const [page] = (await readSheet(await markErrors(book, [{ sheet: 'S', row: 2, message }])))
    .sheets;
  expect(page?.rows[1]?.cells.at(-1)?.text).toBe(`${message.slice(0, 2_000)}…`);
});
