import { isSmall, LEAST_SHOWN } from './count-table.ts';
import type { Printed } from './printed.ts';
import type { IndicatorCounts, PublicYear } from './public-year.ts';

export interface PrintedIndicator {
  readonly key: string;
  readonly name: string;
  readonly dimension: string;
  readonly poor: Printed;
  readonly nearPoor: Printed;
}

/**
 * The deprived households of the whole province by indicator. They are not told by commune: with
 * the classes they would bound one another. A class of which the count itself is not printed, or
 * whose rule (a poor household lacks three, a near-poor one at most two) would narrow a small
 * count, is not told at all.
 */
export function printedIndicators(
  { indicators, rule }: PublicYear,
  poor: Printed,
  nearPoor: Printed,
): PrintedIndicator[] {
  const column = (of: 'poor' | 'nearPoor') => indicators.map((one) => one[of]);
  const poorTold = typeof poor === 'number' && isFree(column('poor'), [rule.leastOfPoor * poor]);
  const nearTold =
    typeof nearPoor === 'number' && isFree(column('nearPoor'), [0, rule.mostOfNearPoor * nearPoor]);
  return indicators.map((one) => ({
    ...{ key: one.key, name: one.name, dimension: one.dimension },
    poor: poorTold ? printedCount(one.poor) : 'hidden',
    nearPoor: nearTold ? printedCount(one.nearPoor) : 'hidden',
  }));
}

/** Do the bounds of the sum leave every small count the whole of 1 to 4? */
function isFree(
  counts: readonly number[],
  [least, most = Number.POSITIVE_INFINITY]: readonly [number, number?],
): boolean {
  const small = counts.filter(isSmall).length;
  const told = counts.filter((one) => !isSmall(one)).reduce((sum, one) => sum + one, 0);
  if (small === 0) return true;
  return told + small >= least && told + small * (LEAST_SHOWN - 1) <= most;
}

function printedCount(value: IndicatorCounts['poor']): Printed {
  return isSmall(value) ? 'small' : value;
}
