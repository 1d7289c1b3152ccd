import { notExcel, tooLarge } from './cells.ts';
import {
  addressAt,
  depthOf,
  endOfElement,
  endOfMark,
  kindOfMark,
  localName,
  type MarkKind,
  nextMark,
  prefixOf,
} from './marks.ts';
import { newRow, patchedRow, type ReasonColumn } from './reason-cells.ts';
import { BEFORE_RULE, colourRule, columnWidth, lastWidth, ruleFormula } from './reason-look.ts';
import { withPrefix } from './styles.ts';
import { Unread } from './unread.ts';

const MEGABYTE = 1024 * 1024;
/** A row, a mark or a rule longer than this is none that any program writes. */
const LONGEST = 8 * MEGABYTE;

/**
 * The XML of a sheet with the reasons in their column, as it streams: what does not change goes
 * through byte for byte. Only one row or rule at a time is held; where it is too long,
 * `fileTooLarge` is thrown, and `fileNotWhatItSays` where the sheet is cut.
 */
export async function* patchedPieces(
  pieces: AsyncIterable<{ readonly bytes: Uint8Array }>,
  patch: ReasonColumn,
): AsyncGenerator<Buffer> {
  const sheet = new SheetPatch(patch);
  const unread = new Unread();
  let wanted = 0;
  for await (const { bytes } of pieces) {
    const joined = unread.join(bytes);
    // What goes on and on is looked at again only when there is twice as much of it.
    if (joined.length < wanted) continue;
    const read = sheet.read(joined);
    if (joined.length - read > LONGEST) throw tooLarge(LONGEST / MEGABYTE, 'MB');
    const out = sheet.written();
    if (out.length > 0) yield out;
    unread.drop(read);
    wanted = 2 * (joined.length - read);
  }
  const rest = unread.bytes;
  if (sheet.read(rest) < rest.length || !sheet.ended) throw notExcel();
  yield sheet.written();
}

class SheetPatch {
  readonly #patch: ReasonColumn;
  readonly #texts: ReadonlyMap<number, string>;
  /** Rows with a text that were not met yet, the lowest at the end. */
  readonly #pending: number[];
  readonly #formula: string;
  readonly #out: Buffer[] = [];
  #bytes: Buffer = Buffer.alloc(0);
  /** Up to here all bytes have gone out. */
  #passed = 0;
  #zone: 'head' | 'rows' | 'tail' = 'head';
  #depth = 0;
  #prefix = '';
  #hasWidths = false;
  #hasRule: boolean;
  #number = 0;

  constructor(patch: ReasonColumn) {
    this.#patch = patch;
    this.#texts = new Map(patch.reasons).set(patch.header.row, patch.header.text);
    this.#pending = [...this.#texts.keys()].sort((left, right) => right - left);
    this.#formula = ruleFormula(patch);
    this.#hasRule = patch.reasons.size === 0;
  }

  get ended(): boolean {
    return this.#depth === 0 && this.#zone !== 'rows';
  }

  /** What has been written since it was last asked for. */
  written(): Buffer {
    return Buffer.concat(this.#out.splice(0));
  }

  /** Reads all that is whole; gives the place of the first byte not read. */
  read(bytes: Buffer): number {
    this.#bytes = bytes;
    this.#passed = 0;
    let at = 0;
    for (let mark = nextMark(bytes, 0); mark >= 0; mark = nextMark(bytes, at)) {
      const end = this.#readMark(mark);
      if (end === 0) {
        this.#replace(mark, mark);
        return mark;
      }
      at = end;
    }
    this.#replace(bytes.length, bytes.length);
    return bytes.length;
  }

  /** Everything before goes out as it is, then the new instead of the bytes between. */
  #replace(from: number, to: number, ...instead: readonly (Buffer | string)[]): void {
    if (from > this.#passed) this.#out.push(this.#bytes.subarray(this.#passed, from));
    for (const one of instead) this.#out.push(typeof one === 'string' ? Buffer.from(one) : one);
    this.#passed = to;
  }

  #insert(at: number, xml: string): void {
    if (xml !== '') this.#replace(at, at, xml);
  }

  /** Gives the place behind what was read; 0 when it goes on beyond these bytes. */
  #readMark(at: number): number {
    const end = endOfMark(this.#bytes, at);
    if (end === 0) return 0;
    const kind = kindOfMark(this.#bytes, at, end);
    if (kind === 'aside') return end;
    if (this.#zone === 'rows') return this.#inTable(at, end, kind);
    if (this.#depth === 1) return this.#inSheet(at, end, kind);
    this.#depth += depthOf(kind);
    return end;
  }

  #inSheet(at: number, end: number, kind: MarkKind): number {
    const name = localName(this.#bytes, at);
    if (this.#zone === 'tail') {
      if (!this.#hasRule && !BEFORE_RULE.has(name)) this.#addRule(at);
      if (name === 'conditionalFormatting') return this.#seeRule(at, end, kind);
    } else if (name === 'sheetData') return this.#openTable(at, end, kind);
    else if (name === 'cols') return this.#widen(at, end, kind);
    else if (name === 'dimension') return this.#dropDimension(at, end, kind);
    this.#depth += depthOf(kind);
    return end;
  }

  #endOf(end: number, kind: MarkKind): number {
    return kind === 'open' ? endOfElement(this.#bytes, end) : end;
  }

  /** It says how far the cells reach, and would now be wrong; it need not be there. */
  #dropDimension(at: number, end: number, kind: MarkKind): number {
    const after = this.#endOf(end, kind);
    if (after > 0) this.#replace(at, after);
    return after;
  }

  /** A wide column for the reasons, unless the file already says how wide it is. */
  #widen(at: number, end: number, kind: MarkKind): number {
    const after = this.#endOf(end, kind);
    if (after === 0) return 0;
    const widths = this.#bytes.toString('latin1', at, after);
    const last = lastWidth(widths);
    this.#hasWidths = last > 0;
    // Instead of an empty list a new one comes before the table.
    if (last === 0) this.#replace(at, after);
    else if (last <= this.#patch.column) {
      const close = at + widths.lastIndexOf('</');
      this.#insert(close, withPrefix(columnWidth(this.#patch), prefixOf(this.#bytes, at)));
    }
    return after;
  }

  #openTable(at: number, end: number, kind: MarkKind): number {
    this.#prefix = prefixOf(this.#bytes, at);
    const widths = `<cols>${columnWidth(this.#patch)}</cols>`;
    if (!this.#hasWidths) this.#insert(at, withPrefix(widths, this.#prefix));
    this.#zone = kind === 'open' ? 'rows' : 'tail';
    if (kind === 'open') return end;
    const mark = this.#bytes.toString('latin1', at, end).replace(/\s*\/>$/, '>');
    const rows = this.#rowsBefore(Number.POSITIVE_INFINITY);
    this.#replace(at, end, Buffer.from(mark, 'latin1'), `${rows}</${this.#prefix}sheetData>`);
    return end;
  }

  #inTable(at: number, end: number, kind: MarkKind): number {
    const name = localName(this.#bytes, at);
    if (kind === 'close' && name === 'sheetData') {
      this.#insert(at, this.#rowsBefore(Number.POSITIVE_INFINITY));
      this.#zone = 'tail';
      return end;
    }
    return name === 'row' && kind !== 'close' ? this.#row(at, end, kind) : end;
  }

  #row(at: number, end: number, kind: MarkKind): number {
    const after = this.#endOf(end, kind);
    if (after === 0) return 0;
    this.#number = Number(addressAt(this.#bytes, at, end)) || this.#number + 1;
    this.#insert(at, this.#rowsBefore(this.#number));
    if (this.#pending.at(-1) === this.#number) this.#pending.pop();
    const text = this.#texts.get(this.#number);
    if (text === undefined && !this.#patch.sentBefore) return after;
    const row = this.#bytes.subarray(at, after);
    const patched = patchedRow(row, [this.#number, text], this.#patch);
    if (patched) this.#replace(at, after, ...patched);
    return after;
  }

  /** Rows with a text that the file does not have, up to the next that it has. */
  #rowsBefore(next: number): string {
    let rows = '';
    while ((this.#pending.at(-1) ?? next) < next) {
      const row = this.#pending.pop() ?? next;
      rows += newRow([row, this.#texts.get(row)], this.#prefix, this.#patch);
    }
    return rows;
  }

  /** The rule of a file that was sent before need not be added again. */
  #seeRule(at: number, end: number, kind: MarkKind): number {
    const after = this.#endOf(end, kind);
    if (this.#bytes.subarray(at, after).includes(this.#formula)) this.#hasRule = true;
    return after;
  }

  #addRule(at: number): void {
    this.#insert(at, withPrefix(colourRule(this.#patch), this.#prefix));
    this.#hasRule = true;
  }
}
