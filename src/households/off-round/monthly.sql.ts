import { sql } from 'kysely';
import type { Day } from '../../shared/day.ts';
import type { Db } from '../../shared/house.ts';
import type { MonthlyCounts } from './monthly-counts.ts';

/** Of what a commune received in a month (`2025-11`), as it stands on a day. */
export async function countMonth(
  db: Db,
  communeId: string,
  month: string,
  today: Day,
): Promise<MonthlyCounts> {
  const { rows } = await sql<MonthlyCounts>`
    select count(*)::integer as received,
      (count(*) filter (where granted and result = 'poor'))::integer as poor,
      (count(*) filter (where granted and result = 'near-poor'))::integer as "nearPoor",
      (count(*) filter (where granted and result = 'not-poor'))::integer as left,
      (count(*) filter (where not granted))::integer as refused,
      (count(*) filter (where decided_on is null))::integer as open,
      (count(*) filter (where decided_on is null and due_on < ${today}::date))::integer as overdue,
      (count(*) filter (where decided_on > due_on))::integer as late
    from class_requests
    where commune_id = ${communeId} and received_on >= ${`${month}-01`}::date
      and received_on < (${`${month}-01`}::date + interval '1 month')`.execute(db);
  const [counts] = rows;
  if (!counts) throw new Error('a count gives one row');
  return counts;
}
