import { renderToString } from 'preact-render-to-string';
import { describe, expect, test } from 'vitest';
import { CheckField, CheckList, RadioField, SelectField } from './choices.tsx';
import { ErrorSummary, errorOf } from './error-summary.tsx';
import { fieldId } from './field.tsx';
import { ActionForm } from './form.tsx';
import { NumberField, TextArea, TextField } from './inputs.tsx';

const AREAS = [
  { value: 'nam-ma', label: 'Xã Nậm Mạ' },
  { value: 'muong-than', label: 'Xã Mường Than' },
];

/** All values of an attribute, in the order of the page. */
function attributes(html: string, name: string): string[] {
  return [...html.matchAll(new RegExp(`\\s${name}="([^"]*)"`, 'g'))].map(([, value = '']) => value);
}

describe('a field', () => {
  test('has a label that leads to its input', () => {
    const html = renderToString(<TextField name="ten" label="Tên đơn vị" />);
    expect(attributes(html, 'for')).toEqual(['f-ten']);
    expect(attributes(html, 'id')).toEqual(['f-ten']);
    expect(html).not.toContain('aria-invalid');
  });

  test('tells hint and fault to those who hear it, in the order they stand', () => {
    const html = renderToString(
      <NumberField
        name="so-ho"
        label="Số hộ"
        hint="Ghi bằng chữ số"
        error="Chưa ghi số hộ."
        value="mười"
      />,
    );
    expect(attributes(html, 'aria-describedby')).toEqual(['f-so-ho-hint f-so-ho-fault']);
    expect(attributes(html, 'aria-invalid')).toEqual(['true']);
    expect(html).toContain('id="f-so-ho-hint"');
    expect(html).toContain('id="f-so-ho-fault"');
  });

  test('keeps what was typed, wrong as it is, and never as markup', () => {
    const typed = '"><script>alert(1)</script>';
    const one = renderToString(<TextField name="ten" label="Tên" value={typed} error="Sai" />);
    const many = renderToString(<TextArea name="ghi-chu" label="Ghi chú" value={typed} />);
    for (const html of [one, many]) {
      expect(html).not.toContain('<script');
      expect(html).toContain('&lt;script');
    }
  });

  test('says when it may stay empty', () => {
    const html = renderToString(<TextField name="ten" label="Tên" optional />);
    expect(html).toContain('(không bắt buộc)');
    expect(html).not.toContain('required');
  });
});

describe('choices', () => {
  test('a list shows the chosen line', () => {
    const html = renderToString(
      <SelectField name="xa" label="Xã" choices={AREAS} value="muong-than" nothing="Chọn xã" />,
    );
    expect(html).toMatch(/<option[^>]*selected[^>]*>Xã Mường Than/);
    expect(html.match(/selected/g)).toHaveLength(1);
    expect(html).toMatch(/<option value(="")?>Chọn xã</);
  });

  test('the first radio carries the id that the summary leads to', () => {
    const html = renderToString(
      <RadioField name="xa" label="Xã" choices={AREAS} error="Chưa chọn xã." />,
    );
    expect(attributes(html, 'id')).toEqual(['f-xa-fault', 'f-xa', 'f-xa-muong-than']);
    expect(attributes(html, 'for')).toEqual(['f-xa', 'f-xa-muong-than']);
    expect(html).toContain('<fieldset class="field field-wrong" aria-describedby="f-xa-fault"');
  });

  test('several boxes of one name keep their ticks', () => {
    const html = renderToString(
      <CheckList name="xa" label="Xã" choices={AREAS} values={['nam-ma']} />,
    );
    expect(html.match(/checked/g)).toHaveLength(1);
    expect(attributes(html, 'name')).toEqual(['xa', 'xa']);
  });

  test('a single box is tied to its words', () => {
    const html = renderToString(<CheckField name="dong-y" label="Đã đối chiếu" checked />);
    expect(html).toMatch(/<label for="f-dong-y">Đã đối chiếu/);
    expect(html).toContain('value="yes"');
  });
});

describe('the summary of faults', () => {
  const problems = [
    { field: 'ten', message: 'Chưa ghi tên.' },
    { field: 'dong[2].so', message: 'Dòng 2: số không hợp lệ.' },
  ];

  test('leads to each field by the id that the field carries', () => {
    const summary = renderToString(<ErrorSummary problems={problems} />);
    const field = renderToString(<TextField name="dong[2].so" label="Số" />);
    expect(attributes(summary, 'href')).toEqual(['#f-ten', '#f-dong-2-so']);
    expect(attributes(field, 'id')).toEqual(['f-dong-2-so']);
    expect(summary).toContain('role="alert"');
    expect(summary).toContain('Có 2 chỗ cần sửa');
  });

  test('is not there when nothing is wrong', () => {
    expect(renderToString(<ErrorSummary problems={[]} />)).toBe('');
  });

  test('gives each field its own sentence', () => {
    expect(errorOf(problems, 'ten')).toBe('Chưa ghi tên.');
    expect(errorOf(problems, 'xa')).toBeUndefined();
  });
});

describe('a step of a state', () => {
  test('is one button with what it carries along', () => {
    const html = renderToString(
      <ActionForm action="/reports/1/accept" label="Tiếp nhận" values={{ version: '3' }} />,
    );
    expect(html).toContain('method="post" action="/reports/1/accept"');
    expect(html).toContain('<input type="hidden" name="version" value="3"');
    expect(html).not.toContain('<details');
  });

  test('two steps on a page ask for their reasons apart', () => {
    const html = ['/reports/1/return', '/reports/1/extend']
      .map((action) =>
        renderToString(<ActionForm {...{ action, label: 'Gửi', reason: { label: 'Vì sao' } }} />),
      )
      .join('');
    const ids = attributes(html, 'id');
    expect(new Set(ids).size).toBe(2);
    expect(attributes(html, 'for')).toEqual(ids);
  });

  test('opens by itself on a reason that is wrong', () => {
    const reason = { label: 'Vì sao', error: 'Chưa ghi lý do.' };
    const html = renderToString(<ActionForm action="/r/return" label="Trả lại" reason={reason} />);
    expect(html).toMatch(/<details class="action-reason" open/);
    expect(html).toContain('Chưa ghi lý do.');
  });
});

test('ids keep Vietnamese letters and lose what a link cannot carry', () => {
  expect(fieldId('số hộ.2')).toBe('f-số-hộ-2');
});
