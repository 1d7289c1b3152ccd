import { NumberList } from '../number-list.ts';

const A_CHUNK = 1 << 20;

/**
 * Texts by their number, packed: their bytes in chunks and where each begins, a sixth of what as many
 * strings would take, and nothing that the collector has to look through.
 */
export class PackedTexts {
  readonly #chunks: Buffer[] = [];
  /** The place of each text: its chunk times the size of one, and where it begins in there. */
  readonly #starts = new NumberList();
  #chunk = Buffer.alloc(0);
  #filled = 0;
  readonly #ends: number[] = [];

  get count(): number {
    return this.#starts.count;
  }

  add(text: string): void {
    this.#begin(3 * text.length);
    this.#filled += this.#chunk.write(text, this.#filled);
  }

  /** Adds a text out of some bytes. */
  addBytes(bytes: Buffer, from: number, to: number): void {
    this.#begin(to - from);
    this.#filled += bytes.copy(this.#chunk, this.#filled, from, to);
  }

  at(index: number): string | undefined {
    if (index < 0 || index >= this.count) return undefined;
    const start = this.#starts.at(index);
    const number = Math.floor(start / A_CHUNK);
    const next = index + 1 < this.count ? this.#starts.at(index + 1) : -1;
    const end =
      Math.floor(next / A_CHUNK) === number ? next % A_CHUNK : (this.#ends[number] ?? this.#filled);
    return this.#chunks[number]?.toString('utf8', start % A_CHUNK, end);
  }

  /** Notes where the next text begins, of at most so many bytes: none is cut in two. */
  #begin(most: number): void {
    // A chunk made for one long text takes no other that would begin beyond the size of a chunk.
    if (this.#filled + most > this.#chunk.length || this.#filled >= A_CHUNK) {
      if (this.#chunks.length > 0) this.#ends.push(this.#filled);
      this.#chunk = Buffer.allocUnsafeSlow(Math.max(A_CHUNK, most));
      this.#chunks.push(this.#chunk);
      this.#filled = 0;
    }
    this.#starts.push((this.#chunks.length - 1) * A_CHUNK + this.#filled);
  }
}
