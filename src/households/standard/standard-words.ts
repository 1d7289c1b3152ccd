import { showMoney } from '../../shared/vietnamese.ts';
import type { PovertyLine, PovertyStandard } from './poverty-standard.ts';

/** How a household is classified by score B, in a sentence. */
export function ruleInWords({ pointsEach, deprivationCut, indicators }: PovertyStandard): string {
  const most = pointsEach * indicators.length;
  return `Điểm B: mỗi chỉ số thiếu hụt ${pointsEach} điểm, từ 0 đến ${most}. Trong mức điểm A, điểm B từ ${deprivationCut} trở lên là hộ nghèo, dưới ${deprivationCut} là hộ cận nghèo.`;
}

/** The years of review of a standard: "2022–2026". */
export function yearsInWords({ firstYear, lastYear }: PovertyStandard): string {
  return firstYear === lastYear ? String(firstYear) : `${firstYear}–${lastYear}`;
}

/** A limit of score A in words; what is not known yet says so, what the standard lacks is "không có". */
export function scoreInWords(score: number | null): string {
  return score === null ? 'chưa có' : `không quá ${score}`;
}

/** Up to which income a household has an average living standard. */
export function averageInWords({ averageLine }: PovertyLine): string {
  return averageLine === null ? '—' : showMoney(averageLine);
}

/** Does any part wait to be compared with its text? */
export function isWhollyConfirmed({ confirmed, lines, indicators }: PovertyStandard): boolean {
  const parts = [lines.rural, lines.urban, ...indicators];
  return confirmed && parts.every((one) => one.confirmed);
}
