import type { ReadCell } from './cells.ts';
import { type CellContext, type RawCell, understand } from './rows.ts';
import type { SharedTexts } from './shared-texts.ts';

const SMALL = 10_000;
const MOST_DAYS = 60_000;

export interface StreamContext extends CellContext {
  readonly strings: SharedTexts;
}

/**
 * Makes cells of what a scanner found, by the same `understand` as `readSheet`. Small numbers and
 * days, of which a table repeats few, are made once.
 */
export class CellSource {
  readonly #context: StreamContext;
  readonly #small: ReadCell[] = [];
  readonly #days = new Map<number, ReadCell>();

  constructor(context: StreamContext) {
    this.#context = context;
  }

  shared(index: number): ReadCell {
    return this.#context.strings.cell(index);
  }

  /** A whole number without a formula. */
  whole(style: number, value: number): ReadCell {
    const meaning = this.#context.meanings[style] ?? 'number';
    if (meaning === 'number' && value >= 0 && value < SMALL) {
      this.#small[value] ??= this.#number(style, value);
      return this.#small[value];
    }
    return meaning === 'day' ? this.#day(style, value) : this.#number(style, value);
  }

  other(raw: RawCell): ReadCell {
    return understand(raw, this.#context);
  }

  #day(style: number, value: number): ReadCell {
    const known = this.#days.get(value);
    if (known) return known;
    const cell = this.#number(style, value);
    if (this.#days.size < MOST_DAYS) this.#days.set(value, cell);
    return cell;
  }

  #number(style: number, value: number): ReadCell {
    const raw = { type: 'n', style, value: String(value), inline: '', formula: undefined };
    return understand(raw, this.#context);
  }
}
