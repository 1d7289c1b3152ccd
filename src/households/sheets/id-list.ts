import { writeNewId } from '../../shared/identity.ts';

/** Sixteen bytes of an id, and before them whether there is one. */
const ROOM_EACH = 17;
const FIRST_ROOM = ROOM_EACH << 12;

/** Ids by place, as bytes: as texts a hundred thousand weigh six times as much. */
export class IdList {
  #bytes = Buffer.alloc(FIRST_ROOM);
  /** The place asked for last: rows of one household follow each other. */
  #place = -1;
  #id: Uint8Array = new Uint8Array();

  /** Gives a place the id of a known household, or a new one. */
  set(place: number, known: string | undefined): void {
    const at = place * ROOM_EACH;
    while (at >= this.#bytes.length)
      this.#bytes = Buffer.concat([this.#bytes, Buffer.alloc(this.#bytes.length)]);
    this.#place = -1;
    this.#bytes[at] = 1;
    if (known) this.#bytes.write(known.replaceAll('-', ''), at + 1, 'hex');
    else writeNewId(this.#bytes, at + 1);
  }

  has(place: number): boolean {
    return this.#bytes[place * ROOM_EACH] === 1;
  }

  /** Good until the next is set. */
  at(place: number): Uint8Array {
    if (place !== this.#place) {
      this.#place = place;
      this.#id = this.#bytes.subarray(place * ROOM_EACH + 1, (place + 1) * ROOM_EACH);
    }
    return this.#id;
  }
}
