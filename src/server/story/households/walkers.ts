import type { Closing } from '../../../households/household-class.ts';
import type { Chance } from '../chance.ts';
import type { Course, CourseYear } from './course.ts';
import { drawWeighted, type Weights } from './ethnic-mix.ts';
import type { OldCommune } from './scope.ts';
import type { Village } from './villages.ts';

/** A household on its way: what it takes to choose who escapes and who does not. */
export interface Walker extends Course {
  readonly fortune: number;
  readonly years: CourseYear[];
  standing: Closing;
  wasPoor: boolean;
  wasNear: boolean;
  /** This year's fortune, the neighbours' and the year's luck included. */
  luck: number;
}

export const KINH = '01';
/** How many of a village belong to its own group, of the minorities in it. */
const OF_THE_VILLAGE = 0.85;

/** What the households of one old commune are made from. */
export interface Making {
  readonly commune: OldCommune;
  readonly villages: readonly Village[];
  readonly mix: Weights;
  readonly chance: Chance;
}

export function newWalker(
  { mix, chance }: Making,
  number: number,
  { village, isKinh, size }: { village: Village; isKinh: boolean; size: number },
): Walker {
  const minority = chance.next() < OF_THE_VILLAGE ? village.group : drawWeighted(mix, chance);
  return {
    ...{ number, village, size, ethnicity: isKinh ? KINH : minority, years: [] },
    // Kinh households of the mountains are seldom poor: traders, teachers, officials.
    fortune: chance.next() + (isKinh ? 0.4 : 0),
    ...{ standing: 'not-poor', wasPoor: false, wasNear: false, luck: 0 },
  };
}

/** People of a household as the census met them; seven and more thin out. */
export function sizeIn({ sizes }: OldCommune, chance: Chance): number {
  const size = Number(
    drawWeighted(
      sizes.map((count, at) => [String(at + 1), count]),
      chance,
    ),
  );
  return size < 7 ? size : 7 + Math.floor(chance.next() ** 2 * 4);
}

/** Households with the hardest-pressed first, this year's luck drawn. */
export function inNeed(households: readonly Walker[], chance: Chance): Walker[] {
  for (const one of households) one.luck = one.fortune - one.village.hardship + 0.3 * chance.next();
  return households.toSorted((left, right) => left.luck - right.luck || left.number - right.number);
}

export function standAs(one: Walker, standing: Closing): void {
  one.standing = standing;
  one.wasPoor ||= standing === 'poor';
  one.wasNear ||= standing === 'near-poor';
}

/** Those of each standing, the hardest-pressed first; whoever was never listed apart. */
export function linesOf(here: readonly Walker[]) {
  const notPoor = here.filter((one) => one.standing === 'not-poor');
  return {
    poor: here.filter((one) => one.standing === 'poor'),
    near: here.filter((one) => one.standing === 'near-poor'),
    oncePoor: notPoor.filter((one) => one.wasPoor),
    onceNear: notPoor.filter((one) => one.wasNear && !one.wasPoor),
    never: notPoor.filter((one) => !one.wasNear && !one.wasPoor),
  };
}

export function firstOf(line: Walker[], count: number): Walker[] {
  return enough(line.splice(0, count), count);
}

export function lastOf(line: Walker[], count: number): Walker[] {
  return enough(line.splice(line.length - count, count), count);
}

export function anyOf(line: Walker[], count: number, chance: Chance): Walker[] {
  const taken = Array.from({ length: Math.min(count, line.length) }, () =>
    line.splice(chance.between(0, line.length - 1), 1),
  );
  return enough(taken.flat(), count);
}

function enough(taken: Walker[], count: number): Walker[] {
  if (taken.length < count)
    throw new RangeError(`${count} households wanted, ${taken.length} there`);
  return taken;
}

/** The same in an order drawn by lot. */
export function shuffled<T>(list: readonly T[], chance: Chance): T[] {
  const keyed = list.map((value) => ({ value, at: chance.next() }));
  return keyed.sort((left, right) => left.at - right.at).map(({ value }) => value);
}
