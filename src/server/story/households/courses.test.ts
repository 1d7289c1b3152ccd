import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Closing, Opening } from '../../../households/household-class.ts';
import { isRelapse } from '../../../households/household-class.ts';
import { readSeed } from '../seed.ts';
import type { Course, CourseYear } from './course.ts';
import { coursesOf } from './courses.ts';
import { ethnicMix } from './ethnic-mix.ts';
import { communesIn } from './scope.ts';
import { villagesOf } from './villages.ts';

const seed = readSeed(join(import.meta.dirname, '../../../..'));
const YEARS = [2022, 2023, 2024, 2025];

/** Every old commune of the province with its households' ways; nothing is stored. */
const province = communesIn(seed, 'whole').flatMap((commune) => {
  const villages = villagesOf(seed, commune);
  return commune.parts.map((part) => {
    const own = villages.filter((one) => one.oldCode === part.code);
    return { part, courses: coursesOf(part, own, ethnicMix(seed, part.districtCode)) };
  });
});

function inYear(courses: readonly Course[], year: number): CourseYear[] {
  return courses.flatMap((one) => one.years.find((each) => each.year === year) ?? []);
}

function sumOf(year: number, closing: Closing): number {
  const rows = province.flatMap(({ courses }) => inYear(courses, year));
  return rows.filter((one) => one.closing === closing).length;
}

test('single households add up to the totals that the province published', () => {
  expect(province).toHaveLength(106);
  expect(sumOf(2023, 'poor')).toBe(25_426);
  expect(sumOf(2024, 'poor')).toBe(20_961);
  expect(sumOf(2024, 'near-poor')).toBe(10_053);
  for (const { year, households } of seed.poverty.province.slice(1)) {
    const here = sumOf(year, 'poor') + sumOf(year, 'near-poor') + sumOf(year, 'not-poor');
    expect(here, String(year)).toBe(households);
  }
});

test('in every commune and year the flows of the story come out', () => {
  for (const { part, courses } of province)
    for (const year of YEARS) expect(flowsIn(courses, year)).toEqual(toldOf(part, year));
});

function flowsIn(courses: readonly Course[], year: number) {
  const rows = inYear(courses, year);
  const count = (opening: Opening[], closing: Closing[], relapsed = false) =>
    rows.filter(
      (one) =>
        opening.includes(one.opening) && closing.includes(one.closing) && one.relapsed === relapsed,
    ).length;
  const ALL: Opening[] = ['absent', 'poor', 'near-poor', 'not-poor'];
  const OUT: Closing[] = ['near-poor', 'not-poor', 'gone'];
  return {
    opening: count(['poor'], ['poor', ...OUT]),
    escaped: count(['poor'], ['near-poor', 'not-poor']),
    otherOut: count(['poor'], ['gone']),
    relapsed: count(['not-poor'], ['poor'], true),
    fresh: count(['near-poor', 'not-poor'], ['poor']),
    otherIn: count(['absent'], ['poor']),
    closing: count(ALL, ['poor']) + count(['not-poor'], ['poor'], true),
    nearOpening: count(['near-poor'], ['poor', ...OUT]),
    nearOut: count(['near-poor'], ['poor', 'not-poor', 'gone']),
    nearClosing: count(ALL, ['near-poor']) + count(['not-poor'], ['near-poor'], true),
  };
}

function toldOf({ poverty }: (typeof province)[number]['part'], year: number) {
  const told = poverty.years.get(year) ?? {};
  return {
    opening: told.poor_opening,
    escaped: told.poor_escaped,
    otherOut: told.poor_other_out,
    relapsed: told.poor_relapsed,
    fresh: told.poor_new,
    otherIn: told.poor_other_in,
    closing: told.poor_closing,
    nearOpening: told.near_poor_opening,
    nearOut: told.near_poor_out,
    nearClosing: told.near_poor_closing,
  };
}

test('a year opens as the last one closed, and nobody comes back who is gone', () => {
  const all = province.flatMap(({ courses }) => courses);
  const torn = all.filter(({ years }) =>
    years.slice(1).some((one, at) => one.opening !== years[at]?.closing),
  );
  expect(torn).toEqual([]);
  const gone = all.filter(({ years }) => years.slice(0, -1).some((one) => one.closing === 'gone'));
  expect(gone).toEqual([]);
});

test('who relapsed had been poor before, and who had been poor relapses', () => {
  const all = province.flatMap(({ courses }) => courses);
  const wrong = all.filter(({ years }) =>
    years.some(
      (one, at) => one.relapsed !== isRelapse(one.opening, one.closing, earlierOf(years, at)),
    ),
  );
  expect(wrong).toEqual([]);
  const relapses = all.flatMap(({ years }) => years.filter((one) => one.relapsed));
  expect(relapses.length).toBeGreaterThan(100);
});

/** Where a household had stood before a year, the end of 2021 included. */
function earlierOf(years: readonly CourseYear[], at: number): (Closing | null)[] {
  const [first] = years;
  const start = !first || first.opening === 'absent' ? null : first.opening;
  return [start, ...years.slice(0, at).map((one) => one.closing)];
}

test('villages have about a hundred households, no two of a commune one name', () => {
  for (const commune of communesIn(seed, 'whole')) {
    const names = villagesOf(seed, commune).map((one) => one.names.after);
    expect(new Set(names).size).toBe(names.length);
  }
  const sizes = province.flatMap(({ courses }) => [
    ...Map.groupBy(courses, (one) => one.village.id).values(),
  ]);
  expect(Math.min(...sizes.map((one) => one.length))).toBeGreaterThan(50);
  expect(Math.max(...sizes.map((one) => one.length))).toBeLessThan(170);
});
