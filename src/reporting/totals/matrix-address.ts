import type { MatrixRow } from './matrix.ts';

/** What the address of a matrix says: every view of it can be sent on as a link. */
export interface MatrixAsk {
  readonly roundId: string;
  readonly sectionId: string;
  readonly on: 'then' | 'today';
  readonly levelId: string;
  /** The level whose units are folded out, `all`, or nothing. */
  readonly open: string;
  /** The one figure that a phone shows. */
  readonly figure: string;
}

/** The address of the matrix with some of the asking changed; `.xlsx` for the file. */
export function matrixAddress(
  ask: MatrixAsk,
  change: Partial<MatrixAsk> = {},
  ending: '' | '.xlsx' = '',
): string {
  const { roundId, sectionId, on, levelId, open, figure } = { ...ask, ...change };
  const query = new URLSearchParams({ section: sectionId, on, level: levelId });
  if (open) query.set('open', open);
  if (figure) query.set('figure', figure);
  return `/rounds/${roundId}/matrix${ending}?${query}`;
}

/** Where a figure is taken apart: a level's, or that of an area of today. */
export function figureAddress(
  roundId: string,
  slug: string,
  place: { readonly unit: string; readonly on: 'then' | 'today' },
): string {
  const query = new URLSearchParams({ unit: place.unit });
  if (place.on === 'today') query.set('on', place.on);
  return `/rounds/${roundId}/figures/${slug}?${query}`;
}

/** Where a number leads: a total to its rows, a unit's own number to its report. */
export function cellAddress(ask: MatrixAsk, row: MatrixRow, slug: string): string | undefined {
  const { kind, placeId, reports } = row;
  if (kind === 'unit' || kind === 'own') return reportAddress(reports[0]?.id, slug);
  const unit = kind === 'adjustments' ? ask.levelId : placeId;
  const on = kind === 'area' ? 'today' : 'then';
  return kind === 'heading' ? undefined : figureAddress(ask.roundId, slug, { unit, on });
}

/** A figure in the report that gave it. */
export function reportAddress(reportId: string | undefined, slug: string): string | undefined {
  return reportId && `/reports/${reportId}#v-${slug}`;
}
