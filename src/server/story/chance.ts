/** Chance that is the same in every run: each name begins a row of numbers of its own. */
export interface Chance {
  /** From 0 to just under 1. */
  next(): number;
  /** A whole number from `from` to `to`, both included. */
  between(from: number, to: number): number;
  pick<T>(list: readonly T[]): T;
  /** `count` different ones, fewer when the list is shorter. */
  some<T>(list: readonly T[], count: number): T[];
}

/** The chance that belongs to these words, such as `2023:UBND.D.105:inspections`. */
export function chanceOf(words: string): Chance {
  let state = hash(words);
  const next = () => {
    // mulberry32: small, even enough for a story, and the same on every machine.
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const between = (from: number, to: number) => from + Math.floor(next() * (to - from + 1));
  return {
    next,
    between,
    pick: (list) => pick(list, next),
    some: (list, n) => some(list, n, next),
  };
}

/** FNV-1a over the words. */
function hash(words: string): number {
  let value = 0x811c9dc5;
  for (const letter of words) value = Math.imul(value ^ (letter.codePointAt(0) ?? 0), 0x01000193);
  return value;
}

function pick<T>(list: readonly T[], next: () => number): T {
  const chosen = list[Math.floor(next() * list.length)];
  if (chosen === undefined) throw new RangeError('nothing to choose from');
  return chosen;
}

function some<T>(list: readonly T[], count: number, next: () => number): T[] {
  const left = [...list];
  const chosen: T[] = [];
  while (chosen.length < count && left.length > 0)
    chosen.push(...left.splice(Math.floor(next() * left.length), 1));
  return chosen;
}
