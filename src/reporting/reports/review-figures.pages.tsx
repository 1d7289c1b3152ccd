import { Actions, Button } from '../../shared/html/button.tsx';
import { Notice } from '../../shared/html/notice.tsx';
import { showNumber } from '../../shared/vietnamese.ts';
import type { FormField, FormSection } from '../forms/form.ts';
import type { ReportView } from './report-view.ts';
import { FROM_REVIEW } from './review-figures.ts';

type ViewProps = { readonly view: ReportView };

/** Is this the first section with a figure that the review of households has? */
export function offersReview({ id }: FormSection, { form, review }: ReportView): boolean {
  const first = form.sections.find(({ fields }) =>
    fields.some(({ slug }) => review?.amounts.has(slug)),
  );
  return first?.id === id;
}

/** What the review has, how certain that is, and one button that takes it. */
export function ReviewNotice({ view: { report, review } }: ViewProps) {
  if (!review) return null;
  return (
    <Notice kind="info" title={`${review.source}.`}>
      <div class="stack">
        <p>
          Nút dưới đây điền các ô còn trống và các ô đã lấy từ rà soát trước đây; ô bạn đã tự nhập
          được giữ nguyên.
        </p>
        <Actions>
          <Button formaction={`/reports/${report.id}/review`} icon="download">
            Lấy số từ rà soát
          </Button>
        </Actions>
      </div>
    </Notice>
  );
}

/** Beside a field: the review's number, with what it holds and the table that tells it. */
export function ReviewSource({ field, view }: ViewProps & { readonly field: FormField }) {
  const reviewed = view.review?.amounts.get(field.slug);
  if (!reviewed) return null;
  const held = view.held.get(field.slug);
  const isTaken = held?.source === FROM_REVIEW;
  if (isTaken && held?.amount === reviewed.amount)
    return (
      <div>
        <a href={reviewed.href}>Biểu {reviewed.table}</a>
        {certainty(view)}
        {reviewed.note ? `, ${reviewed.note}` : ''}
      </div>
    );
  return (
    <div>
      {isTaken ? 'Rà soát nay cho' : 'Rà soát:'}{' '}
      <a href={reviewed.href}>{showNumber(reviewed.amount)}</a>
      {certainty(view)}
      {reviewed.note ? `, ${reviewed.note}` : ''}
    </div>
  );
}

function certainty({ review }: ReportView): string {
  return review?.official ? ' (chính thức)' : ' (sơ bộ)';
}
