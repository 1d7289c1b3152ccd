import { addDays, type Day } from '../../shared/day.ts';
import type { Chance } from './chance.ts';

/** The day itself or, on a Saturday or Sunday, the Monday after. */
export function workingDay(on: Day): Day {
  const weekday = new Date(`${on}T00:00:00Z`).getUTCDay();
  if (weekday === 6) return addDays(on, 2);
  return weekday === 0 ? addDays(on, 1) : on;
}

export function addWorkingDays(from: Day, count: number): Day {
  let on = workingDay(from);
  for (let left = count; left > 0; left--) on = workingDay(addDays(on, 1));
  return on;
}

/** Some minute in an hour of a day, Vietnam time. */
export function momentIn(on: Day, hour: number, chance: Chance): Date {
  const [minute, second] = [chance.between(0, 58), chance.between(0, 59)];
  return new Date(Date.parse(`${on}T00:00:00+07:00`) + ((hour * 60 + minute) * 60 + second) * 1000);
}
