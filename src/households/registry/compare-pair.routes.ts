import type { Person } from '../../people/person.ts';
import { showDay } from '../../shared/day.ts';
import type { House } from '../../shared/house.ts';
import { lowerFirst } from '../../shared/vietnamese.ts';
import { found } from '../../shared/web.ts';
import { ethnicName } from '../ethnic-groups.ts';
import { changeWords } from '../household-class.ts';
import { mayReadIdentity, mayReviewHousehold } from '../households.policy.ts';
import { maskName, maskNumber } from '../masking.ts';
import type { PairSide } from './duplicate.pages.tsx';
import { type Comparison, compared, type DuplicatePair, peopleWords } from './duplicates.ts';
import { findHousehold, listMembers, listYears } from './household.sql.ts';
import { type Household, livesThere, type Member, type ReviewYear } from './household.ts';
import { type Head, loadHeads, type ReadIdentity } from './identities.sql.ts';
import { sharedMembers } from './members.sql.ts';
import { readIdentities } from './readings.actions.ts';

/** A pair as its page shows it, masked or read. */
export interface PairOnShow {
  readonly pair: DuplicatePair;
  readonly first: PairSide;
  readonly second: PairSide;
  readonly comparisons: readonly Comparison[];
  readonly reading: string | undefined;
}

/** What is known of one of the two. */
interface Side {
  readonly household: Household;
  readonly head: Head | undefined;
  readonly living: readonly Member[];
  readonly last: ReviewYear | undefined;
  /** The person may open it; of another only what tells the two apart is shown. */
  readonly open: boolean;
  /** Members who also live in the other. */
  readonly shared: number;
}

/** Two households side by side, names masked. */
export function comparePair(
  house: House,
  person: Person,
  pair: DuplicatePair,
): Promise<PairOnShow> {
  return pairOf(house, person, pair, new Map(), undefined);
}

/**
 * The same with the names of those that the person may read, each commune's reading on record;
 * a household elsewhere stays masked, and the page says whom to ask.
 */
export async function readPair(
  house: House,
  person: Person,
  pair: DuplicatePair,
  purpose: string,
): Promise<PairOnShow> {
  const both = await householdsOf(house, pair);
  const may = both.filter(({ place }) => mayReadIdentity(person, place));
  const names = new Map<string, ReadIdentity>();
  for (const [communeId, own] of Map.groupBy(may, ({ place }) => place.communeId)) {
    const householdIds = own.map(({ id }) => id);
    const read = await readIdentities(house, person, { communeId, householdIds, purpose });
    for (const [id, identity] of read) names.set(id, identity);
  }
  const [hidden] = both.filter((one) => !may.includes(one));
  const reading = hidden
    ? `Đã ghi lượt xem. Tên của hộ ${hidden.code} vẫn được che: hộ ở ${lowerFirst(hidden.communeName)}, hãy hỏi cán bộ rà soát ở đó.`
    : 'Đã ghi lượt xem; tên chỉ hiện ở lần mở này.';
  return pairOf(house, person, pair, names, reading);
}

async function householdsOf(house: House, { firstId, secondId }: DuplicatePair) {
  const find = (id: string) => findHousehold(house.db, id, house.today());
  const first = found(await find(firstId), 'hộ thứ nhất của cặp này');
  return [first, found(await find(secondId), 'hộ thứ hai của cặp này')] as const;
}

async function pairOf(
  house: House,
  person: Person,
  pair: DuplicatePair,
  names: ReadonlyMap<string, ReadIdentity>,
  reading: string | undefined,
): Promise<PairOnShow> {
  const [one, other] = await householdsOf(house, pair);
  const [first, second] = [
    await sideOf(house, person, one, other),
    await sideOf(house, person, other, one),
  ];
  return {
    ...{ pair, reading },
    first: shownSide(person, first),
    second: shownSide(person, second),
    comparisons: [...who(first, second, names), ...facts(first, second)],
  };
}

async function sideOf(
  { db }: House,
  person: Person,
  household: Household,
  other: Household,
): Promise<Side> {
  const heads = await loadHeads(db, household.provinceId, [household.id]);
  const living = (await listMembers(db, household)).filter(livesThere);
  const last = (await listYears(db, household.id)).at(-1);
  const shared = (await sharedMembers(db, household, other)).length;
  const open = mayReadIdentity(person, household.place);
  return { household, head: heads.get(household.id), living, last, open, shared };
}

function shownSide(person: Person, { household }: Side): PairSide {
  const { id, code, place, endedOn } = household;
  const may = mayReadIdentity(person, place);
  const mayMove = mayReviewHousehold(person, place) && endedOn === null;
  return {
    code,
    href: may ? `/households/${id}` : undefined,
    movesHref: mayMove ? `/households/${id}/moves` : undefined,
  };
}

/** Who heads the two: whole where it was read, masked elsewhere; alike by what is stored. */
function who(first: Side, second: Side, names: ReadonlyMap<string, ReadIdentity>): Comparison[] {
  const name = ({ household, head }: Side) =>
    names.get(household.id)?.headName ?? (head && maskName(head.fullName));
  const number = ({ household, head }: Side) => {
    const whole = head?.citizenNumber;
    return names.has(household.id) ? whole : whole && maskNumber(whole);
  };
  const born = ({ household, head }: Side) => {
    const on = names.get(household.id)?.birthDate;
    return on ? showDay(on) : head && String(head.birthYear);
  };
  const judge = (of: (head: Head) => string | number | null) => {
    const [left, right] = [first.head && of(first.head), second.head && of(second.head)];
    return left && right ? left === right : null;
  };
  const row = (title: string, shown: (side: Side) => string | null | undefined) =>
    compared(title, shown(first), shown(second));
  return [
    { ...row('Chủ hộ', name), alike: judge(({ fullName }) => fullName) },
    { ...row('Số căn cước', number), alike: judge(({ citizenNumber }) => citizenNumber) },
    { ...row('Sinh', born), alike: judge(({ birthYear }) => birthYear) },
  ];
}

function facts(first: Side, second: Side): Comparison[] {
  const row = (title: string, shown: (side: Side) => string | null | false | undefined) =>
    compared(title, shown(first) || null, shown(second) || null);
  return [
    row('Nơi ở', ({ household }) => placeOf(household)),
    row('Dân tộc', ({ household, living, open }) => {
      const head = living.find(({ no }) => no === household.headNo);
      return open && head && ethnicName(head.ethnicity);
    }),
    row('Những người trong hộ', ({ living, open }) => (open ? peopleWords(living) : null)),
    { ...row('Người có ở cả hai hộ', ({ shared }) => `${shared} người`), alike: first.shared > 0 },
    row(
      'Rà soát gần nhất',
      ({ last, open }) => open && last && `${last.year}: ${changeWords(last)}`,
    ),
    row('Trong sổ từ', ({ household }) => showDay(household.formedOn)),
  ];
}

function placeOf({ villageName, communeName, endedOn }: Household): string {
  const end = endedOn ? ` (đã kết thúc ${showDay(endedOn)})` : '';
  return `${villageName}, ${lowerFirst(communeName)}${end}`;
}
