import { renderToString } from 'preact-render-to-string';
import { expect, test } from 'vitest';
import { ClauseBar } from './clause-bar.tsx';
import { ClauseRow, MarginNote } from './plan-layout.tsx';

test('a clause stands as signed, its notes beside it', () => {
  const html = renderToString(
    <ClauseRow
      id="k3"
      level={3}
      mark="a)"
      paragraphs={['Phong trào <sâu rộng>.', 'Đoạn hai.']}
      tone="late"
      notes="Quá 2 ngày"
    />,
  );
  expect(html).toContain('<section class="clause clause-level-3 tone-late" id="k3">');
  expect(html).toContain('<span class="clause-mark">a) </span>Phong trào &lt;sâu rộng>.');
  expect(html).toContain(
    '<aside class="clause-notes" aria-label="Ghi chú bên lề a)">Quá 2 ngày</aside>',
  );
  expect(html.match(/clause-mark/g)).toHaveLength(1);
});

test('a clause without notes leaves its margin free', () => {
  const html = renderToString(<ClauseRow id="k1" level={1} mark="I." title="MỤC ĐÍCH" />);
  expect(html).toContain('<h2 class="clause-title">I. MỤC ĐÍCH</h2>');
  expect(html).not.toContain('<aside');
});

test('a note opens only when there is more to say', () => {
  expect(renderToString(<MarginNote note="Đúng hạn" />)).not.toContain('<details');
  expect(renderToString(<MarginNote note="Đúng hạn">3 nhiệm vụ</MarginNote>)).toContain('<details');
});

test('the bar leads to each clause and says how it stands', () => {
  const html = renderToString(
    <ClauseBar
      label="Toàn bộ kế hoạch"
      items={[{ href: '#k3', title: 'Mục a: quá hạn', tone: 'late' }]}
    />,
  );
  expect(html).toContain('href="#k3"');
  expect(html).toContain('<span class="sr-only">Mục a: quá hạn</span>');
});
