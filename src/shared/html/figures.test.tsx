import { renderToString } from 'preact-render-to-string';
import { describe, expect, test } from 'vitest';
import { day } from '../day.ts';
import { DataTable } from './data-table.tsx';
import { MatrixCell } from './matrix.tsx';
import { Progress } from './progress.tsx';
import { ReportFieldRow } from './report-field-row.tsx';
import { Spark } from './spark.tsx';
import { Status } from './status.tsx';
import { DeadlineText, MoneyText } from './texts.tsx';

/** What a person reads or hears, without markup. */
function words(html: string): string {
  return html
    .replace(/<[^>]+>/g, '')
    .replace(/\s+/g, ' ')
    .trim();
}

describe('a figure', () => {
  test('that is missing, nil or zero is three things, seen and heard', () => {
    const seen = (['missing', 'nil', 0] as const).map((figure) =>
      words(renderToString(<MatrixCell figure={figure} />)),
    );
    expect(seen).toEqual(['—chưa có số liệu', '○không phát sinh', '0']);
  });

  test('tells its change in words, not by shade alone', () => {
    const html = renderToString(<MatrixCell figure={1200} lastYear={900} href="/r/1" />);
    expect(words(html)).toBe('↗tăng, năm trước 900, năm nay 1.200');
    expect(html).toContain('href="/r/1"');
  });

  test('equal to last year shows no arrow', () => {
    expect(words(renderToString(<MatrixCell figure={5} lastYear={5} />))).toBe('5');
  });

  test('of money carries Vietnamese separators', () => {
    expect(words(renderToString(<MoneyText dong={1250000} />))).toBe('1.250.000 đồng');
  });
});

test('a deadline is plain when far, amber when near, red when over', () => {
  const tone = (today: string) =>
    /tone-\w+/.exec(
      renderToString(<DeadlineText due={day('2025-11-19')} today={day(today)} />),
    )?.[0];
  expect(tone('2025-10-01')).toBeUndefined();
  expect(tone('2025-11-16')).toBe('tone-due');
  expect(tone('2025-11-21')).toBe('tone-late');
});

test('each tone has a shape of its own', () => {
  const tones = ['done', 'due', 'late', 'idle', 'info'] as const;
  const shapes = tones.map(
    (tone) => / d="([^"]+)"/.exec(renderToString(<Status tone={tone}>x</Status>))?.[1],
  );
  expect(new Set(shapes).size).toBe(5);
});

describe('a spark', () => {
  const html = renderToString(
    <Spark
      label="Hộ nghèo"
      values={[
        { year: 2022, value: 1200 },
        { year: 2023, value: undefined },
        { year: 2024, value: 800 },
        { year: 2025, value: 500 },
      ]}
    />,
  );

  test('is told in words', () => {
    expect(html).toContain('Hộ nghèo: 2022: 1.200; 2023: chưa có số liệu; 2024: 800; 2025: 500');
  });

  test('leaves a gap where a year is missing', () => {
    expect(/<path d="([^"]+)"/.exec(html)?.[1]).toMatch(/^M3 3M[\d. ]+L[\d. ]+$/);
  });
});

test('progress has its count in words', () => {
  const html = renderToString(<Progress label="Đã nộp" done={62} of={114} noun="đơn vị" />);
  expect(words(html)).toContain('62/114 đơn vị');
  expect(html).toContain('value="62" max="114"');
});

describe('a table', () => {
  const rows = [
    { name: 'Xã <Nậm Mạ>', count: 12 },
    { name: 'Xã Mường Than', count: 8 },
  ];
  const columns = [
    { key: 'name', head: 'Đơn vị', cell: (row: (typeof rows)[0]) => row.name },
    {
      key: 'count',
      head: 'Số hộ',
      align: 'numeric' as const,
      group: 'Hộ nghèo',
      cell: (row: (typeof rows)[0]) => row.count,
      total: 20,
    },
  ];
  const html = renderToString(
    <DataTable caption="Hộ nghèo" {...{ columns, rows }} keyOf={(row) => row.name} />,
  );

  test('names its rows and columns and is reachable by keyboard', () => {
    expect(html).toContain('aria-label="Hộ nghèo" tabindex="0"');
    expect(html).toContain('<th scope="row" class="first">Xã &lt;Nậm Mạ></th>');
    expect(html).toContain('<th scope="colgroup" colspan="1" class="group">Hộ nghèo</th>');
  });

  test('sums in its foot', () => {
    expect(html).toMatch(/<tfoot>.*Tổng.*<td class="numeric"[^>]*>20<\/td>/s);
  });

  test('without rows says so over its whole width', () => {
    const empty = renderToString(
      <DataTable
        caption="Hộ nghèo"
        columns={columns}
        rows={[]}
        keyOf={(row) => row.name}
        none="Chưa đơn vị nào nộp."
      />,
    );
    expect(empty).toContain('<td class="none" colspan="2">Chưa đơn vị nào nộp.</td>');
  });
});

describe('a line of a report', () => {
  test('that was returned says by whom and why, and keeps the value', () => {
    const returned = { by: 'Sở Nội vụ', reason: 'Cao hơn số hộ nghèo.' };
    const html = renderToString(
      <ReportFieldRow name="a" label="Số hộ" value="312" returned={returned} />,
    );
    expect(words(html)).toContain('Sở Nội vụ trả lại: Cao hơn số hộ nghèo.');
    expect(html).toContain('value="312"');
  });

  test('that is warned lets the figure stand with a reason', () => {
    const warning = {
      message: 'Gấp 10 lần.',
      reasonName: 'a-reason',
      reason: 'Có nhà tài trợ mới',
    };
    const html = renderToString(
      <ReportFieldRow name="a" label="Tiền" value="1.205" warning={warning} />,
    );
    expect(html).toContain('aria-describedby="f-a-warning"');
    expect(html).toContain('<label class="label" for="f-a-reason">Giữ nguyên, vì…</label>');
    expect(html).toContain('value="Có nhà tài trợ mới"');
    expect(html).not.toContain('aria-invalid');
  });

  test('that is wrong is tied to its sentence', () => {
    const html = renderToString(
      <ReportFieldRow name="a" label="Số hộ" value="ba" error="Ghi bằng chữ số." />,
    );
    expect(html).toContain('aria-describedby="f-a-fault"');
    expect(html).toContain('aria-invalid="true"');
  });
});
