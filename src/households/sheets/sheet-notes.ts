import { columnLetters, type MergedArea, type ReadRow } from '../../shared/sheet/cells.ts';
import type { SheetEnd } from '../../shared/sheet/stream.ts';
import type { SheetOddity } from './household-import.ts';

/** What a sheet has that a person may not see when looking at it, counted as its rows go by. */
export class SheetNotes {
  readonly #sheet: string;
  #hiddenRows = 0;
  #formulas = 0;

  constructor(sheet: string) {
    this.#sheet = sheet;
  }

  see({ cells, hidden }: ReadRow): void {
    if (hidden) this.#hiddenRows++;
    for (const { kind } of cells) if (kind === 'formula') this.#formulas++;
  }

  /** `undefined`: nothing to tell. */
  oddity({ merges, hiddenColumns }: SheetEnd, headerRow: number): SheetOddity | undefined {
    const below = bodyMerges(merges, headerRow).length;
    if (hiddenColumns.length + this.#hiddenRows + this.#formulas + below === 0) return undefined;
    return {
      ...{ sheet: this.#sheet, hiddenRows: this.#hiddenRows },
      hiddenColumns: hiddenColumns.map(columnLetters),
      ...{ formulas: this.#formulas, merges: below },
    };
  }
}

/** Merged areas among the rows; headings may be merged as they like. */
function bodyMerges(merges: readonly MergedArea[], headerRow: number): MergedArea[] {
  return merges.filter(({ bottom }) => bottom > headerRow);
}

const MOST_ROWS = 1_000;

/** A cell of a merged area that has no value of its own, and what to say there. */
export interface MergedCell {
  readonly row: number;
  readonly column: number;
  readonly message: string;
}

/**
 * Only the first cell of a merged area has the value: the others are empty, however they look. A
 * fault where a column is read that so lost a value; `read`: where these stand, from the left.
 */
export function mergedCells(
  merges: readonly MergedArea[],
  headerRow: number,
  read: readonly number[],
): MergedCell[] {
  return bodyMerges(merges, headerRow).flatMap(({ top, bottom, left, right }) => {
    const area = `${columnLetters(left)}${top}:${columnLetters(right)}${bottom}`;
    const message = `Ô gộp ${area} chỉ có giá trị ở ô đầu. Hãy bỏ gộp ô và ghi vào từng ô.`;
    const first = Math.max(top, headerRow + 1);
    const rows = Math.min(MOST_ROWS, bottom - first + 1);
    return Array.from({ length: rows }, (_, at) => first + at).flatMap((row) => {
      const from = row === top ? left + 1 : left;
      const column = read.find((one) => one >= from);
      return column === undefined || column > right ? [] : [{ row, column, message }];
    });
  });
}
