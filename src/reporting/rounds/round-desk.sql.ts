import { type Selectable, sql } from 'kysely';
import type { Day } from '../../shared/day.ts';
import type { Db } from '../../shared/house.ts';
import type { RoundsTable } from '../../shared/tables.ts';
import type { Status } from '../reports/report.ts';
import type { DeskCounts, Round } from './round.ts';
import { asRound, STANDING } from './rounds.sql.ts';

/** What a round's desk knows of the round: itself, and where its reports stand. */
export interface RoundDesk {
  readonly round: Round;
  readonly counts: DeskCounts;
  /** The standing agency of now, who took over what earlier ones received. */
  readonly standingId: string | undefined;
}

/** A round with its counts as of a day, extensions counted, in one query. */
export async function loadDesk(
  db: Db,
  roundId: string,
  today: Day,
): Promise<RoundDesk | undefined> {
  const { rows } = await sql<DeskRow>`
    select o.*, ${STANDING} as standing_id, (select coalesce(json_agg(c), '[]') from (
      select r.status, count(*) as count,
             count(*) filter (where r.sent_on is null and ${today}::date > greatest(
               o.legal_due - case when o.legal_inclusive then 0 else 1 end,
               (select max(e.until) from extensions e
                 where e.round_id = r.round_id and e.unit_id = r.unit_id))) as overdue
      from reports r where r.round_id = o.id group by r.status) c) as counts
    from rounds o where o.id = ${roundId}`.execute(db);
  const [row] = rows;
  if (!row) return undefined;
  const standingId = row.standing_id ?? undefined;
  return { round: asRound(row), counts: countsOf(row.counts), standingId };
}

type DeskRow = Selectable<RoundsTable> & { counts: CountRow[]; standing_id: string | null };

interface CountRow {
  readonly status: Status;
  readonly count: number;
  readonly overdue: number;
}

function countsOf(rows: readonly CountRow[]): DeskCounts {
  return {
    byStatus: new Map(rows.map(({ status, count }) => [status, count])),
    overdue: rows.reduce((sum, row) => sum + row.overdue, 0),
  };
}

/**
 * The movement that runs on a day: the province's own before the national one, one whose years
 * hold the day before one that is over or has not begun.
 */
export function loadMovementFor(db: Db, today: Day) {
  const year = Number(today.slice(0, 4));
  return db
    .selectFrom('movements')
    .orderBy((eb) => eb('parent_id', 'is', null))
    .orderBy((eb) => eb.not(eb.between(eb.val(year), eb.ref('from_year'), eb.ref('to_year'))))
    .orderBy('from_year', 'desc')
    .select(['id', 'name'])
    .limit(1)
    .executeTakeFirst();
}

/** All forms, newest first, for choosing one. */
export function listForms(db: Db) {
  return db.selectFrom('forms').orderBy('created_at', 'desc').select(['id', 'name']).execute();
}
