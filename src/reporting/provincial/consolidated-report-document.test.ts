import { describe, expect, it } from 'vitest';
import { documentText, fingerprint } from '../../documents/document-text.ts';
import { day } from '../../shared/day.ts';
import { draftOf, reportSources } from '../totals/fixtures/report-sources.ts';
import type { Series } from './consolidated-report.ts';
import { describeReport } from './consolidated-report-document.ts';
import { figureBook, isBehindOfficial, type ReportSources } from './consolidated-report-figures.ts';
import { snapshotOf } from './consolidated-report-snapshot.ts';
import { describeErratum } from './erratum.ts';

const NOW = { a: [30, 200], b: [50, 300] } as const;
const LAST = { a: [40, 200], b: [60, 300] } as const;

function described(sources: ReportSources, series: Series = 'provisional') {
  return describeReport(draftOf(sources, series), sources);
}

function text(sources: ReportSources, series?: Series): string {
  return documentText(described(sources, series)).replaceAll('\u00A0', ' ');
}

describe('a report described from its figures', () => {
  it('tells figures by clause with last year and the change', () => {
    const words = text(reportSources(NOW, LAST));
    expect(words).toContain('II. KẾT QUẢ THỰC HIỆN\n1. Nội dung phong trào\na) Hộ nghèo\n');
    expect(words).toContain(
      'Hộ nghèo cuối năm là 80 hộ (số liệu sơ bộ), giảm 20 hộ (20,00 %) so với năm 2024; tỷ lệ hộ nghèo là 16,00 %, giảm 4,00 điểm phần trăm so với năm 2024.',
    );
    expect(words).toContain('- Tổng số hộ dân cư là 500 hộ, không đổi so với năm 2024.');
    expect(words).toContain('1\tUBND xã A\t40\t30\t20,00\t15,00');
    expect(words).toContain('\tToàn tỉnh\t100\t80\t20,00\t16,00');
  });

  it('sets half a province against the same half, and says so', () => {
    const words = text(reportSources({ a: [30, 200] }, LAST));
    expect(words).toContain(
      'Hộ nghèo cuối năm là 30 hộ (số liệu sơ bộ), giảm 10 hộ (25,00 %) so với năm 2024, tính trên 1 đơn vị có số liệu cả hai năm',
    );
    expect(words).toContain('Đã có số liệu: 1/2 đơn vị');
    expect(words).toContain('2\tUBND xã B\t60\t-\t20,00\t-');
  });

  it('does not blame communes for what districts reported last year', () => {
    const words = text(reportSources(NOW, { ...LAST, huyen: [500, 900] }));
    expect(words).toContain('giảm 20 hộ (20,00 %) so với năm 2024, tính trên 2 đơn vị');
  });

  it('says which figures of the review it uses, and where official ones come from', () => {
    const published = { amount: 78, source: 'Quyết định 9/QĐ-UBND' };
    const sources = reportSources(NOW, LAST, { 'poor@tinh@2025': published });
    expect(text(sources)).toContain('hộ cận nghèo là số liệu sơ bộ, sẽ được thay');
    const official = text(sources, 'official');
    expect(official).toContain('là số liệu chính thức năm 2025 đã công bố');
    expect(official).toContain(
      'Hộ nghèo cuối năm là 78 hộ (số liệu chính thức, nguồn: Quyết định 9/QĐ-UBND), giảm 22 hộ',
    );
  });

  it('knows when a draft prints provisional figures though official ones are out', () => {
    const published = { amount: 78, source: 'Quyết định 9/QĐ-UBND' };
    const sources = reportSources(NOW, LAST, { 'poor@tinh@2025': published });
    expect(isBehindOfficial(sources, 'provisional')).toBe(true);
    expect(isBehindOfficial(sources, 'official')).toBe(false);
    expect(isBehindOfficial(reportSources(NOW, LAST), 'provisional')).toBe(false);
  });

  it('says that there is no figure, never 0', () => {
    const sources = reportSources({}, LAST);
    const empty = { ...sources, totals: new Map() };
    expect(text(empty)).toContain('Hộ nghèo cuối năm: chưa có số liệu; tỷ lệ hộ nghèo: chưa có');
    expect(text(empty)).not.toContain('0 hộ (');
  });
});

describe('a document that was issued', () => {
  const sources = reportSources(NOW, LAST);
  const draft = draftOf(sources, 'provisional');
  const issue = { number: 5, date: day('2025-11-28') };
  const issued = describeReport(draft, sources, issue);

  it('has one fingerprint, kept through storage, lost by any other figure', () => {
    expect(fingerprint(JSON.parse(JSON.stringify(issued)))).toBe(fingerprint(issued));
    const other = reportSources({ ...NOW, a: [31, 200] }, LAST);
    expect(fingerprint(describeReport(draft, other, issue))).not.toBe(fingerprint(issued));
  });

  it('remembers every figure as it was printed', () => {
    const figures = snapshotOf(issued, figureBook(sources, 'provisional'));
    expect(figures.poor).toEqual({ name: 'Hộ nghèo cuối năm', value: 80, text: '80\u00A0hộ' });
    expect(figures['poor@b|last']?.value).toBe(60);
    expect(Object.values(figures).every(({ text: words }) => words !== '')).toBe(true);
  });

  it('is mended by a document of the same kind that names both figures and the rule', () => {
    const line = { ref: 'poor', name: 'Hộ nghèo cuối năm', was: '80 hộ', now: '79 hộ' };
    const erratum = {
      ...{ id: 'e', documentId: 'd', lines: [line], note: 'Rà soát lại', personName: 'Lò Văn Thử' },
      at: new Date('2025-12-01T02:00:00Z'),
    };
    const cited = { issuedOn: issue.date, symbol: 'BC-SNNMT', number: 5 };
    const words = documentText(describeErratum(erratum, cited, issued));
    expect(words).toContain('BÁO CÁO\nĐính chính, thay thế số liệu tại Báo cáo số 05/BC-SNNMT');
    expect(words).toContain('khoản 3 Điều 18 Nghị định số 30/2020/NĐ-CP');
    expect(words).toContain('1\tHộ nghèo cuối năm\t80 hộ\t79 hộ');
  });
});
