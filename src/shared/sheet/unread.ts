const FIRST_ROOM = 512 * 1024;

/** The bytes of a stream that are not read yet: one piece of memory for the whole of it. */
export class Unread {
  #room = Buffer.allocUnsafe(FIRST_ROOM);
  #length = 0;

  /** All that is not read yet, good until the next call. */
  get bytes(): Buffer {
    return this.#room.subarray(0, this.#length);
  }

  /** The same with a piece that came. */
  join(piece: Uint8Array): Buffer {
    const length = this.#length + piece.length;
    if (length > this.#room.length) {
      const larger = Buffer.allocUnsafe(2 * length);
      this.#room.copy(larger, 0, 0, this.#length);
      this.#room = larger;
    }
    this.#room.set(piece, this.#length);
    this.#length = length;
    return this.bytes;
  }

  /** The first bytes have been read. */
  drop(count: number): void {
    this.#room.copyWithin(0, count, this.#length);
    this.#length -= count;
  }
}
