import { type RawBuilder, sql } from 'kysely';
import type { Db } from '../../shared/house.ts';
import type { Household } from './household.ts';
import type { MemberIdentity } from './member-draft.ts';

/** Who everybody in a household is, by number; for those whose reading has been recorded. */
export async function loadMemberIdentities(
  tx: Db,
  household: Household,
): Promise<Map<number, MemberIdentity>> {
  const { rows } = await sql<MemberIdentity & { no: number }>`
    select member_no as no, full_name as "fullName", birth_date as "birthDate",
           citizen_number as "citizenNumber"
    from member_identities
    where province_id = ${household.provinceId} and household_id = ${household.id}`.execute(tx);
  return new Map(
    rows.map(({ no, fullName, birthDate, citizenNumber }) => [
      no,
      { fullName, birthDate, citizenNumber },
    ]),
  );
}

/** A reading on record: who saw this household, as what, when, what for. */
export interface PastReading {
  readonly id: string;
  readonly at: Date;
  readonly personName: string;
  readonly positionTitle: string;
  readonly purpose: string;
  /** How many households were read at once. */
  readonly households: number;
}

const A_PAGE = sql.lit(51);

/** The readings of a household, the latest first, one more than a page; `before`: older than that. */
export async function listReadings(
  db: Db,
  householdId: string,
  before: string | undefined,
): Promise<PastReading[]> {
  const older: RawBuilder<unknown> = before ? sql`and id < ${before}` : sql``;
  const { rows } = await sql<PastReading>`
    select id, at, person_name as "personName", position_title as "positionTitle", purpose,
           cardinality(household_ids) as households
    from identity_readings
    where household_ids @> array[${householdId}]::uuid[] ${older}
    order by id desc limit ${A_PAGE}`.execute(db);
  return rows;
}

/** Something that was done with a household, as its event keeps it. */
export interface PastChange {
  readonly seq: number;
  readonly at: Date;
  readonly personName: string;
  readonly verb: string;
  readonly detail: Readonly<Record<string, unknown>>;
}

/** The latest changes of a household of the given verbs, the newest first. */
export async function listChanges(
  db: Db,
  householdId: string,
  verbs: readonly string[],
): Promise<PastChange[]> {
  const { rows } = await sql<PastChange>`
    select seq, at, person_name as "personName", verb, detail
    from events
    where subject_id = ${householdId} and verb = any(${verbs}::text[])
    order by seq desc limit 20`.execute(db);
  return rows;
}
