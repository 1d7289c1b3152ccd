import { NumberList } from '../../shared/number-list.ts';
import { PackedTexts } from '../../shared/sheet/packed-texts.ts';

const GROW_AT = 0.6;
const FREE = 0;

/**
 * The places of households by what tells them apart, mostly their codes: an open table of numbers
 * over packed texts. As a Map a hundred thousand of them are copied again and again by the collector.
 */
export class PlaceBook {
  readonly #keys = new PackedTexts();
  /** Which text stands in a slot, from 1. */
  #slots = new Int32Array(1 << 12);
  /** By the number of the text. */
  readonly #places = new NumberList();
  /** Rows of one household follow each other. */
  #last = { key: '', place: undefined as number | undefined };

  /** Where a key was met first. */
  find(key: string): number | undefined {
    if (key === this.#last.key) return this.#last.place;
    const number = this.#slots[this.#slot(key)] ?? FREE;
    const place = number === FREE ? undefined : this.#places.at(number - 1);
    this.#last = { key, place };
    return place;
  }

  /** Notes a key that is not in the book. */
  add(key: string, place: number): void {
    if (this.#keys.count > this.#slots.length * GROW_AT) this.#grow();
    this.#slots[this.#slot(key)] = this.#keys.count + 1;
    this.#places.push(place);
    this.#keys.add(key);
    this.#last = { key, place };
  }

  #slot(key: string): number {
    const mask = this.#slots.length - 1;
    let slot = hashOf(key) & mask;
    for (let number = this.#slots[slot]; number; number = this.#slots[slot]) {
      if (this.#keys.at(number - 1) === key) return slot;
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  #grow(): void {
    this.#slots = new Int32Array(2 * this.#slots.length);
    for (let number = 1; number <= this.#keys.count; number++)
      this.#slots[this.#slot(this.#keys.at(number - 1) ?? '')] = number;
  }
}

/** FNV-1a. */
function hashOf(key: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < key.length; at++) hash = Math.imul(hash ^ key.charCodeAt(at), 0x01000193);
  return hash >>> 0;
}
