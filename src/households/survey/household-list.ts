import type { Day } from '../../shared/day.ts';
import type { AreaType, HouseholdYear, Listing } from '../household-class.ts';
import type { After, ListedClosing, Sort } from './household-filter.ts';

/** Rows of one page of the list. */
export const PAGE_ROWS = 50;

/** A household in the list of a commune; who heads it is no part of it. */
export interface ListedHousehold extends HouseholdYear {
  readonly householdId: string;
  readonly code: string;
  readonly villageId: string;
  readonly areaType: AreaType;
  readonly listed: Listing | null;
  readonly incomeScore: number | null;
  readonly deprived: readonly string[] | null;
  readonly surveyedOn: Day | null;
  readonly surveyorName: string | null;
  readonly openingMembers: number;
  readonly members: number;
  readonly children: number;
  readonly childrenHealth: number;
  readonly childrenSchool: number;
  readonly ethnicity: string;
  readonly marks: readonly string[];
  readonly note: string | null;
}

/** The order of the list by class: who needs help first, who is gone last. */
export const CLASS_ORDER: readonly ListedClosing[] = [
  'poor',
  'near-poor',
  'pending',
  'not-poor',
  'gone',
];

/** The place of a row in a sort, to go on after it. */
export function afterRow(row: ListedHousehold, sort: Sort | undefined): After {
  if (sort === 'income') return { at: row.incomeScore, code: row.code };
  const at = sort === 'class' ? CLASS_ORDER.indexOf(row.closing ?? 'pending') : null;
  return { at, code: row.code };
}
