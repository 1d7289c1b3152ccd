import { addDays, type Day, day, daysBetween, showDay } from '../../shared/day.ts';

const A_MONDAY = day('2025-11-03');

/** Monday to Friday. Public holidays are not known to the house; the page says so. */
export function isWorkingDay(on: Day): boolean {
  return ((daysBetween(A_MONDAY, on) % 7) + 7) % 7 < 5;
}

/** The day that ends a time limit of so many working days; the first day itself does not count. */
export function addWorkingDays(from: Day, count: number): Day {
  let on = from;
  for (let left = count; left > 0; ) {
    on = addDays(on, 1);
    if (isWorkingDay(on)) left--;
  }
  return on;
}

/** Working days still to come after today, the last day included; 0 on the last day and after. */
export function workingDaysLeft(today: Day, until: Day): number {
  let count = 0;
  for (let on = addDays(today, 1); on <= until; on = addDays(on, 1)) if (isWorkingDay(on)) count++;
  return count;
}

/** Has the last day, included, gone by? */
export function isOver(today: Day, until: Day): boolean {
  return today > until;
}

/** How far a posting is: `còn 2 ngày làm việc, đến hết 12/11/2025`. */
export function clockWords(today: Day, until: Day): string {
  if (isOver(today, until)) return `đã đủ thời gian, hết ngày ${showDay(until)}`;
  if (today === until) return `hôm nay (${showDay(until)}) là ngày cuối`;
  return `còn ${workingDaysLeft(today, until)} ngày làm việc, đến hết ${showDay(until)}`;
}
