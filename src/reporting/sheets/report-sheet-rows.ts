import type { ReadBook, ReadCell, ReadPage, ReadRow } from '../../shared/sheet/cells.ts';
import { EMPTY_CELL } from '../../shared/sheet/cells.ts';
import { matchColumns } from '../../shared/sheet/match.ts';
import { openSheets } from '../../shared/sheet/write.ts';
import { fold } from '../../shared/vietnamese.ts';
import { type Form, type FormField, fieldsOf } from '../forms/form.ts';
import { SHEET_HEADERS } from './report-sheet.ts';

/** Why a row of a sheet was not taken; `row` as Excel shows it, from 1. */
export interface SheetFault {
  readonly sheet: string;
  readonly row: number;
  /** What stands in the row's name cell, or the figure it was taken for. */
  readonly name: string;
  readonly message: string;
}

/** One row that belongs to a figure. */
export interface FigureRow {
  readonly field: FormField;
  readonly sheet: string;
  readonly row: number;
  readonly now: ReadCell;
  /** `undefined`: the sheet has no such column. */
  readonly reason: ReadCell | undefined;
}

export interface SheetRows {
  readonly rows: readonly FigureRow[];
  readonly faults: readonly SheetFault[];
  /** Sheet name → row of its headers. */
  readonly headerRows: ReadonlyMap<string, number>;
}

const SEARCHED = 40;
const WANTED = (['slug', 'name', 'now', 'reason'] as const).map((key) => ({
  key,
  names: [SHEET_HEADERS[key]],
}));

/**
 * The rows of a returned sheet, each with its figure: by the hidden slug, or by its name where
 * the slug was lost. Rows that were doubled, moved under another name, or are of no figure of
 * the form come back as faults; notes that a person wrote beside the table are left alone.
 */
export function arrangeSheet(form: Form, book: ReadBook): SheetRows {
  const tables = openSheets(book).flatMap((page) => tableOf(page) ?? []);
  const seen = new Map<string, FigureRow>();
  const faults: SheetFault[] = [];
  for (const table of tables) for (const row of table.rows) takeRow(form, table, row, seen, faults);
  const headerRows = new Map(tables.map((table) => [table.sheet, table.headerRow]));
  return { rows: [...seen.values()], faults, headerRows };
}

interface Table {
  readonly sheet: string;
  readonly headerRow: number;
  readonly columns: ReadonlyMap<(typeof WANTED)[number]['key'], number>;
  readonly rows: readonly ReadRow[];
}

/** The header row is the first that names the column to fill and the one that tells the figure. */
function tableOf(page: ReadPage): Table | undefined {
  for (const { number, cells } of page.rows.slice(0, SEARCHED)) {
    const { columns } = matchColumns(
      cells.map((cell) => cell.text),
      WANTED,
    );
    if (!columns.has('now') || !(columns.has('name') || columns.has('slug'))) continue;
    const rows = page.rows.filter((row) => row.number > number);
    return { sheet: page.name, headerRow: number, columns, rows };
  }
  return undefined;
}

function takeRow(
  form: Form,
  table: Table,
  { number, cells }: ReadRow,
  seen: Map<string, FigureRow>,
  faults: SheetFault[],
): void {
  const at = (key: (typeof WANTED)[number]['key']) => {
    const column = table.columns.get(key);
    return column === undefined ? undefined : (cells[column] ?? EMPTY_CELL);
  };
  const now = at('now') ?? EMPTY_CELL;
  const name = at('name')?.text.trim() ?? '';
  const say = (message: string) => faults.push({ sheet: table.sheet, row: number, name, message });
  const found = fieldOf(form, at('slug')?.text.trim() ?? '', name);
  if (!found) {
    if (now.kind !== 'empty' && !isHeading(form, name)) say(UNKNOWN);
    return;
  }
  if ('renamed' in found) return void say(renamed(found.renamed));
  const before = seen.get(found.slug);
  if (before) return void say(doubled(before));
  const { sheet } = table;
  seen.set(found.slug, { field: found, sheet, row: number, now, reason: at('reason') });
}

function fieldOf(
  form: Form,
  slug: string,
  name: string,
): FormField | { readonly renamed: FormField } | undefined {
  const fields = fieldsOf(form);
  const bySlug = slug ? fields.find((field) => field.slug === slug) : undefined;
  if (slug && !bySlug) return undefined;
  // Cells shifted by one would put every number under its neighbour's name.
  if (bySlug) return name && fold(name) !== fold(bySlug.name) ? { renamed: bySlug } : bySlug;
  const named = fields.filter((field) => fold(field.name) === fold(name));
  return named.length === 1 ? named[0] : undefined;
}

function isHeading(form: Form, name: string): boolean {
  return form.sections.some((section) => fold(section.title) === fold(name));
}

const UNKNOWN =
  'Dòng này không có trong biểu nên số không được nhận. Hãy xóa dòng, hoặc ghi ý này vào phần lời.';

function renamed(field: FormField): string {
  return `Dòng này là của chỉ tiêu “${field.name}” nhưng tên đã bị đổi, có thể các ô bị lệch dòng. Hãy ghi lại đúng tên rồi xem lại số.`;
}

function doubled({ sheet, row, field }: FigureRow): string {
  return `Chỉ tiêu “${field.name}” đã có ở dòng ${row} (trang “${sheet}”). Hãy chỉ giữ một dòng.`;
}
