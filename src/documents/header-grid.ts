import type { HeaderCell } from './official-document.ts';

/** A place in the head's grid; without a `cell` it is covered from the row above. */
export interface Slot {
  readonly start: number;
  readonly columns: number;
  readonly cell?: HeaderCell;
  readonly merge?: 'start' | 'continued';
}

/**
 * A head with spans as full rows: Word wants a cell also where one from above reaches down.
 * Cells fill each row from the left, stepping over what is covered, as in HTML.
 */
export function headerGrid(
  header: readonly (readonly HeaderCell[])[],
  columnCount: number,
): Slot[][] {
  const covered = new Map<number, { columns: number; rows: number }>();
  return header.map((cells) => {
    const row: Slot[] = [];
    const waiting = [...cells];
    for (let start = 0; start < columnCount; ) {
      const slot = reachingDown(covered, start) ?? placed(covered, start, waiting.shift());
      row.push(slot);
      start += slot.columns;
    }
    return row;
  });
}

type Covered = Map<number, { columns: number; rows: number }>;

function reachingDown(covered: Covered, start: number): Slot | undefined {
  const above = covered.get(start);
  if (!above) return undefined;
  if (above.rows === 1) covered.delete(start);
  else covered.set(start, { ...above, rows: above.rows - 1 });
  return { start, columns: above.columns, merge: 'continued' };
}

function placed(covered: Covered, start: number, cell: HeaderCell = { text: '' }): Slot {
  const { columns = 1, rows = 1 } = cell;
  if (rows === 1) return { start, columns, cell };
  covered.set(start, { columns, rows: rows - 1 });
  return { start, columns, cell, merge: 'start' };
}
