import { expect, test } from 'vitest';
import { pathInWords } from './path-words.ts';

test('dashes and paragraphs are counted in words, a point đ) stays a letter', () => {
  expect(pathInWords('I.1.g1')).toBe('I.1, gạch đầu dòng 1');
  expect(pathInWords('V-2.3')).toBe('V-2.3');
  expect(pathInWords('đ4')).toBe('đoạn 4');
  expect(pathInWords('II.1.đ')).toBe('II.1.đ');
  expect(pathInWords('II.1.đ2.g3')).toBe('II.1, đoạn 2, gạch đầu dòng 3');
});
