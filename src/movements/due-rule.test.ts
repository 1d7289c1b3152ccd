import { expect, test } from 'vitest';
import { day } from '../shared/day.ts';
import { dueOn } from './due-rule.ts';

test('“before 20 November” ends on the 19th, “by 18 November” on the 18th', () => {
  expect(dueOn({ kind: 'yearly', month: 11, day: 20, inclusive: false }, 2025)).toBe('2025-11-19');
  expect(dueOn({ kind: 'yearly', month: 11, day: 18, inclusive: true }, 2024)).toBe('2024-11-18');
});

test('“in 2023” asks nothing in any other year', () => {
  expect(dueOn({ kind: 'year', year: 2023 }, 2023)).toBe('2023-12-31');
  expect(dueOn({ kind: 'year', year: 2023 }, 2024)).toBeUndefined();
});

test('a task of the whole period is due each year, at latest on its last day', () => {
  const period = { kind: 'period', from: day('2022-06-02'), to: day('2025-06-30') } as const;
  expect(dueOn(period, 2022)).toBe('2022-12-31');
  expect(dueOn(period, 2025)).toBe('2025-06-30');
  expect([dueOn(period, 2021), dueOn(period, 2026)]).toEqual([undefined, undefined]);
});

test('a day that no calendar has is refused', () => {
  const rule = { kind: 'yearly', month: 11, day: 31, inclusive: true } as const;
  expect(() => dueOn(rule, 2025)).toThrow(RangeError);
});
