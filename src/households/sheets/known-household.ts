import type { Day } from '../../shared/day.ts';
import {
  type AreaType,
  CLASSES,
  type Closing,
  type Listing,
  type MoveReason,
  type Opening,
} from '../household-class.ts';
import type { PovertyStandard } from '../standard/poverty-standard.ts';
import type { ImportPlaces } from './import-places.ts';
import type { HouseholdDraft } from './imported-household.ts';

/** A household that the register knows, and how it stands in the round. */
export interface KnownHousehold {
  readonly householdId: string;
  readonly code: string;
  readonly endedOn: Day | null;
  readonly villageId: string;
  readonly areaType: AreaType;
  /** Of its row in the round; null: it is not in the review of this commune yet. */
  readonly version: number | null;
  readonly opening: Opening | null;
  readonly openingMembers: number | null;
  readonly listed: Listing | null;
  readonly closing: Closing | null;
  readonly reason: MoveReason | null;
  readonly members: number | null;
  readonly children: number | null;
  readonly childrenHealth: number | null;
  readonly childrenSchool: number | null;
  /** The head as the register has it; no page shows this, sentences mask it. */
  readonly headName: string | null;
  readonly headBorn: number | null;
  readonly headNumber: string | null;
  /** What last year's review left no choice about; null: it was not in it. */
  readonly fixedOpening: Opening | null;
  readonly fixedMembers: number | null;
  /** The other commune whose review of this round counts it. */
  readonly countedIn: string | null;
}

/** What follows for the round from what a row says and what is known. */
export interface Settled {
  readonly opening: Opening;
  readonly openingMembers: number;
  readonly listed: Listing | null;
  readonly closing: Closing | null;
  readonly reason: HouseholdDraft['reason'] | null;
}

export interface SettleContext {
  readonly standard: PovertyStandard;
  readonly places: ImportPlaces;
  /** Of the round before, for the sentences. */
  readonly lastYear: number;
  /** The file has a column for score A: then a household on the list must have one. */
  readonly scored: boolean;
  /** The communes whose last review is here: a household that was not in it is new. */
  readonly reviewedLastYear: ReadonlySet<string>;
}

export type SayAt = (key: string, message: string) => void;

export function nameOf(opening: Opening | Closing): string {
  if (opening === 'gone') return '“Không còn hộ”';
  return opening === 'absent' ? '“Chưa có trong sổ”' : `“${CLASSES[opening]}”`;
}
