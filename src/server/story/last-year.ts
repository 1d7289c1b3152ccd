import { NOTHING } from '../../reporting/forms/figure.ts';
import type { Values } from '../../reporting/forms/form-warnings.ts';
import type { Filled } from './filling.ts';

/** What the units of a round reported, by unit. */
export type Reported = ReadonlyMap<string, readonly Filled[]>;

/**
 * Amounts to compare with: a unit's own of last round or, after a whole merger, the sum over all
 * that merged into it, as long as all of them gave it (the rule of last-year.sql.ts).
 */
export function lastYearOf(
  unitId: string,
  before: Reported,
  mergedFrom: ReadonlyMap<string, readonly string[]>,
): Values {
  const reports = [...lineOf(unitId, mergedFrom)].flatMap((id) => {
    const filled = before.get(id);
    return filled ? [filled] : [];
  });
  const bySlug = Map.groupBy(reports.flat(), (value) => value.slug);
  const compared = [...bySlug].flatMap(([slug, values]) => {
    const amounts = values.flatMap(({ amount }) => (amount === null ? [] : [amount]));
    if (amounts.length < reports.length) return [];
    const amount = amounts.reduce((sum, one) => sum + one, 0);
    return [[slug, { ...NOTHING, amount }] as const];
  });
  return new Map(compared);
}

function lineOf(
  unitId: string,
  mergedFrom: ReadonlyMap<string, readonly string[]>,
  seen = new Set<string>(),
): Set<string> {
  if (seen.has(unitId)) return seen;
  seen.add(unitId);
  for (const from of mergedFrom.get(unitId) ?? []) lineOf(from, mergedFrom, seen);
  return seen;
}
