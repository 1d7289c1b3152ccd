import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rawBook } from './fixtures/raw-book.ts';
import { readSheet } from './read.ts';
import type { ReasonColumn } from './reason-cells.ts';
import { patchedPieces } from './sheet-patch.ts';

const COLUMN_D: ReasonColumn = {
  column: 3,
  sentBefore: false,
  header: { row: 1, text: 'Lỗi' },
  reasons: new Map([[3, 'Sai']]),
  reasonStyle: 7,
  rowStyle: 5,
};

/** The sheet patched, its bytes handed over in pieces of the sizes told, again and again. */
async function patched(
  xml: string,
  patch: Partial<ReasonColumn> = {},
  sizes: readonly number[] = [1 << 20],
): Promise<string> {
  const out: Buffer[] = [];
  const pieces = cut(Buffer.from(xml), sizes);
  for await (const piece of patchedPieces(pieces, { ...COLUMN_D, ...patch })) out.push(piece);
  return Buffer.concat(out).toString();
}

/** Each piece is spoilt when the next is asked for, as those of a stream may be. */
async function* cut(bytes: Buffer, sizes: readonly number[]) {
  for (let at = 0, turn = 0; at < bytes.length; turn++) {
    const piece = Buffer.from(bytes.subarray(at, at + (sizes[turn % sizes.length] ?? 1)));
    yield { bytes: piece };
    at += piece.length;
    piece.fill(0x3c);
  }
}

const table = (rows: string) => `<worksheet><sheetData>${rows}</sheetData></worksheet>`;
const reason = (address: string, text: string) =>
  `<c r="${address}" s="7" t="inlineStr"><is><t xml:space="preserve">${text}</t></is></c>`;
const HEADER = reason('D1', 'Lỗi');
const RULE =
  '<conditionalFormatting sqref="A2:D1048576"><cfRule type="expression" dxfId="5" priority="1"><formula>LEN($D2)&gt;0</formula></cfRule></conditionalFormatting>';
const WIDTH = '<col min="4" max="4" width="50" customWidth="1"/>';

describe('a sheet with its reasons', () => {
  it('changes the rows that have one and no other byte', async () => {
    const kept = `<row r="2" spans='1:2' ht="9"><c r="A2"><v>1</v></c>\r\n<!-- </row> --><c r="B2"/></row >`;
    const rows = `<row r="1"><c r="A1"/></row>\n${kept} <row r="3" spans="1:1" ht="15" customHeight='1' x="2"><c r="A3"/></row>`;
    expect(await patched(`\ufeff<?xml version="1.0"?>${table(rows)}\n`)).toBe(
      `\ufeff<?xml version="1.0"?><worksheet><cols>${WIDTH}</cols><sheetData><row r="1"><c r="A1"/>${HEADER}</row>\n${kept} <row r="3" x="2"><c r="A3"/>${reason('D3', 'Sai')}</row></sheetData>${RULE}</worksheet>\n`,
    );
  });

  it('gets the rows that it does not have, in their place', async () => {
    const reasons = new Map([2, 4, 5, 9].map((row) => [row, `${row}`]));
    const after = await patched(table('<row/><row r="4" ht="3"/><row r="7"/>'), { reasons });
    const data = /<sheetData>(.*)<\/sheetData>/.exec(after)?.[1];
    expect(data).toBe(
      [
        `<row>${HEADER}</row><row r="2">${reason('D2', '2')}</row><row r="4">${reason('D4', '4')}</row>`,
        `<row r="5">${reason('D5', '5')}</row><row r="7"/><row r="9">${reason('D9', '9')}</row>`,
      ].join(''),
    );
  });

  it.each(['<sheetData/>', '<sheetData />', '<sheetData></sheetData>'])(
    'has rows, where %s is empty',
    async (empty) => {
      expect(await patched(`<worksheet>${empty}<pageMargins/></worksheet>`)).toBe(
        `<worksheet><cols>${WIDTH}</cols><sheetData><row r="1">${HEADER}</row><row r="3">${reason('D3', 'Sai')}</row></sheetData>${RULE}<pageMargins/></worksheet>`,
      );
    },
  );

  it('keeps its prefix', async () => {
    const after = await patched(
      '<x:worksheet xmlns:x="m"><x:cols><x:col min="1" max="1"/></x:cols><x:sheetData><x:row r="3"><x:c r="E3"/></x:row></x:sheetData></x:worksheet>',
    );
    expect(after.match(/<\/?\w+[\s/>]/g)).toBeNull();
    expect(after).toContain(`<x:col min="1" max="1"/>${WIDTH.replace('col', 'x:col')}</x:cols>`);
    expect(after).toContain(
      'Sai</x:t></x:is></x:c><x:c r="E3"/></x:row></x:sheetData><x:conditional',
    );
  });

  it('loses what stood in the column, when it was sent before', async () => {
    const old = [2, 3, 4].map(
      (row) => `<row r="${row}"><c r="A${row}"/><c r="D${row}"><v>8</v></c><c/></row>`,
    );
    const rows = `<row r="1"><c r="D1"/></row>${old.join('')}<row r="5" spans="1:1"><c r="AD5"/></row>`;
    const after = await patched(table(rows), { sentBefore: true });
    expect(/<sheetData>(.*)<\/sheetData>/.exec(after)?.[1]).toBe(
      // The last cell has no address: it stands behind one that has.
      [
        `<row r="1">${HEADER}</row><row r="2"><c r="A2"/><c r="D2"/><c/></row><row r="3"><c r="A3"/>`,
        `${reason('D3', 'Sai')}<c/></row><row r="4"><c r="A4"/><c r="D4"/><c/></row><row r="5" spans="1:1"><c r="AD5"/></row>`,
      ].join(''),
    );
  });

  it('takes reasons with signs of every kind', async () => {
    const reasons = new Map([[1, `a<b> & "c" \u0001 _x0041_ ${'ộ'.normalize('NFD')}\n2`]]);
    const header = { row: 4, text: 'Lỗi' };
    const after = await patched(table(''), { reasons, header });
    expect(after).toContain('a&lt;b&gt; &amp; "c"   _x005F_x0041_ ộ\n2</t>');
  });
});

describe('the frame of a sheet', () => {
  const frame = async (head: string, tail: string) => {
    const after = await patched(`<worksheet>${head}<sheetData/>${tail}</worksheet>`);
    return after.replace(/<sheetData>.*<\/sheetData>/, '|').replaceAll(/<\/?worksheet>/g, '');
  };

  it.each([
    [
      'no size of the whole',
      '<dimension ref="A1:C3"/><cols><col min="1" max="9"/></cols>',
      '<cols><col min="1" max="9"/></cols>',
    ],
    [
      'the same, not empty',
      '<sheetPr/><dimension ref="A1">\n</dimension>',
      `<sheetPr/><cols>${WIDTH}</cols>`,
    ],
    [
      'widths that are kept',
      '<cols><col min="1" max="3" width="9"/></cols>',
      `<cols><col min="1" max="3" width="9"/>${WIDTH}</cols>`,
    ],
    ['widths instead of none', '<cols/>', `<cols>${WIDTH}</cols>`],
    [
      'widths in a remark',
      '<!--<cols><col max="9"/></cols><sheetData/>-->',
      `<!--<cols><col max="9"/></cols><sheetData/>--><cols>${WIDTH}</cols>`,
    ],
  ])('has %s', async (_, before, after) => {
    expect(await frame(before, '<pageMargins/>')).toBe(`${after}|${RULE}<pageMargins/>`);
  });

  const views =
    '<customSheetViews><customSheetView><pageMargins/></customSheetView></customSheetViews>';
  const other = '<conditionalFormatting sqref="A1"><cfRule/></conditionalFormatting>';
  it.each([
    ['behind merged cells', '<mergeCells><mergeCell ref="A1:B1"/></mergeCells>|<hyperlinks/>'],
    ['behind saved views, which have margins', `${views}|<pageMargins/>`],
    ['behind other rules', `${other}${other}|<dataValidations/>`],
    [
      'before what nobody knows',
      '<phoneticPr/>|<mc:AlternateContent><controls/></mc:AlternateContent><extLst/>',
    ],
    ['at the end', '<autoFilter ref="A1:B2"/>|'],
  ])('has the rule %s', async (_, tail) => {
    const after = await frame('', tail.replace('|', ''));
    expect(after).toBe(`<cols>${WIDTH}</cols>|${tail.replace('|', RULE)}`);
  });

  it('has the rule once', async () => {
    const after = await frame('', `${other}${RULE}<pageMargins/>`);
    expect(after).toBe(`<cols>${WIDTH}</cols>|${other}${RULE}<pageMargins/>`);
  });
});

describe('wherever a piece ends', () => {
  const cell = fc.constantFrom(
    ...[
      '<c r="@"><v>1</v></c>',
      '<c r="@" t="str"><v><![CDATA[</c></row>]]></v></c>',
      '<c r="@"/>',
      '<c><v>2</v></c>',
    ],
    ...[
      "<c s='1' r='@'><v>0.5</v></c >",
      '<c r="@" t="str"><f>"a>b"</f><v>Bản Một &#7897;</v></c>',
    ],
    ...['<c r="@" t="inlineStr"><is><r><t>ộ</t></r></is></c><!-- <c r="D1"/> -->', '', '\n'],
  );
  const aside = fc.constantFrom(
    '',
    ' ',
    '<!-- <row r="2"> -->',
    '<?row </row>?>',
    "<!-- it's > -->",
  );
  const row = fc.record({
    cells: fc.array(cell, { maxLength: 7 }),
    gap: fc.nat(3),
    aside,
    numbered: fc.boolean(),
  });
  const sheet = fc.record({
    rows: fc.array(row, { maxLength: 12 }),
    prefixed: fc.boolean(),
    sentBefore: fc.boolean(),
  });

  it('the sheet is the same, and only the column of reasons differs', async () => {
    const rows = fc.uniqueArray(fc.integer({ min: 2, max: 40 }), { maxLength: 9 });
    const sizes = fc.array(fc.integer({ min: 1, max: 90 }), { minLength: 1, maxLength: 5 });
    await fc.assert(
      fc.asyncProperty(sheet, rows, sizes, async (made, wrong, cuts) => {
        const xml = sheetXml(made);
        const reasons = new Map(wrong.map((number) => [number, `Dòng ${number} sai`]));
        const patch = { reasons, sentBefore: made.sentBefore };
        const after = await patched(xml, patch);
        expect(await patched(xml, patch, cuts)).toBe(after);
        const [was, is] = [await cellsOf(xml), await cellsOf(after)];
        expect(is.others).toEqual(was.others);
        const kept = made.sentBefore ? [] : was.reasons.filter(([number]) => !reasons.has(number));
        const written = [...reasons, [1, 'Lỗi'] as const];
        const expected = [...kept.filter(([number]) => number !== 1), ...written];
        expect(is.reasons).toEqual(expected.sort(([left], [right]) => left - right));
      }),
      { numRuns: 300 },
    );
  });
});

interface MadeSheet {
  readonly rows: readonly {
    readonly cells: readonly string[];
    readonly gap: number;
    readonly aside: string;
    readonly numbered: boolean;
  }[];
  readonly prefixed: boolean;
}

function sheetXml({ rows, prefixed }: MadeSheet): string {
  let number = 0;
  const lines = rows.map(({ cells, gap, aside, numbered }) => {
    number += numbered ? 1 + gap : 1;
    const inside = cells.map((one, at) => one.replace('@', `${'ABCDEFG'[at]}${number}`));
    const mark = numbered ? `<row spans="1:7" r="${number}"` : '<row';
    return `${aside}${inside.length > 0 ? `${mark}>${inside.join('')}</row>` : `${mark}/>`}`;
  });
  const xml = table(lines.join(''));
  return prefixed
    ? xml
        .replace(/<(\/?)(worksheet|sheetData|row|c|v|f|is|r|t)(?=[\s/>])/g, '<$1x:$2')
        .replace('<x:worksheet', '<x:worksheet xmlns:x="m"')
    : xml;
}

/** What a reader of the whole book sees: the column of reasons, and everything else. */
async function cellsOf(sheet: string) {
  const rows = (await readSheet(rawBook(sheet))).sheets[0]?.rows ?? [];
  const cells = rows.flatMap(({ number, cells: all }) =>
    all.flatMap((one, column) => (one.kind === 'empty' ? [] : [{ number, column, one }])),
  );
  return {
    others: cells.filter(({ column }) => column !== 3),
    reasons: cells.flatMap(({ number, column, one }) =>
      column === 3 ? [[number, one.text] as const] : [],
    ),
  };
}

describe('a sheet is refused', () => {
  it.each([
    ['cut in a row', '<worksheet><sheetData><row r="1"><c r="A1"/>'],
    ['cut behind its rows', '<worksheet><sheetData><row r="1"/></sheetData>'],
    ['cut in a mark', '<worksheet><sheetData/></work'],
  ])('%s', async (_, xml) => {
    await expect(patched(xml)).rejects.toMatchObject({ key: 'fileNotWhatItSays' });
  });

  it.each([
    ['a row', '<row r="2"><c r="A2"/>'],
    ['a mark', '<row r="'],
    ['a remark', '<!-- '],
  ])('with %s that never ends, with flat memory', async (_, begin) => {
    async function* endless() {
      yield { bytes: Buffer.from(`<worksheet><sheetData>${begin}`) };
      for (let turn = 0; turn < 1_000; turn++) yield { bytes: Buffer.alloc(131_072, 0x61) };
    }
    await expect(passed(endless())).rejects.toMatchObject({ key: 'fileTooLarge' });
  });
});

/** Lets the pieces go by and keeps none. */
async function passed(pieces: AsyncIterable<{ readonly bytes: Uint8Array }>): Promise<void> {
  for await (const piece of patchedPieces(pieces, COLUMN_D))
    expect(piece.length).toBeGreaterThan(0);
}
