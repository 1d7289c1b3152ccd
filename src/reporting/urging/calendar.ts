import ical, { ICalCalendarMethod } from 'ical-generator';
import { addDays, type Day } from '../../shared/day.ts';
import { lowerFirst } from '../../shared/vietnamese.ts';
import { lastDayFor } from '../rounds/deadline.ts';
import type { WorkReport } from './work.ts';

/** One date that matters to a person. */
export interface DueDate {
  readonly key: string;
  readonly what: string;
  readonly on: Day;
  readonly href: string;
}

/** The dates of the reports that these units still owe, soonest first. */
export function dueDates(units: readonly string[], reports: readonly WorkReport[]): DueDate[] {
  return reports
    .filter((report) => units.includes(report.unitId) && !report.sentOn)
    .map((report) => ({
      key: report.id,
      what: `Nộp ${lowerFirst(report.roundName)}: ${report.unitName}`,
      on: lastDayFor(report, report.extendedUntil),
      href: `/reports/${report.id}`,
    }))
    .sort((left, right) => (left.on < right.on ? -1 : 1));
}

/** The dates as an iCalendar feed (RFC 5545) of whole days. `now` stamps the entries. */
export function calendarFile(dates: readonly DueDate[], site: string, now: Date): string {
  const calendar = ical({ name: 'Chung Tay: hạn nộp', method: ICalCalendarMethod.PUBLISH });
  for (const { key, what, on, href } of dates)
    calendar.createEvent({
      id: key,
      stamp: now,
      start: new Date(`${on}T00:00:00`),
      end: new Date(`${addDays(on, 1)}T00:00:00`),
      allDay: true,
      summary: what,
      url: `${site}${href}`,
    });
  return calendar.toString();
}
