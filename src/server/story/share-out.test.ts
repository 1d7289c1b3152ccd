import { expect, test } from 'vitest';
import { shareOut } from './share-out.ts';

test('the parts add up to the whole, the largest remainders first', () => {
  expect(shareOut(10, [1, 1, 1])).toEqual([4, 3, 3]);
  expect(shareOut(7, [5, 3, 2])).toEqual([4, 2, 1]);
  const parts = shareOut(25_426, [636, 3765, 1391, 1975, 0.5]);
  expect(parts.reduce((sum, part) => sum + part, 0)).toBe(25_426);
});

test('nothing is shared out over no weight', () => {
  expect(() => shareOut(3, [0, 0])).toThrow(RangeError);
});
