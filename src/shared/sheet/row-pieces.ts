import type { CellSource } from './cell-source.ts';
import type { ReadRow } from './cells.ts';
import type { PageTaker } from './page.ts';
import { RowScanner } from './row-scanner.ts';
import { Unread } from './unread.ts';
import { xmlParser } from './xml.ts';

const ROW = Buffer.from('<row');
const ROW_END = Buffer.from('</row>');
const TABLE = /<sheetData\s*>/;
const TABLE_END = Buffer.from('</sheetData>');
/** The frame of a sheet before its rows is short; in one that is not, everything is read as XML. */
const LONGEST_HEAD = 1024 * 1024;
/** A row longer than this is none that we know. */
const LONGEST_ROW = 4 * 1024 * 1024;

type Zone = 'head' | 'rows' | 'xml';

/**
 * Takes the bytes of a sheet piece by piece: the rows go to the scanner, and whatever else there
 * is (the frame before and behind, rows of another shape, a sheet with prefixes) to an XML reader,
 * which so sees a whole document. Both hand their rows to the same taker, in the order of the file.
 */
export class RowPieces {
  readonly #taker: PageTaker;
  readonly #scanner: RowScanner;
  readonly #parser;
  readonly #decoder = new TextDecoder('utf-8', { fatal: true });
  #zone: Zone = 'head';
  readonly #unread = new Unread();

  constructor(taker: PageTaker, source: CellSource) {
    this.#taker = taker;
    this.#scanner = new RowScanner(source);
    this.#parser = xmlParser({
      open: (name, attributes) => taker.open(name, attributes),
      text: (text) => taker.take(text),
      close: (name) => taker.close(name),
    });
  }

  take(piece: Uint8Array): void {
    if (this.#zone === 'xml') {
      this.#readXml(piece);
      return;
    }
    const bytes = this.#unread.join(piece);
    const read = this.#zone === 'head' ? this.#head(bytes) : this.#rows(bytes, 0);
    this.#unread.drop(read);
  }

  /** Nothing follows. Throws when the document is not whole. */
  end(): void {
    this.#readXml(this.#unread.bytes);
    this.#parser.write(this.#decoder.decode()).close();
  }

  #head(bytes: Buffer): number {
    const table = TABLE.exec(bytes.toString('latin1', 0, LONGEST_HEAD));
    if (!table && bytes.length < LONGEST_HEAD) return 0;
    if (!table) {
      this.#zone = 'xml';
      this.#readXml(bytes);
      return bytes.length;
    }
    this.#zone = 'rows';
    const begin = table.index + table[0].length;
    this.#readXml(bytes.subarray(0, begin));
    return this.#rows(bytes, begin);
  }

  /** Reads all rows that are whole; gives the place of the first byte not read. */
  #rows(bytes: Buffer, from: number): number {
    const lastEnd = bytes.lastIndexOf(ROW_END);
    let at = from;
    for (;;) {
      const row = this.#rowFrom(bytes, at);
      if (row < 0) return this.#noRow(bytes, at);
      if (row > at) this.#between(bytes.subarray(at, row));
      const after = row < lastEnd ? this.#row(bytes, row) : this.#emptyRow(bytes, row);
      if (after === 0) return this.#cut(bytes, row);
      at = after;
    }
  }

  #rowFrom(bytes: Buffer, at: number): number {
    return isAt(bytes, at, ROW) ? at : bytes.indexOf(ROW, at);
  }

  /** A row that ends in these bytes: as scanned, else as XML. */
  #row(bytes: Buffer, at: number): number {
    const scanned = this.#scanner.scan(bytes, at);
    if (scanned) {
      const { number, hidden, cells } = scanned;
      const row: ReadRow = { number: number || this.#taker.nextNumber, cells };
      this.#taker.passRow(row);
      if (cells.length > 0) this.#taker.rows.push(hidden ? { ...row, hidden: true } : row);
      return this.#scanner.end;
    }
    const end = bytes.indexOf(ROW_END, at) + ROW_END.length;
    this.#readXml(bytes.subarray(at, end));
    return end;
  }

  /** Behind the last whole row: `<row r="9"/>`, or a row that goes on in the next piece (0). */
  #emptyRow(bytes: Buffer, at: number): number {
    const close = bytes.indexOf('>', at);
    return close > 0 && bytes[close - 1] === 0x2f ? this.#row(bytes, at) : 0;
  }

  /** The beginning of a row that goes on; one that never ends is read as XML. */
  #cut(bytes: Buffer, at: number): number {
    if (bytes.length - at < LONGEST_ROW) return at;
    this.#zone = 'xml';
    this.#readXml(bytes.subarray(at));
    return bytes.length;
  }

  /** No row follows in these bytes: the end of the table, or the beginning of a mark. */
  #noRow(bytes: Buffer, at: number): number {
    if (bytes.indexOf(TABLE_END, at) < 0) {
      const mark = bytes.lastIndexOf('<');
      return mark < at ? bytes.length : this.#cut(bytes, mark);
    }
    this.#zone = 'xml';
    this.#readXml(bytes.subarray(at));
    return bytes.length;
  }

  /** Blanks between rows mean nothing; anything else is for the XML reader. */
  #between(bytes: Buffer): void {
    if (bytes.some((byte) => byte > 0x20)) this.#readXml(bytes);
  }

  #readXml(bytes: Uint8Array): void {
    this.#parser.write(this.#decoder.decode(bytes, { stream: true }));
  }
}

function isAt(bytes: Uint8Array, at: number, sign: Uint8Array): boolean {
  for (let offset = 0; offset < sign.length; offset++)
    if (bytes[at + offset] !== sign[offset]) return false;
  return true;
}
