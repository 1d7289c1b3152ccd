/** A calendar day in Vietnam as `YYYY-MM-DD`; compares and sorts as text. */
export type Day = string & { readonly __day: unique symbol };

const SHAPE = /^(\d{4})-(\d{2})-(\d{2})$/;
const MS_A_DAY = 86_400_000;

/** The text as a day, or `undefined` when it is no day of the calendar (31/2 included). */
export function asDay(text: string): Day | undefined {
  const match = SHAPE.exec(text);
  if (!match) return undefined;
  const [, year, month, date] = match.map(Number);
  const real = new Date(Date.UTC(year ?? 0, (month ?? 0) - 1, date));
  return real.toISOString().slice(0, 10) === text ? (text as Day) : undefined;
}

/** A day known to be right when the code was written. Throws on a typing error. */
export function day(text: string): Day {
  const found = asDay(text);
  if (!found) throw new RangeError(`not a day: ${text}`);
  return found;
}

/** What a person typed: `19/11/2025`, `19-11-2025`, `19.11.2025` or `2025-11-19`. */
export function parseDay(typed: string): Day | undefined {
  const text = typed.trim();
  const match = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(text);
  if (!match) return asDay(text);
  const [, date = '', month = '', year = ''] = match;
  return asDay(`${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`);
}

/** The day in Vietnam at this instant; Vietnam keeps UTC+7 all year. */
export function dayInVietnam(instant: Date): Day {
  return new Date(instant.getTime() + 7 * 3_600_000).toISOString().slice(0, 10) as Day;
}

/** Hour and minute in Vietnam, `14:32`. */
export function timeInVietnam(instant: Date): string {
  return new Date(instant.getTime() + 7 * 3_600_000).toISOString().slice(11, 16);
}

export function addDays(from: Day, count: number): Day {
  return new Date(Date.parse(from) + count * MS_A_DAY).toISOString().slice(0, 10) as Day;
}

/** Whole days from one day to another; negative when `to` is earlier. */
export function daysBetween(from: Day, to: Day): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / MS_A_DAY);
}

/**
 * The last day on time. "Trước ngày 20/11" excludes the 20th, so 19 November is
 * the last good day (plan VI.3.a); an inclusive deadline ends on its own day.
 */
export function lastDayOnTime(deadline: Day, inclusive: boolean): Day {
  return inclusive ? deadline : addDays(deadline, -1);
}

/** `19/11/2025` */
export function showDay(on: Day): string {
  const [year, month, date] = on.split('-');
  return `${date}/${month}/${year}`;
}

/** `14:32 ngày 19/11/2025`, Vietnam time. */
export function showInstant(instant: Date): string {
  return `${timeInVietnam(instant)} ngày ${showDay(dayInVietnam(instant))}`;
}

/**
 * The form of a dated document: `ngày 05 tháng 02 năm 2026`, but `tháng 6`
 * (Decree 30/2020, annex I: zero before days under 10 and months 1 and 2 only).
 */
export function officialDay(on: Day): string {
  const [year = '', month = '', date = ''] = on.split('-');
  const months = Number(month) <= 2 ? month : String(Number(month));
  return `ngày ${date} tháng ${months} năm ${year}`;
}

/** How far a deadline is, in words: `còn 3 ngày`, `hôm nay`, `quá 2 ngày`. */
export function distance(today: Day, due: Day): string {
  const days = daysBetween(today, due);
  if (days > 0) return `còn ${days} ngày`;
  return days === 0 ? 'hôm nay' : `quá ${-days} ngày`;
}
