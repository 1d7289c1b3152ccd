import { expect, test } from 'vitest';
import { newId } from '../../shared/identity.ts';
import type { PovertyLine } from './poverty-standard.ts';
import { faultsInUse, isUsed, roundInWords, type StandardUse, useInWords } from './standard-use.ts';

const round = (year: number, posted: number, recognised: number) => ({
  ...{ id: newId(), year, posted, recognised },
});
const use = (rounds: StandardUse['rounds'], answered = false): StandardUse => ({
  ...{ standardId: newId(), rounds, answered },
});
const line = (scoreLine: number | null): PovertyLine => ({
  ...{ areaType: 'rural', incomeLine: 1, averageLine: null, sureScore: null, scoreLine },
  ...{ source: 'Nghị định', confirmed: true },
});

test('what hangs in a village or is signed holds a standard; a round alone does not', () => {
  expect(isUsed(use([]))).toBe(false);
  expect(isUsed(use([round(2025, 0, 0)]))).toBe(false);
  expect(isUsed(use([round(2025, 1, 0)]))).toBe(true);
  expect(isUsed(use([round(2024, 0, 2)]))).toBe(true);
  expect(isUsed(use([], true))).toBe(true);
});

test('the reason names every step, year and number of communes', () => {
  expect(useInWords(use([round(2024, 0, 38), round(2025, 2, 1)], true))).toMatch(
    /^Đã dùng để công nhận kết quả rà soát năm 2024 của 38 xã, công nhận kết quả rà soát năm 2025 của 1 xã, niêm yết kết quả rà soát năm 2025 của 2 xã, trả lời đề nghị rà soát thường xuyên nên không sửa được nữa/,
  );
  expect(roundInWords(round(2025, 2, 1))).toBe('1 xã đã công nhận, 2 xã đang niêm yết');
  expect(roundInWords(round(2025, 0, 0))).toBe('chưa xã nào niêm yết');
});

test('a standard of a round keeps its scores; one of no round may still lack them', () => {
  const lines = { rural: line(null), urban: line(175) };
  expect(faultsInUse({ lines }, use([]))).toEqual([]);
  expect(faultsInUse({ lines }, use([round(2025, 0, 0)])).map(({ field }) => field)).toEqual([
    'rural.scoreLine',
  ]);
});
