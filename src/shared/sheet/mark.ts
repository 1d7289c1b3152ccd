import { zipSync } from 'fflate';
import { notExcel, type ReadBook, type ReadPage, SHEET_LIMITS, type SheetLimits } from './cells.ts';
import { patchRows } from './patch.ts';
import { looksZipped, readSheet } from './read.ts';
import { addErrorStyles } from './styles.ts';
import { readDelimited } from './table.ts';
import { openWorkbook, type SheetPart, type Workbook } from './workbook.ts';
import { writeSheet } from './write.ts';
import { type ByteBudget, byteBudget, inflateWhole } from './zip.ts';

/** Why a row was not taken. `row` is the row number that Excel shows, from 1. */
export interface RowError {
  readonly sheet: string;
  readonly row: number;
  readonly message: string;
}

export const ERROR_HEADER = 'Lỗi cần sửa';

const PACKED_ON = new Date(2000, 0, 1);

/**
 * The person's own file again, with a column "Lỗi cần sửa" at the right that says beside each wrong
 * row what to mend; the row is coloured as long as the reason stands there. Nothing else in the
 * file changes. A file that already has the column (sent in a second time) gets its new reasons
 * in the same column and loses the old ones. A CSV comes back as an .xlsx with the same cells.
 * `headerRow`: row of the headers, from 1. Errors of sheets that are not there are left out.
 * Problems as in `readSheet`.
 */
export async function markErrors(
  original: Uint8Array,
  errors: readonly RowError[],
  headerRow = 1,
  limits: Partial<SheetLimits> = {},
): Promise<Uint8Array> {
  const bounds = { ...SHEET_LIMITS, ...limits };
  const bytes = looksZipped(original) ? original : await asWorkbook(original, errors, bounds);
  const book = await readSheet(bytes, bounds);
  // The frame, the patched sheets and the packing each unpack once more what was just read.
  const budget = byteBudget(3 * bounds.inflatedBytes);
  const workbook = await openWorkbook(bytes, budget, bounds);
  return repack(workbook, budget, await patches(workbook, book, errors, headerRow, budget));
}

async function patches(
  workbook: Workbook,
  book: ReadBook,
  errors: readonly RowError[],
  headerRow: number,
  budget: ByteBudget,
): Promise<Map<string, Uint8Array>> {
  const styles = workbook.stylesPath ? workbook.parts.get(workbook.stylesPath) : undefined;
  if (!styles) throw notExcel();
  const styled = addErrorStyles(text(await inflateWhole(styles, budget)));
  const patched = new Map([[styles.path, bytesOf(styled.xml)]]);
  for (const [index, sheet] of workbook.sheets.entries()) {
    const page = book.sheets[index];
    const reasons = reasonsOf(sheet, errors);
    if (!page || (reasons.size === 0 && errorColumn(page, headerRow) === undefined)) continue;
    const xml = text(await inflateWhole(sheet.part, budget));
    const column = errorColumn(page, headerRow) ?? widthOf(page);
    const header = { row: headerRow, text: ERROR_HEADER };
    patched.set(sheet.part.path, bytesOf(patchRows(xml, { column, header, reasons, ...styled })));
  }
  return patched;
}

/** Several reasons of one row stand one under the other. */
function reasonsOf(sheet: SheetPart, errors: readonly RowError[]): Map<number, string> {
  const reasons = new Map<number, string>();
  for (const { sheet: name, row, message } of errors) {
    if (name.normalize('NFC') !== sheet.name) continue;
    const before = reasons.get(row);
    reasons.set(row, before ? `${before}\n${message}` : message);
  }
  return reasons;
}

function errorColumn(page: ReadPage, headerRow: number): number | undefined {
  const cells = page.rows.find((row) => row.number === headerRow)?.cells ?? [];
  const column = cells.findIndex((cell) => cell.text.trim() === ERROR_HEADER);
  return column < 0 ? undefined : column;
}

function widthOf(page: ReadPage): number {
  const merged = page.merges.reduce((most, { right }) => Math.max(most, right + 1), 0);
  const filled = page.rows.reduce((most, { cells }) => Math.max(most, cells.length), 0);
  return Math.max(merged, filled);
}

async function repack(
  workbook: Workbook,
  budget: ByteBudget,
  patched: ReadonlyMap<string, Uint8Array>,
): Promise<Uint8Array> {
  const files: Record<string, Uint8Array> = Object.create(null);
  for (const [path, part] of workbook.parts) {
    if (path.endsWith('/')) continue;
    files[path] = patched.get(path) ?? (await inflateWhole(part, budget));
  }
  return zipSync(files, { mtime: PACKED_ON, level: 6 });
}

/** A CSV as an .xlsx with every cell at its row; errors find it by their own sheet name. */
function asWorkbook(
  original: Uint8Array,
  errors: readonly RowError[],
  limits: SheetLimits,
): Promise<Uint8Array> {
  const [page] = readDelimited(errors[0]?.sheet ?? 'Bảng', original, limits).sheets;
  if (!page) throw notExcel();
  const byNumber = new Map(page.rows.map((row) => [row.number, row.cells]));
  const last = page.rows.at(-1)?.number ?? 1;
  const lines = Array.from({ length: last }, (_, index) => byNumber.get(index + 1) ?? []);
  const columns = Array.from({ length: widthOf(page) }, (_, at) => ({
    header: lines[0]?.[at]?.text ?? '',
    kind: 'text' as const,
  }));
  const rows = lines.slice(1).map((cells) => cells.map((cell) => cell.text));
  return writeSheet({ sheets: [{ name: page.name, columns, rows }] });
}

function text(bytes: Uint8Array): string {
  return new TextDecoder().decode(bytes);
}

function bytesOf(xml: string): Uint8Array {
  return new TextEncoder().encode(xml);
}
