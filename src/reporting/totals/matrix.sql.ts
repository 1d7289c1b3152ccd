import type { Day } from '../../shared/day.ts';
import type { Db } from '../../shared/house.ts';
import type { Form, FormField, FormSection } from '../forms/form.ts';
import { loadForm } from '../forms/forms.sql.ts';
import type { Round } from '../rounds/round.ts';
import { buildMatrix, type Matrix } from './matrix.ts';
import type { MatrixAsk } from './matrix-address.ts';
import { lastTotals, loadTotals } from './totals.sql.ts';
import { reportsUnder } from './totals.ts';
import { loadPlacements } from './totals-places.sql.ts';
import { loadCountedReports, loadGiven, loadNameOn } from './totals-reports.sql.ts';

/** The sections of a form that hold numbers to add up. */
export function numberSections(form: Form): FormSection[] {
  return form.sections
    .map((section) => ({ ...section, fields: section.fields.filter(isNumber) }))
    .filter((section) => section.fields.length > 0);
}

function isNumber({ kind }: FormField): boolean {
  return kind === 'count' || kind === 'money' || kind === 'ratio';
}

export async function loadNumberSections(db: Db, round: Round): Promise<FormSection[]> {
  const form = await loadForm(db, round.formId);
  return form ? numberSections(form) : [];
}

/**
 * The matrix asked for: the one query layer of the page, the phone's list and the file.
 * `today` is the day of "đơn vị hôm nay". An unknown section gives a matrix without figures.
 */
export async function loadMatrix(
  db: Db,
  round: Round,
  sections: readonly FormSection[],
  ask: MatrixAsk,
  today: Day,
): Promise<{ readonly matrix: Matrix; readonly levelName: string }> {
  const fields = sections.find(({ id }) => id === ask.sectionId)?.fields ?? [];
  const on = ask.on === 'today' ? today : null;
  const figureIds = fields.map(({ id }) => id);
  const reports = reportsUnder(await loadCountedReports(db, round.id), ask.levelId);
  const levelName = await loadNameOn(db, ask.levelId, round.expectedOn);
  const matrix = buildMatrix({
    fields,
    levelId: ask.levelId,
    levelName,
    reports,
    open: ask.open,
    placements: on && (await loadPlacements(db, round.id, on)),
    totals: await loadTotals(db, round.id, { on, figureIds }),
    last: await lastTotals(db, round, { on, figureIds }),
    given: await loadGiven(db, round.id, withParts(fields, sections)),
  });
  return { matrix, levelName };
}

/** The figures and, of ratios, both parts, which may stand in other sections. */
function withParts(fields: readonly FormField[], sections: readonly FormSection[]): string[] {
  const all = sections.flatMap((section) => section.fields);
  const slugs = new Set(
    fields.flatMap((field) => [field.slug, field.numeratorSlug, field.denominatorSlug]),
  );
  return all.filter(({ slug }) => slugs.has(slug)).map(({ id }) => id);
}
