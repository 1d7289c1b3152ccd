import type { Day } from '../../shared/day.ts';
import type { Db } from '../../shared/house.ts';
import { type FormField, fieldsOf } from '../forms/form.ts';
import { loadForm } from '../forms/forms.sql.ts';
import type { Round } from '../rounds/round.ts';
import { loadAdjustments } from './adjustments.sql.ts';
import { loadOfficial, loadReviewed } from './official-figures.sql.ts';
import type { OfficialFigure } from './official-figures.ts';
import { loadTotals } from './totals.sql.ts';
import { totalAt } from './totals.ts';
import { loadFigureRows, loadFigureYears } from './totals-figure.sql.ts';
import { type FigureView, partsOf } from './totals-figure.ts';
import { loadCountedReports, loadNameOn } from './totals-reports.sql.ts';

export interface FigureAsk {
  readonly slug: string;
  /** A level of the round's tree or, with `on`, an area of that day. */
  readonly levelId: string;
  readonly on: Day | null;
}

/** A figure taken apart at one level; `undefined`: the round's form has no such number. */
export async function loadFigureView(
  db: Db,
  round: Round,
  { slug, levelId, on }: FigureAsk,
): Promise<FigureView | undefined> {
  const form = await loadForm(db, round.formId);
  const fields = form ? fieldsOf(form) : [];
  const field = fields.find((one) => one.slug === slug);
  if (!field || field.kind === 'text' || field.kind === 'list') return undefined;
  const part = (wanted: string | null) => fields.find((one) => one.slug === wanted);
  const [numerator, denominator] = [part(field.numeratorSlug), part(field.denominatorSlug)];
  const counted = [field, numerator, denominator].flatMap((one) => (one ? [one.id] : []));
  const totals = await loadTotals(db, round.id, { on, figureIds: [field.id] });
  const rows = await loadFigureRows(db, round.id, slug, levelId, { on });
  const under = new Set(rows.map((row) => row.reportId));
  const reports = (await loadCountedReports(db, round.id)).filter(({ id }) => under.has(id));
  const isTop = levelId === round.topId;
  const totalOf = (unitId: string) => totalAt(totals, unitId, slug);
  return {
    field,
    numerator,
    denominator,
    levelId,
    levelName: await loadNameOn(db, levelId, on ?? round.expectedOn),
    total: totalOf(levelId),
    reports,
    rows,
    parts: on ? flat(reports, rows) : partsOf(levelId, reports, rows, field, totalOf),
    adjustments: on ? [] : await loadAdjustments(db, round.id, counted, levelId),
    official: await officialOf(db, round, field, [levelId, ...areaOf(reports, levelId)]),
    years: await loadFigureYears(db, round.id, field, { levelId, isTop, on }),
  };
}

function flat(reports: FigureView['reports'], rows: FigureView['rows']): FigureView['parts'] {
  const byReport = new Map(rows.map((row) => [row.reportId, row]));
  return reports.flatMap((report) => {
    const row = byReport.get(report.id);
    return row ? [{ kind: 'report' as const, report, row }] : [];
  });
}

function areaOf(reports: FigureView['reports'], levelId: string): string[] {
  return reports.flatMap(({ unitId, areaId }) => (unitId === levelId && areaId ? [areaId] : []));
}

async function officialOf(
  db: Db,
  round: Round,
  { slug }: FormField,
  places: readonly string[],
): Promise<OfficialFigure | undefined | null> {
  if (!(await loadReviewed(db, round.movementId)).has(slug)) return null;
  const all = await loadOfficial(db, round);
  return all.find((one) => one.slug === slug && places.includes(one.unitId));
}
