import type { Day } from '../day.ts';
import { Problem } from '../problem.ts';

/** What a cell of an uploaded table holds. */
export type CellKind = 'text' | 'number' | 'day' | 'boolean' | 'empty' | 'formula' | 'error';

/**
 * One cell as it was found. `text` is what the person sees in the cell.
 * For a formula `value` is what the other program last computed: never trust it, ask for
 * the number itself; `''` where it computed an empty text. An error cell keeps its mark (`#REF!`) in `value`, and its formula if any.
 * `percent`: the number is shown as a percentage in the file, so 0.5 is seen as 50 %.
 */
export interface ReadCell {
  readonly kind: CellKind;
  readonly value: string | number | boolean | Day | null;
  readonly text: string;
  readonly formula?: string;
  readonly merged?: true;
  readonly percent?: true;
}

/** One row that has content. `number` is the row number seen in Excel, from 1. */
export interface ReadRow {
  readonly number: number;
  readonly cells: readonly ReadCell[];
  readonly hidden?: true;
}

/** One sheet. Columns are counted from 0; rows without any content are left out. */
export interface ReadPage {
  readonly name: string;
  readonly hidden: boolean;
  readonly hiddenColumns: readonly number[];
  readonly merges: readonly MergedArea[];
  readonly rows: readonly ReadRow[];
}

export interface ReadBook {
  readonly sheets: readonly ReadPage[];
}

/** Cells joined into one: rows from 1 as Excel shows them, columns from 0, ends included. */
export interface MergedArea {
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
}

/** How much of a file is read before it counts as too large. */
export interface SheetLimits {
  readonly rows: number;
  readonly columns: number;
  readonly cells: number;
  readonly sheets: number;
  readonly inflatedBytes: number;
}

export const SHEET_LIMITS: SheetLimits = {
  rows: 100_000,
  columns: 200,
  cells: 3_000_000,
  sheets: 100,
  inflatedBytes: 256 * 1024 * 1024,
};

export const EMPTY_CELL: ReadCell = { kind: 'empty', value: null, text: '' };

/**
 * A text cell in NFC; nothing but blanks is an empty cell. The sign NUL and halves of signs, which
 * `_x0000_` and `_xD83D_` can put into a file, no database takes.
 */
export function textCell(text: string): ReadCell {
  return normalCell(soundText(text));
}

/** A text as the database takes it, in NFC: no NUL, no half of a sign. */
export function soundText(text: string): string {
  const whole = text.includes('\0') ? text.replaceAll('\0', '') : text;
  return whole.toWellFormed().normalize('NFC');
}

/** The same of a text that is sound and in NFC already. */
export function normalCell(text: string): ReadCell {
  return text.trim() === '' ? EMPTY_CELL : { kind: 'text', value: text, text };
}

/** 0 → `A`, 25 → `Z`, 26 → `AA`. */
export function columnLetters(column: number): string {
  const last = String.fromCharCode(65 + (column % 26));
  return column < 26 ? last : columnLetters(Math.floor(column / 26) - 1) + last;
}

/** `B7` → column 1, row 7. Anything else is `undefined`. */
export function parseAddress(address: string): { column: number; row: number } | undefined {
  const match = /^\$?([A-Z]{1,3})\$?(\d{1,7})$/i.exec(address);
  if (!match) return undefined;
  const letters = (match[1] ?? '').toUpperCase();
  const column = [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
  return { column, row: Number(match[2]) };
}

/** The problem of a table that has more than `limit` of something (`dòng`, `cột`, `MB`). */
export function tooLarge(limit: number, unit: string): Problem {
  return new Problem('fileTooLarge', { limit: `${limit.toLocaleString('vi-VN')} ${unit}` });
}

/** The problem of a file that is not the Excel file which it claims to be. */
export function notExcel(): Problem {
  return new Problem('fileNotWhatItSays', { kind: 'Excel (.xlsx)' });
}
