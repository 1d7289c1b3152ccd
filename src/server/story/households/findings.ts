import { CAUSES, type Mark, NEEDS } from '../../../households/household-marks.ts';
import type { PovertyStandard } from '../../../households/standard/poverty-standard.ts';
import { type Chance, chanceOf } from '../chance.ts';
import type { Member } from './births.ts';
import type { CourseYear } from './course.ts';

/** What a survey found in a year, so that the class of the story follows from it. */
export interface Finding {
  readonly incomeScore: number;
  readonly deprived: readonly string[];
  readonly childrenHealth: number;
  readonly childrenSchool: number;
}

/** The people of a household in a year, as far as a survey asks. */
export interface People {
  readonly members: readonly Member[];
  readonly children: number;
}

export function peopleOf(members: readonly Member[], year: number): People {
  return { members, children: members.filter((one) => ageOf(one, year) < 16).length };
}

export function ageOf({ born }: Member, year: number): number {
  return year - Number(born.slice(0, 4));
}

/** How often each indicator is met in a mountain province; rough. Those left out follow from people. */
const COMMON: Readonly<Record<string, number>> = {
  hygienicLatrine: 1,
  housingQuality: 0.95,
  adultEducation: 0.85,
  waterSource: 0.8,
  employment: 0.75,
  housingArea: 0.7,
  telecomService: 0.6,
  nutrition: 0.55,
  childSchooling: 0.35,
  healthInsurance: 0.35,
  informationMeans: 0.25,
};

/** The same household is deprived of much the same from year to year: its own order of indicators. */
export function findingOf(
  { code, area }: { readonly code: string; readonly area: 'rural' | 'urban' },
  { closing, year }: CourseYear,
  people: People,
  standard: PovertyStandard,
): Finding {
  const own = chanceOf(`${code}:indicators`);
  const order = standard.indicators
    .map(({ key }) => ({ key, at: own.next() * 0.9 - (COMMON[key] ?? 0) }))
    .filter(({ key }) => isPossible(key, people, year))
    .sort((left, right) => left.at - right.at)
    .map(({ key }) => key);
  const chance = chanceOf(`${code}:${year}:survey`);
  const dependent = people.children * 2 > people.members.length ? ['dependents'] : [];
  const count = Math.max(countFor(closing, chance), dependent.length);
  const chosen = new Set([...dependent, ...order.slice(0, count - dependent.length)]);
  const deprived = standard.indicators.map(({ key }) => key).filter((key) => chosen.has(key));
  const line = standard.lines[area].scoreLine ?? 0;
  return {
    incomeScore: closing === 'not-poor' ? line + chance.between(1, 45) : scoreUnder(line, chance),
    deprived,
    ...childrenIn(deprived, people, year, chance),
  };
}

/** Near the line more often than far under it; on it now and then. */
function scoreUnder(line: number, chance: Chance): number {
  return line - Math.floor(chance.next() ** 1.5 * 60);
}

function countFor(closing: CourseYear['closing'], chance: Chance): number {
  if (closing === 'poor') return 3 + Math.floor(chance.next() ** 1.7 * 5);
  return closing === 'near-poor' ? chance.between(0, 2) : chance.between(0, 3);
}

/** An indicator of children needs children; dependants are counted, not drawn. */
function isPossible(key: string, { members, children }: People, year: number): boolean {
  const some = (from: number, to: number) =>
    members.some((one) => ageOf(one, year) >= from && ageOf(one, year) <= to);
  if (key === 'dependents') return false;
  if (key === 'nutrition') return children > 0;
  if (key === 'childSchooling') return some(3, 15);
  return key !== 'adultEducation' || some(16, 30);
}

function childrenIn(
  deprived: readonly string[],
  { members, children }: People,
  year: number,
  chance: Chance,
) {
  const atSchoolAge = members.filter((one) => ageOf(one, year) >= 3 && ageOf(one, year) < 16);
  const some = (most: number) => Math.min(most, chance.between(1, 2));
  return {
    childrenHealth: deprived.includes('nutrition') ? some(children) : 0,
    childrenSchool: deprived.includes('childSchooling') ? some(atSchoolAge.length) : 0,
  };
}

/** Groups that a household belongs to whatever a year brings; average: by this year's class. */
export function groupsOf(code: string, head: Member, people: People, year: CourseYear): Mark[] {
  const chance = chanceOf(`${code}:groups`);
  const drawn = [chance.next(), chance.next(), chance.next()] as const;
  const standing = year.closing === 'gone' ? year.opening : year.closing;
  const labour = people.members.some(
    (one) => ageOf(one, year.year) >= 16 && ageOf(one, year.year) < 62,
  );
  const marks: (Mark | false)[] = [
    people.members.length > 0 && (!labour || drawn[0] < 0.01) && 'group.no-labour',
    drawn[1] < 0.025 && 'group.merit',
    drawn[1] > 0.985 && 'group.policy',
    head.sex === 'f' && 'group.female-head',
    standing === 'not-poor' && drawn[2] < 0.2 && 'group.average',
  ];
  return marks.filter((mark) => mark !== false);
}

/** Causes and needs of a poor or near-poor household; lasting, like its deprivations. */
export function causesAndNeeds(code: string, { closing }: CourseYear, found: Finding): Mark[] {
  if (closing !== 'poor' && closing !== 'near-poor') return [];
  const chance = chanceOf(`${code}:causes`);
  const count = closing === 'poor' ? chance.between(1, 3) : 1;
  const causes = new Set<string>(chance.some(Object.keys(CAUSES), count));
  const needs = new Set<string>(chance.some(Object.keys(NEEDS), chance.between(1, 2)));
  if (found.deprived.includes('housingQuality')) needs.add('need.housing');
  return [...keysOf(CAUSES), ...keysOf(NEEDS)].filter((one) => causes.has(one) || needs.has(one));
}

function keysOf<Key extends Mark>(names: Readonly<Record<Key, string>>): Key[] {
  return Object.keys(names) as Key[];
}
