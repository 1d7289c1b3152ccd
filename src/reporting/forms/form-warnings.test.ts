import { expect, test } from 'vitest';
import { NOTHING, type Value } from './figure.ts';
import type { Form, FormField } from './form.ts';
import { warningsOf } from './form-warnings.ts';

function field(slug: string, more: Partial<FormField> = {}): FormField {
  return {
    ...{ id: slug, slug, name: slug, kind: 'count', measure: 'hộ', roles: ['commune'] },
    ...{ required: true, minimum: null, maximum: null, warnChangePercent: null },
    ...{ prefill: null, hint: null, numeratorSlug: null, denominatorSlug: null },
    ...more,
  };
}

const FORM: Form = {
  id: 'form',
  name: 'Biểu',
  sections: [
    {
      id: 's',
      title: 'Hộ nghèo',
      clausePath: null,
      fields: [
        field('opening'),
        field('escaped', { warnChangePercent: 50 }),
        field('newly', { maximum: 100 }),
        field('closing'),
        field('words', { kind: 'text', required: false }),
      ],
    },
  ],
  checks: [
    {
      terms: [
        { figure: 'opening', sign: 1 },
        { figure: 'escaped', sign: -1 },
        { figure: 'newly', sign: 1 },
      ],
      relation: '=',
      result: 'closing',
      message: 'Cuối kỳ phải bằng đầu kỳ trừ thoát cộng phát sinh.',
    },
  ],
};

function values(amounts: Record<string, number>): Map<string, Value> {
  return new Map(Object.entries(amounts).map(([slug, amount]) => [slug, { ...NOTHING, amount }]));
}

test('a form that adds up has nothing to ask', () => {
  const filled = values({ opening: 100, escaped: 30, newly: 5, closing: 75 });
  expect(warningsOf(FORM, filled, values({}))).toEqual([]);
});

test('an identity that does not hold says what was computed and what is written', () => {
  const filled = values({ opening: 100, escaped: 30, newly: 5, closing: 80 });
  const [warning, ...rest] = warningsOf(FORM, filled, values({}));
  expect(rest).toEqual([]);
  expect(warning).toMatchObject({ slug: 'closing', keepable: true });
  expect(warning?.message).toContain('Tính ra 75, đang ghi 80');
});

test('an empty required field cannot be kept empty; an optional one may', () => {
  const warnings = warningsOf(FORM, values({ opening: 1, escaped: 0, closing: 1 }), values({}));
  expect(warnings).toEqual([expect.objectContaining({ slug: 'newly', keepable: false })]);
});

test('bounds and a leap against last year are asked about, not refused', () => {
  const filled = values({ opening: 500, escaped: 100, newly: 150, closing: 550 });
  const slugs = warningsOf(FORM, filled, values({ escaped: 40 })).map((one) => one.slug);
  expect(slugs).toEqual(['escaped', 'newly']);
});

test('a change is not asked about where last year had no figure, or 0', () => {
  const filled = values({ opening: 500, escaped: 100, newly: 50, closing: 450 });
  expect(warningsOf(FORM, filled, values({ escaped: 0 }))).toEqual([]);
});
