import { type Count, LEAST_SHOWN, type Mark } from './count-table.ts';

/** What a count may differ by in another world, and what that takes from the reader. */
export interface Move {
  readonly delta: number;
  readonly cost: number;
}

/** What hiding a count of a weight costs. */
export type Price = (weight: number) => number;
export const fairPrice: Price = (weight) => weight;
export const flatPrice: Price = () => 1;

/** To say "không nêu" where "dưới 5" stood takes little from the reader. */
const RELABEL = 3;

/**
 * How far towards `wanted` a count can differ as it is marked, and at a price hidden further. One
 * from 5 on stays so: a reader will guess that what is hidden for another's sake is not small.
 */
export function movesOf(count: Count, mark: Mark, wanted: number, price: Price): Move[] {
  const open: Bounds = [count.value < LEAST_SHOWN ? 0 : LEAST_SHOWN, Number.POSITIVE_INFINITY];
  if (count.silent || mark === 'hidden') return towards(count, wanted, open, 0);
  const stands = !Number.isFinite(count.weight);
  const hidden = (cost: number) => (stands ? [] : towards(count, wanted, open, cost));
  if (mark === 'shown') return hidden(price(count.weight));
  return [...towards(count, wanted, [1, LEAST_SHOWN - 1], 0), ...hidden(price(RELABEL))];
}

type Bounds = readonly [number, number];

function towards({ value }: Count, wanted: number, [least, most]: Bounds, cost: number): Move[] {
  const delta = Math.min(Math.max(value + wanted, least), most) - value;
  return Math.sign(delta) === Math.sign(wanted) && delta !== 0 ? [{ delta, cost }] : [];
}
