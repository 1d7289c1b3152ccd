import { sql } from 'kysely';
import { addDays, type Day } from '../../shared/day.ts';
import type { Tx } from '../../shared/house.ts';
import type { AreaType, Leaving } from '../household-class.ts';
import type { Household } from './household.ts';
import { patternOf } from './next-code.ts';

type Key = Pick<Household, 'provinceId' | 'id'>;

/** A village with the kind of area that holds there for a household, from a day on. */
export interface Stay {
  readonly villageId: string;
  readonly areaType: AreaType;
  readonly from: Day;
}

/** A new household, headed by its first member, and where it lives. */
export async function insertHousehold(
  tx: Tx,
  { provinceId, id }: Key,
  code: string,
  stay: Stay,
  splitFrom: string | null = null,
): Promise<void> {
  const household = { province_id: provinceId, id, code, head_no: 1, formed_on: stay.from };
  await tx
    .insertInto('households')
    .values({ ...household, split_from: splitFrom })
    .execute();
  await insertResidence(tx, { provinceId, id }, stay);
}

export async function insertResidence(
  tx: Tx,
  { provinceId: province_id, id: household_id }: Key,
  { villageId: village_id, areaType: area_type, from: valid_from }: Stay,
): Promise<void> {
  await tx
    .insertInto('household_residences')
    .values({ province_id, household_id, village_id, area_type, valid_from })
    .execute();
}

/** Ends the stay that is still open on its last day; never before its first. */
export async function closeResidence(tx: Tx, { provinceId, id }: Key, lastDay: Day): Promise<void> {
  await sql`
    update household_residences set valid_to = greatest(valid_from, ${lastDay}::date)
    where province_id = ${provinceId} and household_id = ${id} and valid_to is null`.execute(tx);
}

/** The household is no more from a day on, and nobody lives in it. */
export async function closeHousehold(
  tx: Tx,
  household: Key,
  on: Day,
  reason: Leaving,
): Promise<void> {
  const { provinceId, id } = household;
  const lastDay = addDays(on, -1);
  await closeResidence(tx, household, lastDay);
  await sql`
    update household_members set valid_to = greatest(valid_from, ${lastDay}::date)
    where province_id = ${provinceId} and household_id = ${id} and valid_to is null`.execute(tx);
  await tx
    .updateTable('households')
    .set({ ended_on: on, end_reason: reason })
    .where('province_id', '=', provinceId)
    .where('id', '=', id)
    .execute();
}

interface CodeWish {
  readonly provinceId: string;
  readonly communeId: string;
  readonly communeName: string;
  readonly today: Day;
}

/**
 * The next free code by the pattern of a commune. Whoever needs one at the same moment waits, so
 * that no two households get the same; codes are unique in the province.
 */
export async function giveCode(tx: Tx, wish: CodeWish): Promise<string> {
  const { provinceId, communeId, communeName, today } = wish;
  await sql`select from units where id = ${provinceId} for no key update`.execute(tx);
  const { rows: used } = await sql<{ code: string }>`
    select h.code from unit_periods p
    join household_residences r on r.province_id = ${provinceId} and r.village_id = p.unit_id
      and r.valid_to is null
    cross join lateral (
      select h.code from households h
      where h.province_id = ${provinceId} and h.id = r.household_id offset 0
    ) h
    where p.parent_id = ${communeId} and p.level = 'village'
      and holds_on(p.valid_from, p.valid_to, ${today}::date)`.execute(tx);
  const { prefix, next, width } = patternOf(
    used.map(({ code }) => code),
    communeName,
  );
  const { rows } = await sql<{ code: string }>`
    select made.code from generate_series(${next}::bigint, ${next}::bigint + 100000) as n
    cross join lateral (
      select ${prefix}::text || lpad(n::text, greatest(${width}::integer, length(n::text)), '0') as code
    ) made
    where not exists (select from households h
      where h.province_id = ${provinceId} and h.code = made.code offset 0)
    limit 1`.execute(tx);
  const [free] = rows;
  if (!free) throw new Error(`no code is free after ${prefix}${next}`);
  return free.code;
}
