import type { FieldProblem } from '../../shared/problem.ts';
import { parseNumber } from '../../shared/vietnamese.ts';
import { type FigureKind, ratio, readTyped } from '../forms/figure.ts';
import type { FormField } from '../forms/form.ts';

/** The value that a competent body made official, apart from what reports said before. */
export interface OfficialFigure {
  readonly slug: string;
  readonly unitId: string;
  readonly unitName: string;
  readonly year: number;
  readonly amount: number;
  /** Number and date of the document that made it official. */
  readonly source: string;
  /** Made up for the story data; always said beside it. */
  readonly madeUp: boolean;
  readonly recordedAt: Date;
  readonly personName: string | null;
}

/** A figure that becomes official after the yearly review, in any movement of the year. */
export interface ReviewedFigure {
  readonly id: string;
  readonly slug: string;
  readonly kind: FigureKind;
  readonly numeratorSlug: string | null;
  readonly denominatorSlug: string | null;
}

/**
 * The official amounts of one place from those that its review came to, by slug. A ratio follows
 * from its parts, in percent with two decimals as it is published; without both it has none.
 */
export function officialAmounts(
  figures: readonly ReviewedFigure[],
  amounts: ReadonlyMap<string, number>,
): { readonly figureId: string; readonly amount: number }[] {
  const of = (slug: string | null) => (slug === null ? null : (amounts.get(slug) ?? null));
  return figures.flatMap(({ id, slug, kind, numeratorSlug, denominatorSlug }) => {
    const percent = ratio(of(numeratorSlug), of(denominatorSlug));
    const amount =
      kind === 'ratio' ? percent && Math.round(percent * 100) / 100 : (amounts.get(slug) ?? null);
    return amount === null ? [] : [{ figureId: id, amount }];
  });
}

export interface OfficialDraft {
  readonly slug: string;
  readonly unitId: string;
  readonly amount: string;
  readonly source: string;
}

/** The amount as a number, or the sentences that mend the form. */
export function readOfficial(
  draft: OfficialDraft,
  fields: readonly FormField[],
  unitIds: ReadonlySet<string>,
):
  | { readonly field: FormField; readonly amount: number }
  | { readonly faults: readonly FieldProblem[] } {
  const field = fields.find(({ slug }) => slug === draft.slug);
  const value = field && readPublished(field, draft.amount);
  const faults = [
    field ? undefined : fault('slug', 'Chưa chọn số liệu. Hãy chọn một số liệu trong danh sách.'),
    unitIds.has(draft.unitId)
      ? undefined
      : fault('unitId', 'Chưa chọn đơn vị. Hãy chọn một đơn vị trong danh sách.'),
    draft.amount.trim() === '' ? NO_AMOUNT : undefined,
    value && 'fault' in value && draft.amount.trim() !== ''
      ? fault('amount', value.fault)
      : undefined,
    draft.source.trim() === '' ? NO_SOURCE : undefined,
  ].filter((one) => one !== undefined);
  const amount = value && 'amount' in value ? value.amount : null;
  if (faults.length > 0 || !field || amount === null) return { faults };
  return { field, amount };
}

/** A published ratio is a percent of its own; it does not wait for its parts. */
function readPublished(field: FormField, typed: string) {
  if (field.kind !== 'ratio') return readTyped(field, typed);
  const amount = parseNumber(typed.replace(/%\s*$/, ''));
  if (amount !== undefined && amount >= 0 && amount <= 100) return { amount };
  return { fault: 'Tỷ lệ phải là số từ 0 đến 100, ví dụ 19,46.' };
}

const NO_AMOUNT = fault('amount', 'Chưa điền số chính thức. Hãy nhập số; nếu bằng không, nhập 0.');

const NO_SOURCE = fault(
  'source',
  'Chưa ghi nguồn. Hãy ghi số, ký hiệu và ngày của văn bản công bố, ví dụ Quyết định số 12/QĐ-UBND ngày 20/12/2025.',
);

function fault(field: string, message: string): FieldProblem {
  return { field, message };
}
