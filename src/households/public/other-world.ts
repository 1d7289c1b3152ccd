import type { Count, CountTable, Mark } from './count-table.ts';
import { Frontier } from './frontier.ts';
import { MANNERS, type Manner, type Move, movesOf } from './moves.ts';

/** A count in the network: which equations it stands in, and with which sign. */
interface Knot {
  readonly count: Count;
  readonly ties: readonly { readonly relation: number; readonly sign: 1 | -1 }[];
}

/** Counts and equations, each equation as the knots whose signed sum is 0. */
export interface Network {
  readonly knots: readonly Knot[];
  readonly relations: readonly (readonly number[])[];
  readonly at: ReadonlyMap<string, number>;
}

/** A table in which everything that is printed is the same and one hidden count is another. */
export interface OtherWorld {
  /** What each count differs by, by its place in the network. */
  readonly changes: ReadonlyMap<number, number>;
}

export function networkOf({ counts, relations }: CountTable): Network {
  const at = new Map(counts.map((one, place) => [one.key, place]));
  const ties: Knot['ties'][number][][] = counts.map(() => []);
  const members = relations.map(({ total, parts }, relation) =>
    [total, ...parts].map((key, place) => {
      const knot = at.get(key);
      if (knot === undefined) throw new Error(`an equation over ${key}, which is no count`);
      ties[knot]?.push({ relation, sign: place === 0 ? -1 : 1 });
      return knot;
    }),
  );
  const knots = counts.map((count, place) => ({ count, ties: ties[place] ?? [] }));
  return { knots, relations: members, at };
}

/** What one more change costs besides its weight: short ways first, or the free ones have no end. */
const STEP = 1;
/** How many half-mended tables are looked at before the search gives up. */
const LONGEST_SEARCH = 5_000;

interface State {
  readonly changes: ReadonlyMap<number, number>;
  /** By equation, what its signed sum is off. */
  readonly owed: ReadonlyMap<number, number>;
  readonly cost: number;
}

/**
 * The cheapest other world in which the count at `knot` differs by `delta`. Where the search for
 * little loss finds no end, one that minds no loss finds a short way over the totals.
 * `undefined`: not even that.
 */
export function otherWorld(
  network: Network,
  marks: readonly Mark[],
  knot: number,
  delta: number,
): OtherWorld | undefined {
  const start = changed(network, NOTHING, knot, { delta, cost: 0 });
  for (const manner of MANNERS) {
    const world = search(network, marks, start, manner);
    if (world) return world;
  }
  return undefined;
}

/** Changes known by key as a world of this network, if every equation of it still holds. */
export function worldOf(
  network: Network,
  changes: ReadonlyMap<string, number>,
): OtherWorld | undefined {
  const state = [...changes].reduce(
    (one, [key, delta]) => changed(network, one, network.at.get(key) ?? -1, { delta, cost: 0 }),
    NOTHING,
  );
  return state.owed.size === 0 ? { changes: state.changes } : undefined;
}

const NOTHING: State = { changes: new Map(), owed: new Map(), cost: 0 };

/**
 * Best first: each equation that is off is mended by one of its counts, those already hidden for
 * nothing, shown ones at their price.
 */
function search(
  network: Network,
  marks: readonly Mark[],
  start: State,
  manner: Manner,
): OtherWorld | undefined {
  const frontier = new Frontier<State>();
  frontier.add(0, start);
  const met = new Set<string>();
  for (let tries = 0; tries < LONGEST_SEARCH; tries++) {
    const state = frontier.take();
    if (!state) return undefined;
    if (state.owed.size === 0) return { changes: state.changes };
    for (const next of mendings(network, marks, state, manner))
      if (isNew(met, next))
        frontier.add(next.cost + STEP * (next.changes.size + next.owed.size), next);
  }
  return undefined;
}

/** The same changes are met in many orders. */
function isNew(met: Set<string>, { changes }: State): boolean {
  const name = [...changes].sort(([one], [other]) => one - other).join(';');
  if (met.has(name)) return false;
  met.add(name);
  return true;
}

/** Every way to mend the shortest equation that is off by changing one more of its counts. */
function* mendings(
  network: Network,
  marks: readonly Mark[],
  state: State,
  manner: Manner,
): Iterable<State> {
  const relation = shortestOwed(network, state);
  const owed = state.owed.get(relation) ?? 0;
  for (const place of network.relations[relation] ?? []) {
    const knot = network.knots[place];
    if (!knot || state.changes.has(place)) continue;
    const sign = knot.ties.find((tie) => tie.relation === relation)?.sign ?? 1;
    for (const move of movesOf(knot.count, marks[place] ?? 'shown', -owed * sign, manner))
      yield changed(network, state, place, move);
  }
}

function shortestOwed({ relations }: Network, { owed }: State): number {
  const length = (relation: number) => relations[relation]?.length ?? 0;
  return [...owed.keys()].reduce((best, one) => (length(one) < length(best) ? one : best));
}

function changed({ knots }: Network, state: State, place: number, { delta, cost }: Move): State {
  const owed = new Map(state.owed);
  for (const { relation, sign } of knots[place]?.ties ?? []) {
    const sum = (owed.get(relation) ?? 0) + sign * delta;
    if (sum === 0) owed.delete(relation);
    else owed.set(relation, sum);
  }
  const changes = new Map(state.changes).set(place, delta);
  return { changes, owed, cost: state.cost + cost };
}
