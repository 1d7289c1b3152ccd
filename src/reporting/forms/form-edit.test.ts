import { expect, test } from 'vitest';
import { checkSentence, moved, slugOf } from './form-edit.ts';

test('a slug is made of the name, and told apart from those taken', () => {
  expect(slugOf('Nhà xây mới (hộ nghèo)', new Set())).toBe('nha-xay-moi-ho-ngheo');
  expect(slugOf('Đường làng', new Set(['duong-lang', 'duong-lang-2']))).toBe('duong-lang-3');
  expect(slugOf('???', new Set())).toBe('so-lieu');
  expect(slugOf('Hỗ trợ '.repeat(20), new Set())).toMatch(/^[a-z][a-z-]{50,58}[a-z]$/);
});

test('a part moves one place, and stays at an end', () => {
  expect(moved(['a', 'b', 'c'], 'c', 'up')).toEqual(['a', 'c', 'b']);
  expect(moved(['a', 'b', 'c'], 'a', 'down')).toEqual(['b', 'a', 'c']);
  expect(moved(['a', 'b'], 'a', 'up')).toEqual(['a', 'b']);
  expect(moved(['a', 'b'], 'x', 'up')).toEqual(['a', 'b']);
});

test('an identity reads as a sentence', () => {
  const names: Record<string, string> = { dau: 'Đầu năm', thoat: 'Thoát nghèo', cuoi: 'Cuối năm' };
  const terms = [
    { figure: 'dau', sign: 1 },
    { figure: 'thoat', sign: -1 },
  ] as const;
  const nameOf = (slug: string) => names[slug] ?? '';
  expect(checkSentence({ terms, relation: '=', result: 'cuoi' }, nameOf)).toBe(
    '“Đầu năm” − “Thoát nghèo” = “Cuối năm”',
  );
  expect(checkSentence({ terms: [terms[0]], relation: '<=', result: 'cuoi' }, nameOf)).toBe(
    '“Đầu năm” không lớn hơn “Cuối năm”',
  );
});
