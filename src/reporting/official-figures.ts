import type { FieldProblem } from '../shared/problem.ts';
import { readTyped } from './figure.ts';
import type { FormField } from './form.ts';

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
  const value = field && readTyped(field, draft.amount);
  const faults = [
    field ? undefined : fault('slug', 'Chưa chọn số liệu. Hãy chọn một số liệu trong danh sách.'),
    unitIds.has(draft.unitId)
      ? undefined
      : fault('unitId', 'Chưa chọn đơn vị. Hãy chọn một đơn vị trong danh sách.'),
    value && 'fault' in value ? fault('amount', value.fault) : undefined,
    draft.amount.trim() === ''
      ? fault('amount', 'Chưa điền số chính thức. Hãy nhập số; nếu bằng không, nhập 0.')
      : undefined,
    draft.source.trim() === '' ? NO_SOURCE : undefined,
  ].filter((one) => one !== undefined);
  const amount = value && 'amount' in value ? value.amount : null;
  if (faults.length > 0 || !field || amount === null) return { faults };
  return { field, amount };
}

const NO_SOURCE = fault(
  'source',
  'Chưa ghi nguồn. Hãy ghi số, ký hiệu và ngày của văn bản công bố, ví dụ Quyết định số 12/QĐ-UBND ngày 20/12/2025.',
);

function fault(field: string, message: string): FieldProblem {
  return { field, message };
}
