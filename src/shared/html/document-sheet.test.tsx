import { renderToString } from 'preact-render-to-string';
import { describe, expect, it } from 'vitest';
import { reportSample } from '../../documents/fixtures/report-sample.ts';
import { DocumentSheet } from './document-sheet.tsx';

const report = reportSample(3);

describe('a report on the screen', () => {
  it('ties each figure to the page that explains it', () => {
    const html = renderToString(
      <DocumentSheet document={report} figureHref={(ref) => `/so-lieu/${ref}`} />,
    );
    expect(html).toContain('<a class="paper-figure" href="/so-lieu/poor.households">1.234 hộ</a>');
  });

  it('prints figures without a source as plain words', () => {
    const html = renderToString(<DocumentSheet document={report} figureHref={() => undefined} />);
    expect(html).not.toContain('<a ');
    expect(html).toContain('1.234 hộ');
  });

  it('lays annexes on sheets of their own, the wide one across', () => {
    const html = renderToString(<DocumentSheet document={report} />);
    expect(html.match(/<(article|section) class="paper[ "]/g)).toHaveLength(3);
    expect(html).toContain('<section class="paper paper-wide" lang="vi">');
  });

  it('leaves the h1 to the page and orders its own headings', () => {
    const levels = renderToString(<DocumentSheet document={report} />).match(/<h\d/g) ?? [];
    expect(levels).not.toContain('<h1');
    expect(levels.slice(0, 4)).toEqual(['<h2', '<h3', '<h4', '<h5']);
  });

  it('names the columns a group of figures stands under', () => {
    const html = renderToString(<DocumentSheet document={report} />);
    expect(html).toContain('<th scope="colgroup" colspan="2" rowspan="1">Hộ nghèo</th>');
    expect(html).toContain('<td class="paper-right" colspan="1">12.480</td>');
  });

  it('puts the secretary of minutes beside the chair', () => {
    const minutes = { ...report, secretary: { authority: ['THƯ KÝ'], name: 'Lò Văn Ẫn' } };
    const html = renderToString(<DocumentSheet document={minutes} />);
    expect(html).toContain('paper-foot-minutes');
    expect(html.indexOf('THƯ KÝ')).toBeLessThan(html.indexOf('KT. GIÁM ĐỐC'));
  });
});
