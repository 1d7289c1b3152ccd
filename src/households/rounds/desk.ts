import type { CommunePlace } from '../households.policy.ts';
import type { CommuneStatus, Village } from './review-round.ts';

/** A commune that could be reviewed: its committee and its district, on the day of the round. */
export interface ReviewableCommune extends CommunePlace {
  readonly name: string;
  readonly districtId: string | null;
}

/** How many households of a unit stand where; from the kept totals. */
export interface ClassCounts {
  readonly unitId: string;
  /** All that are households at the closing. */
  readonly households: number;
  /** Listed and not yet surveyed. */
  readonly pending: number;
  readonly poor: number;
  readonly nearPoor: number;
}

/** A village of the desk; without counts it has no household in the round. */
export interface DeskVillage extends Village {
  readonly counts: ClassCounts | undefined;
}

/** A commune of the province's desk; without a status it has not begun. */
export interface DeskCommune extends ReviewableCommune {
  readonly status: CommuneStatus | undefined;
  readonly counts: ClassCounts | undefined;
}

/** The sum over units; `undefined` while none has any, for that is no zero. */
export function sumOf(counts: readonly (ClassCounts | undefined)[]): ClassCounts | undefined {
  const known = counts.filter((one) => one !== undefined);
  const [first, ...rest] = known;
  return first && rest.reduce(added, first);
}

function added(a: ClassCounts, b: ClassCounts): ClassCounts {
  return {
    ...{ unitId: a.unitId, households: a.households + b.households },
    ...{ pending: a.pending + b.pending },
    ...{ poor: a.poor + b.poor, nearPoor: a.nearPoor + b.nearPoor },
  };
}
