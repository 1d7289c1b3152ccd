import { sql } from 'kysely';
import type { Day } from '../shared/day.ts';
import type { Db, Tx } from '../shared/house.ts';
import { fold, hasAccents } from '../shared/vietnamese.ts';
import type { Duty } from './person.ts';

export interface PersonLine {
  readonly id: string;
  readonly name: string;
  readonly login: string | null;
  readonly must_change_password: boolean | null;
  readonly disabled_at: Date | null;
  readonly title: string | null;
  readonly unit_name: string | null;
  /** False when the position shown has ended. */
  readonly holds: boolean | null;
  readonly duties: Duty[];
}

export interface PeopleSearch {
  readonly words: string;
  readonly unitIds: readonly string[];
  readonly today: Day;
  readonly from: number;
  readonly count: number;
}

/**
 * People whose position (the present one, else the last) or present duty is at one of the units,
 * by given name. Words are looked for in name and login; accents count when typed.
 */
export async function searchPeople(
  db: Db,
  { words, unitIds, today, from, count }: PeopleSearch,
): Promise<{ people: PersonLine[]; total: number }> {
  const units = [...unitIds];
  const like = `%${fold(words).replace(/[\\%_]/g, '\\$&')}%`;
  const exact = hasAccents(words) ? `%${words.replace(/[\\%_]/g, '\\$&')}%` : '%';
  const { rows } = await sql<PersonLine & { total: number }>`
    select p.id, p.full_name as name, a.login, a.must_change_password, a.disabled_at,
           held.title, unit_name_on(held.unit_id, ${today}) as unit_name, held.holds,
           carried.duties, count(*) over () as total
    from persons p
    left join accounts a on a.person_id = p.id
    left join lateral (
      select title, unit_id, holds_on(valid_from, valid_to, ${today}) as holds
      from positions where person_id = p.id order by holds desc, valid_from desc, id limit 1
    ) held on true
    cross join lateral (
      select coalesce(array_agg(distinct duty), '{}') as duties,
             coalesce(bool_or(unit_id = any(${units}::uuid[])), false) as here
      from duties where person_id = p.id and holds_on(valid_from, valid_to, ${today})
    ) carried
    where (held.unit_id = any(${units}::uuid[]) or carried.here)
      and (p.folded like ${like} or a.login like ${like}) and p.full_name ilike ${exact}
    order by substring(p.full_name from '[^ ]+$') collate "vi-x-icu",
             p.full_name collate "vi-x-icu", p.id
    limit ${count} offset ${from}`.execute(db);
  return { people: rows, total: rows[0]?.total ?? 0 };
}

export interface WholePerson {
  readonly id: string;
  readonly name: string;
  readonly email: string | null;
  readonly login: string | null;
  readonly must_change_password: boolean | null;
  readonly disabled_at: Date | null;
  readonly last_seen_at: Date | null;
}

export async function findPerson(db: Db | Tx, id: string): Promise<WholePerson | undefined> {
  const { rows } = await sql<WholePerson>`
    select p.id, p.full_name as name, p.email, a.login, a.must_change_password, a.disabled_at,
           (select max(last_seen_at) from sessions where person_id = p.id) as last_seen_at
    from persons p left join accounts a on a.person_id = p.id
    where p.id = ${id}`.execute(db);
  return rows[0];
}

export interface HeldPosition {
  readonly id: string;
  readonly unit_id: string;
  readonly unit_name: string;
  readonly title: string;
  readonly valid_from: Day;
  readonly valid_to: Day | null;
}

export async function positionsOf(
  db: Db | Tx,
  personId: string,
  today: Day,
): Promise<HeldPosition[]> {
  const { rows } = await sql<HeldPosition>`
    select id, unit_id, unit_name_on(unit_id, ${today}) as unit_name, title, valid_from, valid_to
    from positions where person_id = ${personId}
    order by valid_to desc nulls first, valid_from desc, id`.execute(db);
  return rows;
}

export interface CarriedDuty extends Omit<HeldPosition, 'title'> {
  readonly duty: Duty;
}

export async function dutiesOf(db: Db | Tx, personId: string, today: Day): Promise<CarriedDuty[]> {
  const { rows } = await sql<CarriedDuty>`
    select id, unit_id, unit_name_on(unit_id, ${today}) as unit_name, duty, valid_from, valid_to
    from duties where person_id = ${personId}
    order by valid_to desc nulls first, valid_from desc, id`.execute(db);
  return rows;
}

/** People who hold a position at a unit on a day, but one: possible successors. */
export function colleaguesAt(db: Db | Tx, unitId: string, butId: string, today: Day) {
  return db
    .selectFrom('positions as o')
    .innerJoin('persons as p', 'p.id', 'o.person_id')
    .select(['p.id', 'p.full_name as name', 'o.title'])
    .where('o.unit_id', '=', unitId)
    .where('p.id', '!=', butId)
    .where(sql<boolean>`holds_on(o.valid_from, o.valid_to, ${today})`)
    .orderBy('p.full_name')
    .execute();
}

/** Of these logins, those that someone has, together with their numbered kin (`lannt2`). */
export async function takenLogins(db: Db | Tx, wanted: readonly string[]): Promise<Set<string>> {
  const { rows } = await sql<{ login: string }>`
    select login from accounts
    where rtrim(login, '0123456789') = any(${wanted.map((login) => login.replace(/\d+$/, ''))}::text[])
       or login = any(${[...wanted]}::text[])`.execute(db);
  return new Set(rows.map((row) => row.login));
}
