import { lowerFirst, showMoney } from '../../shared/vietnamese.ts';
import { AREA_TYPES } from '../household-class.ts';
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

/** Is every part compared with its text? */
export function isWhollyConfirmed(standard: PovertyStandard): boolean {
  return [...partsOf(standard).values()].every(({ confirmed }) => confirmed);
}

/** What looks wrong in the lines although it may be right; `undefined` when nothing does. */
export function doubtOf({ lines: { rural, urban } }: PovertyStandard): string | undefined {
  if (urban.incomeLine >= rural.incomeLine) return undefined;
  return `Mức thu nhập thành thị (${showMoney(urban.incomeLine)}) đang thấp hơn nông thôn (${showMoney(rural.incomeLine)}). Hãy xem lại; nếu văn bản quy định như vậy thì để nguyên.`;
}

/** The parts of a standard that are confirmed one by one, by their keys. */
function partsOf({ lines, indicators, ...whole }: PovertyStandard): Map<string, Confirmable> {
  return new Map<string, Confirmable>([
    ['standard', whole],
    ['rural', lines.rural],
    ['urban', lines.urban],
    ...indicators.map((one) => [one.key, one] as const),
  ]);
}

type Confirmable = Pick<PovertyStandard, 'source' | 'confirmed'>;

/** A part of a standard: "standard", an area, or the key of an indicator. */
export function findPart(standard: PovertyStandard, part: string): Confirmable | undefined {
  return partsOf(standard).get(part);
}

/** What a part is called within a sentence: "mức nông thôn", "chỉ số dinh dưỡng". */
export function partName({ indicators }: PovertyStandard, part: string): string {
  if (part === 'rural' || part === 'urban') return `mức ${lowerFirst(AREA_TYPES[part])}`;
  const indicator = indicators.find(({ key }) => key === part);
  return indicator ? `chỉ số ${lowerFirst(indicator.name)}` : 'năm và cách xếp loại';
}

/** What a part says now. */
export function partInWords(standard: PovertyStandard, part: string): string {
  if (part === 'rural' || part === 'urban') return lineInWords(standard.lines[part]);
  const indicator = standard.indicators.find(({ key }) => key === part);
  if (indicator) return indicator.deprivedWhen;
  return `Rà soát các năm ${yearsInWords(standard)}. ${ruleInWords(standard)}`;
}

function lineInWords({ incomeLine, averageLine, sureScore, scoreLine }: PovertyLine): string {
  const parts = [
    `Thu nhập ${showMoney(incomeLine)} một người một tháng`,
    averageLine === null ? '' : `mức sống trung bình đến ${showMoney(averageLine)}`,
    sureScore === null ? '' : `điểm A không quá ${sureScore} là hộ nghèo`,
    scoreLine === null
      ? 'mức điểm A chưa có'
      : `điểm A không quá ${scoreLine} là hộ nghèo hoặc cận nghèo`,
  ];
  return `${parts.filter(Boolean).join('; ')}.`;
}
