import type { House } from '../shared/house.ts';
import { isId } from '../shared/identity.ts';
import { found, must } from '../shared/web.ts';
import { mayAdminister, mayChangeAccount, mayEnterPeople, mayOpenPerson } from './people.policy.ts';
import {
  type CarriedDuty,
  colleaguesAt,
  dutiesOf,
  findPerson,
  type HeldPosition,
  type PersonLine,
  positionsOf,
  searchPeople,
  takenLogins,
  type WholePerson,
} from './people.sql.ts';
import { type Person, unitsWithDuty } from './person.ts';
import { linesOf, type UnitInReach, unitIdsOf, unitsInReach } from './reach.sql.ts';

export const PEOPLE_A_PAGE = 50;

/** The units whose accounts a person administers today; refuses whoever has none. */
export async function reachOf(house: House, admin: Person): Promise<UnitInReach[]> {
  must(mayEnterPeople(admin), 'tài khoản');
  return unitsInReach(house.db, unitsWithDuty(admin, 'administerAccounts'), house.today());
}

export interface PeopleList {
  readonly people: readonly PersonLine[];
  readonly total: number;
  readonly units: readonly UnitInReach[];
}

/** A page of the people in an administrator's reach; a unit out of reach narrows to nothing. */
export async function listPeople(
  house: House,
  admin: Person,
  wanted: { readonly words: string; readonly unitId: string; readonly from: number },
): Promise<PeopleList> {
  const units = await reachOf(house, admin);
  const chosen = units.filter((unit) => !wanted.unitId || unit.id === wanted.unitId);
  const { people, total } = await searchPeople(house.db, {
    words: wanted.words,
    unitIds: chosen.map((unit) => unit.id),
    today: house.today(),
    from: wanted.from,
    count: PEOPLE_A_PAGE,
  });
  return { people, total, units };
}

export interface PersonSheet {
  readonly person: WholePerson;
  readonly positions: readonly HeldPosition[];
  readonly duties: readonly CarriedDuty[];
  readonly abilities: {
    readonly changeAccount: boolean;
    /** Units of this person at which the viewer may give and end positions and duties. */
    readonly assignAt: ReadonlySet<string>;
    readonly assign: boolean;
  };
}

/** All about one person, and what the viewer may do there. Throws `notFound`, `notAllowed`. */
export async function personSheet(house: House, viewer: Person, id: string): Promise<PersonSheet> {
  const today = house.today();
  const person = found(isId(id) ? await findPerson(house.db, id) : undefined, 'người này');
  const homes = await unitIdsOf(house.db, id, today);
  const positions = await positionsOf(house.db, id, today);
  const duties = await dutiesOf(house.db, id, today);
  const everywhere = [...positions, ...duties].map((held) => held.unit_id);
  const lines = await linesOf(house.db, everywhere, today);
  const ofHomes = homes.map((unitId) => lines.get(unitId) ?? []);
  must(mayOpenPerson(viewer, id, ofHomes), 'trang của người này');
  const inReach = [...lines].filter(([, line]) => mayAdminister(viewer, line));
  const assign = viewer.id !== id && inReach.length > 0;
  const assignAt = new Set(assign ? inReach.map(([unitId]) => unitId) : []);
  const changeAccount = mayChangeAccount(viewer, id, ofHomes);
  return { person, positions, duties, abilities: { changeAccount, assignAt, assign } };
}

/** Colleagues at a unit who could take over from a person today. */
export function successorsAt(house: House, unitId: string, personId: string) {
  return colleaguesAt(house.db, unitId, personId, house.today());
}

/** Of these typed logins, those that someone has already. */
export function loginsInUse(house: House, logins: readonly string[]): Promise<Set<string>> {
  return takenLogins(house.db, logins);
}
