import { sql } from 'kysely';
import type { Day } from '../../shared/day.ts';
import type { Db, Tx } from '../../shared/house.ts';
import type { Household } from './household.ts';
import type { Relation } from './member.ts';
import type { MemberDraft, MemberFacts, MemberIdentity } from './member-draft.ts';

type Key = Pick<Household, 'provinceId' | 'id'>;

/** A new member: the facts in one table, who it is in another. */
export async function insertMember(
  tx: Tx,
  { provinceId: province_id, id: household_id }: Key,
  no: number,
  { facts, identity }: MemberDraft,
  from: Day,
): Promise<void> {
  const own = { province_id, household_id, member_no: no };
  await tx
    .insertInto('household_members')
    .values({ ...own, ...factColumns(facts), valid_from: from })
    .execute();
  await tx
    .insertInto('member_identities')
    .values({ ...own, ...identityColumns(identity), full_name: identity.fullName })
    .execute();
}

function factColumns(facts: MemberFacts) {
  const { relation, sex, birthYear: birth_year, ethnicity, insured, nourished, studying } = facts;
  return { relation, sex, birth_year, ethnicity, insured, nourished, studying };
}

function identityColumns({ fullName, birthDate, citizenNumber }: Partial<MemberIdentity>) {
  return {
    ...(fullName !== undefined && { full_name: fullName }),
    ...(birthDate !== undefined && { birth_date: birthDate }),
    ...(citizenNumber !== undefined && { citizen_number: citizenNumber }),
  };
}

/** Facts as corrected; of the identity only what was filled in again. */
export async function updateMember(
  tx: Tx,
  { provinceId, id }: Key,
  no: number,
  facts: MemberFacts,
  identity: Partial<MemberIdentity>,
): Promise<void> {
  await tx
    .updateTable('household_members')
    .set(factColumns(facts))
    .where('province_id', '=', provinceId)
    .where('household_id', '=', id)
    .where('member_no', '=', no)
    .execute();
  const columns = identityColumns(identity);
  if (Object.keys(columns).length === 0) return;
  await tx
    .updateTable('member_identities')
    .set(columns)
    .where('province_id', '=', provinceId)
    .where('household_id', '=', id)
    .where('member_no', '=', no)
    .execute();
}

/** Members whose last day in the household this is; never before their first. */
export async function closeMembers(
  tx: Tx,
  { provinceId, id }: Key,
  numbers: readonly number[],
  lastDay: Day,
): Promise<void> {
  await sql`
    update household_members set valid_to = greatest(valid_from, ${lastDay}::date)
    where province_id = ${provinceId} and household_id = ${id} and valid_to is null
      and member_no = any(${numbers}::integer[])`.execute(tx);
}

/** Who heads the household from now on. */
export async function setHead(tx: Tx, { provinceId, id }: Key, no: number): Promise<void> {
  await tx
    .updateTable('households')
    .set({ head_no: no })
    .where('province_id', '=', provinceId)
    .where('id', '=', id)
    .execute();
}

/** What members are to the head, by number. */
export async function setRelations(
  tx: Tx,
  { provinceId, id }: Key,
  relations: ReadonlyMap<number, Relation>,
): Promise<void> {
  const numbers = [...relations.keys()];
  await sql`
    update household_members m set relation = given.relation
    from unnest(${numbers}::integer[], ${[...relations.values()]}::text[])
      as given (member_no, relation)
    where m.province_id = ${provinceId} and m.household_id = ${id}
      and m.member_no = given.member_no`.execute(tx);
}

/** Somebody who goes over to another household, with the number and relation there. */
export interface Passing {
  readonly no: number;
  readonly newNo: number;
  readonly relation: Relation;
}

/** Writes people of one household into another from a day on; the old entries stay. */
export async function copyMembers(
  tx: Tx,
  from: Key,
  to: Key,
  people: readonly Passing[],
  since: Day,
): Promise<void> {
  const passing = sql`unnest(${people.map(({ no }) => no)}::integer[],
    ${people.map(({ newNo }) => newNo)}::integer[],
    ${people.map(({ relation }) => relation)}::text[]) as passing (member_no, new_no, relation)`;
  await sql`
    insert into household_members (province_id, household_id, member_no, relation, sex,
      birth_year, ethnicity, insured, nourished, studying, valid_from)
    select m.province_id, ${to.id}, new_no, passing.relation, sex, birth_year, ethnicity, insured,
      nourished, studying, ${since}::date
    from household_members m join ${passing} on passing.member_no = m.member_no
    where m.province_id = ${from.provinceId} and m.household_id = ${from.id}`.execute(tx);
  await sql`
    insert into member_identities (province_id, household_id, member_no, full_name, birth_date,
      citizen_number)
    select i.province_id, ${to.id}, new_no, full_name, birth_date, citizen_number
    from member_identities i join ${passing} on passing.member_no = i.member_no
    where i.province_id = ${from.provinceId} and i.household_id = ${from.id}`.execute(tx);
}

/** Does another living member of this household bear the number? */
export async function numberInHousehold(
  db: Db,
  { provinceId, id }: Key,
  citizenNumber: string,
  except: number,
): Promise<boolean> {
  const { rows } = await sql`
    select from member_identities i
    join household_members m using (province_id, household_id, member_no)
    where i.province_id = ${provinceId} and i.household_id = ${id}
      and i.citizen_number = ${citizenNumber} and i.member_no <> ${except}
      and m.valid_to is null limit 1`.execute(db);
  return rows.length > 0;
}

/**
 * Living members of a household who also live in another: one citizen number, or one name and
 * year of birth. They are the same people, written twice.
 */
export async function sharedMembers(db: Db, from: Key, to: Key): Promise<number[]> {
  const { rows } = await sql<{ no: number }>`
    select distinct i.member_no as no
    from member_identities i
    join household_members m using (province_id, household_id, member_no)
    join member_identities other on other.province_id = i.province_id
      and other.household_id = ${to.id}
    join household_members there on there.province_id = other.province_id
      and there.household_id = other.household_id and there.member_no = other.member_no
      and there.valid_to is null
    where i.province_id = ${from.provinceId} and i.household_id = ${from.id}
      and m.valid_to is null
      and (i.citizen_number = other.citizen_number
        or (m.birth_year = there.birth_year and fold(i.full_name) = fold(other.full_name)))`.execute(
    db,
  );
  return rows.map(({ no }) => no);
}
