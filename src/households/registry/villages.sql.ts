import { type RawBuilder, sql } from 'kysely';
import type { Day } from '../../shared/day.ts';
import type { Db } from '../../shared/house.ts';
import type { Village } from '../rounds/review-round.ts';

/** A village with its commune, to choose from. */
export interface VillageChoice extends Village {
  readonly communeId: string;
  readonly communeName: string;
  readonly officeId: string;
  readonly aboveIds: readonly string[];
}

/** Villages of a day under the given communes, in the order of commune and name. */
export function listVillagesOf(
  db: Db,
  communeIds: readonly string[],
  on: Day,
): Promise<VillageChoice[]> {
  return villages(db, sql`p.parent_id = any(${communeIds}::uuid[])`, on);
}

/** A village of a day; `undefined` for an id that is none. */
export async function findVillage(db: Db, id: string, on: Day): Promise<VillageChoice | undefined> {
  return (await villages(db, sql`p.unit_id = ${id}`, on))[0];
}

/** The villages in which somebody reviews: those of the units themselves and all under them. */
export function listReviewedVillages(
  db: Db,
  unitIds: readonly string[],
  on: Day,
): Promise<VillageChoice[]> {
  const below = sql`(with recursive reach (id) as (
      select unnest(${unitIds}::uuid[])
      union
      select o.unit_id from reach join unit_periods o on o.parent_id = reach.id
        and o.kind = 'ubnd' and holds_on(o.valid_from, o.valid_to, ${on}::date)
    ) select id from reach)`;
  return villages(db, sql`(p.unit_id in ${below} or office.unit_id in ${below})`, on);
}

async function villages(db: Db, where: RawBuilder<unknown>, on: Day): Promise<VillageChoice[]> {
  const { rows } = await sql<VillageChoice>`
    select p.unit_id as id, p.full_name as name, commune.unit_id as "communeId",
           commune.full_name as "communeName", office.unit_id as "officeId",
           array_remove(array[office.parent_id, above.parent_id], null) as "aboveIds"
    from unit_periods p
    join unit_periods commune on commune.unit_id = p.parent_id
      and holds_on(commune.valid_from, commune.valid_to, ${on}::date)
    join unit_periods office on office.area_id = commune.unit_id and office.kind = 'ubnd'
      and holds_on(office.valid_from, office.valid_to, ${on}::date)
    left join unit_periods above on above.unit_id = office.parent_id
      and holds_on(above.valid_from, above.valid_to, ${on}::date)
    where p.level = 'village' and holds_on(p.valid_from, p.valid_to, ${on}::date) and ${where}
    order by commune.name collate "vi-x-icu", p.name collate "vi-x-icu", p.unit_id`.execute(db);
  return rows;
}
