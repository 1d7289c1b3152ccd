import { sql } from 'kysely';
import type { Day } from '../../shared/day.ts';
import type { Db } from '../../shared/house.ts';
import type { Household } from './household.ts';

/** A stay of a household in a village. */
export interface Residence {
  readonly from: Day;
  readonly to: Day | null;
  readonly villageName: string;
  readonly communeName: string;
}

/** Where a household has lived, earliest first, named as on the last day there. */
export async function listResidences(db: Db, household: Household, on: Day): Promise<Residence[]> {
  const { rows } = await sql<Residence>`
    select r.valid_from as from, r.valid_to as to,
           unit_name_on(r.village_id, coalesce(r.valid_to, ${on}::date)) as "villageName",
           coalesce((select unit_name_on(p.parent_id, coalesce(r.valid_to, ${on}::date))
             from unit_periods p where p.unit_id = r.village_id
               and p.valid_from <= coalesce(r.valid_to, ${on}::date)
             order by p.valid_from desc limit 1), '') as "communeName"
    from household_residences r
    where r.province_id = ${household.provinceId} and r.household_id = ${household.id}
    order by r.valid_from`.execute(db);
  return rows;
}

/** Names of a village, its commune and its district on a day. */
export interface PlaceNames {
  readonly villageName: string;
  readonly communeName: string;
  readonly districtName: string | null;
}

/** What a village and the units above it were called on a day; none when it was not there. */
export async function findPlaceNames(
  db: Db,
  villageId: string,
  on: Day,
): Promise<PlaceNames | undefined> {
  const { rows } = await sql<PlaceNames>`
    select village.full_name as "villageName", commune.full_name as "communeName",
           district.full_name as "districtName"
    from unit_periods village
    join unit_periods commune on commune.unit_id = village.parent_id
      and holds_on(commune.valid_from, commune.valid_to, ${on}::date)
    left join unit_periods district on district.unit_id = commune.parent_id
      and district.level = 'district'
      and holds_on(district.valid_from, district.valid_to, ${on}::date)
    where village.unit_id = ${villageId}
      and holds_on(village.valid_from, village.valid_to, ${on}::date)`.execute(db);
  return rows[0];
}
