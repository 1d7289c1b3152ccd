import { sql } from 'kysely';
import type { Db } from '../../shared/house.ts';
import type { LastYearValue } from './report-view.ts';

/**
 * Last round's accepted values of the unit itself, or, where it was formed by whole mergers,
 * of all units merged into it, added up. A number that some of them did not give is left
 * out: a sum over a part of them would be no comparison.
 */
export async function loadLastYear(
  db: Db,
  previousId: string | null,
  unitId: string,
): Promise<LastYearValue[]> {
  if (!previousId) return [];
  const { rows } = await sql<LastYearValue>`
    with recursive came_from (unit_id) as (
      select ${unitId}::uuid
      union
      select s.from_id from unit_successions s join came_from c on c.unit_id = s.to_id
      where s.kind = 'whole'
    ), reported as (
      select r.id, r.unit_name from reports r join came_from c on c.unit_id = r.unit_id
      where r.round_id = ${previousId}
    )
    select f.slug,
           case when count(v.amount) = (select count(*) from reported) then sum(v.amount) end as amount,
           case when count(*) = 1 then min(v.words) end as words,
           case when count(*) = 1 then (array_agg(v.items))[1] end as items,
           array_agg(r.unit_name order by r.unit_name) as "unitNames"
    from reported r
    join report_values v on v.report_id = r.id and v.accepted
    join figures f on f.id = v.figure_id
    group by f.slug`.execute(db);
  return rows;
}
