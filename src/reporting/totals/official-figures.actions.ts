import type { Person } from '../../people/person.ts';
import { act } from '../../shared/act.actions.ts';
import type { House, Tx } from '../../shared/house.ts';
import { Problem } from '../../shared/problem.ts';
import { found, must } from '../../shared/web.ts';
import { type FormField, fieldsOf } from '../forms/form.ts';
import { loadForm } from '../forms/forms.sql.ts';
import { mayRunRound } from '../reporting.policy.ts';
import type { Round } from '../rounds/round.ts';
import { loadRound } from '../rounds/rounds.sql.ts';
import {
  listReviewedFigures,
  loadReviewed,
  storeOfficial,
  storeOfficialRows,
} from './official-figures.sql.ts';
import { type OfficialDraft, officialAmounts, readOfficial } from './official-figures.ts';
import { loadCountedReports } from './totals-reports.sql.ts';

/**
 * The standing agency records the official value of a figure for a unit and the round's year,
 * with the document that published it (the yearly review of Decision 24/2021/QĐ-TTg is decided
 * in December, after reports are due). Throws `invalidForm` with what to mend.
 */
export function recordOfficial(
  house: House,
  person: Person,
  wish: OfficialDraft & { readonly roundId: string },
): Promise<void> {
  return act(house, person, async (tx, now) => {
    const round = found(await loadRound(tx, wish.roundId), 'kỳ báo cáo này');
    must(mayRunRound(person, round), 'việc ghi số chính thức');
    const units = (await loadCountedReports(tx, round.id)).map(({ unitId }) => unitId);
    const fields = await officialFields(tx, round);
    const read = readOfficial(wish, fields, new Set([round.topId, ...units]));
    if ('faults' in read) throw new Problem('invalidForm', {}, read.faults);
    const value = { amount: read.amount, source: wish.source.trim() };
    const before = await storeOfficial(tx, {
      figure_id: read.field.id,
      unit_id: wish.unitId,
      year: round.year,
      recorded_at: now,
      person_id: person.id,
      ...value,
    });
    const detail = { slug: wish.slug, unitId: wish.unitId, year: round.year, ...value, before };
    return [undefined, { noun: 'officialFigure', subjectId: round.id, verb: 'record', detail }];
  });
}

/** The figures of the round's form that become official after the yearly review. */
export async function officialFields(db: Tx | House['db'], round: Round): Promise<FormField[]> {
  const reviewed = await loadReviewed(db, round.movementId);
  const form = found(await loadForm(db, round.formId), 'biểu báo cáo');
  return fieldsOf(form).filter(
    ({ slug, kind }) => reviewed.has(slug) && kind !== 'text' && kind !== 'list',
  );
}

/** What the review of households came to at the offices of a year, by the slug of the figure. */
export interface ReviewedYear {
  readonly year: number;
  /** The document that makes it official. */
  readonly source: string;
  /** The households behind it are made up for the story. */
  readonly madeUp: boolean;
  readonly offices: ReadonlyMap<string, ReadonlyMap<string, number>>;
}

/**
 * Records what a review came to as official figures, inside the transaction that makes the
 * review official: whoever may do that has been asked there, and its event tells of it. Gives
 * how many were recorded, and the other amounts that stood before.
 */
export async function recordReviewedYear(
  tx: Tx,
  by: { readonly personId: string; readonly at: Date },
  { year, source, madeUp, offices }: ReviewedYear,
): Promise<{ readonly recorded: number; readonly replaced: readonly object[] }> {
  const figures = await listReviewedFigures(tx, year);
  const rows = [...offices].flatMap(([unit_id, amounts]) =>
    officialAmounts(figures, amounts).map(({ figureId, amount }) => ({
      ...{ figure_id: figureId, unit_id, year, amount, source, made_up: madeUp },
      ...{ recorded_at: by.at, person_id: by.personId },
    })),
  );
  return { recorded: rows.length, replaced: await storeOfficialRows(tx, rows) };
}
