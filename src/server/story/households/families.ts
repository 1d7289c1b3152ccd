import { type Day, day } from '../../../shared/day.ts';
import type { Chance } from '../chance.ts';
import { Births, dayInYear, type Member, type MemberMaking } from './births.ts';
import type { Course } from './course.ts';

/** A made-up household as the register has it: its people, its days. */
export interface Family {
  readonly members: readonly Member[];
  readonly formedOn: Day;
  /** Since when the register knows it. */
  readonly since: Day;
  readonly endedOn: Day | null;
}

/** The register begins with the lists of the end of 2021. */
export const REGISTER_BEGINS = day('2022-01-01');

/** The people of a household through its years: its first members, births, and who left. */
export function familyOf(course: Course, making: MemberMaking, chance: Chance): Family {
  const arrival = course.years.find((one) => one.opening === 'absent');
  const leaving = course.years.find((one) => one.closing === 'gone');
  const since = arrival ? dayInYear(arrival.year, chance) : REGISTER_BEGINS;
  const endedOn = leaving ? dayInYear(leaving.year, chance) : null;
  const born = new Births(course, making, chance, since);
  const members = born.firstMembers(arrival !== undefined && arrival.reason !== 'moved-in');
  for (const { year, opening, closing } of course.years) {
    if (opening === 'absent' || closing === 'gone') continue;
    change(members, year, born, chance);
  }
  for (const member of members) member.to ??= endedOn;
  const formedOn = arrival && arrival.reason !== 'moved-in' ? since : born.formedOn();
  return { members, formedOn, since, endedOn };
}

/** How many people belonged to it on a day. */
export function membersOn({ members }: Family, on: Day): Member[] {
  return members.filter(({ from, to }) => from <= on && (to === null || to >= on));
}

/** A birth in one year of twenty, a son or daughter who leaves in one of fifty. */
function change(members: Member[], year: number, born: Births, chance: Chance): void {
  const mother = members.find((one) => one.relation === 'spouse' || one.relation === 'head');
  const age = year - Number(mother?.born.slice(0, 4) ?? 0);
  const couple = members.some((one) => one.relation === 'spouse');
  const drawn = chance.next();
  if (couple && age < 42 && drawn < 0.07) members.push(born.baby(year, members.length + 1));
  const leaver = members.findLast(
    ({ relation, to, born: on }) =>
      relation === 'child' && to === null && year - Number(on.slice(0, 4)) >= 19,
  );
  if (leaver && drawn > 0.95) leaver.to = dayInYear(year, chance);
}
