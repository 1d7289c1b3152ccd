import { expect, test } from 'vitest';
import type { FormField } from '../forms/form.ts';
import { readOfficial } from './official-figures.ts';

function field(slug: string, kind: FormField['kind']): FormField {
  const rules = { required: false, minimum: null, maximum: null, warnChangePercent: null };
  const ties = { prefill: null, hint: null, numeratorSlug: null, denominatorSlug: null };
  return { id: slug, slug, name: slug, kind, measure: '', roles: [], ...rules, ...ties };
}

const FIELDS = [field('ho-ngheo', 'count'), field('ty-le', 'ratio')];
const UNITS = new Set(['tinh']);
const SOURCE = 'Quyết định số 12/QĐ-UBND ngày 15/12/2024';

function read(slug: string, amount: string, source = SOURCE) {
  const outcome = readOfficial({ slug, unitId: 'tinh', amount, source }, FIELDS, UNITS);
  return 'faults' in outcome ? outcome.faults.map((one) => one.field) : outcome.amount;
}

test('a published count is whole, a published ratio a percent up to a hundred', () => {
  expect(read('ho-ngheo', '20.961')).toBe(20961);
  expect(read('ho-ngheo', '0')).toBe(0);
  expect(read('ho-ngheo', '1,5')).toEqual(['amount']);
  expect(read('ty-le', '19,46 %')).toBe(19.46);
  expect(read('ty-le', '101')).toEqual(['amount']);
});

test('nothing is official without figure, unit, amount and source', () => {
  expect(read('ho-ngheo', '', ' ')).toEqual(['amount', 'source']);
  const bare = { slug: 'khac', unitId: 'xa', amount: '1', source: SOURCE };
  const outcome = readOfficial(bare, FIELDS, UNITS);
  expect('faults' in outcome && outcome.faults.map((one) => one.field)).toEqual(['slug', 'unitId']);
});
