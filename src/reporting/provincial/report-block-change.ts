import { showMoney, showNumber, showPercent } from '../../shared/vietnamese.ts';
import { type FigureKind, showAmount } from '../forms/figure.ts';

interface Compared {
  readonly kind: FigureKind;
  readonly measure: string;
}

/** Two values that may be set against each other. */
export interface Comparison {
  readonly now: number | null;
  readonly last: number | null;
  /** Over how many units, where not over all; null: the whole against the whole. */
  readonly units: number | null;
}

/**
 * A change in the words of a report: `giảm 3.841 hộ (18,32 %) so với năm 2024`, of a ratio
 * `giảm 3,75 điểm phần trăm so với năm 2024`. Two values that print alike did not change.
 * Where not all units can be compared, it says over how many it speaks.
 */
export function changeInWords(
  figure: Compared,
  { now, last, units }: Comparison,
  lastYear: number,
): string {
  if (now === null || last === null)
    return units === null
      ? `chưa có số liệu năm ${lastYear} để so sánh`
      : `chưa so sánh được với năm ${lastYear}`;
  const { kind, measure } = figure;
  const base = units === null ? '' : `, tính trên ${units} đơn vị có số liệu cả hai năm`;
  if (showAmount(kind, measure, now) === showAmount(kind, measure, last))
    return `không đổi so với năm ${lastYear}${base}`;
  const way = now > last ? 'tăng' : 'giảm';
  return `${way} ${difference(figure, now, last)} so với năm ${lastYear}${base}`;
}

function difference({ kind, measure }: Compared, now: number, last: number): string {
  const by = Math.abs(now - last);
  if (kind === 'ratio') return `${showPoints(by)} điểm phần trăm`;
  const amount = kind === 'money' ? showMoney(by) : `${showNumber(by)} ${measure}`.trim();
  return last === 0 ? amount : `${amount} (${showPercent((by / Math.abs(last)) * 100)})`;
}

/** `3,75`: percentage points carry no percent sign. */
export function showPoints(points: number): string {
  return showPercent(points).replace(/\s*%$/, '');
}
