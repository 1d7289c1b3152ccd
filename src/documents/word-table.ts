import { headerGrid, type Slot } from './header-grid.ts';
import type { Table, TableRow } from './official-document.ts';
import { tableGrid, tableShape, wordParagraph, wordRun, wordRuns } from './word-xml.ts';

const STYLES = { left: 'CellLeft', center: 'CellCentre', right: 'CellRight' } as const;

/** A table over the whole width `room` (twips), its head repeated on every page. */
export function wordTable(table: Table, room: number): string {
  const widths = columnWidths(table, room);
  const slots = headerGrid(table.header, table.columns.length);
  return [
    table.caption || table.unit ? '' : wordParagraph('Gap', '', '<w:spacing w:before="120"/>'),
    table.caption ? wordParagraph('TableCaption', wordRun(table.caption)) : '',
    table.unit ? wordParagraph('TableUnit', wordRun(table.unit)) : '',
    `<w:tbl><w:tblPr><w:tblStyle w:val="Lined"/>${tableShape(widths)}</w:tblPr>${tableGrid(widths)}`,
    ...slots.map((row) => headerRow(row, widths)),
    ...table.rows.map((row) => bodyRow(row, table, widths)),
    '</w:tbl>',
    wordParagraph('Gap', ''),
  ].join('');
}

/** Shares of the width as twips that add up to it. */
function columnWidths(table: Table, room: number): number[] {
  const shares = table.columns.reduce((sum, column) => sum + column.width, 0);
  let used = 0;
  let share = 0;
  return table.columns.map((column) => {
    share += column.width;
    const width = Math.round((share / shares) * room) - used;
    used += width;
    return width;
  });
}

function headerRow(slots: readonly Slot[], widths: readonly number[]): string {
  const cells = slots.map(({ start, columns, cell, merge }) => {
    const joined = merge ? `<w:vMerge${merge === 'start' ? ' w:val="restart"' : ''}/>` : '';
    const words = cell ? wordRun(cell.text, 'bold') : '';
    return wordCell(start, columns, widths, joined, wordParagraph('CellCentre', words));
  });
  return `<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>${cells.join('')}</w:tr>`;
}

/** A group row names the rows under it, so it never ends a page. */
function bodyRow(row: TableRow, table: Table, widths: readonly number[]): string {
  const face = row.style ? 'bold' : 'plain';
  const keep = row.style === 'group' ? '<w:keepNext/>' : '';
  let start = 0;
  let cells = '';
  for (const { columns = 1, runs } of row.cells) {
    const align = row.style === 'group' ? 'left' : (table.columns[start]?.align ?? 'left');
    const content = wordParagraph(STYLES[align], wordRuns(runs, face), keep);
    cells += wordCell(start, columns, widths, '', content);
    start += columns;
  }
  return `<w:tr><w:trPr><w:cantSplit/></w:trPr>${cells}</w:tr>`;
}

function wordCell(
  start: number,
  columns: number,
  widths: readonly number[],
  merge: string,
  content: string,
): string {
  let width = 0;
  for (let at = start; at < start + columns; at++) width += widths[at] ?? 0;
  const span = columns > 1 ? `<w:gridSpan w:val="${columns}"/>` : '';
  return `<w:tc><w:tcPr><w:tcW w:w="${width}" w:type="dxa"/>${span}${merge}</w:tcPr>${content}</w:tc>`;
}
