/** Where a citizen number was met first. */
export interface NumberEntry {
  /** Place of the household among those of the file. */
  readonly place: number;
  readonly row: number;
  /** It stands on the sheet of members; else it is the head's on the sheet of households. */
  readonly listed: boolean;
}

const NINE_DIGITS = 10 ** 12;
const GROW_AT = 0.6;

/**
 * Citizen numbers of half a million people by number, in 16 bytes each: a Map would take 80. An
 * open table of numbers; places and rows lie beside it.
 */
export class NumberBook {
  #keys = new Float64Array(1 << 12);
  #places = new Int32Array(1 << 12);
  /** Negative: on the sheet of households. */
  #rows = new Int32Array(1 << 12);
  #count = 0;

  /** Where the number was met before; if nowhere, it is now. */
  meet(digits: string, entry: NumberEntry): NumberEntry | undefined {
    if (this.#count > this.#keys.length * GROW_AT) this.#grow();
    const key = keyOf(digits);
    const slot = this.#slot(key);
    if (this.#keys[slot] === key) return this.#entry(slot);
    this.#keys[slot] = key;
    this.#count++;
    this.#write(slot, entry);
    return undefined;
  }

  /** The same person was met again: from now on the number is the one of this row. */
  replace(digits: string, entry: NumberEntry): void {
    this.#write(this.#slot(keyOf(digits)), entry);
  }

  #entry(slot: number): NumberEntry {
    const row = this.#rows[slot] ?? 0;
    return { place: this.#places[slot] ?? 0, row: Math.abs(row), listed: row > 0 };
  }

  #write(slot: number, { place, row, listed }: NumberEntry): void {
    this.#places[slot] = place;
    this.#rows[slot] = listed ? row : -row;
  }

  #slot(key: number): number {
    const mask = this.#keys.length - 1;
    let slot = Math.imul(key % 4_294_967_291, 0x9e3779b1) & mask;
    while (this.#keys[slot] !== 0 && this.#keys[slot] !== key) slot = (slot + 1) & mask;
    return slot;
  }

  #grow(): void {
    const [keys, places, rows] = [this.#keys, this.#places, this.#rows];
    this.#keys = new Float64Array(2 * keys.length);
    this.#places = new Int32Array(2 * keys.length);
    this.#rows = new Int32Array(2 * keys.length);
    for (let old = 0; old < keys.length; old++) {
      const key = keys[old] ?? 0;
      if (key === 0) continue;
      const slot = this.#slot(key);
      this.#keys[slot] = key;
      this.#places[slot] = places[old] ?? 0;
      this.#rows[slot] = rows[old] ?? 0;
    }
  }
}

/** Nine digits and twelve digits are numbers of two kinds; nought would be an empty slot. */
function keyOf(digits: string): number {
  return Number(digits) + 1 + (digits.length === 9 ? NINE_DIGITS : 0);
}
