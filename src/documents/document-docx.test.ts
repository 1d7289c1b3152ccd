import { strFromU8, unzipSync } from 'fflate';
import { beforeAll, describe, expect, it } from 'vitest';
import { documentDocx } from './document-docx.ts';
import { reportSample } from './fixtures/report-sample.ts';

describe('a report as a Word file', () => {
  let parts: Record<string, string>;
  beforeAll(async () => {
    const files = unzipSync(await documentDocx(reportSample(6)));
    parts = Object.fromEntries(Object.entries(files).map(([at, data]) => [at, strFromU8(data)]));
  });

  it('is A4 with margins 20/20/30/20 mm, and turned for the wide annex', () => {
    const xml = parts['word/document.xml'] ?? '';
    const pages = [...xml.matchAll(/<w:pgSz ([^/]*)\/>/g)].map((match) => match[1]);
    expect(pages).toEqual([
      'w:w="11906" w:h="16838"',
      'w:w="11906" w:h="16838"',
      'w:w="16838" w:h="11906" w:orient="landscape"',
    ]);
    expect(xml).toContain('w:top="1134" w:right="1134" w:bottom="1134" w:left="1701"');
  });

  it('counts pages from 1 in every section and shows no number on its first page', () => {
    const xml = parts['word/document.xml'] ?? '';
    expect(xml.match(/<w:pgNumType w:start="1"\/><w:titlePg\/>/g)).toHaveLength(3);
    expect(parts['word/header1.xml']).toContain('<w:instrText xml:space="preserve"> PAGE ');
  });

  it('is set in Times New Roman 14, names 13, recipients 12 and 11', () => {
    const styles = parts['word/styles.xml'] ?? '';
    expect(styles).toContain('w:ascii="Times New Roman"');
    expect(styles).toContain('<w:sz w:val="28"/>');
    expect(sizeOf(styles, 'HeadBold')).toBe('26');
    expect(sizeOf(styles, 'RecipientsLabel')).toBe('24');
    expect(sizeOf(styles, 'Recipient')).toBe('22');
    expect(styles).toContain('w:firstLine="720"');
  });

  it('gives the nation a column wider than its 97 mm, without cell margins', () => {
    const xml = parts['word/document.xml'] ?? '';
    const columns = [...xml.matchAll(/<w:gridCol w:w="(\d+)"\/>/g)].map((match) =>
      Number(match[1]),
    );
    expect(columns[1]).toBeGreaterThan((97 / 25.4) * 1440);
    expect(parts['word/styles.xml']).toContain('<w:tblCellMar><w:left w:w="0" w:type="dxa"/>');
  });

  it('repeats a table head of two rows on every page and never breaks a row', () => {
    const xml = parts['word/document.xml'] ?? '';
    expect(xml.match(/<w:tblHeader\/>/g)).toHaveLength(6);
    expect(xml.match(/<w:tr>/g)?.length).toBe(xml.match(/<w:cantSplit\/>/g)?.length);
    expect(xml).toContain('<w:vMerge w:val="restart"/>');
  });

  it('is the same file for the same document', async () => {
    const [one, two] = await Promise.all([
      documentDocx(reportSample(6)),
      documentDocx(reportSample(6)),
    ]);
    expect(Buffer.from(one).equals(Buffer.from(two))).toBe(true);
  });
});

function sizeOf(styles: string, id: string): string | undefined {
  return new RegExp(`w:styleId="${id}">.*?<w:sz w:val="(\\d+)"/>`).exec(styles)?.[1];
}
