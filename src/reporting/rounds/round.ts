import type { Day } from '../../shared/day.ts';
import type { Status } from '../reports/report.ts';
import type { RoundDates } from './deadline.ts';

export const ROUND_KINDS = {
  yearly: 'Báo cáo năm',
  'mid-term': 'Báo cáo sơ kết',
  final: 'Báo cáo tổng kết',
} as const;

export type RoundKind = keyof typeof ROUND_KINDS;

/** A reporting period: what is asked, of whom, until when. */
export interface Round extends RoundDates {
  readonly id: string;
  readonly movementId: string;
  readonly formId: string;
  readonly previousId: string | null;
  readonly name: string;
  readonly kind: RoundKind;
  readonly year: number;
  readonly periodFrom: Day;
  readonly periodTo: Day;
  readonly expectedOn: Day;
  readonly legalSource: string;
  readonly receiverId: string;
  readonly topId: string;
  readonly closedAt: Date | null;
}

/** A unit that is expected to report: asked for by role on the round's day. */
export interface ExpectedUnit {
  readonly unitId: string;
  readonly unitName: string;
  readonly role: string;
  readonly parentId: string | null;
  readonly areaId: string | null;
}

/** How many expected reports stand where, and how many are past their day unsent. */
export interface DeskCounts {
  readonly byStatus: ReadonlyMap<Status, number>;
  readonly overdue: number;
}
