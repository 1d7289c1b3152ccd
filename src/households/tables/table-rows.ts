import { showNumber } from '../../shared/vietnamese.ts';
import type { ReviewRound } from '../rounds/review-round.ts';
import type { AskedCommune, Coverage } from './asked-commune.ts';
import {
  amountOf,
  type Split,
  type StandardTable,
  type TableColumn,
  type TableContext,
} from './standard-table.ts';
import { pendingOf, type UnitCells } from './unit-cells.ts';

export type Level = 'province' | 'district' | 'commune' | 'village';

/** A unit of a table; without cells nobody there has begun, which is no zero. */
export interface TableUnit {
  readonly id: string;
  readonly level: Level;
  /** `1`, `1.1`; empty for the unit that sums the others. */
  readonly number: string;
  readonly name: string;
  readonly cells: UnitCells | null;
  readonly coverage: Coverage;
  /** A split commune counts by share in it. */
  readonly estimated: boolean;
}

/** How the numbers are told: on the units of the round, or on those of today. */
export type Telling = 'then' | 'today';

export interface TableAsk {
  readonly roundId: string;
  readonly table: string;
  /** Empty: the province. */
  readonly unitId: string;
  readonly units: Telling;
  /** The number of the one column that a phone shows for all units; 0: the leading one. */
  readonly column?: number;
}

/** A table of a round with everything that page and workbook show. */
export interface TableView {
  readonly round: ReviewRound;
  readonly table: StandardTable;
  readonly ask: TableAsk;
  readonly columns: readonly TableColumn[];
  /** The unit that sums the others first. */
  readonly units: readonly TableUnit[];
  /** The unit above, to go back to. */
  readonly above: { readonly id: string; readonly name: string } | null;
  /** The communes behind the numbers. */
  readonly communes: readonly AskedCommune[];
  /** Today's communes are not those of the round. */
  readonly differ: boolean;
}

export interface TableRow {
  readonly unit: TableUnit;
  readonly split: Split;
  readonly splitName: string;
  /** The first of the unit's rows. */
  readonly leads: boolean;
  /** One for each column; null where there is none. */
  readonly amounts: readonly (number | null)[];
}

/** The rows of a table: for each unit its households, then its people, as the table asks. */
export function rowsOf({ table, columns, units }: Pick<TableView, 'table' | 'columns' | 'units'>) {
  return units.flatMap((unit): TableRow[] =>
    table.splits.map(({ split, name }, place) => ({
      ...{ unit, split, splitName: name, leads: place === 0 },
      amounts: columns.map((column) => unit.cells && amountOf(column, unit.cells, split)),
    })),
  );
}

/** What must be known of a row before its numbers are used; empty: nothing. */
export function remarksOf({ level, cells, coverage, estimated }: TableUnit): string {
  if (!cells) return 'chưa báo cáo';
  const silent = coverage.asked - coverage.begun;
  const pending = pendingOf(cells);
  return [
    silent > 0 && level !== 'village' ? `còn ${showNumber(silent)} xã chưa báo cáo` : '',
    pending > 0 ? `còn ${showNumber(pending)} hộ chưa rà soát` : '',
    estimated ? 'ước theo tỷ lệ chia tách' : '',
  ]
    .filter(Boolean)
    .join('; ');
}

/** Why a number is missing: nobody reported, or there is nothing to divide by. */
export function whyMissing({ cells }: TableUnit, column: TableColumn): string | undefined {
  if (!cells) return 'Chưa báo cáo.';
  return column.kind === 'rate' ? column.why : undefined;
}

/** Minorities with the most poor and near-poor households, at most this many with own columns. */
const MOST_COLUMNS = 10;

/** Which minorities have columns of their own, from the cells of the whole province. */
export function minoritiesOf(cells: UnitCells): string[] {
  const households = (mark: string) => {
    const stands = cells.marks.get(mark);
    return (stands?.poor?.households ?? 0) + (stands?.['near-poor']?.households ?? 0);
  };
  return [...cells.marks.keys()]
    .filter((mark) => mark.startsWith('ethnic.') && mark !== 'ethnic.01' && households(mark) > 0)
    .toSorted((a, b) => households(b) - households(a) || a.localeCompare(b))
    .slice(0, MOST_COLUMNS)
    .map((mark) => mark.slice('ethnic.'.length));
}

/** The context of a table, from the standard of its round and the cells of the province. */
export function contextOf(
  indicators: TableContext['indicators'],
  province: UnitCells,
): TableContext {
  return { indicators, minorities: minoritiesOf(province) };
}

/** The column that a phone shows for all units: the one asked for, or the leading one. */
export function phoneColumn({ ask, table, columns }: TableView): TableColumn | undefined {
  const byNumber = (wanted: number | undefined) => columns.find(({ number }) => number === wanted);
  return byNumber(ask.column) ?? byNumber(table.leading);
}

/** `/review-rounds/…/tables/2?unit=…&units=today`; with an ending for the file. */
export function tableAddress(
  { roundId, table, unitId, units }: TableAsk,
  change: Partial<TableAsk> = {},
  ending: '' | '.xlsx' = '',
): string {
  const wish = { unitId, units, table, ...change };
  const query = new URLSearchParams();
  if (wish.unitId) query.set('unit', wish.unitId);
  if (wish.units === 'today') query.set('units', 'today');
  const asked = query.size > 0 ? `?${query}` : '';
  return `/review-rounds/${roundId}/tables/${wish.table}${ending}${asked}`;
}
