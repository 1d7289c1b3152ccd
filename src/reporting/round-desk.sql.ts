import { sql } from 'kysely';
import type { Day } from '../shared/day.ts';
import type { Db } from '../shared/house.ts';
import type { Status } from './report.ts';
import type { Round } from './round.ts';

/** How many of a round's expected reports stand where; the sum is the expected list. */
export interface RoundCount {
  readonly status: Status;
  readonly count: number;
}

export function countByStatus(db: Db, roundId: string): Promise<RoundCount[]> {
  return db
    .selectFrom('reports')
    .where('round_id', '=', roundId)
    .groupBy('status')
    .select((eb) => eb.ref('status').$castTo<Status>().as('status'))
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .execute();
}

/** A unit that has not sent though its last day is over. */
export async function countOverdue(db: Db, round: Round, lastDay: Day, today: Day) {
  const { rows } = await sql<{ count: number }>`
    select count(*) as count
    from reports r
    where r.round_id = ${round.id} and r.sent_on is null
      and ${today}::date > greatest(${lastDay}::date, (
        select max(e.until) from extensions e
        where e.round_id = r.round_id and e.unit_id = r.unit_id))`.execute(db);
  return rows[0]?.count ?? 0;
}

/** The movement that runs now: the one with the latest years. */
export function loadMovementFor(db: Db) {
  return db
    .selectFrom('movements')
    .orderBy('from_year', 'desc')
    .select(['id', 'name'])
    .limit(1)
    .executeTakeFirst();
}

/** All forms, newest first, for choosing one. */
export function listForms(db: Db) {
  return db.selectFrom('forms').orderBy('created_at', 'desc').select(['id', 'name']).execute();
}
