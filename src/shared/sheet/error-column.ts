import type { ReadCell } from './cells.ts';
import type { StreamedSheet } from './stream.ts';

export const ERROR_HEADER = 'Lỗi cần sửa';

/** A title over the whole width of Excel leaves no column beside it. */
const LAST_COLUMN = 16_383;

/** Where the column of reasons stands, or would. */
export interface ErrorPlace {
  readonly column: number;
  readonly sentBefore: boolean;
}

/**
 * The column of reasons that a sheet came with, else the first one right of everything when it
 * `needsOne`. Of a sheet that has the column, or needs none, only the beginning is read.
 */
export async function findErrorColumn(
  sheet: StreamedSheet,
  headerRow: number,
  needsOne: boolean,
): Promise<ErrorPlace | undefined> {
  const headers = await cellsOfRow(sheet, headerRow);
  const column = headers.findIndex((cell) => cell.text.trim() === ERROR_HEADER);
  if (column >= 0) return { column, sentBefore: true };
  return needsOne ? { column: await widthOf(sheet), sentBefore: false } : undefined;
}

async function cellsOfRow(sheet: StreamedSheet, number: number): Promise<readonly ReadCell[]> {
  for await (const { rows } of sheet.rows()) {
    const row = rows.find((one) => one.number >= number);
    if (row) return row.number === number ? row.cells : [];
  }
  return [];
}

/** Merged areas count too; the file tells of them behind its rows. */
async function widthOf(sheet: StreamedSheet): Promise<number> {
  const reading = sheet.rows();
  let width = 0;
  let step = await reading.next();
  for (; !step.done; step = await reading.next())
    for (const { cells } of step.value.rows) width = Math.max(width, cells.length);
  for (const { right } of step.value.merges)
    if (right < LAST_COLUMN) width = Math.max(width, right + 1);
  return width;
}
