import type { Day } from '../shared/day.ts';

/** Who follows whom from a day on; the columns of `unit_successions` that carry land or people. */
export interface Succession {
  readonly from_id: string;
  readonly to_id: string;
  readonly on_day: Day;
  readonly kind: string;
  readonly share: number;
}

/** When a unit was there; `valid_to` is its last day. */
export interface Standing {
  readonly unit_id: string;
  readonly valid_from: Day;
  readonly valid_to: Day | null;
}

export interface Share {
  readonly unitId: string;
  /** Above 0, at most 1; all shares of a unit that went over wholly add up to 1. */
  readonly share: number;
}

/** Why a unit cannot be told in the units of a day. */
export type Untellable = 'laterUnit' | 'endedWithoutSuccessor' | 'unknownUnit';

export type Expressed =
  | { readonly shares: readonly Share[] }
  | { readonly shares: undefined; readonly why: Untellable };

/** Built once from rows, asked for many units. */
export interface Succeeding {
  /**
   * A unit in the units of a day. Forward only: what a merger added up cannot be taken apart,
   * so a unit that began after the day gives `laterUnit`. The SQL function
   * `area_in_units_of` says the same of all areas at once.
   */
  expressIn(on: Day, unitId: string): Expressed;
}

/** Follows successions of land; moves of duties carry no figures and are passed over. */
export function succeeding(
  standings: readonly Standing[],
  successions: readonly Succession[],
): Succeeding {
  const periods = Map.groupBy(standings, (one) => one.unit_id);
  const onward = Map.groupBy(
    successions.filter((one) => one.kind !== 'duties'),
    (one) => one.from_id,
  );
  const stands = (unitId: string, on: Day) =>
    (periods.get(unitId) ?? []).some((one) => holds(one, on));

  function follow(unitId: string, on: Day, since: string): Share[] {
    if (stands(unitId, on)) return [{ unitId, share: 1 }];
    const steps = (onward.get(unitId) ?? []).filter(
      (step) => step.on_day > since && step.on_day <= on,
    );
    return steps.flatMap((step) =>
      follow(step.to_id, on, step.on_day).map(({ unitId: to, share }) => ({
        unitId: to,
        share: share * step.share,
      })),
    );
  }

  return {
    expressIn(on, unitId) {
      const own = periods.get(unitId);
      if (!own) return { shares: undefined, why: 'unknownUnit' };
      if (own.every((one) => one.valid_from > on)) return { shares: undefined, why: 'laterUnit' };
      const shares = addUp(follow(unitId, on, ''));
      return shares.length ? { shares } : { shares: undefined, why: 'endedWithoutSuccessor' };
    },
  };
}

function holds(standing: Standing, on: Day): boolean {
  return standing.valid_from <= on && (standing.valid_to === null || standing.valid_to >= on);
}

/** Two ways to the same unit are one share. */
function addUp(shares: readonly Share[]): Share[] {
  const sums = new Map<string, number>();
  for (const { unitId, share } of shares) sums.set(unitId, (sums.get(unitId) ?? 0) + share);
  return [...sums].map(([unitId, share]) => ({ unitId, share }));
}
