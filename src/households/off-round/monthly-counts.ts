/** The counts of a month, by what came of the requests. */
export interface MonthlyCounts {
  readonly received: number;
  readonly poor: number;
  readonly nearPoor: number;
  readonly left: number;
  readonly refused: number;
  readonly open: number;
  /** Of the open ones, those past their day. */
  readonly overdue: number;
  /** Answered after their day. */
  readonly late: number;
}
