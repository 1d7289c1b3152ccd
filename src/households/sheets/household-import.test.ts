import { expect, test } from 'vitest';
import { mayStep, nextStatus, statusesBefore } from './household-import.ts';

test('one table says what comes next, to the pages and to the server', () => {
  expect(statusesBefore('interrupt')).toEqual(['reading', 'applying']);
  expect(nextStatus('checked', 'apply')).toBe('applying');
  expect(nextStatus('matching', 'apply')).toBeUndefined();
  expect(mayStep({ status: 'broken', cleared: false }, 'read')).toBe(true);
  expect(mayStep({ status: 'reading', cleared: false }, 'read')).toBe(false);
});

test('of a file that is no longer kept nothing can be done', () => {
  expect(mayStep({ status: 'checked', cleared: true }, 'apply')).toBe(false);
});
