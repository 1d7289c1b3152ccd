import { sql } from 'kysely';
import type { Db } from '../../shared/house.ts';
import type { ReviewRound } from '../rounds/review-round.ts';
import type { ListedHousehold } from './name-lists.ts';

/** The households of a commune that the lists name, by village and code; names come apart. */
export async function listNamed(
  db: Db,
  { id: roundId, unitsOn }: ReviewRound,
  communeId: string,
): Promise<ListedHousehold[]> {
  const { rows } = await sql<ListedHousehold>`
    with village as (
      select distinct village_id as id, unit_name_on(village_id, ${unitsOn}::date) as name
      from household_reviews where commune_id = ${communeId} and round_id = ${roundId}
    )
    select r.household_id as "householdId", r.code, v.name as "villageName", r.members,
           r.opening, r.closing, r.relapsed, r.reason
    from household_reviews r join village v on v.id = r.village_id
    where r.commune_id = ${communeId} and r.round_id = ${roundId}
      and (r.closing in ('poor', 'near-poor')
        or r.opening in ('poor', 'near-poor') and r.closing = 'not-poor')
    order by v.name collate "vi-x-icu", v.id, r.code`.execute(db);
  return rows;
}

/** What the office of a commune is called on a day: `Ủy ban nhân dân xã Mường Than`. */
export async function officeName(db: Db, officeId: string, on: string): Promise<string> {
  const { rows } = await sql<{ name: string | null }>`
    select unit_name_on(${officeId}::uuid, ${on}::date) as name`.execute(db);
  return rows[0]?.name ?? '';
}
