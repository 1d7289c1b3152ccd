import {
  type ChangeLine,
  type Count,
  changeLine,
  minus,
  plus,
  residualOf,
  type TableKey,
  twinDifference,
} from './change-tables.ts';
import { classForNow, type UnitCells } from './unit-cells.ts';

export const TABLE_KEYS = ['poor', 'near-poor'] as const satisfies readonly TableKey[];

/** What a change table leaves over, and against last year's; all nought is how it should be. */
export interface Residual {
  readonly table: TableKey;
  readonly line: ChangeLine;
  /** Last year's closing on the communes of this round; null: nothing whole to compare with. */
  readonly lastClosing: Count | null;
  /** Opening less last year's closing. */
  readonly gap: Count;
  /** Closing less what opening and changes come to (`residualOf`). */
  readonly identity: Count;
  /** Both together: what a commune explains before it recognises. */
  readonly total: Count;
}

/** A reason that a commune gave, with the difference that it gave it for. */
export interface Explanation extends Count {
  readonly table: TableKey;
  readonly reason: string;
  readonly at: Date;
  readonly personName: string;
}

/** The difference of one commune, and the reason that was given for exactly that one. */
export interface Accounting {
  readonly residuals: readonly Residual[];
  readonly explanations: readonly Explanation[];
  /** Poor to near-poor in both tables, and back: the two differences. */
  readonly twins: readonly [Count, Count];
}

/** `last` are last year's cells on the communes of this round; null where they are not whole. */
export function residualsOf(cells: UnitCells, last: UnitCells | null): Residual[] {
  return TABLE_KEYS.map((table) => {
    const line = changeLine(cells.changes, table);
    const lastClosing = last && whole(classForNow(last, table));
    const gap = whole(
      lastClosing ? minus(line.opening, lastClosing) : { households: 0, members: 0 },
    );
    const identity = whole(residualOf(line));
    return { table, line, lastClosing, gap, identity, total: plus(gap, identity) };
  });
}

export function accountingOf(
  cells: UnitCells,
  last: UnitCells | null,
  explanations: readonly Explanation[],
): Accounting {
  const residuals = residualsOf(cells, last);
  const line = (of: TableKey) => changeLine(cells.changes, of);
  return { residuals, explanations, twins: twinDifference(line('poor'), line('near-poor')) };
}

/** A share of a split commune makes fractions; nobody can explain half a household. */
function whole({ households, members }: Count): Count {
  return { households: Math.round(households), members: Math.round(members) };
}

export function isNone({ households, members }: Count): boolean {
  return households === 0 && members === 0;
}

/** The reason that still holds: one for another difference than today's does not. */
export function explanationOf(
  { table, total }: Pick<Residual, 'table' | 'total'>,
  explanations: readonly Explanation[],
): Explanation | undefined {
  return explanations.find(
    (one) =>
      one.table === table && one.households === total.households && one.members === total.members,
  );
}

/** Differences that the commune has not explained as they are now. */
export function unexplained({ residuals, explanations }: Accounting): Residual[] {
  return residuals.filter(
    (one) => !isNone(one.total) && explanationOf(one, explanations) === undefined,
  );
}

/** The field of the reason for a table, in the form and in what it says is wrong. */
export function reasonField(table: TableKey): string {
  return `reason-${table}`;
}
