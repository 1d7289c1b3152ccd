import type { Closing } from '../household-class.ts';
import { type ChangeCell, type Count, plus } from './change-tables.ts';

/** Where a household stands at the closing; pending: it is listed and not yet reviewed. */
export type Stand = Closing | 'pending';

/** Of those that bear a mark, how many stand where. */
export type MarkCounts = Readonly<Partial<Record<Stand, Count>>>;

/** All that the standard tables count of a unit; cells of several units may be put together. */
export interface UnitCells {
  readonly changes: readonly ChangeCell[];
  readonly marks: ReadonlyMap<string, MarkCounts>;
}

export const NO_CELLS: UnitCells = { changes: [], marks: new Map() };

/** All that are a household at the closing, reviewed or not. */
export const STANDING = ['poor', 'near-poor', 'not-poor', 'pending'] as const;

const NONE: Count = { households: 0, members: 0 };

/** The cells of several units as those of one. */
export function joinCells(all: readonly UnitCells[]): UnitCells {
  const marks = new Map<string, MarkCounts>();
  for (const [mark, counts] of all.flatMap((one) => [...one.marks]))
    marks.set(mark, addCounts(marks.get(mark) ?? {}, counts));
  return { changes: joinChanges(all.flatMap((one) => one.changes)), marks };
}

function addCounts(a: MarkCounts, b: MarkCounts): MarkCounts {
  const sum: Partial<Record<Stand, Count>> = { ...a };
  for (const stand of [...STANDING, 'gone'] as const) {
    const more = b[stand];
    if (more) sum[stand] = plus(sum[stand] ?? NONE, more);
  }
  return sum;
}

function joinChanges(cells: readonly ChangeCell[]): ChangeCell[] {
  const sums = new Map<string, ChangeCell>();
  for (const cell of cells) {
    const key = `${cell.opening}>${cell.closing}>${cell.relapsed}`;
    const sum = sums.get(key);
    sums.set(key, sum ? addChange(sum, cell) : cell);
  }
  return [...sums.values()];
}

function addChange(a: ChangeCell, b: ChangeCell): ChangeCell {
  return {
    ...a,
    households: a.households + b.households,
    openingMembers: a.openingMembers + b.openingMembers,
    members: a.members + b.members,
    grew: a.grew + b.grew,
  };
}

/** How many stand in one of these places at the closing. */
export function countOf({ changes }: UnitCells, stands: readonly Stand[]): Count {
  return changes.filter(({ closing }) => stands.includes(closing)).reduce(plus, NONE);
}

/** The same of those that bear a mark; who bears two of the marks is counted twice. */
export function markCount(
  { marks }: UnitCells,
  wanted: readonly string[],
  stands: readonly Stand[],
): Count {
  const found = wanted.flatMap((mark) => stands.flatMap((stand) => marks.get(mark)?.[stand] ?? []));
  return found.reduce(plus, NONE);
}

/** Households that are listed and not yet reviewed. */
export function pendingOf(cells: UnitCells): number {
  return countOf(cells, ['pending']).households;
}

/**
 * How many are of a class for now: those reviewed into it, and those not yet reviewed that were
 * of it at the opening, for a household keeps its class until the commune decides otherwise.
 */
export function classForNow({ changes }: UnitCells, of: 'poor' | 'near-poor'): Count {
  return changes
    .filter(({ opening, closing }) => (closing === 'pending' ? opening : closing) === of)
    .reduce(plus, NONE);
}
