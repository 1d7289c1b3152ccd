import { type Cell, type CellStyle, type CellValue, type WriteSheet, writeXlsx } from 'hucre/xlsx';
import { asDay, type Day, day, daysBetween } from '../day.ts';
import { columnLetters, type ReadBook } from './cells.ts';

/** How a column's values are shown. `percent` values are already in percent: 19.46 is 19,46 %. */
export type ColumnKind = 'text' | 'number' | 'money' | 'percent' | 'day';

/** A value to write; a `Day` is a day only in a column of kind `day`. */
export type SheetValue = string | number | boolean | Day | null;

export interface SheetColumn {
  readonly header: string;
  readonly kind: ColumnKind;
  /** In characters; 18 when left out. */
  readonly width?: number;
  /** A comment on the header: how to fill the column. */
  readonly note?: string;
  /** The cells below may not be changed; the other columns of the sheet stay open. */
  readonly locked?: boolean;
  /** For stable ids: kept out of sight, read back with the rest. */
  readonly hidden?: boolean;
}

/** A comment on one cell; `row` and `column` count from 0 in `rows` and `columns`. */
export interface CellNote {
  readonly row: number;
  readonly column: number;
  readonly text: string;
}

export interface SheetPage {
  readonly name: string;
  /** Lines above the headers. */
  readonly title?: readonly string[];
  readonly columns: readonly SheetColumn[];
  readonly rows: readonly (readonly SheetValue[])[];
  readonly notes?: readonly CellNote[];
  readonly hidden?: boolean;
}

export interface SheetBook {
  readonly sheets: readonly SheetPage[];
  /** Hidden facts to recognise the file when it comes back: report id, version, template. */
  readonly keys?: Readonly<Record<string, string>>;
}

const KEY_SHEET = 'Mã nhận diện tệp';
const MOST_CHARACTERS = 32_767;
const DEFAULT_WIDTH = 18;
const DAY_ZERO = day('1899-12-30');
const VIETNAMESE = '[$-42A]';
const FORMATS: Readonly<Record<ColumnKind, string>> = {
  text: '@',
  number: `${VIETNAMESE}#,##0`,
  money: `${VIETNAMESE}#,##0`,
  percent: `${VIETNAMESE}0.00" %"`,
  day: 'dd/mm/yyyy',
};
const FRACTION = `${VIETNAMESE}#,##0.00`;
const THIN = { style: 'thin', color: { rgb: 'BFBFBF' } } as const;
const BORDER = { top: THIN, right: THIN, bottom: THIN, left: THIN };
const FONT = { name: 'Times New Roman', size: 12 };
const TITLE_STYLE: CellStyle = { font: { ...FONT, size: 13, bold: true } };
const HEADER_STYLE: CellStyle = {
  font: { ...FONT, bold: true },
  fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: 'E8EEF4' } },
  border: BORDER,
  alignment: { wrapText: true, horizontal: 'center', vertical: 'center' },
};

/**
 * An .xlsx file of the book. A text is always written as text, so `=1+1` or `@x` never becomes
 * a formula. Values come back from `readSheet` as they went in (texts in NFC, cut at the 32,767
 * characters that a cell can hold). Sheet names are made lawful and unique.
 * Throws RangeError for a number that is not finite: a fault of the caller, not of a person.
 */
export function writeSheet(book: SheetBook): Promise<Uint8Array> {
  const names = lawfulNames(book.sheets.map((sheet) => sheet.name));
  const sheets = book.sheets.map((sheet, index) => pageOf(sheet, names[index] ?? sheet.name));
  if (book.keys) sheets.push(keySheet(book.keys));
  return writeXlsx({ sheets, defaultFont: FONT });
}

/** The hidden facts that `writeSheet` put into the file; empty when there are none. */
export function readKeys(book: ReadBook): ReadonlyMap<string, string> {
  const rows = book.sheets.find((sheet) => sheet.name === KEY_SHEET)?.rows ?? [];
  return new Map(rows.map(({ cells }) => [cells[0]?.text ?? '', cells[1]?.text ?? '']));
}

/** The sheets that people fill in: all but the one with the hidden facts. */
export function openSheets(book: ReadBook): ReadBook['sheets'] {
  return book.sheets.filter((sheet) => sheet.name !== KEY_SHEET);
}

function pageOf(page: SheetPage, name: string): WriteSheet {
  const title = page.title ?? [];
  const cells = new Map<string, Partial<Cell>>();
  const grid: CellValue[][] = [];
  const put = (row: number, column: number, cell: Partial<Cell>) => {
    cells.set(`${row},${column}`, cell);
    const line = grid[row] ?? [];
    grid[row] = line;
    line[column] = cell.value ?? null;
  };
  for (const [row, line] of title.entries()) put(row, 0, titleCell(line));
  for (const [at, column] of page.columns.entries()) put(title.length, at, headerCell(column));
  for (const [row, values] of page.rows.entries()) {
    for (const [at, column] of page.columns.entries()) {
      put(title.length + 1 + row, at, bodyCell(values[at] ?? null, column));
    }
  }
  addNotes(page, title.length + 1, cells);
  return { name, rows: filled(grid), cells, ...frameOf(page, title.length) };
}

function filled(grid: readonly (CellValue[] | undefined)[]): CellValue[][] {
  return Array.from(grid, (line) => Array.from(line ?? [], (value) => value ?? null));
}

function frameOf(page: SheetPage, titleRows: number): Partial<WriteSheet> {
  const last = columnLetters(Math.max(0, page.columns.length - 1));
  const header = titleRows + 1;
  const locked = page.columns.some((column) => column.locked);
  return {
    columns: page.columns.map(({ width = DEFAULT_WIDTH, hidden = false }) => ({ width, hidden })),
    freezePane: { rows: header },
    autoFilter: { range: `A${header}:${last}${header + Math.max(1, page.rows.length)}` },
    pageSetup: {
      paperSize: 'a4',
      orientation: 'landscape',
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      printTitlesRow: `$${header}:$${header}`,
    },
    ...(page.hidden ? { hidden: true } : {}),
    ...(locked ? { protection: { sheet: true } } : {}),
  };
}

function titleCell(line: string): Partial<Cell> {
  return { value: lawfulText(line), type: 'string', style: TITLE_STYLE };
}

function headerCell(column: SheetColumn): Partial<Cell> {
  const cell: Partial<Cell> = {
    value: lawfulText(column.header),
    type: 'string',
    style: HEADER_STYLE,
  };
  return column.note ? { ...cell, comment: { text: column.note.normalize('NFC') } } : cell;
}

function bodyCell(value: SheetValue, column: SheetColumn): Partial<Cell> {
  const style = bodyStyle(value, column);
  if (value === null || value === '') return { value: null, type: 'empty', style };
  if (typeof value === 'number') return { value: finite(value), type: 'number', style };
  if (typeof value === 'boolean') return { value, type: 'boolean', style };
  const on = column.kind === 'day' ? asDay(value) : undefined;
  if (on) return { value: daysBetween(DAY_ZERO, on), type: 'number', style };
  return { value: lawfulText(value), type: 'string', style };
}

function bodyStyle(value: SheetValue, column: SheetColumn): CellStyle {
  const typed = typeof value === 'string' && !(column.kind === 'day' && asDay(value));
  return {
    font: FONT,
    border: BORDER,
    numFmt: typed ? FORMATS.text : formatOf(value, column.kind),
    alignment: { wrapText: column.kind === 'text' || typed, vertical: 'top' },
    protection: { locked: column.locked ?? false },
  };
}

function formatOf(value: SheetValue, kind: ColumnKind): string {
  if (kind !== 'number') return FORMATS[kind];
  // A cell still to be filled must not round away the decimals that a person will type.
  if (typeof value !== 'number') return 'General';
  return Number.isInteger(value) ? FORMATS.number : FRACTION;
}

function finite(value: number): number {
  if (!Number.isFinite(value)) throw new RangeError('a sheet cannot hold this number');
  return value;
}

function addNotes(page: SheetPage, firstRow: number, cells: Map<string, Partial<Cell>>): void {
  for (const { row, column, text } of page.notes ?? []) {
    const key = `${firstRow + row},${column}`;
    cells.set(key, { ...cells.get(key), comment: { text: text.normalize('NFC') } });
  }
}

function keySheet(keys: Readonly<Record<string, string>>): WriteSheet {
  const rows = Object.entries(keys).map(([key, value]) => [lawfulText(key), lawfulText(value)]);
  return { name: KEY_SHEET, rows, veryHidden: true };
}

/** NFC, within what a cell can hold, and `_x0041_` typed by a person kept as it is. */
function lawfulText(text: string): string {
  const whole = text.normalize('NFC').replace(/\r\n?/g, '\n');
  const short = whole.length > MOST_CHARACTERS ? `${whole.slice(0, MOST_CHARACTERS - 1)}…` : whole;
  return short.replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_');
}

/** Excel: at most 31 characters, none of `[]:*?/\`, no quote at the ends, no name twice. */
function lawfulNames(wanted: readonly string[]): string[] {
  const taken = new Set([KEY_SHEET.toLowerCase()]);
  return wanted.map((name) => {
    const base = name
      .normalize('NFC')
      .replace(/[[\]:*?/\\\p{Cc}]/gu, ' ')
      .replace(/ +/g, ' ')
      .replace(/^[' ]+|[' ]+$/g, '');
    const free = firstFree(base || 'Bảng', taken);
    taken.add(free.toLowerCase());
    return free;
  });
}

function firstFree(base: string, taken: ReadonlySet<string>): string {
  for (let turn = 1; ; turn++) {
    const ending = turn === 1 ? '' : ` (${turn})`;
    const name = `${base.slice(0, 31 - ending.length).trimEnd()}${ending}`;
    if (!taken.has(name.toLowerCase())) return name;
  }
}
