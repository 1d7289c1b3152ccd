import { expect, test } from 'vitest';
import { changeWords, isRelapse } from './household-class.ts';
import { maskName, maskNumber } from './masking.ts';

test('relapse needs history: poor in an earlier year, and not poor at the opening', () => {
  expect(isRelapse('not-poor', 'poor', ['poor', 'near-poor'])).toBe(true);
  expect(isRelapse('not-poor', 'poor', ['near-poor', null])).toBe(false);
  expect(isRelapse('not-poor', 'near-poor', ['near-poor'])).toBe(true);
  expect(isRelapse('near-poor', 'poor', ['poor'])).toBe(false);
  expect(isRelapse('absent', 'poor', ['poor'])).toBe(false);
});

test('a year is told in the words of the standard tables', () => {
  const year = { opening: 'poor', closing: 'near-poor', relapsed: false, reason: null } as const;
  expect(changeWords(year)).toBe('Thoát nghèo, còn cận nghèo');
  expect(changeWords({ ...year, closing: null })).toBe('Chưa rà soát');
  expect(changeWords({ ...year, closing: 'gone', reason: 'moved-away' })).toBe('Chuyển đi');
  expect(changeWords({ ...year, opening: 'absent', reason: 'split-off' })).toBe('Tách hộ');
});

test('a masked name keeps what neighbours need and no more', () => {
  expect(maskName('Lò Văn Phương')).toBe('Lò Văn P.');
  expect(maskName('  Ếch ')).toBe('Ế.');
  expect(maskNumber('012080001234')).toBe('•••234');
});
