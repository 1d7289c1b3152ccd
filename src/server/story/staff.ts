import type { NewPerson } from '../../people/people.actions.ts';
import type { Duty } from '../../people/person.ts';
import type { Day } from '../../shared/day.ts';
import { officeId, stableId } from '../../units/reference-ids.ts';
import { type Chance, chanceOf } from './chance.ts';
import { villageId } from './households/villages.ts';
import { type NameMaker, nameMaker } from './names.ts';
import { type Holding, STORY_BEGINS } from './offices.ts';
import type { Seed } from './seed.ts';
import { TITLES } from './titles.ts';

/** Somebody at a desk: who carries a duty at an office, for a time. */
export interface Post {
  readonly personId: string;
  readonly name: string;
  readonly title: string;
  readonly unitId: string;
  readonly duty: Duty;
  readonly from: Day;
  readonly to: Day | null;
}

export interface Staff {
  readonly people: readonly NewPerson[];
  /** Who carries the duty there on a day; throws when nobody does. */
  on(unitId: string, duty: Duty, day: Day): Post;
}

const REPORTING_ROLES = new Set([
  'department',
  'standing',
  'home_affairs',
  'media_lead',
  'front',
  'mass_organisation',
  'district',
  'commune',
  'enterprise',
]);

/**
 * The people of the story: those of the demonstration, and at every office that reports an
 * officer, a head and, in a district, someone who receives the communes; where households are
 * told (`reviewing`: offices by id), a reviewer and a chairman too. All names made up.
 */
export function staffOf(
  seed: Seed,
  holdings: readonly Holding[],
  passwordHash: string,
  reviewing: ReadonlySet<string> = new Set(),
): Staff {
  const nameOf = nameMaker(seed.names, seed.patterns);
  const demo = demoPeople(seed, nameOf, passwordHash);
  const posts = demo.flatMap(postsOf);
  const covered = new Set(posts.map((post) => `${post.unitId}:${post.duty}`));
  const taken = new Set(demo.map((person) => person.fullName));
  const others = desksOf(holdings, reviewing)
    .filter(({ office, duty }) => !covered.has(`${office.id}:${duty}`))
    .map((desk) => personAt(desk, nameOf, taken));
  const byDesk = Map.groupBy(
    [...posts, ...others.flatMap(postsOf)],
    (post) => `${post.unitId}:${post.duty}`,
  );
  return {
    people: [...demo, ...others],
    on: (unitId, duty, on) => {
      const found = byDesk
        .get(`${unitId}:${duty}`)
        ?.find(({ from, to }) => from <= on && (!to || to >= on));
      if (!found) throw new Error(`nobody carries ${duty} at ${unitId} on ${on}`);
      return found;
    },
  };
}

function demoPeople({ demo }: Seed, nameOf: NameMaker, passwordHash: string): NewPerson[] {
  return demo.people.map((person) => ({
    id: stableId(`person:${person.login}`),
    fullName: nameOf(person.ethnic, person.sex, chanceOf(`demo:${person.login}`)),
    login: person.login,
    passwordHash,
    isStory: true,
    positions: person.posts.map(({ unit, title, from, to }) => ({
      unitId: unitIdOf(unit),
      title,
      from,
      to,
    })),
    duties: [
      ...person.posts.flatMap(({ unit, from, to, duties }) =>
        duties.map((duty) => ({ unitId: unitIdOf(unit), duty, from, to })),
      ),
      ...(person.extra ?? []).map(({ unit, duty, from }) => ({
        unitId: officeId(unit),
        duty,
        from,
      })),
    ],
  }));
}

/** An office by its code, or a made-up village: `BAN.03618.1` is the first of the old commune. */
function unitIdOf(code: string): string {
  const [, commune, number] = /^BAN\.(\d+)\.(\d+)$/.exec(code) ?? [];
  return commune ? villageId(commune, Number(number)) : officeId(code);
}

interface Desk {
  readonly office: Holding;
  readonly duty: keyof typeof TITLES;
  readonly from: Day;
  readonly to: Day | null;
}

/** The desks of all reporting offices, each for as long as the office stands. */
function desksOf(holdings: readonly Holding[], reviewing: ReadonlySet<string>): Desk[] {
  const offices = Map.groupBy(
    holdings.filter((one) => REPORTING_ROLES.has(one.role)),
    (one) => one.id,
  );
  return [...offices.values()].flatMap((periods) => {
    const [office] = periods;
    if (!office) return [];
    const [from = STORY_BEGINS] = periods.map((one) => one.from).toSorted();
    const open = periods.some((one) => one.to === null);
    const last = periods.map((one) => one.to ?? STORY_BEGINS).toSorted();
    const to = open ? null : (last.at(-1) ?? null);
    const duties: Desk['duty'][] = ['prepareReports', 'approveReports'];
    if (office.level === 'district') duties.push('receiveReports');
    if (reviewing.has(office.id)) duties.push('reviewHouseholds', 'recogniseReviews');
    return duties.map((duty) => ({ office, duty, from, to }));
  });
}

function personAt({ office, duty, from, to }: Desk, nameOf: NameMaker, taken: Set<string>) {
  const chance = chanceOf(`${office.code}:${duty}`);
  const unitId = office.id;
  const until = to ?? undefined;
  return {
    id: stableId(`person:${office.code}:${duty}`),
    fullName: newName(office, nameOf, chance, taken),
    isStory: true,
    positions: [{ unitId, title: TITLES[duty](office), from, to: until }],
    duties: [{ unitId, duty, from, to: until }],
  };
}

/** A name that nobody else in the story bears. */
function newName(office: Holding, nameOf: NameMaker, chance: Chance, taken: Set<string>): string {
  for (;;) {
    const sex = chance.next() < 0.45 ? 'f' : 'm';
    const name = nameOf(chance.pick(groupsAt(office)), sex, chance);
    if (taken.has(name)) continue;
    taken.add(name);
    return name;
  }
}

/** Ethnic groups (codes of 2008) by where the office is: a rough mix, no statement on anyone. */
function groupsAt({ level }: Holding): readonly string[] {
  if (level === 'commune') return ['03', '03', '08', '08', '09', '33', '01', '26', '39', '42'];
  return ['01', '01', '01', '03', '03', '08', '02', '26'];
}

function postsOf(person: NewPerson): Post[] {
  return person.duties.map(({ unitId, duty, from, to = null }) => ({
    personId: person.id,
    name: person.fullName,
    title: titleAt(person, unitId, from),
    unitId,
    duty,
    from,
    to,
  }));
}

function titleAt({ positions }: NewPerson, unitId: string, from: Day): string {
  const here = positions.find((one) => one.unitId === unitId && one.from === from);
  return (here ?? positions[0])?.title ?? '';
}
