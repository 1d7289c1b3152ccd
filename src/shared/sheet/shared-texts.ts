import { EMPTY_CELL, type ReadCell, textCell } from './cells.ts';

/** Texts met again and again (`x`, `Nam`, names of villages) come first in the table. */
const ALWAYS_AT_HAND = 4_096;
const LATELY = 16_384;

/**
 * The shared texts of a workbook, packed: all bytes in one piece and where each text ends, a
 * sixth of what as many strings would take. The first ones and those met lately are kept as cells.
 */
export class SharedTexts {
  #bytes = Buffer.allocUnsafe(1 << 16);
  #ends = new Uint32Array(1 << 12);
  #length = 0;
  #count = 0;
  readonly #first: ReadCell[] = [];
  readonly #lately: (ReadCell | undefined)[] = new Array(LATELY);
  readonly #latelyAt = new Int32Array(LATELY).fill(-1);

  get count(): number {
    return this.#count;
  }

  /** Adds a text in NFC. */
  add(text: string): void {
    this.#room(Buffer.byteLength(text));
    this.#length += this.#bytes.write(text, this.#length);
    this.#end();
  }

  /** Adds a text out of some bytes, of ASCII and so in NFC already. */
  addBytes(bytes: Buffer, from: number, to: number): void {
    this.#room(to - from);
    this.#length += bytes.copy(this.#bytes, this.#length, from, to);
    this.#end();
  }

  at(index: number): string | undefined {
    return index >= 0 && index < this.#count ? this.#text(index) : undefined;
  }

  /** The text as a cell; a place that the table does not have is an empty one. */
  cell(index: number): ReadCell {
    if (index >= this.#count) return EMPTY_CELL;
    if (index < ALWAYS_AT_HAND) {
      this.#first[index] ??= textCell(this.#text(index));
      return this.#first[index];
    }
    const slot = index % LATELY;
    const lately = this.#lately[slot];
    if (lately && this.#latelyAt[slot] === index) return lately;
    const cell = textCell(this.#text(index));
    this.#lately[slot] = cell;
    this.#latelyAt[slot] = index;
    return cell;
  }

  #text(index: number): string {
    const start = index === 0 ? 0 : (this.#ends[index - 1] ?? 0);
    return this.#bytes.toString('utf8', start, this.#ends[index]);
  }

  #room(more: number): void {
    if (this.#length + more > this.#bytes.length) {
      const larger = Buffer.allocUnsafe(2 * this.#bytes.length + more);
      this.#bytes.copy(larger, 0, 0, this.#length);
      this.#bytes = larger;
    }
    if (this.#count < this.#ends.length) return;
    const longer = new Uint32Array(2 * this.#ends.length);
    longer.set(this.#ends);
    this.#ends = longer;
  }

  #end(): void {
    this.#ends[this.#count++] = this.#length;
  }
}
