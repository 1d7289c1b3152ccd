import { ratio } from '../forms/figure.ts';
import { type Total, totalAt } from '../totals/totals.ts';
import type { LiveFigure, Place, ReportSources } from './consolidated-report-figures.ts';
import type { Comparison } from './report-block-change.ts';

/**
 * What of a figure may be set against last year. The whole against the whole only where every
 * unit asked has answered and last year's total has no unit that is not asked any more (the
 * districts of 2024): half a province against a whole one would be a false fall. Otherwise
 * the units that have a number in both years, added up.
 */
export function comparable(
  sources: ReportSources,
  figure: LiveFigure,
  whole: Pick<Comparison, 'now' | 'last'>,
): Comparison {
  if (whole.now === null || whole.last === null) return { ...whole, units: null };
  const asked = sources.places.filter(({ role }) => figure.roles.includes(role));
  if (isWhole(sources, figure, asked)) return { ...whole, units: null };
  const pairs = asked.flatMap(({ unitId }) => {
    const now = totalAt(sources.totals, unitId, figure.slug);
    const last = totalAt(sources.last, unitId, figure.slug);
    return now && last && now.amount !== null && last.amount !== null ? [{ now, last }] : [];
  });
  return {
    now: sum(pairs.map(({ now }) => now)),
    last: sum(pairs.map(({ last }) => last)),
    units: pairs.length,
  };
}

function isWhole(
  { totals, last, round }: ReportSources,
  { slug }: LiveFigure,
  asked: readonly Place[],
): boolean {
  const answered = asked.every(({ unitId, nil }) => nil || totalAt(totals, unitId, slug));
  const before = asked.reduce((sum, { unitId }) => sum + reported(totalAt(last, unitId, slug)), 0);
  return answered && before === reported(totalAt(last, round.topId, slug));
}

function reported(total: Total | undefined): number {
  return total?.reported ?? 0;
}

/** Amounts added; of ratios their parts, for a mean of rates would weigh villages like towns. */
function sum(totals: readonly Total[]): number | null {
  if (totals.length === 0) return null;
  const part = (of: 'numerator' | 'denominator') =>
    totals.reduce((all, { parts }) => all + (parts?.[of] ?? 0), 0);
  if (totals[0]?.parts) return ratio(part('numerator'), part('denominator'));
  return totals.reduce((all, { amount }) => all + (amount ?? 0), 0);
}
