import type { Tone } from '../../shared/html/tone.tsx';
import { isEmpty, NOTHING, typedText } from '../forms/figure.ts';
import { type FormField, type FormSection, typedFields } from '../forms/form.ts';
import type { Status } from './report.ts';
import type { ReportReturn, ReportView } from './report-view.ts';

export const STATUS_TONES: Record<Status, Tone> = {
  open: 'idle',
  prepared: 'info',
  submitted: 'info',
  received: 'info',
  returned: 'late',
  accepted: 'done',
};

/** The mark of a section: returned first, then doubtful, then how much is filled. */
export function sectionMark(view: ReportView, section: FormSection): { tone: Tone; word: string } {
  const fields = typedFields({ ...view.form, sections: [section] });
  const slugs = new Set(fields.map((field) => field.slug));
  const returned = openReturns(view).filter((one) => slugs.has(one.slug)).length;
  if (returned > 0) return { tone: 'late', word: `Trả lại ${returned}` };
  if (view.warnings.some((one) => slugs.has(one.slug) && one.keepable))
    return { tone: 'due', word: 'Cần xem' };
  const filled = fields.filter(({ slug }) => !isEmpty(view.held.get(slug) ?? NOTHING)).length;
  if (filled === fields.length) return { tone: 'done', word: 'Đủ' };
  return { tone: 'idle', word: `${filled}/${fields.length}` };
}

/** What is sent back and not yet answered. */
export function openReturns({ returns }: Pick<ReportView, 'returns'>): ReportReturn[] {
  return returns.filter((one) => one.settledAt === null);
}

/** What the system offers for an empty field, as text; taken only when the person saves. */
export function prefillText(
  { prefill }: FormField,
  { lastYear }: Pick<ReportView, 'lastYear'>,
): string | undefined {
  const source = prefill ? lastYear.get(prefill) : undefined;
  return source && typedText({ ...NOTHING, amount: source.amount });
}
