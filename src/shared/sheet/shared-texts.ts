import { EMPTY_CELL, normalCell, type ReadCell, soundText } from './cells.ts';
import { PackedTexts } from './packed-texts.ts';

/** Texts met again and again (`x`, `Nam`, names of villages) come first in the table. */
const ALWAYS_AT_HAND = 4_096;
const LATELY = 1_024;

/**
 * The shared texts of a workbook, packed, in NFC. The first ones and those met twice lately are kept
 * as cells: the number of a person is met once, and kept it would only fill the collector's old space.
 */
export class SharedTexts extends PackedTexts {
  readonly #first: ReadCell[] = [];
  readonly #lately: (ReadCell | undefined)[] = new Array(LATELY);
  readonly #latelyAt = new Int32Array(LATELY).fill(-1);

  override add(text: string): void {
    super.add(soundText(text));
  }

  /** The text as a cell; a place that the table does not have is an empty one. */
  cell(index: number): ReadCell {
    if (index >= this.count) return EMPTY_CELL;
    if (index < ALWAYS_AT_HAND) {
      this.#first[index] ??= this.#cell(index);
      return this.#first[index];
    }
    const slot = index % LATELY;
    if (this.#latelyAt[slot] === index) {
      this.#lately[slot] ??= this.#cell(index);
      return this.#lately[slot];
    }
    this.#latelyAt[slot] = index;
    this.#lately[slot] = undefined;
    return this.#cell(index);
  }

  #cell(index: number): ReadCell {
    return normalCell(this.at(index) ?? '');
  }
}
