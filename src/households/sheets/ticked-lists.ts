/** More combinations than any file has; beyond them a list is made anew. */
const MOST_KEPT = 10_000;

/**
 * The lists of keys that rows tick. Each combination is made once: rows repeat few of them, and two
 * lists a household were a third of what a batch holds.
 */
export class TickedLists {
  readonly #keys: readonly string[];
  readonly #lists = new Map<number, readonly string[]>();

  constructor(keys: readonly string[]) {
    this.#keys = keys;
  }

  /** `ticks`: the sum of `tickOf` of the places that are ticked. */
  list(ticks: number): readonly string[] {
    const known = this.#lists.get(ticks);
    if (known) return known;
    const list = this.#keys.filter((_, place) => Math.floor(ticks / tickOf(place)) % 2 === 1);
    if (this.#lists.size < MOST_KEPT) this.#lists.set(ticks, list);
    return list;
  }
}

export function tickOf(place: number): number {
  return 2 ** place;
}
