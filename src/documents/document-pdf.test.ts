import { spawnSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { day } from '../shared/day.ts';
import { documentPdf } from './document-pdf.ts';
import { reportSample } from './fixtures/report-sample.ts';
import { heading, paragraph, row, type Table } from './official-document.ts';

const hasPoppler = spawnSync('pdfinfo', ['-v']).error === undefined;

const longTable: Table = {
  kind: 'table',
  columns: [{ width: 1, align: 'left' }],
  header: [[{ text: 'Nội dung' }]],
  rows: [row(['chữ dài '.repeat(2000)])],
};

function poppler(tool: string, pdf: Uint8Array, ...flags: string[]): string {
  return spawnSync(tool, [...flags, '-', ...(tool === 'pdftotext' ? ['-'] : [])], {
    input: pdf,
    encoding: 'utf8',
  }).stdout;
}

describe('a report as PDF', () => {
  it('is the same file for the same document, another for another', async () => {
    const first = Buffer.from(await documentPdf(reportSample(5)));
    const other = Buffer.from(await documentPdf({ ...reportSample(5), number: 6 }));
    const again = Buffer.from(await documentPdf(reportSample(5)));
    expect(first.subarray(0, 5).toString()).toBe('%PDF-');
    expect(again.equals(first)).toBe(true);
    expect(other.equals(first)).toBe(false);
  });

  it('is an archive file that says its language; a draft is plain PDF', async () => {
    const issued = Buffer.from(await documentPdf(reportSample(5))).toString('latin1');
    const draft = Buffer.from(await documentPdf({ ...reportSample(5), date: undefined }));
    expect(issued).toContain('<pdfaid:part>2</pdfaid:part>');
    expect(issued).toMatch(/\/Lang ?\(vi/);
    expect(draft.toString('latin1')).not.toContain('pdfaid:part');
  });

  it.each([
    ['a sign no font holds', paragraph('☐ ﷺ \uE000 😀')],
    ['an empty heading', heading(1, '')],
    ['a word longer than a page', paragraph('x'.repeat(5000))],
    ['a table cell longer than a page', longTable],
    ['a table without rows', { ...longTable, header: [], rows: [] }],
  ])('is made also of %s', async (_name, block) => {
    const pdf = await documentPdf({ ...reportSample(1), annexes: [], body: [block] });
    expect(Buffer.from(pdf).subarray(0, 5).toString()).toBe('%PDF-');
  });

  it.skipIf(!hasPoppler)('states its title, issuer and day', async () => {
    const info = poppler('pdfinfo', await documentPdf(reportSample(5)));
    expect(info).toMatch(/Title: +Báo cáo: Kết quả thực hiện phong trào/);
    expect(info).toMatch(/Author: +Sở Nông nghiệp và Môi trường/);
    expect(info).toMatch(/Page size: +595.276 x 841.89 pts \(A4\)/);
  });

  it.skipIf(!hasPoppler)('embeds Tinos and no other face', async () => {
    const fonts = poppler('pdffonts', await documentPdf(reportSample(5)));
    const faces = fonts.split('\n').slice(2).filter(Boolean);
    expect(faces.length).toBeGreaterThan(0);
    expect(faces.filter((line) => !line.includes('Tinos'))).toEqual([]);
  });

  it.skipIf(!hasPoppler)('numbers pages from the second, anew in each annex', async () => {
    const pages = poppler('pdftotext', await documentPdf(reportSample(60)), '-layout').split('\f');
    const tops = pages.map((page) => page.trim().split('\n')[0]?.trim());
    expect(tops[0]).toContain('CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM');
    expect(tops[1]).toBe('2');
    const annex = tops.indexOf('Phụ lục I');
    expect(tops[annex + 1]).toBe('2');
    expect(tops).toContain('Phụ lục II');
  });

  it.skipIf(!hasPoppler)('never leaves a signature alone on a page', async () => {
    const sample = { ...reportSample(1), annexes: [], date: day('2025-12-01') };
    for (let extra = 0; extra < 22; extra++) {
      const body = Array.from({ length: 5 + extra }, () => sample.body.slice(0, 1)).flat();
      const pages = poppler('pdftotext', await documentPdf({ ...sample, body })).split('\f');
      const signed = pages.find((page) => page.includes('KT. GIÁM ĐỐC'));
      expect(signed).toContain('như sau:./.');
    }
  });
});
