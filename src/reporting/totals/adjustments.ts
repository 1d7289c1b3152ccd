import { showInstant } from '../../shared/day.ts';
import type { FieldProblem } from '../../shared/problem.ts';
import { parseNumber, showNumber } from '../../shared/vietnamese.ts';

/** A signed change of a level's sum. It is never erased; its opposite takes it back. */
export interface Adjustment {
  readonly id: string;
  readonly unitId: string;
  readonly unitName: string;
  readonly delta: number;
  readonly reason: string;
  readonly at: Date;
  readonly personName: string;
  readonly positionTitle: string;
}

/** What was typed: the new sum, or what to add (below 0: to take away); exactly one of them. */
export interface AdjustmentDraft {
  readonly total: string;
  readonly delta: string;
  readonly reason: string;
}

/** The change as a number, or the sentences that mend the form. `now` is the sum as it stands. */
export function readAdjustment(
  draft: AdjustmentDraft,
  now: number,
): { readonly delta: number } | { readonly faults: readonly FieldProblem[] } {
  const field = draft.total.trim() === '' ? 'delta' : 'total';
  const typed = draft[field].trim();
  const amount = readSigned(typed);
  const fault = numberFault(draft, typed, amount);
  const faults = [
    ...(fault ? [{ field, message: fault }] : []),
    ...(draft.reason.trim() === '' ? [NO_REASON] : []),
  ];
  if (faults.length > 0 || amount === undefined) return { faults };
  const delta = field === 'total' ? amount - now : amount;
  const wrong = deltaFault(delta, now);
  return wrong ? { faults: [{ field, message: wrong }] } : { delta };
}

const NO_REASON: FieldProblem = {
  field: 'reason',
  message: 'Chưa ghi lý do. Hãy ghi rõ vì sao số tổng hợp khác tổng các báo cáo.',
};

function readSigned(typed: string): number | undefined {
  return parseNumber(typed.replace(/^\+\s*/, '').replace(/^[−–]\s*/, '-'));
}

function numberFault(
  { total, delta }: AdjustmentDraft,
  typed: string,
  amount: number | undefined,
): string | undefined {
  if (total.trim() !== '' && delta.trim() !== '')
    return 'Đã điền cả hai ô. Hãy chỉ điền số mới, hoặc số cộng thêm, bớt đi.';
  if (typed === '') return 'Chưa điền số. Hãy ghi số mới, hoặc số cộng thêm, bớt đi.';
  if (amount === undefined) return `“${typed}” không phải là số. Hãy nhập số, ví dụ 1.234 hoặc -5.`;
  return Number.isInteger(amount) ? undefined : 'Số này phải là số nguyên. Hãy bỏ phần lẻ.';
}

function deltaFault(delta: number, now: number): string | undefined {
  if (delta === 0)
    return `Số tổng hợp vẫn là ${showNumber(now)} nên không có gì để điều chỉnh. Hãy nhập số khác.`;
  if (now + delta < 0)
    return `Tổng sẽ thành ${showNumber(now + delta)}, nhỏ hơn 0. Hãy kiểm tra lại số điều chỉnh.`;
  return undefined;
}

/** How a taking back names what it takes back; the words are the tie between the two. */
export function takingBackReason({ at }: Pick<Adjustment, 'at'>, reason: string): string {
  return `${tie(at)} ${reason.trim()}`;
}

function tie(at: Date): string {
  return `Thu hồi điều chỉnh lúc ${showInstant(at)}:`;
}

/** Has a later opposite already taken this one back? */
export function isTakenBack(one: Adjustment, all: readonly Adjustment[]): boolean {
  return all.some(
    (other) =>
      other.unitId === one.unitId &&
      other.delta === -one.delta &&
      other.at >= one.at &&
      other.reason.startsWith(tie(one.at)),
  );
}
