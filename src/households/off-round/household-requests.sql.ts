import { sql } from 'kysely';
import type { Db } from '../../shared/house.ts';
import type { HouseholdClass } from '../household-class.ts';
import type { GrantedDecision } from './class-request.ts';

/** Every granted request of a household, the earliest first: for its line of years. */
export async function listDecisions(db: Db, householdId: string): Promise<GrantedDecision[]> {
  const { rows } = await sql<GrantedDecision>`
    select id as "requestId", decided_on as "decidedOn", result, class_before as "classBefore",
           number
    from class_requests
    where household_id = ${householdId} and granted order by decided_on, id`.execute(db);
  return rows;
}

/**
 * What a household is now: by its last recognised review or by what was granted since, whichever
 * is later; one that was never reviewed is not poor.
 */
export async function findClassNow(db: Db, householdId: string): Promise<HouseholdClass> {
  const { rows } = await sql<{ class: HouseholdClass | 'gone' }>`
    with said as (
      select coalesce(v.closing, v.opening) as class, coalesce(s.issued_on, r.ends_on) as day, 0 as later
      from household_reviews v
      join review_rounds r on r.id = v.round_id
      join commune_reviews c on c.commune_id = v.commune_id and c.round_id = v.round_id
        and c.status = 'recognised'
      left join review_recognitions s on s.commune_id = v.commune_id and s.round_id = v.round_id
      where v.household_id = ${householdId} and v.closing is distinct from 'gone'
      union all
      select result, decided_on, 1 from class_requests
      where household_id = ${householdId} and granted
    ) select class from said where class <> 'absent' order by day desc, later desc limit 1`.execute(
    db,
  );
  const found = rows[0]?.class ?? 'not-poor';
  return found === 'gone' ? 'not-poor' : found;
}

/** Does a household wait for an answer already? */
export async function findOpen(db: Db, householdId: string): Promise<string | undefined> {
  const row = await db
    .selectFrom('class_requests')
    .where('household_id', '=', householdId)
    .where('decided_on', 'is', null)
    .select('id')
    .executeTakeFirst();
  return row?.id;
}
