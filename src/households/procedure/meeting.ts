import type { Day } from '../../shared/day.ts';
import type { Closing, HouseholdYear, Opening } from '../household-class.ts';

/** What a meeting was told of one household; names are not kept here. */
export interface ToldResult {
  readonly householdId: string;
  readonly code: string;
  readonly opening: Opening;
  readonly closing: Closing;
  readonly relapsed: boolean;
  readonly reason: HouseholdYear['reason'];
  readonly incomeScore: number | null;
  /** How many indicators are deprived; null: none were asked. */
  readonly deprived: number | null;
  readonly surveyedOn: Day | null;
}

/** A meeting of a village about its households, as in `village_meetings`. */
export interface Meeting {
  readonly id: string;
  readonly villageId: string;
  readonly villageName: string;
  readonly heldOn: Day;
  /** `19:30`; null: not written down. */
  readonly began: string | null;
  readonly ended: string | null;
  readonly place: string;
  readonly chairName: string;
  readonly secretaryName: string;
  readonly attended: number;
  readonly agreed: number;
  /** Households told. */
  readonly households: number;
  readonly opinions: string;
  readonly at: Date;
  readonly personName: string;
}

/**
 * Did enough of those present agree? `share` is the round's: 0.5 is half, half itself being
 * enough (domain 4.4, from QĐ 24/2021/QĐ-TTg).
 */
export function isAgreed(
  { agreed, attended }: Pick<Meeting, 'agreed' | 'attended'>,
  share: number,
): boolean {
  return agreed + 1e-9 >= attended * share;
}

/** A village in the review, its latest meeting included. */
export interface VillageReview {
  readonly id: string;
  readonly name: string;
  /** Households that the meeting is told of: those listed, less those that are gone. */
  readonly listed: number;
  /** Of these, not yet surveyed. */
  readonly pending: number;
  readonly lastSurvey: Day | null;
  readonly meeting: Meeting | null;
  /** What that meeting was told still holds, and no objection was upheld since. */
  readonly unchanged: boolean;
}

export const STANDINGS = {
  nothing: 'Không có hộ phải họp',
  'to-survey': 'Còn hộ chưa rà soát',
  'to-meet': 'Chưa họp',
  'not-agreed': 'Chưa đủ đồng ý, phải họp lại',
  changed: 'Kết quả đã đổi sau cuộc họp, phải họp lại',
  agreed: 'Đã đồng ý',
} as const;
export type VillageStanding = keyof typeof STANDINGS;

/** How far a village is with its meeting; the latest meeting counts. */
export function standingOf(village: VillageReview, share: number): VillageStanding {
  const { listed, pending, meeting, unchanged } = village;
  if (listed === 0) return 'nothing';
  if (pending > 0) return 'to-survey';
  if (!meeting) return 'to-meet';
  if (!isAgreed(meeting, share)) return 'not-agreed';
  return unchanged ? 'agreed' : 'changed';
}

/** Villages that stand between the commune and its posting. */
export function villagesToMeet(villages: readonly VillageReview[], share: number): VillageReview[] {
  return villages.filter((one) => !['nothing', 'agreed'].includes(standingOf(one, share)));
}
