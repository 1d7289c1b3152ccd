import { type CountTable, isSmall, type Mark, type Marks } from './count-table.ts';
import { type Network, networkOf, type OtherWorld, otherWorld, worldOf } from './other-world.ts';

/** That a small count may be another number: what else would then differ, by key. */
interface Doubt {
  readonly key: string;
  readonly number: number;
  readonly changes: ReadonlyMap<string, number>;
}

/** What stands: how counts are printed, and the proof that this leaves each small one in doubt. */
export interface Standing {
  readonly marks: Marks;
  /** For each small count, each of the other numbers under five. */
  readonly doubts: readonly Doubt[];
}

/** How the counts of a table are printed; `withheld`: none of the new ones could be, safely. */
export interface Suppression extends Standing {
  readonly withheld: boolean;
}

export const NOTHING_STANDS: Standing = { marks: new Map(), doubts: [] };

/**
 * Hides every count of 1 to 4, and as few others as it finds, so that no small count follows from
 * what is printed. The promise: for each count of 1 to 4, and for each of the numbers 1, 2, 3
 * and 4, there is a table of whole numbers in which that count is that number, everything printed
 * is as printed, everything that says "dưới 5" lies in 1 to 4, and every equation holds. So no
 * sum, difference or bound over the printed tables excludes any of the four numbers, and every
 * count hidden for its sake has at least two values.
 *
 * `before` is what stands (tables of earlier years, whose weight is `Infinity`). A count of 0 is always printed. Not promised: that a reader who knows households, or this rule of choice,
 * finds the four numbers equally likely; nor anything about who the households are.
 */
export function suppress(table: CountTable, before: Standing = NOTHING_STANDS): Suppression {
  const network = networkOf(table);
  const marks = network.knots.map(
    ({ count }) => before.marks.get(count.key) ?? firstMark(count.value),
  );
  const proven = Map.groupBy(before.doubts, ({ key }) => key);
  const doubts: Doubt[] = [];
  for (const [place, { count }] of network.knots.entries()) {
    for (const number of otherNumbers(count.value)) {
      const old = proven.get(count.key)?.find((one) => one.number === number);
      const world =
        (old && worldOf(network, old.changes)) ??
        otherWorld(network, marks, place, number - count.value);
      if (!world) return { ...before, marks: allHidden(network, before.marks), withheld: true };
      hideFor(world, network, marks);
      doubts.push(doubtOf(count.key, number, world, network));
    }
  }
  return { marks: named(network, (place) => marks[place] ?? 'hidden'), doubts, withheld: false };
}

function firstMark(value: number): Mark {
  return isSmall(value) ? 'small' : 'shown';
}

/** Of 3: 1, 2 and 4; of a count that is not small: none. */
function otherNumbers(value: number): number[] {
  return isSmall(value) ? [1, 2, 3, 4].filter((number) => number !== value) : [];
}

function doubtOf(key: string, number: number, { changes }: OtherWorld, { knots }: Network): Doubt {
  const named = [...changes].map(([at, delta]) => [knots[at]?.count.key ?? '', delta] as const);
  return { key, number, changes: new Map(named) };
}

/** Whatever differs in the other world must not be printed, nor its mark exclude that world. */
function hideFor({ changes }: OtherWorld, { knots }: Network, marks: Mark[]): void {
  for (const [place, delta] of changes) {
    const value = (knots[place]?.count.value ?? 0) + delta;
    if (marks[place] === 'shown' || (marks[place] === 'small' && !isSmall(value)))
      marks[place] = 'hidden';
  }
}

function allHidden(network: Network, before: Marks): Marks {
  return named(network, (place) => before.get(network.knots[place]?.count.key ?? '') ?? 'hidden');
}

function named({ knots }: Network, markOf: (place: number) => Mark): Marks {
  return new Map(knots.map(({ count }, place) => [count.key, markOf(place)]));
}
