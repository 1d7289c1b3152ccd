import { expect, test } from 'vitest';
import { day } from '../shared/day.ts';
import { dueAsTyped, dueInWords, readDueRule } from './due-words.ts';
import { isMet } from './target.ts';
import { readTargetValue } from './target-draft.ts';
import { readResult, readTask } from './task-draft.ts';

function due(typed: Record<string, string>) {
  const faults: { field: string; message: string }[] = [];
  return readDueRule(typed, faults) ?? faults.map(({ message }) => message);
}

test('a due rule is read as it is said, and said as it was read', () => {
  const before = { kind: 'yearly', day: 20, month: 11, inclusive: false } as const;
  expect(due({ due: 'before', dueDay: '20/11' })).toEqual(before);
  expect(dueInWords(before)).toBe('Trước ngày 20/11 hằng năm');
  expect(due(dueAsTyped(before))).toEqual(before);
  const period = { kind: 'period', from: day('2022-06-02'), to: day('2025-12-31') } as const;
  expect(due(dueAsTyped(period))).toEqual(period);
  expect(dueInWords(period)).toBe('Từ 02/06/2022 đến 31/12/2025');
  expect(due(dueAsTyped({ kind: 'year', year: 2023 }))).toEqual({ kind: 'year', year: 2023 });
});

test('31/2, and 29/2 that most years lack, get a sentence', () => {
  for (const wrong of ['31/2', '29/2', '31/11', '0/5', '5/13']) {
    expect(due({ due: 'until', dueDay: wrong })).toEqual([
      `“${wrong}” không phải là ngày có trong mọi năm. Hãy ghi ngày/tháng, ví dụ 20/11.`,
    ]);
  }
  expect(due({ due: 'period', dueFrom: '1/7/2025', dueTo: '30/6/2025' })).toEqual([
    'Ngày kết thúc phải từ ngày bắt đầu trở đi.',
  ]);
});

test('a task needs a name and a lead; whoever leads does not co-ordinate as well', () => {
  const typed = { name: ' Tổng kết ', due: 'year', dueYear: '2025', evidence: 'document' };
  const known = ['standing', 'commune'];
  expect(
    readTask(typed, { lead: ['standing'], with: ['standing', 'commune', 'lạ'] }, known),
  ).toEqual({
    ...{ name: 'Tổng kết', due: { kind: 'year', year: 2025 }, evidence: 'document' },
    ...{ lead: ['standing'], with: ['commune'] },
  });
  expect(readTask({ ...typed, name: '' }, { lead: ['lạ'], with: [] }, known)).toMatchObject({
    faults: [{ field: 'name' }, { field: 'lead' }],
  });
});

test('nothing is done tomorrow, and nothing without a proof', () => {
  const typed = { year: '2025', doneOn: '18/11/2025', proof: '' };
  expect(readResult(typed, day('2025-11-17'))).toMatchObject({
    faults: [{ field: 'doneOn' }, { field: 'proof' }],
  });
});

test('a target’s number that is not known is not 0, and is compared with nothing', () => {
  expect(readTargetValue({ year: '2025', planned: '15,78', reached: '', source: 'NQ' })).toEqual({
    ...{ year: 2025, planned: 15.78, reached: null, source: 'NQ' },
  });
  expect(readTargetValue({ year: '2025', planned: 'nhiều', source: 'NQ' })).toMatchObject({
    faults: [{ field: 'planned', message: '“nhiều” không phải là một số. Ví dụ: 15,78' }],
  });
  expect(isMet({ better: 'lower' }, { planned: 15.78, reached: 15.2 })).toBe(true);
  expect(isMet({ better: 'higher' }, { planned: 3, reached: 2.9 })).toBe(false);
  expect(isMet({ better: 'higher' }, { planned: 3, reached: null })).toBeUndefined();
});
