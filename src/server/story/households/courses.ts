import type { Closing, HouseholdClass } from '../../../households/household-class.ts';
import { type Chance, chanceOf } from '../chance.ts';
import type { Amounts } from '../commune-poverty.ts';
import { shareOut } from '../share-out.ts';
import type { Course } from './course.ts';
import type { Weights } from './ethnic-mix.ts';
import { type Flows, flowsOf } from './flows.ts';
import { arrivalOf, leavingOf } from './moves.ts';
import type { OldCommune } from './scope.ts';
import type { Village } from './villages.ts';
import {
  anyOf,
  firstOf,
  inNeed,
  KINH,
  lastOf,
  linesOf,
  type Making,
  newWalker,
  shuffled,
  sizeIn,
  standAs,
  type Walker,
} from './walkers.ts';

/**
 * The households of an old commune, 2022 to 2025. Counted up, they give exactly what the poverty
 * story tells of the commune: households, poor, near-poor, and who came and went which way.
 */
export function coursesOf(
  commune: OldCommune,
  villages: readonly Village[],
  mix: Weights,
): readonly Course[] {
  const chance = chanceOf(`households:${commune.code}`);
  const making = { commune, villages, mix, chance };
  const all = beginnings(making);
  for (const [year, told] of commune.poverty.years) passYear(all, { year, told }, making);
  return all;
}

/** Who was there at the end of 2021, village by village, the hardest-pressed on the list. */
function beginnings(making: Making): Walker[] {
  const { commune, villages, chance } = making;
  const { households, poor, nearPoor, ethnic } = commune.poverty.first;
  const places = shareOut(
    households,
    villages.map((one) => one.weight),
  ).flatMap((count, at) => Array.from({ length: count }, () => at));
  const kinh = new Set(shuffled([...places.keys()], chance).slice(0, households - ethnic));
  const all = places.map((at, place) => {
    const village = villages[at];
    if (!village) throw new RangeError(`no village ${at} in ${commune.code}`);
    const origin = { village, isKinh: kinh.has(place), size: sizeIn(commune, chance) };
    return newWalker(making, place + 1, origin);
  });
  const ranked = inNeed(all, chance);
  for (const one of ranked.slice(0, poor)) standAs(one, 'poor');
  for (const one of ranked.slice(poor, poor + nearPoor)) standAs(one, 'near-poor');
  return all;
}

interface YearTold {
  readonly year: number;
  readonly told: Amounts;
}

function passYear(all: Walker[], { year, told }: YearTold, making: Making): void {
  const { chance } = making;
  const here = inNeed(
    all.filter((one) => one.standing !== 'gone'),
    chance,
  );
  const lines = linesOf(here);
  const before = { households: here.length, onceNear: lines.onceNear.length };
  const flows = flowsOf(told, before, chance);
  const step = (moved: readonly Walker[], closing: Closing, relapsed = false) => {
    for (const one of moved) goOn(one, year, { closing, relapsed, chance });
  };
  step(anyOf(lines.poor, flows.poor.gone, chance), 'gone');
  step(lastOf(lines.poor, flows.poor.out), 'not-poor');
  step(lastOf(lines.poor, flows.poor.toNear), 'near-poor');
  step(anyOf(lines.near, flows.near.gone, chance), 'gone');
  step(firstOf(lines.near, flows.near.toPoor), 'poor');
  step(lastOf(lines.near, flows.near.out), 'not-poor');
  step(firstOf(lines.oncePoor, flows.back.poor), 'poor', true);
  step(firstOf(lines.onceNear, flows.back.near), 'near-poor', true);
  step(firstOf(lines.never, flows.fresh.poor), 'poor');
  step(firstOf(lines.never, flows.fresh.near), 'near-poor');
  step(anyOf(lines.never, flows.notPoorGone, chance), 'gone');
  for (const stayed of Object.values(lines).flat()) step([stayed], stayed.standing);
  arrive(all, { year, told }, flows.arrived, making);
}

function goOn(
  one: Walker,
  year: number,
  { closing, relapsed, chance }: { closing: Closing; relapsed: boolean; chance: Chance },
): void {
  const { standing } = one;
  if (standing === 'gone') throw new Error('who is gone goes nowhere');
  const reason = closing === 'gone' ? leavingOf(one.size, chance) : null;
  one.years.push({ year, opening: standing, closing, relapsed, reason });
  standAs(one, closing);
}

/** New households; their groups keep the number of minority households near what is told. */
function arrive(
  all: Walker[],
  { year, told }: YearTold,
  { poor, near, notPoor }: Flows['arrived'],
  making: Making,
): void {
  const { chance, villages, commune } = making;
  const classes = [
    ...Array.from({ length: poor }, () => 'poor' as const),
    ...Array.from({ length: near }, () => 'near-poor' as const),
    ...Array.from({ length: notPoor }, () => 'not-poor' as const),
  ];
  const minority = all.filter((one) => one.standing !== 'gone' && one.ethnicity !== KINH).length;
  let wanted = (told.households_ethnic ?? 0) - minority;
  for (const closing of classes) {
    const reason = arrivalOf(chance);
    const village = villages[chance.between(0, villages.length - 1)];
    if (!village) throw new RangeError(`no village in ${commune.code}`);
    const size = reason === 'moved-in' ? sizeIn(commune, chance) : chance.between(2, 4);
    const one = newWalker(making, all.length + 1, { village, isKinh: wanted <= 0, size });
    wanted -= 1;
    one.years.push({ year, opening: 'absent', closing, relapsed: false, reason });
    standAs(one, closing satisfies HouseholdClass);
    all.push(one);
  }
}
