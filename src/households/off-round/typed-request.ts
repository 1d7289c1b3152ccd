import { type Day, day } from '../../shared/day.ts';
import type { FieldProblem } from '../../shared/problem.ts';
import { parseNumber } from '../../shared/vietnamese.ts';

/** What was typed into a form, by field. */
export type Typed = Readonly<Record<string, string | undefined>>;
/** What to mend at which field. */
export type Faults = { readonly faults: FieldProblem[] };
export type Say = (field: string, message: string) => void;

/** Stands in a draft whose faults say that there is no day. */
export const NO_DAY: Day = day('1970-01-01');

/** A whole number within bounds; else the fault is said and the least stands in. */
export function readWhole(
  typed: string | undefined,
  field: string,
  [least, most]: readonly [number, number],
  say: Say,
): number {
  const found = parseNumber(typed ?? '') ?? Number.NaN;
  if (Number.isInteger(found) && found >= least && found <= most) return found;
  say(field, `Hãy nhập một số nguyên từ ${least} đến ${most}.`);
  return least;
}
