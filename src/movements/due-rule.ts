import { asDay, type Day, day, lastDayOnTime } from '../shared/day.ts';

/** When a task is due, as the plan says it; kept as data beside the task. */
export type DueRule =
  /** "Trước ngày 20 tháng 11 hằng năm": the day itself counts only when `inclusive`. */
  | {
      readonly kind: 'yearly';
      readonly month: number;
      readonly day: number;
      readonly inclusive: boolean;
    }
  /** "Năm 2023": any day of that year. */
  | { readonly kind: 'year'; readonly year: number }
  /** "Giai đoạn 2022-2025": goes on from a day to a day, both included. */
  | { readonly kind: 'period'; readonly from: Day; readonly to: Day };

/**
 * The last day on time in a year, or `undefined` when the rule asks nothing in that year.
 * A task that goes on over years is due at the end of each, at latest on its own last day.
 * "Before 20 November" gives 19 November (plan VI.3.a). Throws `RangeError` for a rule whose
 * day is no day of the calendar.
 */
export function dueOn(rule: DueRule, year: number): Day | undefined {
  if (rule.kind === 'yearly') return lastDayOnTime(yearlyDay(rule, year), rule.inclusive);
  const yearEnd = day(`${year}-12-31`);
  if (rule.kind === 'year') return rule.year === year ? yearEnd : undefined;
  if (rule.from > yearEnd || rule.to < `${year}-01-01`) return undefined;
  const endsBefore = rule.to < yearEnd;
  return endsBefore ? rule.to : yearEnd;
}

function yearlyDay({ month, day: date }: { month: number; day: number }, year: number): Day {
  const two = (part: number) => String(part).padStart(2, '0');
  const found = asDay(`${year}-${two(month)}-${two(date)}`);
  if (!found) throw new RangeError(`no such day every year: ${date}/${month}`);
  return found;
}
