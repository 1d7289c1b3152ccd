import type { Chance } from '../chance.ts';
import type { Amounts } from '../commune-poverty.ts';

/** How many households of a commune went which way in a year; together they are the story's amounts. */
export interface Flows {
  readonly poor: { readonly gone: number; readonly toNear: number; readonly out: number };
  readonly near: { readonly gone: number; readonly toPoor: number; readonly out: number };
  readonly back: { readonly poor: number; readonly near: number };
  readonly fresh: { readonly poor: number; readonly near: number };
  readonly arrived: { readonly poor: number; readonly near: number; readonly notPoor: number };
  readonly notPoorGone: number;
}

export interface Before {
  readonly households: number;
  /** Not poor now, and near-poor but never poor in an earlier year. */
  readonly onceNear: number;
}

/**
 * Splits what is told of a year into ways that single households go. The sums are exact:
 * escaped = out and to near-poor, new = fresh and from near-poor, and the households of the
 * commune come out. At most half of those escaped stay near-poor, so that enough of them could
 * relapse later.
 */
export function flowsOf(told: Amounts, before: Before, chance: Chance): Flows {
  const amount = (slug: string) => told[slug] ?? 0;
  const small = Math.ceil(before.households / 900);
  const toNear = Math.min(
    Math.floor(amount('poor_escaped') * (0.25 + 0.25 * chance.next())),
    amount('near_poor_in'),
  );
  const nearIn = waysIn(amount('near_poor_in') - toNear, before.onceNear, small, chance);
  const toPoor = Math.min(
    Math.floor(amount('poor_new') * (0.05 + 0.15 * chance.next())),
    amount('near_poor_out'),
  );
  const nearGone = Math.min(chance.between(0, 1), amount('near_poor_out') - toPoor);
  const poorGone = amount('poor_other_out');
  const arrived = { poor: amount('poor_other_in'), near: nearIn.arrived };
  const comeAndGone = arrived.poor + arrived.near - poorGone - nearGone;
  const leaving = chance.between(0, Math.ceil(before.households / 250));
  const missing = amount('households_total') - before.households - comeAndGone + leaving;
  return {
    poor: { gone: poorGone, toNear, out: amount('poor_escaped') - toNear },
    near: { gone: nearGone, toPoor, out: amount('near_poor_out') - toPoor - nearGone },
    back: { poor: amount('poor_relapsed'), near: nearIn.back },
    fresh: { poor: amount('poor_new') - toPoor, near: nearIn.fresh },
    arrived: { ...arrived, notPoor: Math.max(0, missing) },
    notPoorGone: leaving + Math.max(0, -missing),
  };
}

/** Into the near-poor list besides those who were poor. */
function waysIn(count: number, onceNear: number, small: number, chance: Chance) {
  const arrived = Math.min(count, chance.between(0, 1));
  const back = Math.min(count - arrived, onceNear, chance.between(0, small));
  return { arrived, back, fresh: count - arrived - back };
}
