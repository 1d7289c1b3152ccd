import { showNumber } from '../../shared/vietnamese.ts';
import { type ChangeLine, changeLine } from './change-tables.ts';
import { MINORITIES } from './minorities.ts';
import { countOf, markCount, STANDING, type UnitCells } from './unit-cells.ts';

/** An amount that the review has for a figure of the yearly report. */
export interface ReviewedAmount {
  readonly amount: number;
  /** What it holds besides what the field's name says; null: nothing. */
  readonly note: string | null;
  /** The standard table that tells it. */
  readonly table: string;
}

/** What the review of a year offers to the report of an area. */
export interface HouseholdFigures {
  readonly year: number;
  readonly official: boolean;
  /** `Từ rà soát hộ nghèo 2025 của xã, sơ bộ: còn 12 hộ chưa rà soát` */
  readonly source: string;
  /** By the slug of the figure. */
  readonly amounts: ReadonlyMap<string, ReviewedAmount & { readonly href: string }>;
}

/** The figures of the yearly form that a review can tell, by slug. */
export const REVIEWED_FIGURES: ReadonlySet<string> = new Set([
  ...['households_total', 'households_ethnic', 'poor_opening', 'poor_escaped', 'poor_other_out'],
  ...['poor_relapsed', 'poor_new', 'poor_other_in', 'poor_closing', 'poor_ethnic'],
  ...['near_poor_opening', 'near_poor_out', 'near_poor_in', 'near_poor_closing'],
]);

/**
 * The figures of the yearly form (db/seed/movement/forms.json) out of a year's review, so that
 * the form's own identities hold. The form has no field for households that sank from near-poor
 * to poor: they count as newly poor, being new to the list. A household not yet reviewed counts
 * where it stood at the opening, for it keeps its class until the commune decides otherwise.
 * `pendingPoorMinority` are the poor households of minorities among those.
 */
export function reportFigures(
  cells: UnitCells,
  pendingPoorMinority: number,
): Map<string, ReviewedAmount> {
  const poor = changeLine(cells.changes, 'poor');
  const minority = markCount(cells, MINORITIES, ['poor']).households + pendingPoorMinority;
  return new Map<string, ReviewedAmount>([
    ['households_total', plain('1', countOf(cells, STANDING).households)],
    ['households_ethnic', plain('12', markCount(cells, MINORITIES, STANDING).households)],
    ...poorFigures(poor),
    ['poor_ethnic', { ...plain('12', minority), note: pendingNote(pendingPoorMinority) }],
    ...nearPoorFigures(changeLine(cells.changes, 'near-poor')),
  ]);
}

type Entry = readonly [string, ReviewedAmount];

function poorFigures(line: ChangeLine): Entry[] {
  const { toTwin, out, fromTwin, fresh } = line;
  return [
    ['poor_opening', plain('2', line.opening.households)],
    [
      'poor_escaped',
      { ...plain('2', toTwin.households + out.households), note: twinNote(toTwin.households) },
    ],
    ['poor_other_out', plain('2', line.otherOut.households)],
    ['poor_relapsed', plain('2', line.relapsed.households)],
    [
      'poor_new',
      {
        ...plain('2', fresh.households + fromTwin.households),
        note: sunkNote(fromTwin.households),
      },
    ],
    ['poor_other_in', plain('2', line.otherIn.households)],
    ['poor_closing', closing('2', line)],
  ];
}

function nearPoorFigures(line: ChangeLine): Entry[] {
  const left = line.toTwin.households + line.out.households + line.otherOut.households;
  const came = line.fromTwin.households + line.relapsed.households + line.fresh.households;
  return [
    ['near_poor_opening', plain('3', line.opening.households)],
    ['near_poor_out', plain('3', left)],
    ['near_poor_in', plain('3', came + line.otherIn.households)],
    ['near_poor_closing', closing('3', line)],
  ];
}

function plain(table: string, amount: number): ReviewedAmount {
  return { table, amount, note: null };
}

function closing(table: string, { closing: now, pending }: ChangeLine): ReviewedAmount {
  const amount = now.households + pending.households;
  return { table, amount, note: pendingNote(pending.households) };
}

function pendingNote(households: number): string | null {
  return households > 0
    ? `gồm ${showNumber(households)} hộ chưa rà soát, tính theo diện đầu năm`
    : null;
}

function twinNote(households: number): string | null {
  return households > 0 ? `gồm ${showNumber(households)} hộ còn cận nghèo` : null;
}

function sunkNote(households: number): string | null {
  return households > 0
    ? `gồm ${showNumber(households)} hộ từ cận nghèo xuống nghèo, vì biểu không có ô riêng`
    : null;
}
