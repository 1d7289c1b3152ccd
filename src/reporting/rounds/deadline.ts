import { type Day, daysBetween, lastDayOnTime } from '../../shared/day.ts';

/** The four dates of a round, apart. */
export interface RoundDates {
  readonly legalDue: Day;
  readonly legalInclusive: boolean;
  readonly internalDue: Day | null;
  readonly locksOn: Day;
}

export type Punctuality = 'on-time' | 'extended' | 'late' | 'due' | 'overdue' | 'missed';

export const PUNCTUALITY_NAMES: Record<Punctuality, string> = {
  'on-time': 'Đúng hạn',
  extended: 'Trong thời gian gia hạn',
  late: 'Nộp muộn',
  due: 'Còn hạn',
  overdue: 'Quá hạn, chưa nộp',
  missed: 'Không nộp',
};

/** The last day on which the unit is on time, a granted extension counted. */
export function lastDayFor(dates: RoundDates, extendedUntil: Day | null): Day {
  return later(lastDayOnTime(dates.legalDue, dates.legalInclusive), extendedUntil);
}

function later(day: Day, other: Day | null): Day {
  return other && other > day ? other : day;
}

/** Is anything still taken in? The lock gives way only to a later extension. */
export function isLocked(dates: RoundDates, extendedUntil: Day | null, today: Day): boolean {
  return today > later(dates.locksOn, extendedUntil);
}

/** How a report stands against its dates, sent on `sentOn` or not yet. */
export function punctuality(
  dates: RoundDates,
  extendedUntil: Day | null,
  sentOn: Day | null,
  today: Day,
): Punctuality {
  const legal = lastDayOnTime(dates.legalDue, dates.legalInclusive);
  const last = later(legal, extendedUntil);
  if (sentOn) return sentOn <= legal ? 'on-time' : sentOn <= last ? 'extended' : 'late';
  if (today <= last) return 'due';
  return isLocked(dates, extendedUntil, today) ? 'missed' : 'overdue';
}

/** Days left until the last day on time; negative when past. */
export function daysLeft(dates: RoundDates, extendedUntil: Day | null, today: Day): number {
  return daysBetween(today, lastDayFor(dates, extendedUntil));
}
