import { type Day, parseDay, showDay } from '../../shared/day.ts';
import type { FieldProblem } from '../../shared/problem.ts';
import type { ReviewRound } from '../rounds/review-round.ts';

/** What was typed to make a round official. */
export interface OfficialTyped {
  readonly on: string;
  readonly document: string;
}

export interface OfficialWish {
  readonly on: Day;
  /** The document in words: number, date, who signed. */
  readonly document: string;
}

const LONGEST = 300;

/** The day and document that make the figures official, or the sentences that mend the form. */
export function readOfficialWish(
  typed: OfficialTyped,
  { beginsOn }: Pick<ReviewRound, 'beginsOn'>,
  today: Day,
): OfficialWish | { readonly faults: readonly FieldProblem[] } {
  const on = parseDay(typed.on);
  const document = typed.document.normalize('NFC').trim();
  const faults = [...dayFaults(on, beginsOn, today), ...documentFaults(document)];
  return on && faults.length === 0 ? { on, document } : { faults };
}

function dayFaults(on: Day | undefined, beginsOn: Day, today: Day): FieldProblem[] {
  if (!on) return [{ field: 'on', message: 'Chưa có ngày đúng. Hãy nhập ngày, ví dụ 20/12/2025.' }];
  if (on > today)
    return [
      { field: 'on', message: `Ngày ${showDay(on)} chưa tới. Hãy nhập ngày của văn bản đã ký.` },
    ];
  if (on < beginsOn)
    return [
      {
        field: 'on',
        message: `Ngày ${showDay(on)} trước khi kỳ rà soát bắt đầu (${showDay(beginsOn)}). Hãy xem lại ngày của văn bản.`,
      },
    ];
  return [];
}

function documentFaults(document: string): FieldProblem[] {
  if (document === '')
    return [
      {
        field: 'document',
        message:
          'Chưa ghi văn bản. Hãy ghi số, ký hiệu và cơ quan ký, ví dụ Quyết định số 12/QĐ-UBND của Chủ tịch UBND tỉnh.',
      },
    ];
  if (document.length > LONGEST)
    return [
      { field: 'document', message: `Dài ${document.length} ký tự, quá ${LONGEST}. Hãy rút gọn.` },
    ];
  return [];
}
