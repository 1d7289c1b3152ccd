import { type RawBuilder, sql } from 'kysely';
import type { Day } from '../../shared/day.ts';
import type { Db, Tx } from '../../shared/house.ts';
import { newId } from '../../shared/identity.ts';
import type { Sight } from '../reporting.policy.ts';
import { STANDING } from '../rounds/rounds.sql.ts';
import type { Status } from './report.ts';
import type { ListedReport, Report, TakenStep } from './report-view.ts';

const REPORT_COLUMNS = [
  'r.id',
  'r.round_id as roundId',
  'r.unit_id as unitId',
  'r.unit_name as unitName',
  'r.role',
  'r.area_id as areaId',
  'r.path',
  'r.receiver_id as receiverId',
  'r.version',
  'r.nil',
  'r.sent_on as sentOn',
] as const;

function selectReports(db: Db | Tx) {
  return db
    .selectFrom('reports as r')
    .innerJoin('rounds as o', 'o.id', 'r.round_id')
    .select(REPORT_COLUMNS)
    .select('o.receiver_id as roundReceiverId')
    .select(STANDING.as('standingId'))
    .select((eb) => eb.ref('r.status').$castTo<Status>().as('status'));
}

export function loadReport(db: Db | Tx, id: string): Promise<Report | undefined> {
  return selectReports(db).where('r.id', '=', id).executeTakeFirst();
}

/** The same, held against all other writers until the transaction ends. */
export function holdReport(tx: Tx, id: string): Promise<Report | undefined> {
  return selectReports(tx).where('r.id', '=', id).forUpdate('r').executeTakeFirst();
}

/** The report of a unit in a round. */
export function loadReportOf(db: Db, roundId: string, unitId: string): Promise<Report | undefined> {
  return selectReports(db)
    .where('r.round_id', '=', roundId)
    .where('r.unit_id', '=', unitId)
    .executeTakeFirst();
}

export interface ListWish {
  readonly roundId: string;
  readonly status?: Status;
  /** Folded words that the unit's name must hold. */
  readonly words?: string;
  /** The rights of whoever asks; without it, all reports of the round. */
  readonly sight?: Sight;
  /** Keyset: the (name, id) after which to go on. */
  readonly after?: { readonly name: string; readonly id: string };
  readonly limit: number;
}

/** The reports of a round by unit name in Vietnamese order, at most `limit`. */
export async function listReports(db: Db, wish: ListWish): Promise<ListedReport[]> {
  const { rows } = await sql<ListedReport>`
    select r.id, r.unit_id as "unitId", r.unit_name as "unitName", r.role,
           r.receiver_id as "receiverId", r.status, r.nil, r.sent_on as "sentOn",
           (select max(e.until) from extensions e
             where e.round_id = r.round_id and e.unit_id = r.unit_id) as "extendedUntil",
           (select count(*) from report_returns b
             where b.report_id = r.id and b.settled_at is null) as "openReturns"
    from rounds o cross join lateral (select ${STANDING} as id) standing
    join reports r on r.round_id = o.id
    where o.id = ${wish.roundId} and ${sql.join(conditions(wish), sql` and `)}
    order by r.unit_name collate "vi-x-icu", r.id
    limit ${wish.limit}`.execute(db);
  return rows;
}

function conditions({ sight, status, words, after }: ListWish): RawBuilder<boolean>[] {
  const asked = [
    sight && inSight(sight),
    status && sql<boolean>`r.status = ${status}`,
    words && sql<boolean>`fold(r.unit_name) like ${`%${words.replace(/[\\%_]/g, '\\$&')}%`}`,
    after &&
      sql<boolean>`(r.unit_name collate "vi-x-icu", r.id) > (${after.name}, ${after.id}::uuid)`,
  ];
  return [sql<boolean>`true`, ...asked.filter((one) => typeof one === 'object')];
}

function inSight({ own, above }: Sight): RawBuilder<boolean> {
  return sql<boolean>`(r.unit_id = any(${own}::uuid[]) or r.path && ${above}::uuid[]
    or r.receiver_id = any(${above}::uuid[]) or o.receiver_id = any(${above}::uuid[])
    or standing.id = any(${above}::uuid[]))`;
}

/**
 * Moves a report on, compare-and-set: only if it still stands where the person saw it.
 * False: someone was faster, nothing changed.
 */
export async function moveReport(
  tx: Tx,
  report: Report,
  to: Status,
  change: { nil?: boolean; sent_on?: Day } = {},
): Promise<boolean> {
  const result = await tx
    .updateTable('reports')
    .set({ status: to, version: report.version + 1, ...change })
    .where('id', '=', report.id)
    .where('status', '=', report.status)
    .where('version', '=', report.version)
    .executeTakeFirst();
  return result.numUpdatedRows === 1n;
}

export async function addStep(
  tx: Tx,
  reportId: string,
  personId: string,
  step: TakenStep,
): Promise<void> {
  await tx
    .insertInto('report_steps')
    .values({
      id: newId(),
      report_id: reportId,
      person_id: personId,
      step: step.step,
      at: step.at,
      person_name: step.personName,
      position_title: step.positionTitle,
      note: step.note,
    })
    .execute();
}

/** The steps of a report, oldest first. */
export function loadSteps(db: Db, reportId: string): Promise<TakenStep[]> {
  return db
    .selectFrom('report_steps')
    .where('report_id', '=', reportId)
    .orderBy('at')
    .orderBy('id')
    .select(['step', 'at', 'person_name as personName'])
    .select(['position_title as positionTitle', 'note'])
    .execute();
}

/** Has this person taken one of these steps on the report? Separation of duties asks. */
export async function hasTaken(
  tx: Tx,
  reportId: string,
  personId: string,
  steps: readonly string[],
): Promise<boolean> {
  const row = await tx
    .selectFrom('report_steps')
    .where('report_id', '=', reportId)
    .where('person_id', '=', personId)
    .where('step', 'in', steps)
    .select('id')
    .executeTakeFirst();
  return row !== undefined;
}
