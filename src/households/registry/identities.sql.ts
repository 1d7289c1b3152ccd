import { sql } from 'kysely';
import type { Day } from '../../shared/day.ts';
import type { Db } from '../../shared/house.ts';

/** Who heads a household, in the clear: mask it at once, or have the reading recorded. */
export interface Head {
  readonly fullName: string;
  readonly birthYear: number;
  readonly citizenNumber: string | null;
}

/** The heads of some households of a province by household; one without identity is not in it. */
export async function loadHeads(
  db: Db,
  provinceId: string,
  householdIds: readonly string[],
): Promise<Map<string, Head>> {
  const { rows } = await heads(db, provinceId, householdIds);
  return new Map(
    rows.map(({ householdId, fullName, birthYear, citizenNumber }) => [
      householdId,
      { fullName, birthYear, citizenNumber },
    ]),
  );
}

/** What a reader with a purpose is told of a household. */
export interface ReadIdentity {
  readonly headName: string;
  readonly citizenNumber: string | null;
  readonly birthDate: Day | null;
}

/** The same for those whose reading has been recorded in this transaction. */
export async function loadIdentities(
  tx: Db,
  provinceId: string,
  householdIds: readonly string[],
): Promise<Map<string, ReadIdentity>> {
  const { rows } = await heads(tx, provinceId, householdIds);
  return new Map(
    rows.map(({ householdId, fullName, citizenNumber, birthDate }) => [
      householdId,
      { headName: fullName, citizenNumber, birthDate },
    ]),
  );
}

function heads(db: Db, provinceId: string, householdIds: readonly string[]) {
  return sql<Head & { householdId: string; birthDate: Day | null }>`
    select h.id as "householdId", i.full_name as "fullName", m.birth_year as "birthYear",
           i.birth_date as "birthDate", i.citizen_number as "citizenNumber"
    from households h
    join household_members m on m.province_id = h.province_id and m.household_id = h.id
      and m.member_no = h.head_no
    join member_identities i on i.province_id = h.province_id and i.household_id = h.id
      and i.member_no = h.head_no
    where h.province_id = ${provinceId} and h.id = any(${householdIds}::uuid[])`.execute(db);
}

/** The province over a commune, whatever the day: the register is kept by province. */
export async function findProvinceOf(db: Db, communeId: string): Promise<string | undefined> {
  const { rows } = await sql<{ id: string }>`
    with recursive line (id, level) as (
      select unit_id, level from unit_periods where unit_id = ${communeId}
      union
      select p.unit_id, p.level from line
      join unit_periods at on at.unit_id = line.id
      join unit_periods p on p.unit_id = at.parent_id
    ) select id from line where level = 'province' limit 1`.execute(db);
  return rows[0]?.id;
}
