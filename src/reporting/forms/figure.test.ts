import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Figure, NOTHING, ratio, readTyped, showAmount, typedText } from './figure.ts';

const HOUSEHOLDS: Figure = {
  id: '1',
  slug: 'poor',
  name: 'Hộ nghèo',
  kind: 'count',
  measure: 'hộ',
};
const MONEY: Figure = { id: '2', slug: 'fund', name: 'Thu quỹ', kind: 'money', measure: 'đồng' };
const MODELS: Figure = { id: '3', slug: 'models', name: 'Mô hình', kind: 'list', measure: '' };

test('numbers are read as an office types them', () => {
  expect(readTyped(HOUSEHOLDS, '1.234')).toEqual({ ...NOTHING, amount: 1234 });
  expect(readTyped(MONEY, '1 250 000')).toEqual({ ...NOTHING, amount: 1_250_000 });
  expect(readTyped(HOUSEHOLDS, '0')).toEqual({ ...NOTHING, amount: 0 });
});

test('nothing typed is not zero', () => {
  expect(readTyped(HOUSEHOLDS, '  ')).toEqual(NOTHING);
});

test.each([
  ['12a', 'không phải là số'],
  ['-3', 'không thể âm'],
  ['2,5', 'số nguyên'],
  ['99999999999999999', 'quá lớn'],
])('%s is answered with a sentence', (typed, words) => {
  expect(readTyped(HOUSEHOLDS, typed)).toEqual({ fault: expect.stringContaining(words) });
});

test('a list comes as lines, a title and what there is to say of it', () => {
  const items = [
    { title: 'Nuôi cá lồng', body: '12 hộ tham gia' },
    { title: 'Tổ đổi công', body: '' },
  ];
  expect(readTyped(MODELS, '- Nuôi cá lồng | 12 hộ tham gia\n\nTổ đổi công')).toEqual({
    ...NOTHING,
    items,
  });
});

test('what stands in a field reads back as the same amount', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 1e15 }), (amount) => {
      expect(readTyped(MONEY, typedText({ ...NOTHING, amount }))).toEqual({ ...NOTHING, amount });
    }),
  );
});

test('amounts are shown with their measure', () => {
  expect(showAmount('count', 'hộ', 25426)).toBe('25.426 hộ');
  expect(showAmount('money', 'đồng', 1_250_000)).toBe('1.250.000 đồng');
  expect(showAmount('ratio', '%', 19.456)).toBe('19,46 %');
});

test('a ratio needs both parts, and something to divide by', () => {
  expect(ratio(1, 4)).toBe(25);
  expect(ratio(null, 4)).toBeNull();
  expect(ratio(1, 0)).toBeNull();
});
