import { expect, test } from 'vitest';
import { day } from '../../shared/day.ts';
import { answerDue, monthlyRule, nextMonth, reportDue, reviewStart } from './monthly-rule.ts';

test.each([
  ['2025-11-01', '2025-11-15', '2025-11-30'],
  ['2025-11-15', '2025-11-15', '2025-11-30'],
  ['2025-11-16', '2025-12-15', '2025-12-30'],
  ['2025-12-31', '2026-01-15', '2026-01-30'],
  ['2026-01-20', '2026-02-15', '2026-03-02'],
])('received on %s it is reviewed from %s and answered by %s', (received, start, due) => {
  expect([reviewStart(day(received)), answerDue(day(received))]).toEqual([start, due]);
});

test('a month is reported by the 5th of the next, February to September', () => {
  expect(reportDue('2026-01')).toBe('2026-02-05');
  expect(reportDue('2026-08')).toBe('2026-09-05');
  expect(reportDue('2026-09')).toBeUndefined();
  expect(reportDue('2025-12')).toBeUndefined();
});

test('the rule says where it is from, and what nobody has compared', () => {
  const { source, confirmed, doubt } = monthlyRule(day('2025-11-05'));
  expect(source).toContain('24/2021');
  expect(confirmed).toBe(false);
  expect(doubt).toContain('ngày lịch');
});

test('December is followed by January', () => {
  expect(nextMonth('2025-12')).toBe('2026-01');
});
