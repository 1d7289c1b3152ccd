import { type Count, LEAST_SHOWN, type Mark } from './count-table.ts';

/** What a count may differ by in another world, and what that takes from the reader. */
export interface Move {
  readonly delta: number;
  readonly cost: number;
}

/** How a search for another world goes about it. */
export interface Manner {
  /** What hiding a count of a weight costs. */
  readonly price: (weight: number) => number;
  /** What a hidden count from 5 on stays at least: a reader will guess that it is not small. */
  readonly least: number;
}

/** First with little loss; then with any loss, over the totals; then with any hidden number. */
export const MANNERS: readonly Manner[] = [
  { price: (weight) => weight, least: LEAST_SHOWN },
  { price: () => 1, least: LEAST_SHOWN },
  { price: () => 1, least: 0 },
];

/** To say "không nêu" where "dưới 5" stood takes little from the reader. */
const RELABEL = 3;

/** How far towards `wanted` a count can differ as it is marked, and at a price hidden further. */
export function movesOf(count: Count, mark: Mark, wanted: number, manner: Manner): Move[] {
  const least = count.value < LEAST_SHOWN ? 0 : manner.least;
  const open: Bounds = [least, Number.POSITIVE_INFINITY];
  if (count.silent || mark === 'hidden') return towards(count, wanted, open, 0);
  const stands = !Number.isFinite(count.weight);
  const hidden = (cost: number) => (stands ? [] : towards(count, wanted, open, cost));
  if (mark === 'shown') return hidden(manner.price(count.weight));
  return [...towards(count, wanted, [1, LEAST_SHOWN - 1], 0), ...hidden(manner.price(RELABEL))];
}

type Bounds = readonly [number, number];

function towards({ value }: Count, wanted: number, [least, most]: Bounds, cost: number): Move[] {
  const delta = Math.min(Math.max(value + wanted, least), most) - value;
  return Math.sign(delta) === Math.sign(wanted) && delta !== 0 ? [{ delta, cost }] : [];
}
