import { type RawBuilder, sql } from 'kysely';
import type { Db, Tx } from '../../shared/house.ts';
import type { WatchedRound, WorkReport } from './work.ts';

/** Reports of rounds still open whose unit or receiver is one of these units. */
export async function loadWorkReports(
  db: Db | Tx,
  unitIds: readonly string[],
): Promise<WorkReport[]> {
  if (unitIds.length === 0) return [];
  const concerned = sql<boolean>`o.closed_at is null
    and (r.unit_id = any(${unitIds}::uuid[]) or r.receiver_id = any(${unitIds}::uuid[]))`;
  return select(db, concerned);
}

/** Open rounds whose province or standing agency is one of these units, with their counts. */
export async function loadWatched(db: Db, unitIds: readonly string[]): Promise<WatchedRound[]> {
  if (unitIds.length === 0) return [];
  const { rows } = await sql<WatchedRound>`
    select o.id, o.name, count(*) as expected, count(r.sent_on) as sent,
           count(*) filter (where r.status = 'accepted') as accepted
    from rounds o join reports r on r.round_id = o.id
    where o.closed_at is null
      and (o.top_id = any(${unitIds}::uuid[]) or o.receiver_id = any(${unitIds}::uuid[]))
    group by o.id order by o.year desc`.execute(db);
  return rows;
}

/** All reports of one round. */
export function loadRoundReports(db: Db, roundId: string): Promise<WorkReport[]> {
  return select(db, sql<boolean>`r.round_id = ${roundId}`);
}

async function select(db: Db | Tx, which: RawBuilder<boolean>): Promise<WorkReport[]> {
  const { rows } = await sql<WorkReport>`
    select r.id, r.round_id as "roundId", o.name as "roundName", r.unit_id as "unitId",
           r.unit_name as "unitName", r.receiver_id as "receiverId", r.status,
           unit_name_on(r.receiver_id, o.expected_on) as "receiverName",
           o.legal_due as "legalDue", o.legal_inclusive as "legalInclusive",
           o.internal_due as "internalDue", o.locks_on as "locksOn", r.sent_on as "sentOn",
           (select max(e.until) from extensions e
             where e.round_id = r.round_id and e.unit_id = r.unit_id) as "extendedUntil",
           (select count(*) from report_returns b
             where b.report_id = r.id and b.settled_at is null) as "openReturns",
           coalesce((select max(s.at) from report_steps s where s.report_id = r.id),
                    o.opened_at) as "movedAt"
    from reports r join rounds o on o.id = r.round_id
    where ${which}
    order by o.year desc, r.unit_name collate "vi-x-icu"`.execute(db);
  return rows;
}
