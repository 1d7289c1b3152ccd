import { householdFigures } from '../../households/tables/report-figures.actions.ts';
import { REVIEWED_FIGURES } from '../../households/tables/report-figures.ts';
import type { Db, Tx } from '../../shared/house.ts';
import { fieldsOf } from '../forms/form.ts';
import { isEditable } from './report.ts';
import { loadReportView, viewOf } from './report-view.sql.ts';
import type { Report, ReportView } from './report-view.ts';
import { reviewWarnings } from './review-figures.ts';

/** A report with what the review of households says beside it. Reads only. */
export async function loadReviewedView(db: Db, id: string): Promise<ReportView | undefined> {
  const view = await loadReportView(db, id);
  return view && withReview(db, view);
}

/** The same for a report already in hand (held by a transaction, say). */
export async function reviewedViewOf(db: Db | Tx, report: Report): Promise<ReportView> {
  return withReview(db, await viewOf(db, report));
}

/**
 * While the unit still writes, a number that is not the review's asks for a reason. Later it asks
 * no more: a review goes on every day, and what was sent stays as it was sent.
 */
async function withReview(db: Db | Tx, view: ReportView): Promise<ReportView> {
  const { report, round, form, held } = view;
  const asks = fieldsOf(form).some(({ slug }) => REVIEWED_FIGURES.has(slug));
  if (!report.areaId || !asks) return view;
  const review = await householdFigures(db, { areaId: report.areaId, year: round.year });
  if (!review) return view;
  const doubts = report.nil || !isEditable(report.status) ? [] : reviewWarnings(form, held, review);
  return { ...view, review, warnings: [...doubts, ...view.warnings] };
}
