import { columnLetters, parseAddress } from './cells.ts';
import {
  addressAt,
  endOfElement,
  endOfMark,
  kindOfMark,
  localName,
  nextMark,
  prefixOf,
  standsAt,
} from './marks.ts';
import { shortened } from './shortened.ts';
import { withPrefix } from './styles.ts';

/** What to write into the column of reasons. Rows from 1, the column from 0. */
export interface ReasonColumn {
  readonly column: number;
  /** The file came with this column: what stands in it is old and goes. */
  readonly sentBefore: boolean;
  readonly header: { readonly row: number; readonly text: string };
  readonly reasons: ReadonlyMap<number, string>;
  readonly reasonStyle: number;
  readonly rowStyle: number;
}

/** Longer than this no reason is read in a cell. */
const LONGEST_REASON = 2_000;
const PLAIN = '<c r="';
const [A, Z] = [0x41, 0x5a];

/** A text of the column, and the number of its row. */
export type RowReason = readonly [number: number, text: string | undefined];

/** A row that the file does not have. */
export function newRow([number, text = '']: RowReason, prefix: string, patch: ReasonColumn) {
  const cell = cellOf(number, text, prefix, patch);
  return `<${prefix}row r="${number}">${cell}</${prefix}row>`;
}

/**
 * A row of the file with its text in the column, or with nothing there; every other cell stays
 * byte for byte. `undefined`: nothing changes.
 */
export function patchedRow(
  row: Buffer,
  [number, text]: RowReason,
  patch: ReasonColumn,
): Buffer[] | undefined {
  const prefix = prefixOf(row, 0);
  const cell = text === undefined ? '' : cellOf(number, text, prefix, patch);
  const opened = endOfMark(row, 0);
  if (kindOfMark(row, 0, opened) === 'empty') {
    if (cell === '') return undefined;
    const mark = openMark(row, opened, true).replace(/\s*\/>$/, '>');
    return [Buffer.from(mark, 'latin1'), Buffer.from(`${cell}</${prefix}row>`)];
  }
  const { from, to, leansOn } = placeOf(patch.column, row, opened);
  if (cell === '' && from === to) return undefined;
  const kept = leansOn ? `<${prefix}c r="${columnLetters(patch.column)}${number}"/>` : '';
  return [
    Buffer.from(openMark(row, opened, cell !== ''), 'latin1'),
    row.subarray(opened, from),
    Buffer.from(cell || kept),
    row.subarray(to),
  ];
}

/**
 * Where a column stands in a row: its cell, or the place between two others. `leansOn`: the next
 * cell has no address of its own, it only follows this one, so that one must be there.
 */
function placeOf(column: number, row: Buffer, opened: number) {
  const { cells, end } = cellsIn(row, opened);
  const at = cells.findIndex((cell) => cell.column === column);
  const here = cells[at];
  if (here) return { ...here, leansOn: cells[at + 1]?.addressed === false };
  const place = cells.find((cell) => cell.column > column)?.from ?? end;
  return { from: place, to: place, leansOn: false };
}

interface PlacedCell {
  readonly from: number;
  readonly to: number;
  readonly column: number;
  readonly addressed: boolean;
}

/** The cells of a whole row; `end` is the place behind them. */
function cellsIn(row: Buffer, opened: number) {
  const cells: PlacedCell[] = [];
  let column = -1;
  let at = opened;
  for (;;) {
    const from = nextMark(row, at);
    at = endOfMark(row, from);
    const kind = kindOfMark(row, from, at);
    if (kind === 'aside') continue;
    if (kind === 'close' || !isCell(row, from)) return { cells, end: from };
    const own = plainColumn(row, from) ?? parseAddress(addressAt(row, from, at) ?? '')?.column;
    column = own ?? column + 1;
    if (kind === 'open') at = endOfElement(row, at);
    cells.push({ from, to: at, column, addressed: own !== undefined });
  }
}

function isCell(row: Buffer, at: number): boolean {
  return standsAt(row, at, PLAIN) || localName(row, at) === 'c';
}

/** Of `<c r="AB12"`, as nearly every cell begins, read six times as fast as any other way. */
function plainColumn(row: Buffer, at: number): number | undefined {
  if (!standsAt(row, at, PLAIN)) return undefined;
  let column = 0;
  let place = at + PLAIN.length;
  for (let byte = row[place] ?? 0; byte >= A && byte <= Z; byte = row[++place] ?? 0)
    column = column * 26 + byte - A + 1;
  return column > 0 ? column - 1 : undefined;
}

/** The row may grow with the reason; `spans` is only a hint and would now be wrong. */
function openMark(row: Buffer, opened: number, mayGrow: boolean): string {
  const mark = row.toString('latin1', 0, opened).replace(/\sspans\s*=\s*(?:"[^"]*"|'[^']*')/, '');
  return mayGrow ? mark.replace(/\s(?:ht|customHeight)\s*=\s*(?:"[^"]*"|'[^']*')/g, '') : mark;
}

function cellOf(row: number, text: string, prefix: string, patch: ReasonColumn): string {
  const address = `${columnLetters(patch.column)}${row}`;
  const cell = `<c r="${address}" s="${patch.reasonStyle}" t="inlineStr"><is><t xml:space="preserve">`;
  return `${withPrefix(cell, prefix)}${escapeText(shortened(text, LONGEST_REASON))}${withPrefix('</t></is></c>', prefix)}`;
}

function escapeText(text: string): string {
  return text
    .normalize('NFC')
    .replace(/[^\P{Cc}\n\t]/gu, ' ')
    .replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;');
}
