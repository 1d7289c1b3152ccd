import { addDays, type Day, day } from '../../shared/day.ts';

/** How requests off the yearly round are answered; dated, with its source. */
export interface MonthlyRule {
  /** The first day on which a request received follows it. */
  readonly firstDay: Day;
  /** The day of each month on which the review of what was received begins. */
  readonly startsOn: number;
  /** Calendar days from the start to the answer. */
  readonly daysToAnswer: number;
  /** The day of the next month by which the commune reports a month. */
  readonly reportBy: number;
  /** Months in which such a report is due. */
  readonly reportMonths: readonly number[];
  readonly source: string;
  readonly confirmed: boolean;
  /** What nobody has compared with the text yet. */
  readonly doubt: string;
}

const MONTHLY_RULES: readonly MonthlyRule[] = [
  {
    ...{ firstDay: day('2021-09-01'), startsOn: 15, daysToAnswer: 15 },
    ...{ reportBy: 5, reportMonths: [2, 3, 4, 5, 6, 7, 8, 9] },
    source: 'Quyết định 24/2021/QĐ-TTg, rà soát thường xuyên hằng năm',
    confirmed: false,
    doubt:
      'giấy nhận sau ngày 15 được tính sang tháng sau; 15 ngày tính theo ngày lịch; báo cáo của tháng nộp ngày 5 tháng sau',
  },
];

/** The rule that a request received on a day follows. */
export function monthlyRule(receivedOn: Day): MonthlyRule {
  const held = MONTHLY_RULES.filter(({ firstDay }) => firstDay <= receivedOn);
  const [first] = MONTHLY_RULES;
  const rule = held.at(-1) ?? first;
  if (!rule) throw new Error('there is no rule of the monthly review');
  return rule;
}

/** The day on which the review begins: the 15th, of the next month when received after it. */
export function reviewStart(receivedOn: Day): Day {
  const { startsOn } = monthlyRule(receivedOn);
  const own = dayOfMonth(receivedOn.slice(0, 7), startsOn);
  return receivedOn <= own ? own : dayOfMonth(nextMonth(receivedOn.slice(0, 7)), startsOn);
}

/** The last day for the answer. */
export function answerDue(receivedOn: Day): Day {
  return addDays(reviewStart(receivedOn), monthlyRule(receivedOn).daysToAnswer);
}

/** A month as `2025-11`; the one after it. */
export function nextMonth(month: string): string {
  const [year = 0, at = 0] = month.split('-').map(Number);
  return at === 12 ? `${year + 1}-01` : `${year}-${String(at + 1).padStart(2, '0')}`;
}

/** The day by which the commune reports a month, or none where no report is due. */
export function reportDue(month: string): Day | undefined {
  const rule = monthlyRule(dayOfMonth(month, 1));
  const due = nextMonth(month);
  const asked = rule.reportMonths.includes(Number(due.slice(5)));
  return asked ? dayOfMonth(due, rule.reportBy) : undefined;
}

function dayOfMonth(month: string, at: number): Day {
  return day(`${month}-${String(at).padStart(2, '0')}`);
}
