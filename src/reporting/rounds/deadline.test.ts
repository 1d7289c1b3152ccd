import { expect, test } from 'vitest';
import { day } from '../../shared/day.ts';
import { daysLeft, isLocked, lastDayFor, punctuality } from './deadline.ts';

const ROUND = {
  legalDue: day('2025-11-20'),
  legalInclusive: false,
  internalDue: day('2025-11-15'),
  locksOn: day('2025-11-28'),
};
const THE_19TH = day('2025-11-19');
const THE_20TH = day('2025-11-20');

test('"before the 20th" ends on the 19th', () => {
  expect(lastDayFor(ROUND, null)).toBe('2025-11-19');
  expect(punctuality(ROUND, null, THE_19TH, THE_20TH)).toBe('on-time');
  expect(punctuality(ROUND, null, THE_20TH, THE_20TH)).toBe('late');
  expect(daysLeft(ROUND, null, day('2025-11-16'))).toBe(3);
});

test('an inclusive deadline ends on its own day', () => {
  expect(lastDayFor({ ...ROUND, legalInclusive: true }, null)).toBe('2025-11-20');
});

test('an extension moves the last day, and only forwards', () => {
  expect(lastDayFor(ROUND, day('2025-11-25'))).toBe('2025-11-25');
  expect(lastDayFor(ROUND, day('2025-11-10'))).toBe('2025-11-19');
  expect(punctuality(ROUND, day('2025-11-25'), THE_20TH, THE_20TH)).toBe('extended');
  expect(punctuality(ROUND, day('2025-11-25'), null, THE_20TH)).toBe('due');
});

test('who has not sent is due, then overdue, then missed after the lock', () => {
  expect(punctuality(ROUND, null, null, THE_19TH)).toBe('due');
  expect(punctuality(ROUND, null, null, THE_20TH)).toBe('overdue');
  expect(punctuality(ROUND, null, null, day('2025-11-29'))).toBe('missed');
});

test('the lock gives way to a later extension only', () => {
  expect(isLocked(ROUND, null, day('2025-11-28'))).toBe(false);
  expect(isLocked(ROUND, null, day('2025-11-29'))).toBe(true);
  expect(isLocked(ROUND, day('2025-12-05'), day('2025-11-29'))).toBe(false);
});
