import { Problem } from '../../shared/problem.ts';
import type { Reply } from '../../shared/web.ts';
import type { Checked } from './member-draft.ts';

/** Does a thing; what the person can mend brings the form back with all that was typed. */
export async function orAgain(
  step: () => Promise<Reply>,
  again: (problem: Problem) => Promise<Reply> | Reply,
): Promise<Reply> {
  try {
    return await step();
  } catch (problem) {
    if (problem instanceof Problem && [409, 422].includes(problem.status)) return again(problem);
    throw problem;
  }
}

/** The draft of a form that was right; else its faults, each for its field. */
export function draftOf<T>(checked: Checked<T>): T {
  if ('faults' in checked) throw new Problem('invalidForm', {}, checked.faults);
  return checked.draft;
}

/** The sentence on suspected duplicates behind "what was done". */
export function duplicateWords(pairs: number): string {
  return pairs > 0 ? ' Có hộ khác giống hộ này: hãy đối chiếu ở trang Hộ nghi trùng.' : '';
}
