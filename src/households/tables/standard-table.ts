import { ratio } from '../../reporting/forms/figure.ts';
import type { Count } from './change-tables.ts';
import { countOf, markCount, type Stand, type UnitCells } from './unit-cells.ts';

/** Each unit has a row for its households and one for the people in them. */
export type Split = 'households' | 'members';
export type Reckoning = (cells: UnitCells) => Count;

interface ColumnHead {
  /** As printed in the form. */
  readonly number: number;
  readonly label: string;
  /** The heading that it shares with its neighbours. */
  readonly group?: string | undefined;
  /** Counts these whatever the row counts: forms with households and people side by side. */
  readonly split?: Split | undefined;
}

export interface CountColumn extends ColumnHead {
  readonly kind: 'count';
  readonly count: Reckoning;
}

/** A percentage; it has none while there is nothing to divide by. */
export interface RateColumn extends ColumnHead {
  readonly kind: 'rate';
  readonly part: Reckoning;
  readonly whole: Reckoning;
  /** The columns that it divides, where they stand in the same table. */
  readonly from?: readonly [number, number] | undefined;
  /** Why there is no rate where the whole is nothing. */
  readonly why: string;
}

export type TableColumn = CountColumn | RateColumn;
type Unnumbered<Column> = Column extends ColumnHead ? Omit<Column, 'number'> : never;
export type ColumnWish = Unnumbered<TableColumn>;

/** What a table's columns depend on besides the table: the standard, and who lives here. */
export interface TableContext {
  readonly indicators: readonly { readonly key: string; readonly name: string }[];
  /** Codes of the minorities that have columns of their own, largest first. */
  readonly minorities: readonly string[];
}

/** A standard table (report forms of TT 07/2021 as used in another province, source C14). */
export interface StandardTable {
  readonly key: string;
  readonly name: string;
  /** The question that it answers, for the list of tables. */
  readonly answers: string;
  /** Its rows for each unit, and how they are called. */
  readonly splits: readonly { readonly split: Split; readonly name: string }[];
  /** The number of the column that says most, which a phone shows first. */
  readonly leading: number;
  /** What a reader must know of how it counts. */
  readonly note?: string;
  /** The marks that must be read for it. */
  readonly marks: (context: TableContext) => readonly string[];
  readonly columns: (context: TableContext) => readonly TableColumn[];
}

export const BOTH_SPLITS = [
  { split: 'households', name: 'Hộ' },
  { split: 'members', name: 'Nhân\u00A0khẩu' },
] as const;

export const NO_MARKS = () => [];

/** The columns with the numbers of the form, from 1. */
export function numbered(columns: readonly ColumnWish[]): TableColumn[] {
  return columns.map((column, place) => ({ ...column, number: place + 1 }));
}

/** A column that counts; `more` for its group or fixed split. */
export function count(
  label: string,
  reckon: Reckoning,
  more: Partial<Pick<ColumnHead, 'group' | 'split'>> = {},
): ColumnWish {
  return { kind: 'count', label, count: reckon, ...more };
}

export function ofStands(...stands: readonly Stand[]): Reckoning {
  return (cells) => countOf(cells, stands);
}

/** Those that bear one of the marks and stand in one of the places. */
export function ofMarks(marks: readonly string[], stands: readonly Stand[]): Reckoning {
  return (cells) => markCount(cells, marks, stands);
}

/** The amount of a column for a row; null: a rate without anything to divide by. */
export function amountOf(column: TableColumn, cells: UnitCells, split: Split): number | null {
  const by = column.split ?? split;
  if (column.kind === 'count') return column.count(cells)[by];
  return ratio(column.part(cells)[by], column.whole(cells)[by]);
}

/** `Tái nghèo (6)`, `Tỷ lệ (4 = 3/1 × 100)`: as the form heads it. */
export function headOf(column: TableColumn): string {
  const { label, number } = column;
  const from = column.kind === 'rate' && column.from;
  return from ? `${label} (${number} = ${from[0]}/${from[1]} × 100)` : `${label} (${number})`;
}
