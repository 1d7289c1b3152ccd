import type { FieldProblem } from '../../shared/problem.ts';
import { isEmpty, NOTHING, readTyped, sameValue, type Value } from '../forms/figure.ts';
import { type Form, type FormField, typedFields } from '../forms/form.ts';

/** What is stored now, as far as a save must know. */
export interface StoredValue extends Value {
  readonly keptReason: string | null;
  readonly accepted: boolean;
  readonly updatedAt: Date;
  readonly updatedById: string | null;
  readonly updatedBy: string | null;
}

/** What a person sent: texts by slug, reasons by slug, and when the page was loaded. */
export interface Draft {
  readonly typed: ReadonlyMap<string, string>;
  readonly reasons: ReadonlyMap<string, string>;
  readonly loadedAt: Date | null;
  readonly personId: string;
  readonly source: string;
}

export interface DraftChange extends Value {
  readonly figureId: string;
  readonly slug: string;
  readonly keptReason: string | null;
  readonly source: string;
}

export interface JudgedDraft {
  readonly changes: readonly DraftChange[];
  readonly faults: readonly FieldProblem[];
}

/**
 * Which typed texts change something, and which cannot be taken: not a number, or just
 * changed by a colleague. Accepted values are left alone. What is right is kept even when
 * other fields are wrong.
 */
export function judgeDraft(
  form: Form,
  stored: ReadonlyMap<string, StoredValue>,
  draft: Draft,
): JudgedDraft {
  const judged = typedFields(form).map((field) => judgeField(field, stored.get(field.slug), draft));
  return {
    changes: judged.flatMap((one) => (one && 'figureId' in one ? [one] : [])),
    faults: judged.flatMap((one) => (one && 'field' in one ? [one] : [])),
  };
}

function judgeField(
  field: FormField,
  stored: StoredValue | undefined,
  draft: Draft,
): DraftChange | FieldProblem | undefined {
  const typed = draft.typed.get(field.slug);
  if (typed === undefined || stored?.accepted) return undefined;
  const value = readTyped(field, typed);
  if ('fault' in value) return { field: field.slug, message: value.fault };
  const keptReason = draft.reasons.get(field.slug)?.trim() || null;
  const before = stored ?? { ...NOTHING, keptReason: null };
  if (sameValue(value, before) && keptReason === before.keptReason) return undefined;
  if (stored && changedByAnother(stored, draft) && !sameValue(value, stored))
    return { field: field.slug, message: clash(stored) };
  return { figureId: field.id, slug: field.slug, ...value, keptReason, source: draft.source };
}

function changedByAnother(stored: StoredValue, { loadedAt, personId }: Draft): boolean {
  return loadedAt !== null && stored.updatedAt > loadedAt && stored.updatedById !== personId;
}

function clash(stored: StoredValue): string {
  const who = stored.updatedBy ?? 'người khác';
  const what = isEmpty(stored)
    ? 'xóa trống'
    : `đổi thành “${stored.amount ?? stored.words ?? '…'}”`;
  return `Ô này vừa được ${who} ${what} trong lúc bạn nhập. Hãy thống nhất rồi bấm lưu lần nữa để ghi số của bạn.`;
}
