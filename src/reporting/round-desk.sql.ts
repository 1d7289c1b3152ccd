import { sql } from 'kysely';
import { type Day, lastDayOnTime } from '../shared/day.ts';
import type { Db } from '../shared/house.ts';
import type { Status } from './report.ts';
import type { DeskCounts, Round } from './round.ts';

/** The counts of a round as of a day, extensions counted, in one query. */
export async function loadCounts(db: Db, round: Round, today: Day): Promise<DeskCounts> {
  const last = lastDayOnTime(round.legalDue, round.legalInclusive);
  const { rows } = await sql<{ status: Status; count: number; overdue: number }>`
    select r.status, count(*) as count,
           count(*) filter (where r.sent_on is null and ${today}::date > greatest(${last}::date, (
             select max(e.until) from extensions e
             where e.round_id = r.round_id and e.unit_id = r.unit_id))) as overdue
    from reports r where r.round_id = ${round.id} group by r.status`.execute(db);
  return {
    byStatus: new Map(rows.map(({ status, count }) => [status, count])),
    overdue: rows.reduce((sum, row) => sum + row.overdue, 0),
  };
}

/** The movement that runs now: the province's own before the national one, the latest first. */
export function loadMovementFor(db: Db) {
  return db
    .selectFrom('movements')
    .orderBy((eb) => eb('parent_id', 'is', null))
    .orderBy('from_year', 'desc')
    .select(['id', 'name'])
    .limit(1)
    .executeTakeFirst();
}

/** All forms, newest first, for choosing one. */
export function listForms(db: Db) {
  return db.selectFrom('forms').orderBy('created_at', 'desc').select(['id', 'name']).execute();
}
