import type { Day } from '../../shared/day.ts';
import {
  ARRIVALS,
  type AreaType,
  type Arrival,
  type HouseholdClass,
  LEAVINGS,
  type Leaving,
  type MoveReason,
} from '../household-class.ts';
import type { Sex } from '../registry/member.ts';
import type { Birth } from './cell-values.ts';
import type { ImportCommune } from './import-places.ts';

/** A household as one row says it; undefined: the row does not say. */
export interface HouseholdDraft {
  readonly row: number;
  readonly code: string | undefined;
  readonly commune: ImportCommune;
  readonly villageId: string | undefined;
  readonly areaType: AreaType | undefined;
  readonly headName: string | undefined;
  readonly sex: Sex | undefined;
  readonly birth: Birth | undefined;
  readonly ethnicity: string | undefined;
  readonly citizenNumber: string | undefined;
  readonly members: number | undefined;
  readonly openingMembers: number | undefined;
  readonly opening: HouseholdClass | 'absent' | undefined;
  readonly incomeScore: number | undefined;
  /** Undefined: none of the indicators is answered. */
  readonly deprived: readonly string[] | undefined;
  readonly children: number | undefined;
  readonly childrenHealth: number | undefined;
  readonly childrenSchool: number | undefined;
  /** Undefined: the sheet has no column for them. */
  readonly marks: readonly string[] | undefined;
  readonly said: HouseholdClass | 'absent' | undefined;
  readonly reason: MoveReason | undefined;
  readonly surveyedOn: Day | undefined;
  readonly surveyorName: string | undefined;
  readonly note: string | undefined;
}

export function isLeaving(reason: MoveReason | null | undefined): reason is Leaving {
  return reason !== null && reason !== undefined && Object.hasOwn(LEAVINGS, reason);
}

export function isArrival(reason: MoveReason | null | undefined): reason is Arrival {
  return reason !== null && reason !== undefined && Object.hasOwn(ARRIVALS, reason);
}

/** What a row came to: a draft, or that it is wrong, and in which commune as far as that is known. */
export interface TakenRow {
  readonly row: number;
  readonly commune: ImportCommune | undefined;
  readonly code: string | undefined;
  /** Told even of a row that is wrong, so that its double is found at once. */
  readonly citizenNumber?: string | undefined;
  readonly draft: HouseholdDraft | undefined;
}

/** What a household must have, in the words in which it is asked for. */
export const NEEDED = {
  members: 'số nhân khẩu',
  village: 'thôn, bản',
  areaType: 'khu vực nông thôn hay thành thị',
  headName: 'họ tên chủ hộ',
  sex: 'giới tính',
  born: 'ngày hoặc năm sinh',
  ethnicity: 'dân tộc',
} as const;

/** What the row of a household that left does not say. */
export const NOTHING = {
  ...{ areaType: undefined, sex: undefined, ethnicity: undefined, citizenNumber: undefined },
  ...{ members: undefined, openingMembers: undefined, opening: undefined, incomeScore: undefined },
  ...{ deprived: undefined, children: undefined, childrenHealth: undefined },
  ...{ childrenSchool: undefined, marks: undefined, said: undefined, surveyedOn: undefined },
  ...{ surveyorName: undefined, note: undefined },
};
