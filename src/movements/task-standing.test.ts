import { expect, test } from 'vitest';
import { day } from '../shared/day.ts';
import type { RoleReports, Task } from './task.ts';
import { standingOf, worstOf } from './task-standing.ts';

const YEARLY: Task = {
  ...{ id: 't', clauseId: 'c', name: 'Báo cáo', evidence: 'report' },
  ...{ lead: ['department'], with: ['commune'], validTo: null, results: [] },
  due: { kind: 'yearly', month: 11, day: 20, inclusive: false },
};

function round(role: string, expected: number, sent: number, overdue = 0): RoleReports {
  return {
    ...{ roundId: 'r', roundName: 'Báo cáo năm 2025', sentLate: 0 },
    role,
    expected,
    sent,
    overdue,
  };
}

const at = (today: string, reports: readonly RoleReports[] = [], task = YEARLY) => {
  const { state, words } = standingOf(task, reports, day(today));
  return [state, words];
};

test('“before 20 November”: the 19th is still in time, from the 20th it is over', () => {
  const document: Task = { ...YEARLY, evidence: 'document' };
  expect(standingOf(document, [], day('2025-11-19'))).toMatchObject({
    ...{ state: 'near', words: 'Hôm nay', due: '2025-11-19' },
  });
  expect(at('2025-11-20', [], document)).toEqual(['unproven', 'Qua hạn, chưa ghi kết quả']);
  expect(at('2025-03-01', [], document)).toEqual(['running', 'Còn 263 ngày']);
});

test('reports are counted over the roles that lead and, where they report, co-ordinate', () => {
  const reports = [round('department', 10, 8), round('commune', 38, 20), round('press', 2, 0)];
  expect(at('2025-10-01', reports)).toEqual(['running', '28/48 đơn vị đã nộp']);
  const figure: Task = { ...YEARLY, evidence: 'figure' };
  expect(at('2025-10-01', reports, figure)).toEqual(['running', '8/10 đơn vị đã nộp']);
});

test('a week before the day less than half is off track; after it the missing are late', () => {
  expect(at('2025-11-17', [round('commune', 38, 18)])).toEqual([
    ...['offTrack', 'Có nguy cơ chậm: 18/38 đơn vị đã nộp'],
  ]);
  expect(at('2025-11-17', [round('commune', 38, 19)])).toEqual(['near', '19/38 đơn vị đã nộp']);
  expect(at('2025-11-20', [round('commune', 38, 36, 2)])).toEqual([
    ...['late', '2/38 đơn vị quá hạn chưa nộp'],
  ]);
  expect(at('2025-11-20', [{ ...round('commune', 38, 38), sentLate: 3 }])).toEqual([
    ...['done', 'Đủ 38/38 đơn vị, 3 nộp muộn'],
  ]);
});

test('an extension keeps a task from being late while it runs', () => {
  expect(at('2025-11-20', [round('commune', 38, 37, 0)])).toEqual(['near', '37/38 đơn vị đã nộp']);
});

test('a task of one year rests before it, and is asked for its proof after it', () => {
  const review: Task = { ...YEARLY, due: { kind: 'year', year: 2025 }, evidence: 'document' };
  expect(at('2024-05-01', [], review)[0]).toBe('resting');
  expect(at('2025-05-01', [], review)[0]).toBe('running');
  expect(at('2026-01-05', [], review)[0]).toBe('unproven');
  const proof = { year: 2025, doneOn: day('2025-12-20'), proof: 'Biên bản', personName: 'A' };
  expect(at('2026-01-05', [], { ...review, results: [proof] })).toEqual([
    ...['done', 'Xong ngày 20/12/2025'],
  ]);
});

test('an ended task asks nobody; the worst state speaks for a clause', () => {
  expect(at('2025-11-20', [], { ...YEARLY, validTo: day('2025-06-30') })[0]).toBe('resting');
  expect(worstOf(['done', 'near', 'late', 'running'])).toBe('late');
  expect(worstOf([])).toBeUndefined();
});
