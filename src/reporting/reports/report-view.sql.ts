import type { Db, Tx } from '../../shared/house.ts';
import { formFor } from '../forms/form.ts';
import { type Values, type Warning, warningsOf } from '../forms/form-warnings.ts';
import { loadForm } from '../forms/forms.sql.ts';
import { loadExtension, loadRound } from '../rounds/rounds.sql.ts';
import { loadLastYear } from './last-year.sql.ts';
import { loadReturns, loadValues } from './report-values.sql.ts';
import type { HeldValue, Report, ReportView } from './report-view.ts';
import { loadReport, loadSteps } from './reports.sql.ts';

/** A report with its values, without what the review of households has beside them. */
export async function loadReportView(db: Db | Tx, id: string): Promise<ReportView | undefined> {
  const report = await loadReport(db, id);
  return report && viewOf(db, report);
}

/** The same for a report already in hand (held by a transaction, say). */
export async function viewOf(db: Db | Tx, report: Report): Promise<ReportView> {
  const round = await loadRound(db, report.roundId);
  if (!round) throw new Error(`report ${report.id} without a round`);
  const form = await loadForm(db, round.formId);
  if (!form) throw new Error(`round ${round.id} without a form`);
  const own = formFor(form, report.role);
  const held = bySlug(await loadValues(db, report.id));
  const lastYear = bySlug(await loadLastYear(db, round.previousId, report.unitId));
  return {
    report,
    round,
    extendedUntil: await loadExtension(db, round.id, report.unitId),
    form: own,
    held,
    lastYear,
    returns: await loadReturns(db, report.id),
    steps: await loadSteps(db, report.id),
    warnings: report.nil ? [] : unkept(warningsOf(own, held as Values, lastYear), held),
    review: null,
  };
}

function bySlug<T extends { slug: string }>(rows: readonly T[]): Map<string, T> {
  return new Map(rows.map((row) => [row.slug, row]));
}

/** A doubt that the sender kept with a reason is no longer asked about. */
function unkept(warnings: Warning[], held: ReadonlyMap<string, HeldValue>): Warning[] {
  return warnings.filter(({ slug, keepable }) => !keepable || !held.get(slug)?.keptReason);
}
