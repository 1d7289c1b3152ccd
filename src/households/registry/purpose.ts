import type { FieldProblem } from '../../shared/problem.ts';
import { clean } from '../../shared/vietnamese.ts';

/** What an identity may be read for; the reading keeps the words, not the key. */
export const PURPOSES = {
  survey: 'Rà soát tại hộ',
  meeting: 'Họp dân',
  posting: 'Niêm yết',
  objection: 'Giải quyết phản ánh',
  decision: 'Ra quyết định',
  certificate: 'Cấp giấy',
  duplicates: 'Đối chiếu trùng',
  other: 'Khác',
} as const;
export type Purpose = keyof typeof PURPOSES;

export function isPurpose(text: string | undefined): text is Purpose {
  return text !== undefined && Object.hasOwn(PURPOSES, text);
}

export interface PurposeTyped {
  readonly purpose?: string | undefined;
  /** Further words; with `other` they must be there. */
  readonly words?: string | undefined;
}

/** The purpose in words ("Họp dân: bản Một, tối 3/11"), or what is missing at the form. */
export function purposeOf(
  typed: PurposeTyped,
): { readonly purpose: string } | { readonly problem: FieldProblem } {
  const words = clean(typed.words ?? '');
  if (!isPurpose(typed.purpose))
    return {
      problem: { field: 'purpose', message: 'Hãy chọn mục đích; lượt xem sẽ được ghi lại.' },
    };
  if (typed.purpose === 'other' && words.length < 5)
    return {
      problem: { field: 'words', message: 'Chọn “Khác” thì ghi rõ xem để làm gì (từ 5 chữ cái).' },
    };
  const name = PURPOSES[typed.purpose];
  return { purpose: words ? `${name}: ${words}` : name };
}
