import { type Day, day } from '../../../shared/day.ts';
import { chanceOf } from '../chance.ts';
import type { Seed } from '../seed.ts';
import type { ReviewToday } from '../story-shapes.ts';
import type { StoryHousehold } from './household-rows.ts';
import { listingOf } from './review-rows.ts';
import type { Village } from './villages.ts';

/** Where a commune stands on the story's day: as the seed tells, else drawn by lot. */
export function reviewToday({ households }: Seed, commune: string): ReviewToday {
  const told = households.today.find((one) => one.commune === commune);
  if (told) return told;
  const chance = chanceOf(`today:${commune}`);
  if (chance.next() < 0.45) return { commune, surveyed: 0.3 + 0.6 * chance.next(), met: [] };
  return { commune, postedOn: chance.pick(POSTING_DAYS) };
}

const POSTING_DAYS: readonly Day[] = ['06', '07', '10', '11', '12', '13', '14'].map((date) =>
  day(`2025-11-${date}`),
);

/**
 * Takes the findings of this year from households that nobody has come to yet: of the first
 * village every other one, then whole villages, until the share of the list is left that has
 * been surveyed (all, when nothing is said). Gives the villages that are done.
 */
export function leaveWaiting(
  households: readonly StoryHousehold[],
  villages: readonly Village[],
  { year, surveyed = 1 }: { readonly year: number; readonly surveyed?: number },
): Village[] {
  const listed = households.filter((one) => isListed(one, year));
  const byVillage = Map.groupBy(listed, (one) => one.course.village.id);
  const of = (village: Village) => byVillage.get(village.id) ?? [];
  const [first, ...others] = villages;
  if (surveyed === 1) return [...villages];
  if (!first || surveyed === 0) return wait(listed, year);
  wait(
    of(first).filter((_, at) => at % 2 === 1),
    year,
  );
  let left = surveyed * listed.length - of(first).length / 2;
  return others.filter((village) => {
    left -= of(village).length;
    if (left >= 0) return true;
    wait(of(village), year);
    return false;
  });
}

function isListed({ code, course }: StoryHousehold, year: number): boolean {
  const one = course.years.find((each) => each.year === year);
  return one !== undefined && listingOf(code, one) !== null;
}

function wait(households: readonly StoryHousehold[], year: number): Village[] {
  for (const { findings } of households) findings.delete(year);
  return [];
}
