import type { HouseholdFigures } from '../../households/tables/report-figures.ts';
import { showNumber } from '../../shared/vietnamese.ts';
import { isEmpty, NOTHING } from '../forms/figure.ts';
import { type Form, type FormField, typedFields } from '../forms/form.ts';
import type { Warning } from '../forms/form-warnings.ts';
import type { DraftChange, StoredValue } from './draft.ts';

/** Where a value in a report came from, when the review of households gave it. */
export const FROM_REVIEW = 'review';

/** What a save must know of a value, and where it came from. */
export type SourcedValue = StoredValue & { readonly source: string };

/**
 * Numbers that a person gave and that are not those of the review; each may be kept with a
 * reason. One taken from the review earlier is no doubt: it was right when it was taken.
 */
export function reviewWarnings(
  form: Form,
  held: ReadonlyMap<string, SourcedValue>,
  { amounts }: HouseholdFigures,
): Warning[] {
  return typedFields(form).flatMap(({ slug }) => {
    const given = held.get(slug);
    const reviewed = amounts.get(slug);
    if (!given || !reviewed || given.amount === null || given.amount === reviewed.amount) return [];
    if (given.accepted || given.keptReason || given.source === FROM_REVIEW) return [];
    const message = `Rà soát cho ${showNumber(reviewed.amount)}, bạn nhập ${showNumber(given.amount)}. Hãy kiểm tra lại, hoặc giữ nguyên và ghi lý do.`;
    return [{ slug, message, keepable: true }];
  });
}

/** What taking the review's numbers changes: empty fields, and those taken from it before. */
export function fillsFromReview(
  form: Form,
  held: ReadonlyMap<string, SourcedValue>,
  { amounts }: HouseholdFigures,
): DraftChange[] {
  return typedFields(form).flatMap((field) => {
    const reviewed = amounts.get(field.slug);
    if (!reviewed || !isOpen(field, held.get(field.slug), reviewed.amount)) return [];
    const value = { ...NOTHING, amount: reviewed.amount };
    const { id: figureId, slug } = field;
    return [{ figureId, slug, ...value, keptReason: null, source: FROM_REVIEW }];
  });
}

/** How a number stands to the review, for whoever reads the report; null: nothing to say. */
export function reviewRemark(
  held: { readonly slug: string; readonly amount: number | null; readonly source: string },
  { review }: { readonly review: HouseholdFigures | null },
): string | null {
  const reviewed = review?.amounts.get(held.slug);
  if (!reviewed || held.amount === null) return null;
  const from = held.source === FROM_REVIEW ? 'Lấy từ rà soát hộ nghèo' : null;
  if (held.amount === reviewed.amount) return from && `${from}.`;
  const now = `rà soát ${review?.official ? 'chính thức' : 'sơ bộ'} cho ${showNumber(reviewed.amount)}`;
  return `${from ? `${from}; nay ` : ''}${from ? now : now.replace('rà', 'Rà')}.`;
}

function isOpen({ kind }: FormField, held: SourcedValue | undefined, amount: number): boolean {
  if (kind !== 'count' || held?.accepted) return false;
  if (!held || isEmpty(held)) return true;
  return held.source === FROM_REVIEW && held.amount !== amount;
}
