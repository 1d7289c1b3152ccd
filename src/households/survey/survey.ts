import { LISTINGS } from '../household-class.ts';
import type { ListedHousehold } from './household-list.ts';

/** A household in a round as its survey form needs it. */
export interface ReviewedHousehold extends ListedHousehold {
  readonly communeId: string;
  readonly roundId: string;
  readonly version: number;
}

/** Where a household stands in its review: what its page shows and offers. */
export type Standing = 'gone' | 'unlisted' | 'pending' | 'surveyed';

/** Surveyed means that a result stands; a household outside the list has one without a survey. */
export function standingOf({ closing, listed }: ReviewedHousehold): Standing {
  if (closing === 'gone') return 'gone';
  if (listed === null) return 'unlisted';
  return closing === null ? 'pending' : 'surveyed';
}

/**
 * May it leave the list again? Only whoever asked or was found may, before the survey; who was
 * poor or near-poor, here, or where the household came from or split off, is reviewed in any case.
 */
export function mayLeaveList(household: ReviewedHousehold): boolean {
  const { opening, listed, reason } = household;
  const asked = listed === 'requested' || listed === 'found';
  const never = reason === null || reason === 'formed';
  const notPoor = opening === 'not-poor' || (opening === 'absent' && never);
  return standingOf(household) === 'pending' && asked && notPoor;
}

/** Why a household comes onto the list within the year; last year's list comes by itself. */
export const WHYS = { requested: LISTINGS.requested, found: LISTINGS.found } as const;
export type Why = keyof typeof WHYS;

export function isWhy(text: string | undefined): text is Why {
  return text !== undefined && Object.hasOwn(WHYS, text);
}
