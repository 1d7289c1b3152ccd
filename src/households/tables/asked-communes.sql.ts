import { sql } from 'kysely';
import type { Db } from '../../shared/house.ts';
import type { ReviewRound } from '../rounds/review-round.ts';
import type { AskedCommune } from './asked-commune.ts';

/** Every commune of the day of a round, begun or not, in the order of their names. */
export async function listAskedCommunes(
  db: Db,
  { id, provinceId, unitsOn }: Pick<ReviewRound, 'id' | 'provinceId' | 'unitsOn'>,
): Promise<AskedCommune[]> {
  const { rows } = await sql<AskedCommune>`
    with standing as (
      select p.unit_id, p.full_name, d.unit_id as district_id
      from unit_periods p
      join units u on u.id = p.unit_id and u.sort = 'area'
      left join unit_periods d on d.unit_id = p.parent_id and d.level = 'district'
        and holds_on(d.valid_from, d.valid_to, ${unitsOn}::date)
      where p.level = 'commune' and holds_on(p.valid_from, p.valid_to, ${unitsOn}::date)
        and coalesce(d.parent_id, p.parent_id) = ${provinceId}
    ), asked as (
      select coalesce(c.commune_id, s.unit_id) as "communeId",
             coalesce(c.commune_name, s.full_name) as name,
             coalesce(c.district_id, s.district_id) as "districtId",
             unit_name_on(coalesce(c.district_id, s.district_id), ${unitsOn}::date) as "districtName",
             c.status
      from standing s
      full join (select * from commune_reviews where round_id = ${id}) c on c.commune_id = s.unit_id
    )
    select * from asked order by name collate "vi-x-icu", "communeId"`.execute(db);
  return rows;
}
