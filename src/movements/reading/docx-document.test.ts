import { constants, deflateRawSync } from 'node:zlib';
import fc from 'fast-check';
import { strToU8, zipSync } from 'fflate';
import { expect, test } from 'vitest';
import { Problem } from '../../shared/problem.ts';
import { readDocx } from './docx-document.ts';
import { readPlanFile, readPlanText } from './plan-file.ts';

function docx(body: string, parts: Record<string, string> = {}): Uint8Array {
  const document = `<w:document xmlns:w="w" xmlns:mc="mc"><w:body>${body}</w:body></w:document>`;
  const all = { 'word/document.xml': document, ...parts };
  return zipSync(
    Object.fromEntries(Object.entries(all).map(([name, xml]) => [name, strToU8(xml)])),
  );
}

function p(text: string, properties = ''): string {
  return `<w:p><w:pPr>${properties}</w:pPr><w:r><w:t>${text}</w:t></w:r></w:p>`;
}

function list(numId: number, level: number): string {
  return `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${numId}"/></w:numPr>`;
}

function problemOf(read: () => unknown): string {
  try {
    read();
  } catch (error) {
    if (error instanceof Problem) return error.key;
    throw error;
  }
  return 'none';
}

const NUMBERING = `<w:numbering xmlns:w="w">
  <w:abstractNum w:abstractNumId="0">
    <w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="upperRoman"/><w:lvlText w:val="%1."/></w:lvl>
    <w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%2."/></w:lvl>
    <w:lvl w:ilvl="2"><w:start w:val="1"/><w:isLgl/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1.%2.%3."/></w:lvl>
    <w:lvl w:ilvl="3"><w:start w:val="1"/><w:numFmt w:val="lowerLetter"/><w:lvlText w:val="%4)"/></w:lvl>
    <w:lvl w:ilvl="4"><w:numFmt w:val="bullet"/><w:lvlText w:val="\uF0B7"/></w:lvl>
  </w:abstractNum>
  <w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>
  <w:num w:numId="2"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride></w:num>
</w:numbering>`;

test("Word's own lists print their numbers: nested, restarted, begun anew, shared", () => {
  const body = [
    [1, 0],
    [1, 1],
    [1, 1],
    [1, 2],
    [1, 3],
    [1, 3],
    [1, 4],
    [1, 0],
    [1, 1],
    [2, 0],
    [1, 0],
  ]
    .map(([numId = 0, level = 0]) => p('mục', list(numId, level)))
    .join('');
  const markers = readDocx(docx(body, { 'word/numbering.xml': NUMBERING })).map(
    (one) => one.marker,
  );
  expect(markers).toEqual(['I.', '1.', '2.', '1.2.1.', 'a)', 'b)', '•', 'II.', '1.', 'V.', 'VI.']);
});

test('a style may carry the list, the boldness and the heading', () => {
  const styles = `<w:styles xmlns:w="w">
    <w:style w:styleId="Base"><w:rPr><w:b/></w:rPr></w:style>
    <w:style w:styleId="Muc"><w:basedOn w:val="Base"/><w:pPr><w:jc w:val="center"/><w:outlineLvl w:val="0"/>${list(1, 0)}</w:pPr></w:style>
  </w:styles>`;
  const read = readDocx(
    docx(p('Mục đích', '<w:pStyle w:val="Muc"/>'), {
      'word/styles.xml': styles,
      'word/numbering.xml': NUMBERING,
    }),
  );
  expect(read).toEqual([
    {
      text: 'Mục đích',
      bold: true,
      leadBold: 8,
      marker: 'I.',
      listLevel: 0,
      headingLevel: 1,
      centred: true,
    },
  ]);
});

test('tracked changes as accepted, hidden text and text boxes left out', () => {
  const run = (text: string, properties = '') =>
    `<w:r><w:rPr>${properties}</w:rPr><w:t xml:space="preserve">${text}</w:t></w:r>`;
  const body = `<w:p>${run('Trước ')}<w:del><w:r><w:delText>20</w:delText></w:r></w:del><w:ins>${run('25')}</w:ins>${run('ẩn', '<w:vanish/>')}
    <w:r><mc:AlternateContent><mc:Choice><w:drawing><w:txbxContent>${p('hộp')}</w:txbxContent></w:drawing></mc:Choice><mc:Fallback><w:pict>${p('hộp')}</w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>
    <w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr>${run('Hai ')}</w:p><w:p>${run('nửa')}<w:r><w:br/><w:noBreakHyphen/></w:r></w:p>`;
  expect(readDocx(docx(body)).map((one) => one.text)).toEqual(['Trước 25', 'Hai nửa\n-']);
});

test('tables are read cell by cell and the cells are known', () => {
  const body = `<w:tbl><w:tr><w:tc>${p('Nơi nhận:')}${p('- Như trên;')}</w:tc><w:tc>${p('CHỦ TỊCH')}</w:tc></w:tr></w:tbl>`;
  expect(readDocx(docx(body)).map((one) => [one.text, one.cell?.column])).toEqual([
    ['Nơi nhận:', 0],
    ['- Như trên;', 0],
    ['CHỦ TỊCH', 1],
  ]);
});

/** Ten gigabytes of zeros in ten megabytes: one flushed block again and again, under a header that claims 100 bytes. */
function bomb(name: string): Uint8Array {
  const block = deflateRawSync(new Uint8Array(1024 * 1024), {
    finishFlush: constants.Z_SYNC_FLUSH,
  });
  const packed = Buffer.concat(Array.from({ length: 10_240 }, () => block));
  const header = Buffer.alloc(30);
  header.writeUInt32LE(0x04034b50, 0);
  header.writeUInt16LE(8, 8);
  header.writeUInt32LE(packed.length, 18);
  header.writeUInt32LE(100, 22);
  header.writeUInt16LE(name.length, 26);
  return new Uint8Array(Buffer.concat([header, Buffer.from(name), packed]));
}

test('a bomb of ten gigabytes stops early, without the memory', () => {
  const packed = bomb('word/document.xml');
  expect(packed.length).toBeLessThan(20 * 1024 * 1024);
  const before = process.memoryUsage().rss;
  expect(problemOf(() => readPlanFile('bom.docx', packed))).toBe('fileTooLarge');
  expect(process.memoryUsage().rss - before).toBeLessThan(200 * 1024 * 1024);
});

test('too many entries stop the reading; a picture that is a bomb is never inflated', () => {
  const many = zipSync(
    Object.fromEntries(Array.from({ length: 2_100 }, (_, at) => [`x/${at}`, new Uint8Array(1)])),
  );
  expect(problemOf(() => readDocx(many))).toBe('fileTooLarge');
  const picture = zipSync({
    'word/media/a.png': new Uint8Array(80 * 1024 * 1024),
    'word/document.xml': strToU8(`<w:document><w:body>${p('Chữ')}</w:body></w:document>`),
  });
  expect(readDocx(picture).map((one) => one.text)).toEqual(['Chữ']);
});

test('no entity is expanded and no deep nesting followed', () => {
  const laughs =
    '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]><w:document><w:body><w:p><w:r><w:t>&b;</w:t></w:r></w:p></w:body></w:document>';
  expect(problemOf(() => readDocx(docx('', { 'word/document.xml': laughs })))).toBe(
    'fileNotWhatItSays',
  );
  expect(problemOf(() => readDocx(docx('<w:sdt>'.repeat(5_000))))).toBe('fileNotWhatItSays');
});

test('any bytes named .docx are a readable problem, never a crash', () => {
  const good = docx(p('Chữ'));
  const torn = fc
    .tuple(fc.nat(good.length - 1), fc.nat(255))
    .map(([at, byte]) => good.with(at, byte));
  fc.assert(
    fc.property(fc.oneof(fc.uint8Array({ minLength: 1, maxLength: 400 }), torn), (bytes) => {
      expect(['none', 'fileNotWhatItSays', 'fileEmpty', 'fileTooLarge']).toContain(
        problemOf(() => readPlanFile('a.docx', bytes)),
      );
    }),
    { numRuns: 400 },
  );
  expect(problemOf(() => readPlanFile('a.docx', strToU8('Kế hoạch')))).toBe('fileNotWhatItSays');
  expect(problemOf(() => readPlanFile('a.docx', good.subarray(0, 60)))).toBe('fileNotWhatItSays');
});

test('empty, foreign and wrongly named files say so', () => {
  expect(problemOf(() => readPlanFile('a.txt', new Uint8Array()))).toBe('fileEmpty');
  expect(problemOf(() => readPlanFile('a.md', strToU8(' \n\n---\n')))).toBe('fileEmpty');
  expect(problemOf(() => readPlanFile('a.docx', docx('')))).toBe('fileEmpty');
  expect(problemOf(() => readPlanFile('a.pdf', strToU8('%PDF')))).toBe('planFileUnreadable');
  expect(problemOf(() => readPlanFile('a.txt', docx(p('Chữ'))))).toBe('fileNotWhatItSays');
  expect(problemOf(() => readPlanText(''))).toBe('fileEmpty');
});

test('text files: wrapped lines are one paragraph, Notepad and Windows line ends are read', () => {
  const wrapped =
    '1. Các xã rà soát hộ nghèo, hộ cận nghèo theo quy định của Chính phủ và\nbáo cáo Sở trước ngày 20 tháng 11 hằng năm.\n2. Các bản họp dân.';
  expect(readPlanText(wrapped).map((one) => one.text)).toEqual([
    '1. Các xã rà soát hộ nghèo, hộ cận nghèo theo quy định của Chính phủ và báo cáo Sở trước ngày 20 tháng 11 hằng năm.',
    '2. Các bản họp dân.',
  ]);
  const notepad = new Uint8Array(Buffer.from('\uFEFFMột\r\nHai', 'utf16le'));
  expect(readPlanFile('a.txt', notepad).map((one) => one.text)).toEqual(['Một', 'Hai']);
});

test('Markdown keeps its text exactly: escapes, lone stars, underscores in words', () => {
  const read = readPlanFile(
    'a.md',
    strToU8('**1\\. Số _đo_** là 5 * 3 và so_luong_ho, \\*không nghiêng\\*\n\n* gạch'),
  );
  expect(read[0]).toMatchObject({
    text: '1. Số đo là 5 * 3 và so_luong_ho, *không nghiêng*',
    leadBold: 8,
  });
  expect(read[1]).toEqual({ text: 'gạch', marker: '•', listLevel: 0 });
});
