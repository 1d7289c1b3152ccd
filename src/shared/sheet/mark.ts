import { notExcel, SHEET_LIMITS, type SheetLimits } from './cells.ts';
import { ERROR_HEADER, findErrorColumn } from './error-column.ts';
import { inflatedPieces } from './inflate.ts';
import { looksZipped } from './read.ts';
import { patchedPieces } from './sheet-patch.ts';
import { streamSheet } from './stream.ts';
import { addErrorStyles } from './styles.ts';
import { readDelimited } from './table.ts';
import { openFrame, type WorkbookFrame } from './workbook.ts';
import { writeSheet } from './write.ts';
import { type ByteBudget, byteBudget, inflateWhole } from './zip.ts';
import { type NewPart, zipPieces } from './zip-pieces.ts';

/** Why a row was not taken. `row` is the row number that Excel shows, from 1. */
export interface RowError {
  readonly sheet: string;
  readonly row: number;
  readonly message: string;
}

export interface MarkOptions {
  /** The row of the headers by the name of the sheet, from 1; 1 where it is not told. */
  readonly headerRows?: ReadonlyMap<string, number>;
  readonly limits?: Partial<SheetLimits>;
}

/**
 * The person's own file again, with a column "Lỗi cần sửa" at the right that says beside each wrong
 * row what to mend; the row is coloured as long as the reason stands there. Nothing else in the
 * file changes. A file that already has the column (sent in a second time) gets its new reasons
 * in the same column and loses the old ones. A CSV comes back as an .xlsx with the same cells.
 * Errors of sheets that are not there are left out.
 *
 * The file comes piece by piece, with memory that does not grow with its sheets. Problems as in
 * `streamSheet`, nearly all before the first piece.
 */
export async function* markedPieces(
  original: Uint8Array,
  errors: readonly RowError[],
  { headerRows = new Map(), limits = {} }: MarkOptions = {},
): AsyncGenerator<Uint8Array> {
  const bounds = { ...SHEET_LIMITS, ...limits };
  const bytes = looksZipped(original) ? original : await asWorkbook(original, errors, bounds);
  const budget = byteBudget(bounds.inflatedBytes);
  const frame = await openFrame(bytes, budget, bounds);
  const patches = await patchesOf(bytes, frame, { errors, headerRows, bounds, budget });
  yield* zipPieces(
    [...frame.parts.values()].flatMap((part): NewPart[] => {
      const pieces = patches.get(part.path);
      if (part.path.endsWith('/')) return [];
      return [pieces ? { path: part.path, pieces } : part];
    }),
  );
}

/** The same in one piece, for a file that is small. */
export async function markErrors(
  original: Uint8Array,
  errors: readonly RowError[],
  options: MarkOptions = {},
): Promise<Uint8Array> {
  const pieces: Uint8Array[] = [];
  for await (const piece of markedPieces(original, errors, options)) pieces.push(piece);
  return Buffer.concat(pieces);
}

interface Marking {
  readonly errors: readonly RowError[];
  readonly headerRows: ReadonlyMap<string, number>;
  readonly bounds: SheetLimits;
  readonly budget: ByteBudget;
}

type Patches = Map<string, AsyncIterable<Uint8Array>>;

/** The parts that change, by their paths; all others are not even unpacked. */
async function patchesOf(bytes: Uint8Array, frame: WorkbookFrame, marking: Marking) {
  const { errors, headerRows, bounds, budget } = marking;
  const { xml, ...looks } = addErrorStyles(await stylesOf(frame, budget));
  const reasonsBySheet = bySheet(errors);
  const book = await streamSheet(bytes, bounds);
  const patches: Patches = new Map();
  for (const [index, { name, part }] of frame.sheets.entries()) {
    const sheet = book.sheets[index];
    const reasons = reasonsBySheet.get(name) ?? new Map<number, string>();
    const headerRow = headerRows.get(name) ?? 1;
    const place = sheet && (await findErrorColumn(sheet, headerRow, reasons.size > 0));
    if (!place) continue;
    const header = { row: headerRow, text: ERROR_HEADER };
    const pieces = inflatedPieces(part, { ...budget });
    patches.set(part.path, patchedPieces(pieces, { ...place, header, reasons, ...looks }));
  }
  if (patches.size > 0 && frame.stylesPath) patches.set(frame.stylesPath, onePiece(xml));
  return patches;
}

async function stylesOf({ parts, stylesPath = '' }: WorkbookFrame, budget: ByteBudget) {
  const styles = parts.get(stylesPath);
  if (!styles) throw notExcel();
  return new TextDecoder().decode(await inflateWhole(styles, budget));
}

async function* onePiece(xml: string): AsyncGenerator<Uint8Array> {
  yield Buffer.from(xml);
}

/** The reasons by sheet and row; several of one row stand one under the other. */
function bySheet(errors: readonly RowError[]): Map<string, Map<number, string>> {
  const sheets = new Map<string, Map<number, string>>();
  for (const { sheet, row, message } of errors) {
    const name = sheet.normalize('NFC');
    const reasons = sheets.get(name) ?? new Map<number, string>();
    const before = reasons.get(row);
    sheets.set(name, reasons.set(row, before ? `${before}\n${message}` : message));
  }
  return sheets;
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
  const width = page.rows.reduce((most, { cells }) => Math.max(most, cells.length), 0);
  const columns = Array.from({ length: width }, (_, at) => ({
    header: lines[0]?.[at]?.text ?? '',
    kind: 'text' as const,
  }));
  const rows = lines.slice(1).map((cells) => cells.map((cell) => cell.text));
  return writeSheet({ sheets: [{ name: page.name, columns, rows }] });
}
