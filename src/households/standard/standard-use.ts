import type { FieldProblem } from '../../shared/problem.ts';
import { showNumber } from '../../shared/vietnamese.ts';
import type { AreaType } from '../household-class.ts';
import type { PovertyStandard } from './poverty-standard.ts';

/** A yearly review by a standard, with how many communes posted or recognised what it gave. */
export interface UsingRound {
  readonly id: string;
  readonly year: number;
  readonly posted: number;
  readonly recognised: number;
}

/** Where a standard stands already. */
export interface StandardUse {
  readonly standardId: string;
  /** The earliest year first. */
  readonly rounds: readonly UsingRound[];
  /** Was a request off the round decided by it? */
  readonly answered: boolean;
}

/** Is anything shown to the people or signed by it? Then its rules stay. */
export function isUsed({ rounds, answered }: StandardUse): boolean {
  return answered || rounds.some(({ posted, recognised }) => posted + recognised > 0);
}

/** Why a standard can no longer be changed, and what to do instead. */
export function useInWords({ rounds, answered }: StandardUse): string {
  const done = [
    ...rounds.map((one) => stepInWords('công nhận', one.year, one.recognised)),
    ...rounds.map((one) => stepInWords('niêm yết', one.year, one.posted)),
    answered ? 'trả lời đề nghị rà soát thường xuyên' : '',
  ].filter(Boolean);
  return `Đã dùng để ${done.join(', ')} nên không sửa được nữa: kết quả đã niêm yết, đã ký phải giữ nguyên cách tính. Nếu văn bản mới đổi mức, hãy sao chép thành chuẩn mới.`;
}

function stepInWords(step: string, year: number, communes: number): string {
  return communes > 0 ? `${step} kết quả rà soát năm ${year} của ${showNumber(communes)} xã` : '';
}

/** How far a yearly review by the standard is, in a few words. */
export function roundInWords({ posted, recognised }: UsingRound): string {
  const steps = [
    recognised > 0 ? `${showNumber(recognised)} xã đã công nhận` : '',
    posted > 0 ? `${showNumber(posted)} xã đang niêm yết` : '',
  ].filter(Boolean);
  return steps.join(', ') || 'chưa xã nào niêm yết';
}

/** A standard that a yearly review uses must keep its scores: without them nobody is classified. */
export function faultsInUse(
  { lines }: Pick<PovertyStandard, 'lines'>,
  { rounds }: StandardUse,
): FieldProblem[] {
  const [round] = rounds;
  if (!round) return [];
  const areas: readonly AreaType[] = ['rural', 'urban'];
  return areas
    .filter((area) => lines[area].scoreLine === null)
    .map((area) => ({
      field: `${area}.scoreLine`,
      message: `Kỳ rà soát năm ${round.year} đang dùng chuẩn này nên không để trống điểm này được. Hãy ghi điểm.`,
    }));
}
