import { expect, test } from 'vitest';
import { type Adjustment, isTakenBack, readAdjustment, takingBackReason } from './adjustments.ts';

const WHY = 'Ba hộ tính trùng';

function read(total: string, delta: string, reason = WHY, now = 100) {
  const outcome = readAdjustment({ total, delta, reason }, now);
  return 'faults' in outcome ? outcome.faults.map((one) => one.field) : outcome.delta;
}

test('an adjustment is a new sum or a difference, in any office spelling', () => {
  expect(read('97', '')).toBe(-3);
  expect(read('1.100', '')).toBe(1000);
  expect(read('', '+5')).toBe(5);
  expect(read('', '−5')).toBe(-5);
});

test('it is refused without a reason, without a change, in both fields or below nothing', () => {
  expect(read('97', '', '  ')).toEqual(['reason']);
  expect(read('', '')).toEqual(['delta']);
  expect(read('97', '-3')).toEqual(['total']);
  expect(read('100', '')).toEqual(['total']);
  expect(read('', '-101')).toEqual(['delta']);
  expect(read('', '0,5')).toEqual(['delta']);
});

test('only the opposite that names it takes it back', () => {
  const at = new Date('2024-11-20T08:00:00Z');
  const signer = { personName: 'Người thử', positionTitle: 'Chuyên viên' };
  const one: Adjustment = {
    ...{ id: '1', unitId: 'u', unitName: 'Huyện', delta: -3, reason: WHY, at },
    ...signer,
  };
  const later = new Date('2024-11-21T08:00:00Z');
  const opposite = { ...one, id: '2', delta: 3, at: later };
  expect(isTakenBack(one, [one, opposite])).toBe(false);
  const reason = takingBackReason(one, 'Ghi nhầm');
  expect(isTakenBack(one, [one, { ...opposite, reason }])).toBe(true);
  expect(isTakenBack(one, [one, { ...opposite, reason, unitId: 'khác' }])).toBe(false);
});
