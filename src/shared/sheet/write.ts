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
  /** Rows (from 0) that are titles over those below: bold on a ground, never filled in. */
  readonly headings?: readonly number[];
  /** Rows (from 0) that may not be changed, though their columns may. */
  readonly sealed?: readonly number[];
  /** How many lines of text each row (from 0) shows; 1 leaves the height to the program. */
  readonly lines?: readonly number[];
}

export interface SheetBook {
  readonly sheets: readonly SheetPage[];
  /** Hidden facts to recognise the file when it comes back: report id, version, template. */
  readonly keys?: Readonly<Record<string, string>>;
}

const KEY_SHEET = 'Mã nhận diện tệp';
const MOST_CHARACTERS = 32_767;
const DEFAULT_WIDTH = 18;
const LINE_POINTS = 16;
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
  const looks = page.columns.map(looksOf);
  const cells = new Map<string, Partial<Cell>>();
  for (const [row, line] of title.entries()) cells.set(`${row},0`, titleCell(line));
  for (const [at, column] of page.columns.entries()) {
    cells.set(`${title.length},${at}`, headerCell(column));
  }
  const dress = rowDress(page);
  const body = page.rows.map((values, row) =>
    looks.map((look, at) => {
      const cell = dress(row, bodyCell(values[at] ?? null, look));
      // Only what differs from its column is set apart: 50,000 rows stay light.
      if (cell.style !== look.usual) cells.set(`${title.length + 1 + row},${at}`, cell);
      return cell.value;
    }),
  );
  addNotes(page, title.length + 1, cells);
  const above: CellValue[][] = [...title.map(() => []), []];
  return { name, rows: [...above, ...body], cells, ...frameOf(page, looks) };
}

/** Headings and sealed rows differ from their columns; each kind shares its few styles. */
function rowDress(page: SheetPage): (row: number, cell: Cell) => Cell {
  const [seal, head] = [madeOnce(sealedOf), madeOnce(headingOf)];
  const kinds = new Map([
    ...(page.sealed ?? []).map((row) => [row, seal] as const),
    ...(page.headings ?? []).map((row) => [row, head] as const),
  ]);
  return (row, cell) => {
    const dressed = kinds.get(row);
    return dressed && cell.style ? { ...cell, style: dressed(cell.style) } : cell;
  };
}

function madeOnce(make: (style: CellStyle) => CellStyle): (style: CellStyle) => CellStyle {
  const made = new Map<CellStyle, CellStyle>();
  return (style) => {
    const known = made.get(style) ?? make(style);
    made.set(style, known);
    return known;
  };
}

function headingOf(style: CellStyle): CellStyle {
  const fill = { type: 'pattern', pattern: 'solid', fgColor: { rgb: 'F3F1EA' } } as const;
  const alignment = { vertical: 'top' } as const; // a long title runs on over the empty cells
  return { ...style, font: { ...FONT, bold: true }, fill, alignment, protection: { locked: true } };
}

function sealedOf(style: CellStyle): CellStyle {
  const fill = { type: 'pattern', pattern: 'solid', fgColor: { rgb: 'F2F2F2' } } as const;
  return { ...style, fill, protection: { locked: true } };
}

function frameOf(page: SheetPage, looks: readonly ColumnLooks[]): Partial<WriteSheet> {
  const last = columnLetters(Math.max(0, page.columns.length - 1));
  const header = (page.title?.length ?? 0) + 1;
  const locked = page.columns.some((column) => column.locked);
  return {
    columns: page.columns.map(({ width = DEFAULT_WIDTH, hidden = false }, at) => ({
      width,
      hidden,
      ...(looks[at] ? { style: looks[at].usual } : {}),
    })),
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
    ...(page.lines ? { rowDefs: heightsOf(page.lines, header) } : {}),
    ...(page.hidden ? { hidden: true } : {}),
    ...(locked ? { protection: { sheet: true } } : {}),
  };
}

/** Not every program fits a row to its wrapped text by itself when the sheet is protected. */
function heightsOf(lines: readonly number[], firstRow: number) {
  const tall = lines.map((count, row) => ({ row: firstRow + row, height: count * LINE_POINTS }));
  return new Map(
    tall.filter(({ height }) => height > LINE_POINTS).map(({ row, height }) => [row, { height }]),
  );
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

/** The few looks that the cells of one column can have; shared, so that they cost nothing. */
interface ColumnLooks {
  readonly kind: ColumnKind;
  readonly usual: CellStyle;
  readonly text: CellStyle;
  readonly fraction: CellStyle;
  readonly open: CellStyle;
}

function looksOf(column: SheetColumn): ColumnLooks {
  const look = (numFmt: string): CellStyle => ({
    font: FONT,
    border: BORDER,
    numFmt,
    alignment: { wrapText: numFmt === FORMATS.text, vertical: 'top' },
    protection: { locked: column.locked ?? false },
  });
  const usual = look(FORMATS[column.kind]);
  if (column.kind !== 'number') {
    const text = column.kind === 'text' ? usual : look(FORMATS.text);
    return { kind: column.kind, usual, text, fraction: usual, open: usual };
  }
  // A cell still to be filled must not round away the decimals that a person will type.
  const open = look('General');
  return { kind: 'number', usual, text: look(FORMATS.text), fraction: look(FRACTION), open };
}

function bodyCell(value: SheetValue, looks: ColumnLooks): Cell {
  if (value === null || value === '') return { value: null, type: 'empty', style: looks.open };
  if (typeof value === 'boolean') return { value, type: 'boolean', style: looks.usual };
  if (typeof value === 'number') return numberCell(value, looks);
  const on = looks.kind === 'day' ? asDay(value) : undefined;
  if (on) return { value: daysBetween(DAY_ZERO, on), type: 'number', style: looks.usual };
  return { value: lawfulText(value), type: 'string', style: looks.text };
}

function numberCell(value: number, looks: ColumnLooks): Cell {
  const style = Number.isInteger(value) ? looks.usual : looks.fraction;
  return { value: finite(value), type: 'number', style };
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
