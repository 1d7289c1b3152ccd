import { columnLetters, parseAddress } from './cells.ts';
import { withPrefix } from './styles.ts';

/** What to write into the column of reasons. Rows from 1, the column from 0. */
export interface ReasonColumn {
  readonly column: number;
  readonly header: { readonly row: number; readonly text: string };
  readonly reasons: ReadonlyMap<number, string>;
  readonly reasonStyle: number;
  readonly rowStyle: number;
}

const ROW = /<((?:\w+:)?)row(\s[^>]*?)?(?:\/>|>([\s\S]*?)<\/(?:\w+:)?row>)/g;
const CELL = /<(?:\w+:)?c(?:\s[^>]*?)?(?:\/>|>[\s\S]*?<\/(?:\w+:)?c>)/g;
const SHEET_DATA = /<((?:\w+:)?)sheetData(?:\s[^>]*)?(?:\/>|>([\s\S]*?)<\/(?:\w+:)?sheetData>)/;
const AFTER_MERGES =
  /<(?:\w+:)?(conditionalFormatting|dataValidations|hyperlinks|printOptions|pageMargins|pageSetup|headerFooter|rowBreaks|colBreaks|customProperties|cellWatches|ignoredErrors|smartTags|drawing|legacyDrawing|legacyDrawingHF|drawingHF|picture|oleObjects|controls|webPublishItems|tableParts|extLst)[\s/>]|<\/(?:\w+:)?worksheet>/;
const COLUMN_WIDTH = 50;
const LAST_ROW = 1_048_576;

/** The XML of a sheet with the reasons in their column; every other cell stays byte for byte. */
export function patchRows(xml: string, patch: ReasonColumn): string {
  const match = SHEET_DATA.exec(xml);
  if (!match) return xml;
  const prefix = match[1] ?? '';
  const data = `<${prefix}sheetData>${patchData(match[2] ?? '', prefix, patch)}</${prefix}sheetData>`;
  const head = widen(xml.slice(0, match.index), prefix, patch.column);
  const tail = xml.slice(match.index + match[0].length);
  return head + data + addColour(tail, prefix, patch);
}

function patchData(data: string, prefix: string, patch: ReasonColumn): string {
  const texts = new Map(patch.reasons).set(patch.header.row, patch.header.text);
  const pending = [...texts.keys()].sort((left, right) => right - left);
  let number = 0;
  const patched = data.replace(ROW, (_, __: string, attributes = '', cells = '') => {
    number = Number(/\sr="(\d+)"/.exec(attributes)?.[1] ?? number + 1);
    const missing = rowsBefore(number, pending, texts, prefix, patch);
    if (pending.at(-1) === number) pending.pop();
    const text = texts.get(number);
    const row = `<${prefix}row${freeHeight(attributes, text)}>${patchCells(cells, number, text, prefix, patch)}</${prefix}row>`;
    return missing + row;
  });
  return patched + rowsBefore(Number.POSITIVE_INFINITY, pending, texts, prefix, patch);
}

/** Rows with a text to write that are not in the file; `pending` ends with the lowest of them. */
function rowsBefore(
  next: number,
  pending: number[],
  texts: ReadonlyMap<number, string>,
  prefix: string,
  patch: ReasonColumn,
): string {
  let rows = '';
  for (let row = pending.at(-1); row !== undefined && row < next; row = pending.at(-1)) {
    pending.pop();
    const cell = cellOf(row, texts.get(row) ?? '', prefix, patch);
    rows += `<${prefix}row r="${row}">${cell}</${prefix}row>`;
  }
  return rows;
}

function patchCells(
  cells: string,
  row: number,
  text: string | undefined,
  prefix: string,
  patch: ReasonColumn,
): string {
  const added = text === undefined ? '' : cellOf(row, text, prefix, patch);
  const before: string[] = [];
  const after: string[] = [];
  let column = -1;
  for (const [cell] of cells.matchAll(CELL)) {
    const address = /\sr="([A-Z]+\d+)"/.exec(cell.slice(0, cell.indexOf('>')))?.[1];
    column = address ? (parseAddress(address)?.column ?? column + 1) : column + 1;
    if (column !== patch.column) (column < patch.column ? before : after).push(cell);
  }
  return before.join('') + added + after.join('');
}

/** The row may grow with the reason; `spans` is only a hint and would now be wrong. */
function freeHeight(attributes: string, text: string | undefined): string {
  const spanless = attributes.replace(/\sspans="[^"]*"/, '');
  return text === undefined ? spanless : spanless.replace(/\s(ht|customHeight)="[^"]*"/g, '');
}

function cellOf(row: number, text: string, prefix: string, patch: ReasonColumn): string {
  const address = `${columnLetters(patch.column)}${row}`;
  const cell = `<c r="${address}" s="${patch.reasonStyle}" t="inlineStr"><is><t xml:space="preserve">`;
  return `${withPrefix(cell, prefix)}${escapeText(text)}${withPrefix('</t></is></c>', prefix)}`;
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

/** The rule looks at the reason itself: the colour goes when the person clears the cell. */
function addColour(tail: string, prefix: string, patch: ReasonColumn): string {
  const letters = columnLetters(patch.column);
  const first = patch.header.row + 1;
  const formula = `LEN($${letters}${first})&gt;0`;
  if (patch.reasons.size === 0 || tail.includes(formula)) return tail;
  const rule = `<conditionalFormatting sqref="A${first}:${letters}${LAST_ROW}"><cfRule type="expression" dxfId="${patch.rowStyle}" priority="1"><formula>${formula}</formula></cfRule></conditionalFormatting>`;
  // Saved views have page margins of their own, which are not the place.
  const views = tail.lastIndexOf('customSheetViews>') + 1;
  const place = (next: string) => withPrefix(rule, prefix) + next;
  return tail.slice(0, views) + tail.slice(views).replace(AFTER_MERGES, place);
}

/** A wide column for the reasons, unless the file already says how wide it is. */
function widen(head: string, prefix: string, column: number): string {
  const width = withPrefix(
    `<col min="${column + 1}" max="${column + 1}" width="${COLUMN_WIDTH}" customWidth="1"/>`,
    prefix,
  );
  const bare = head.replace(/<(\w+:)?dimension[^>]*?(\/>|>\s*<\/(\w+:)?dimension>)/, '');
  if (!/<(\w+:)?cols[\s>]/.test(bare)) return `${bare}<${prefix}cols>${width}</${prefix}cols>`;
  const highest = Math.max(
    0,
    ...[...bare.matchAll(/\smax="(\d+)"/g)].map(([, max]) => Number(max)),
  );
  return highest > column ? bare : bare.replace(/<\/(\w+:)?cols>/, (end) => width + end);
}
