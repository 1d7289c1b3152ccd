import { type Day, dayInVietnam } from '../shared/day.ts';
import type { Db, House } from '../shared/house.ts';

const MS_A_DAY = 86_400_000;

/**
 * The house over a database. With a story day, time of day is real and the day is the
 * story's, so that a demonstration is as alive in a year as on its first morning.
 */
export function houseOver(db: Db, storyDay: Day | undefined): House {
  const now = () => (storyDay ? storyTime(storyDay) : new Date());
  return { db, now, today: () => dayInVietnam(now()) };
}

function storyTime(storyDay: Day): Date {
  const real = new Date();
  const shift = Date.parse(storyDay) - Date.parse(dayInVietnam(real));
  return new Date(real.getTime() + Math.round(shift / MS_A_DAY) * MS_A_DAY);
}
