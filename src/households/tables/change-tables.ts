import type { Closing, HouseholdClass, Opening } from '../household-class.ts';

/** Households that went one way in a year, counted; a row of `review_totals` without a mark. */
export interface ChangeCell {
  readonly opening: Opening;
  /** `pending`: listed and not yet reviewed. */
  readonly closing: Closing | 'pending';
  readonly relapsed: boolean;
  readonly households: number;
  readonly openingMembers: number;
  readonly members: number;
  /** Sum of what households that stayed in the register gained in people, those that lost aside. */
  readonly grew: number;
}

/** Households and the people in them. */
export interface Count {
  readonly households: number;
  readonly members: number;
}

export type TableKey = 'poor' | 'near-poor';

/**
 * One line of the change table of poor or near-poor households (standard tables 2 and 3). Of the
 * people, a household that changes class leaves and enters with its members of the opening; what
 * its number of people gained or lost in the year is "other". So the identity holds for both, and
 * poor to near-poor is one number in both tables.
 */
export interface ChangeLine {
  readonly opening: Count;
  /** To the twin class: poor to near-poor, or near-poor to poor. */
  readonly toTwin: Count;
  /** Out of both lists by a better standard of living. */
  readonly out: Count;
  readonly otherOut: Count;
  readonly fromTwin: Count;
  readonly relapsed: Count;
  readonly fresh: Count;
  readonly otherIn: Count;
  readonly closing: Count;
  /** Of the opening, not yet reviewed: neither in the list any more nor out of it. */
  readonly pending: Count;
}

const NONE: Count = { households: 0, members: 0 };

/** The change line of a class over some cells; cells of several units may be put together. */
export function changeLine(cells: readonly ChangeCell[], of: TableKey): ChangeLine {
  const twin: HouseholdClass = of === 'poor' ? 'near-poor' : 'poor';
  const from = (cell: ChangeCell) => cell.opening === of;
  const to = (cell: ChangeCell) => cell.closing === of;
  const stayed = cells.filter((cell) => cell.opening !== 'absent' && cell.closing === of);
  return {
    opening: before(cells.filter(from)),
    toTwin: before(cells.filter((cell) => from(cell) && cell.closing === twin)),
    out: before(cells.filter((cell) => from(cell) && cell.closing === 'not-poor')),
    otherOut: plus(
      before(cells.filter((cell) => from(cell) && cell.closing === 'gone')),
      shrunk(stayed),
    ),
    fromTwin: before(cells.filter((cell) => to(cell) && cell.opening === twin)),
    relapsed: before(
      cells.filter((cell) => to(cell) && cell.opening === 'not-poor' && cell.relapsed),
    ),
    fresh: before(
      cells.filter((cell) => to(cell) && cell.opening === 'not-poor' && !cell.relapsed),
    ),
    otherIn: plus(
      after(cells.filter((cell) => to(cell) && cell.opening === 'absent')),
      grown(stayed),
    ),
    closing: after(cells.filter(to)),
    pending: before(cells.filter((cell) => from(cell) && cell.closing === 'pending')),
  };
}

/** What the accounting identity leaves over: closing less what opening and changes come to. */
export function residualOf(line: ChangeLine): Count {
  const gained = [line.opening, line.fromTwin, line.relapsed, line.fresh, line.otherIn];
  const lost = [line.toTwin, line.out, line.otherOut, line.pending];
  return minus(
    minus(line.closing, gained.reduce(plus, NONE)),
    minus(NONE, lost.reduce(plus, NONE)),
  );
}

/** Poor to near-poor must be one number in both tables, and back; the two differences. */
export function twinDifference(poor: ChangeLine, nearPoor: ChangeLine): readonly [Count, Count] {
  return [minus(poor.toTwin, nearPoor.fromTwin), minus(nearPoor.toTwin, poor.fromTwin)];
}

/** People that households of a class gained (or lost) in the year without moving. */
function grown(cells: readonly ChangeCell[]): Count {
  return { households: 0, members: cells.reduce((sum, cell) => sum + cell.grew, 0) };
}

function shrunk(cells: readonly ChangeCell[]): Count {
  const lost = (cell: ChangeCell) => cell.openingMembers + cell.grew - cell.members;
  return { households: 0, members: cells.reduce((sum, cell) => sum + lost(cell), 0) };
}

function before(cells: readonly ChangeCell[]): Count {
  return cells.reduce(
    (sum, cell) => plus(sum, { households: cell.households, members: cell.openingMembers }),
    NONE,
  );
}

function after(cells: readonly ChangeCell[]): Count {
  return cells.reduce(
    (sum, cell) => plus(sum, { households: cell.households, members: cell.members }),
    NONE,
  );
}

export function plus(a: Count, b: Count): Count {
  return { households: a.households + b.households, members: a.members + b.members };
}

export function minus(a: Count, b: Count): Count {
  return { households: a.households - b.households, members: a.members - b.members };
}
