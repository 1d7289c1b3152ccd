const MARK = '\uFEFF';

/**
 * The cells of a comma-separated text (RFC 4180): quoted cells may hold commas, line breaks and
 * doubled quotes. Lines end with LF or CRLF; a byte-order mark and empty lines are skipped.
 */
export function parseCsv(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  for (const [, quoted, plain, end] of text.replace(MARK, '').matchAll(CELL)) {
    row.push(quoted === undefined ? (plain ?? '') : quoted.replaceAll('""', '"'));
    if (end === ',') continue;
    if (row.length > 1 || row[0] !== '' || quoted !== undefined) rows.push(row);
    row = [];
    if (end === '') break;
  }
  return rows;
}

/** One cell and what ends it: a comma, a line break, or the end of the text. */
const CELL = /(?:"((?:[^"]|"")*)"|([^,\r\n]*))(,|\r?\n|$)/g;

/** Rows of a comma-separated text under the names of its first line; absent cells are ''. */
export function readCsv(text: string): Record<string, string>[] {
  const [names = [], ...rows] = parseCsv(text);
  return rows.map((row) =>
    Object.fromEntries(names.map((name, place) => [name, row[place] ?? ''])),
  );
}

/**
 * The cells as a text that `parseCsv` reads back, with CRLF line ends as RFC 4180 asks.
 * Does not guard against formulas: prefix such cells first when the reader is a spreadsheet.
 */
export function writeCsv(rows: readonly (readonly string[])[]): string {
  return rows.map((row) => `${row.map(writeCell).join(',')}\r\n`).join('');
}

function writeCell(cell: string, place: number): string {
  // A first cell that is empty is quoted, so that a row of one empty cell is not an empty line.
  const needsQuotes = /[",\r\n\uFEFF]/.test(cell) || (cell === '' && place === 0);
  return needsQuotes ? `"${cell.replaceAll('"', '""')}"` : cell;
}
