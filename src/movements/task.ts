import type { Day } from '../shared/day.ts';
import type { DueRule } from './due-rule.ts';

/** What shows, later and to a stranger, that a task was carried out. */
export const EVIDENCES = {
  report: 'Báo cáo của các đơn vị',
  figure: 'Số liệu trong báo cáo',
  document: 'Văn bản',
  activity: 'Hoạt động',
} as const;

export type Evidence = keyof typeof EVIDENCES;

/** Something that must be done, hanging on a clause. */
export interface Task {
  readonly id: string;
  readonly clauseId: string;
  readonly name: string;
  readonly due: DueRule;
  readonly evidence: Evidence;
  /** Roles in the movement, in the order of the movement. */
  readonly lead: readonly string[];
  readonly with: readonly string[];
  /** The last day on which it is asked; null: as long as the plan. */
  readonly validTo: Day | null;
  readonly results: readonly TaskResult[];
}

/** That a task was done in a year, and what shows it. */
export interface TaskResult {
  readonly year: number;
  readonly doneOn: Day;
  readonly proof: string;
  readonly personName: string;
}

/** A role of the movement and the units that hold it on the day asked. */
export interface RoleToday {
  readonly key: string;
  readonly name: string;
  readonly holders: readonly { readonly unitId: string; readonly unitName: string }[];
}

/** How many reports of a role a round expects, and how they stand today. */
export interface RoleReports {
  readonly roundId: string;
  readonly roundName: string;
  readonly role: string;
  readonly expected: number;
  readonly sent: number;
  /** Sent after their last day, extensions counted. */
  readonly sentLate: number;
  /** Not sent, though their last day is over. */
  readonly overdue: number;
}
