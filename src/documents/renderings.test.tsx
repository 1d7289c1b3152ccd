import { spawnSync } from 'node:child_process';
import { strFromU8, unzipSync } from 'fflate';
import { renderToString } from 'preact-render-to-string';
import { describe, expect, it } from 'vitest';
import { DocumentSheet } from '../shared/html/document-sheet.tsx';
import { documentDocx } from './document-docx.ts';
import { documentPdf } from './document-pdf.ts';
import { documentText } from './document-text.ts';
import { reportSample } from './fixtures/report-sample.ts';
import { type OfficialDocument, paragraph, row, runs } from './official-document.ts';

/** Poppler reads our PDF with other eyes than ours; without it those tests say so by skipping. */
const hasPoppler = spawnSync('pdftotext', ['-v']).error === undefined;

/** Words that another language would read as its own signs. */
const HOSTILE = [
  '- abc',
  '#x',
  '*y*',
  '$z$',
  '_w_',
  '= tiêu đề',
  '+ một',
  '/ khoản: hai',
  '<b>đậm</b> &amp; {{gap}} {#loop}',
  '\\n "ngoặc" \'nháy\' -- ... `mã` @nguồn <nhãn> // ghi chú /* hết */ https://laichau.gov.vn',
  'Nùng Thị Ễ Ộ Ử Ẫ Ỗ Ổ Ặ Nguyễn Thị Hường Khuyến Quỳnh Uyển',
];

const hostile: OfficialDocument = {
  ...reportSample(4),
  number: undefined,
  date: undefined,
  year: 2025,
  summary: '#let x = 1 <i>*đậm*</i>',
  recipients: ['#như trên', 'Lưu: VT & <NN>'],
  signature: { authority: ['GIÁM ĐỐC'], name: 'Nguyễn Phúc *Hường* #Ửng' },
  body: HOSTILE.map((text) => paragraph(text)),
  annexes: [
    {
      name: 'Chữ người dùng gõ',
      blocks: [
        {
          kind: 'table',
          columns: HOSTILE.slice(0, 3).map(() => ({ width: 1, align: 'left' })),
          header: [[{ text: '#một' }, { text: '<hai>' }, { text: '$ba$' }]],
          rows: [row(HOSTILE.slice(0, 3)), { cells: [{ runs: runs('- gộp'), columns: 3 }] }],
        },
      ],
    },
  ],
};

async function wordText(document: OfficialDocument): Promise<string> {
  const files = unzipSync(await documentDocx(document));
  const xml = strFromU8(files['word/document.xml'] ?? new Uint8Array());
  return plain(xml.replaceAll(/<w:br\/>|<\/w:p>/g, '\n').replaceAll(/<[^>]*>/g, ''));
}

function screenText(document: OfficialDocument): string {
  const html = renderToString(
    <DocumentSheet document={document} figureHref={(ref) => `#${ref}`} />,
  );
  return plain(html.replaceAll(/<\/(p|h\d|li|td|th)>/g, '\n').replaceAll(/<[^>]*>/g, ''));
}

async function paperText(document: OfficialDocument): Promise<string> {
  const input = await documentPdf(document);
  return spawnSync('pdftotext', ['-raw', '-', '-'], { input, encoding: 'utf8' }).stdout;
}

function plain(text: string): string {
  const named = { lt: '<', gt: '>', quot: '"', amp: '&' } as const;
  return text.replaceAll(/&(lt|gt|quot|amp);/g, (_, name: keyof typeof named) => named[name]);
}

function words(text: string): string[] {
  return text.split(/\s+/).filter(Boolean);
}

function counted(text: string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const word of text.split(/[\s/-]+/).filter(Boolean))
    counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
}

/** Words a page may repeat: the heads of tables that run over, and page numbers. */
function repeatable(document: OfficialDocument): Set<string> {
  const blocks = [...document.body, ...(document.annexes ?? []).flatMap((annex) => annex.blocks)];
  const heads = blocks.flatMap((block) => (block.kind === 'table' ? block.header.flat() : []));
  return new Set(heads.flatMap((cell) => [...counted(cell.text).keys()]));
}

describe.each([
  ['a report of ten pages', reportSample()],
  ['an unissued document full of foreign signs', hostile],
])('%s', (_name, document) => {
  it('has the same words in Word as in its plain text', async () => {
    expect(words(await wordText(document)).sort()).toEqual(words(documentText(document)).sort());
  });

  it('has the same words on the screen', () => {
    expect(words(screenText(document)).sort()).toEqual(words(documentText(document)).sort());
  });

  it.skipIf(!hasPoppler)('has the same words in the PDF, besides repeated heads', async () => {
    const expected = counted(documentText(document));
    const found = counted(await paperText(document));
    const mayRepeat = repeatable(document);
    for (const [word, count] of expected)
      expect([word, (found.get(word) ?? 0) >= count]).toEqual([word, true]);
    const surplus = [...found].filter(([word, count]) => count > (expected.get(word) ?? 0));
    const unexplained = surplus.filter(([word]) => !mayRepeat.has(word) && !/^\d+$/.test(word));
    expect(unexplained).toEqual([]);
  });
});

it.skipIf(!hasPoppler)('keeps what a person typed exactly, in all three', async () => {
  const [word, paper] = await Promise.all([wordText(hostile), paperText(hostile)]);
  const screen = screenText(hostile);
  for (const text of [...HOSTILE.slice(0, 9), hostile.signature.name]) {
    expect(word).toContain(text);
    expect(screen).toContain(text);
    expect(paper).toContain(text);
  }
});
