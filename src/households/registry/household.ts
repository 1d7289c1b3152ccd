import { createHash } from 'node:crypto';
import { type Day, day } from '../../shared/day.ts';
import type {
  AreaType,
  Closing,
  HouseholdYear,
  Leaving,
  Listing,
  Opening,
} from '../household-class.ts';
import type { HouseholdPlace } from '../households.policy.ts';
import type { CommuneStatus } from '../rounds/review-round.ts';

/** The last day of the communes that were there before the merger of 1/7/2025. */
export const BEFORE_MERGER = day('2025-06-30');

/** A household of the register where it lives now, or lived last. */
export interface Household {
  readonly provinceId: string;
  readonly id: string;
  /** Shown to people; never a key. */
  readonly code: string;
  readonly headNo: number;
  readonly formedOn: Day;
  /** The first day on which it is no longer there. */
  readonly endedOn: Day | null;
  readonly endReason: Leaving | null;
  readonly madeUp: boolean;
  readonly villageId: string;
  readonly areaType: AreaType;
  /** The day on which it came to this village. */
  readonly since: Day;
  readonly villageName: string;
  readonly communeName: string;
  readonly place: HouseholdPlace;
}

/** The facts of a person in a household; who it is stands apart. */
export interface Member {
  readonly no: number;
  readonly relation: string;
  readonly sex: string;
  readonly birthYear: number;
  readonly ethnicity: string;
  /** Null: not known. */
  readonly insured: boolean | null;
  readonly nourished: boolean | null;
  readonly studying: boolean | null;
  readonly from: Day;
  /** The last day in this household; null: still there. */
  readonly to: Day | null;
}

/** A household in one yearly review, with the commune as it was. */
export interface ReviewYear extends HouseholdYear {
  readonly roundId: string;
  readonly year: number;
  readonly standardId: string;
  readonly communeId: string;
  readonly communeName: string;
  readonly villageName: string;
  readonly officeId: string;
  readonly status: CommuneStatus;
  readonly areaType: AreaType;
  readonly opening: Opening;
  readonly closing: Closing | null;
  readonly listed: Listing | null;
  readonly incomeScore: number | null;
  /** Keys of indicators; null: not surveyed. */
  readonly deprived: readonly string[] | null;
  readonly surveyedOn: Day | null;
  readonly members: number;
}

export function livesThere(member: Member): boolean {
  return member.to === null;
}

/**
 * What a form saw of a household, short: whoever sends it back after someone else has moved the
 * household or changed its members is told so.
 */
export function seenOf(household: Household, members: readonly Member[]): string {
  const { headNo, endedOn, villageId, areaType, since } = household;
  const facts = JSON.stringify([headNo, endedOn, villageId, areaType, since, members]);
  return createHash('sha256').update(facts).digest('hex').slice(0, 16);
}
