import { Problem } from '../problem.ts';
import { CellSource, type StreamContext } from './cell-source.ts';
import {
  type MergedArea,
  notExcel,
  type ReadRow,
  SHEET_LIMITS,
  type SheetLimits,
} from './cells.ts';
import { inflatedPieces } from './inflate.ts';
import { type CellCount, PageTaker } from './page.ts';
import { looksZipped } from './read.ts';
import { readSharedTexts } from './read-texts.ts';
import { RowPieces } from './row-pieces.ts';
import type { SharedTexts } from './shared-texts.ts';
import { openFrame, type SheetPart } from './workbook.ts';
import { type ByteBudget, byteBudget, type ZipPart } from './zip.ts';

/** One sheet to be read row by row; its frame is known before or after the rows as told. */
export interface StreamedSheet {
  readonly name: string;
  readonly hidden: boolean;
  /** Bytes of the packed sheet, to tell how much of a file has been read. */
  readonly packed: number;
  /**
   * The rows that have content, as many at once as one piece of the file holds. Can be asked more
   * than once: each time the sheet is unpacked anew.
   */
  rows(): AsyncGenerator<StreamedRows, SheetEnd>;
}

export interface StreamedRows {
  readonly rows: readonly ReadRow[];
  /** How much of the packed sheet has been read, from 0 to 1. */
  readonly share: number;
}

/** What is known once all rows have gone by: merged areas stand behind them in the file. */
export interface SheetEnd {
  readonly merges: readonly MergedArea[];
  readonly hiddenColumns: readonly number[];
}

export interface StreamedBook {
  readonly sheets: readonly StreamedSheet[];
}

/**
 * The sheets of an .xlsx held in memory, to be read row by row with memory that does not grow:
 * cells mean what they mean to `readSheet`, except that merged ones are not marked, for the file
 * tells of them last. Shared texts are kept packed. The budget of inflated bytes holds for each
 * reading of a sheet. Problems as in `readSheet`.
 */
export async function streamSheet(
  bytes: Uint8Array,
  limits: Partial<SheetLimits> = {},
): Promise<StreamedBook> {
  if (!looksZipped(bytes)) throw notExcel();
  const bounds = { ...SHEET_LIMITS, ...limits };
  const budget = byteBudget(bounds.inflatedBytes);
  const frame = await openFrame(bytes, budget, bounds);
  const strings = await readTexts(frame.stringsPart, budget);
  const context = { strings, meanings: frame.meanings, epoch1904: frame.epoch1904 };
  const sheets = frame.sheets.map((sheet) => ({
    name: sheet.name,
    hidden: sheet.hidden,
    packed: sheet.part.packed.length,
    rows: () => rowsOf(sheet, context, bounds, { ...budget }),
  }));
  return { sheets };
}

async function readTexts(part: ZipPart | undefined, budget: ByteBudget): Promise<SharedTexts> {
  try {
    return await readSharedTexts(part, budget);
  } catch (error) {
    throw error instanceof Problem ? error : notExcel();
  }
}

async function* rowsOf(
  sheet: SheetPart,
  context: StreamContext,
  limits: SheetLimits,
  budget: ByteBudget,
): AsyncGenerator<StreamedRows, SheetEnd> {
  const count: CellCount = { left: limits.cells };
  const taker = new PageTaker(context, limits, count);
  const pieces = new RowPieces(taker, new CellSource(context));
  try {
    for await (const { bytes, share } of inflatedPieces(sheet.part, budget)) {
      pieces.take(bytes);
      const rows = taker.rows.splice(0);
      if (rows.length > 0) yield { rows, share };
    }
    pieces.end();
    if (taker.rows.length > 0) yield { rows: taker.rows.splice(0), share: 1 };
  } catch (error) {
    throw error instanceof Problem ? error : notExcel();
  }
  const { merges, hiddenColumns } = taker;
  return { merges, hiddenColumns };
}
