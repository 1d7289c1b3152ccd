import { expect, test } from 'vitest';
import { NOTHING } from '../forms/figure.ts';
import type { Form } from '../forms/form.ts';
import { type Draft, judgeDraft, type StoredValue } from './draft.ts';

const FORM: Form = {
  id: 'form',
  name: 'Biểu',
  checks: [],
  sections: [
    {
      id: 's',
      title: 'Số liệu',
      clausePath: null,
      fields: ['houses', 'gifts'].map((slug) => ({
        ...{ id: `id-${slug}`, slug, name: slug, kind: 'count' as const, measure: '' },
        ...{ roles: ['district'], required: true, minimum: null, maximum: null },
        ...{ warnChangePercent: null, prefill: null, hint: null },
        ...{ numeratorSlug: null, denominatorSlug: null },
      })),
    },
  ],
};

const LOADED = new Date('2025-11-16T08:00:00Z');

function draft(typed: Record<string, string>, more: Partial<Draft> = {}): Draft {
  return {
    typed: new Map(Object.entries(typed)),
    reasons: new Map(),
    loadedAt: LOADED,
    personId: 'lan',
    source: 'typed',
    ...more,
  };
}

function stored(amount: number, more: Partial<StoredValue> = {}): StoredValue {
  return {
    ...NOTHING,
    amount,
    keptReason: null,
    accepted: false,
    updatedAt: new Date('2025-11-15T08:00:00Z'),
    updatedById: 'lan',
    updatedBy: 'Lò Thị Lan',
    ...more,
  };
}

test('what is right is kept even when the neighbour is wrong', () => {
  const { changes, faults } = judgeDraft(FORM, new Map(), draft({ houses: '12', gifts: 'mười' }));
  expect(changes).toEqual([expect.objectContaining({ slug: 'houses', amount: 12 })]);
  expect(faults).toEqual([expect.objectContaining({ field: 'gifts' })]);
});

test('the same text again changes nothing', () => {
  const before = new Map([['houses', stored(12)]]);
  expect(judgeDraft(FORM, before, draft({ houses: '12' })).changes).toEqual([]);
});

test('an accepted value is left alone', () => {
  const before = new Map([['houses', stored(12, { accepted: true })]]);
  expect(judgeDraft(FORM, before, draft({ houses: '13' })).changes).toEqual([]);
});

test('a colleague was faster: both numbers are said, neither is lost', () => {
  const later = {
    updatedAt: new Date('2025-11-16T08:05:00Z'),
    updatedById: 'sung',
    updatedBy: 'Sùng A Páo',
  };
  const before = new Map([['houses', stored(15, later)]]);
  const { changes, faults } = judgeDraft(FORM, before, draft({ houses: '12' }));
  expect(changes).toEqual([]);
  expect(faults[0]?.message).toContain('Sùng A Páo');
  expect(faults[0]?.message).toContain('15');
});

test('one reason kept beside a warning is a change of its own', () => {
  const before = new Map([['houses', stored(12)]]);
  const why = new Map([['houses', 'xã mới chia bản']]);
  const { changes } = judgeDraft(FORM, before, draft({ houses: '12' }, { reasons: why }));
  expect(changes).toEqual([expect.objectContaining({ keptReason: 'xã mới chia bản' })]);
});

test('a field emptied on purpose becomes "not reported"', () => {
  const before = new Map([['houses', stored(12)]]);
  const { changes } = judgeDraft(FORM, before, draft({ houses: '' }));
  expect(changes).toEqual([expect.objectContaining({ slug: 'houses', amount: null })]);
});
