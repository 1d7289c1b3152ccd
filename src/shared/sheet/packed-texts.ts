const A_CHUNK = 1 << 20;
const FIRST_TEXTS = 1 << 12;

/**
 * Texts by their number, packed: their bytes in chunks and where each begins, a sixth of what as many
 * strings would take, and nothing that the collector has to look through.
 */
export class PackedTexts {
  readonly #chunks: Buffer[] = [];
  /** The place of each text: its chunk times the size of one, and where it begins in there. */
  #starts = new Uint32Array(FIRST_TEXTS);
  #count = 0;
  #chunk = Buffer.alloc(0);
  #filled = 0;
  readonly #ends: number[] = [];

  get count(): number {
    return this.#count;
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
    if (index < 0 || index >= this.#count) return undefined;
    const start = this.#starts[index] ?? 0;
    const number = Math.floor(start / A_CHUNK);
    const next = index + 1 < this.#count ? (this.#starts[index + 1] ?? 0) : -1;
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
    if (this.#count === this.#starts.length) {
      const longer = new Uint32Array(2 * this.#count);
      longer.set(this.#starts);
      this.#starts = longer;
    }
    this.#starts[this.#count++] = (this.#chunks.length - 1) * A_CHUNK + this.#filled;
  }
}
