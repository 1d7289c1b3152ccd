import { detectDelimiter, parseCsv } from 'hucre/csv';
import { Problem } from '../problem.ts';
import {
  type ReadBook,
  type ReadRow,
  SHEET_LIMITS,
  type SheetLimits,
  textCell,
  tooLarge,
} from './cells.ts';
import { looksOldOffice, looksZipped, readSheet } from './read.ts';

const MEGABYTE = 1024 * 1024;
const CSV_KIND = 'CSV (UTF-8)';

/**
 * The cells of an uploaded table: .xlsx, or CSV/TSV text (UTF-8, or UTF-16 with its mark;
 * comma, semicolon or tab). `name` is the file name: its ending must agree with the content.
 * All cells of a CSV are texts, as typed. Problems as in `readSheet`, and `fileEmpty`.
 */
export async function readTable(
  name: string,
  bytes: Uint8Array,
  limits: Partial<SheetLimits> = {},
): Promise<ReadBook> {
  if (bytes.length === 0) throw new Problem('fileEmpty');
  const isText = /\.(csv|tsv|tab|txt)$/i.test(name);
  if (!isText) return readSheet(bytes, limits);
  const title = name.replace(/\.[^.]*$/, '').normalize('NFC');
  return readDelimited(title, bytes, { ...SHEET_LIMITS, ...limits });
}

/** A CSV/TSV text as a book of one sheet called `title`. */
export function readDelimited(title: string, bytes: Uint8Array, limits: SheetLimits): ReadBook {
  if (bytes.length > limits.inflatedBytes) {
    throw tooLarge(Math.round(limits.inflatedBytes / MEGABYTE), 'MB');
  }
  const { text, delimiter } = splitSeparatorLine(decodeText(bytes));
  const lines = text === '' ? [] : parseCsv(text, { delimiter, maxRows: limits.rows + 1 });
  if (lines.length > limits.rows) throw tooLarge(limits.rows, 'dòng');
  const rows = lines.flatMap((line, index) => readLine(line, index + 1, limits));
  return { sheets: [{ name: title, hidden: false, hiddenColumns: [], merges: [], rows }] };
}

function readLine(line: readonly unknown[], number: number, limits: SheetLimits): ReadRow[] {
  const cells = line.map((field) => textCell(String(field ?? '')));
  while (cells.at(-1)?.kind === 'empty') cells.pop();
  if (cells.length > limits.columns) throw tooLarge(limits.columns, 'cột');
  return cells.length === 0 ? [] : [{ number, cells }];
}

function decodeText(bytes: Uint8Array): string {
  if (looksZipped(bytes) || looksOldOffice(bytes)) throw notCsv();
  try {
    const text = new TextDecoder(encodingOf(bytes), { fatal: true }).decode(bytes);
    if (text.includes('\0')) throw notCsv();
    return text;
  } catch {
    throw notCsv();
  }
}

/** Excel's "Unicode Text" is UTF-16 with a mark; all else must be UTF-8. */
function encodingOf([first, second]: Uint8Array): string {
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  return first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8';
}

/** Excel writes and obeys a first line `sep=;`. */
function splitSeparatorLine(text: string): { text: string; delimiter: string } {
  const match = /^sep=(.)\r?\n/i.exec(text);
  if (match?.[1]) return { text: text.slice(match[0].length), delimiter: match[1] };
  return { text, delimiter: text === '' ? ',' : detectDelimiter(text) };
}

function notCsv(): Problem {
  return new Problem('fileNotWhatItSays', { kind: CSV_KIND });
}
