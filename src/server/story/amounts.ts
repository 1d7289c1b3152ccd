import { officeId } from '../../units/reference-ids.ts';
import { chanceOf } from './chance.ts';
import type { Amounts } from './commune-poverty.ts';
import type { AmountRange, AmountSeed } from './story-shapes.ts';

const FIRST_YEAR = 2022;
const AGENCY_ROLES = ['department', 'standing', 'home_affairs', 'media_lead'];

/**
 * The made-up amounts of an office in a year: each keeps its own level within the range of its
 * role and grows slowly, so that years compare. Fixed amounts (published ones) win.
 */
export function amountsOf(
  seed: AmountSeed,
  unit: { readonly id: string; readonly role: string },
  year: number,
): Amounts {
  const drawn = seed.ranges
    .filter((range) => plays(unit.role, range.role))
    .map((range) => [range.figure, draw(range, lineOf(unit), year)] as const);
  const fixed = seed.fixed
    .filter((one) => officeId(one.unit) === unit.id && one.year === year)
    .map((one) => [one.figure, one.amount] as const);
  const fund = unit.role === 'front' ? fundOf(seed, lineOf(unit), year) : {};
  return { ...Object.fromEntries([...drawn, ...fixed]), ...fund };
}

/** Does the range of a role speak of this one? A role of its own also counts as an agency. */
function plays(role: string, ofRange: string): boolean {
  return ofRange === role || (ofRange === 'agency' && AGENCY_ROLES.includes(role));
}

/** There is one Front at a time: the one after the merger goes on at the level of the first. */
function lineOf({ id, role }: { id: string; role: string }): string {
  return role === 'front' ? role : id;
}

function draw(range: AmountRange, line: string, year: number): number {
  const level = chanceOf(`${line}:${range.figure}`).next();
  const thisYear = 0.95 + 0.1 * chanceOf(`${line}:${range.figure}:${year}`).next();
  const base = range.from + (range.to - range.from) * level;
  const grown = base * (1 + range.growth / 100) ** (year - FIRST_YEAR) * thisYear;
  const step = range.round ?? 1;
  return Math.max(step, Math.round(grown / step) * step);
}

/** The fund of the Front: what was left is where the next year begins. */
function fundOf(seed: AmountSeed, line: string, year: number): Amounts {
  const flow = (figure: string, on: number) => {
    const range = seed.ranges.find((one) => one.figure === figure && one.role === 'front');
    return range ? draw(range, line, on) : 0;
  };
  let opening = seed.fundOpening2022;
  for (let on = FIRST_YEAR; on < year; on++)
    opening += flow('fund_receipts', on) - flow('fund_payments', on);
  const [receipts, payments] = [flow('fund_receipts', year), flow('fund_payments', year)];
  return {
    fund_opening: opening,
    fund_receipts: receipts,
    fund_payments: payments,
    fund_closing: opening + receipts - payments,
  };
}
