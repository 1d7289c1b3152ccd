import { describe, expect, it } from 'vitest';
import { day } from '../../shared/day.ts';
import { addWorkingDays, clockWords, isWorkingDay, workingDaysLeft } from './working-days.ts';

describe('working days', () => {
  it('are Monday to Friday', () => {
    expect(isWorkingDay(day('2025-11-07'))).toBe(true);
    expect(isWorkingDay(day('2025-11-08'))).toBe(false);
    expect(isWorkingDay(day('2025-11-09'))).toBe(false);
    expect(isWorkingDay(day('2025-10-31'))).toBe(true);
    expect(isWorkingDay(day('2025-11-02'))).toBe(false);
  });

  it.each([
    ['2025-11-03', 3, '2025-11-06'],
    ['2025-11-06', 3, '2025-11-11'],
    ['2025-11-07', 3, '2025-11-12'],
    ['2025-11-08', 3, '2025-11-12'],
    ['2025-11-09', 1, '2025-11-10'],
    ['2025-12-31', 2, '2026-01-02'],
  ])('from %s, %i of them end on %s', (from, count, until) => {
    expect(addWorkingDays(day(from), count)).toBe(until);
  });

  it.each([
    ['2025-11-07', 3, 'còn 3 ngày làm việc, đến hết 12/11/2025'],
    ['2025-11-09', 3, 'còn 3 ngày làm việc, đến hết 12/11/2025'],
    ['2025-11-10', 2, 'còn 2 ngày làm việc, đến hết 12/11/2025'],
    ['2025-11-12', 0, 'hôm nay (12/11/2025) là ngày cuối'],
    ['2025-11-13', 0, 'đã đủ thời gian, hết ngày 12/11/2025'],
  ])('on %s, %i are left until 12/11/2025', (today, left, words) => {
    expect(workingDaysLeft(day(today), day('2025-11-12'))).toBe(left);
    expect(clockWords(day(today), day('2025-11-12'))).toBe(words);
  });
});
