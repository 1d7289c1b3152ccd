import { type RawBuilder, sql } from 'kysely';
import type { OfficialDocument } from '../../documents/official-document.ts';
import type { Day } from '../../shared/day.ts';
import type { Db } from '../../shared/house.ts';
import type { ClassRequest, SignedPaper } from './class-request.ts';
import type { RequestSight } from './request-sight.sql.ts';

const REQUEST = sql`
  q.id, q.commune_id as "communeId", q.village_id as "villageId",
  unit_name_on(q.village_id, q.received_on) as "villageName",
  q.household_id as "householdId", q.code, q.wish, q.class_before as "classBefore",
  q.received_on as "receivedOn", q.due_on as "dueOn", q.content, q.at,
  q.person_id as "personId", q.person_name as "personName", q.standard_id as "standardId",
  q.area_type as "areaType", q.income_score as "incomeScore", q.deprived,
  q.surveyed_on as "surveyedOn", q.surveyor_name as "surveyorName",
  q.surveyed_by as "surveyedBy", q.result, q.because, q.granted, q.reason, q.number,
  q.decided_on as "decidedOn", q.signer_name as "signerName", q.signer_title as "signerTitle",
  q.decided_at as "decidedAt", q.version`;

/** Requests that the person may follow. */
function inSight({ communes, wholeIds, villageIds }: RequestSight): RawBuilder<unknown> {
  const ids = communes.map(({ communeId }) => communeId);
  return sql`q.commune_id = any(${ids}::uuid[])
    and (q.commune_id = any(${wholeIds}::uuid[]) or q.village_id = any(${villageIds}::uuid[]))`;
}

const A_PAGE = 50;

/** Where the next page begins: the day by which the list is ordered, and the request. */
export interface After {
  readonly day: Day;
  readonly id: string;
}

/** Requests that wait, the first due first; one more than a page tells that there are others. */
export async function listOpen(
  db: Db,
  sight: RequestSight,
  after: After | undefined,
): Promise<ClassRequest[]> {
  const later = after ? sql`and (q.due_on, q.id) > (${after.day}::date, ${after.id}::uuid)` : sql``;
  const { rows } = await sql<ClassRequest>`
    select ${REQUEST} from class_requests q
    where ${inSight(sight)} and q.decided_on is null ${later}
    order by q.due_on, q.id limit ${A_PAGE + 1}`.execute(db);
  return rows;
}

/** Decided requests, the latest first. */
export async function listDecided(
  db: Db,
  sight: RequestSight,
  after: After | undefined,
): Promise<ClassRequest[]> {
  const older = after
    ? sql`and (q.decided_on, q.id) < (${after.day}::date, ${after.id}::uuid)`
    : sql``;
  const { rows } = await sql<ClassRequest>`
    select ${REQUEST} from class_requests q
    where ${inSight(sight)} and q.decided_on is not null ${older}
    order by q.decided_on desc, q.id desc limit ${A_PAGE + 1}`.execute(db);
  return rows;
}

/** All that the person may follow, the latest received first: for a workbook. */
export async function listAll(db: Db, sight: RequestSight): Promise<ClassRequest[]> {
  const { rows } = await sql<ClassRequest>`
    select ${REQUEST} from class_requests q where ${inSight(sight)}
    order by q.received_on desc, q.id desc`.execute(db);
  return rows;
}

/** A page of a list, and where the next begins. */
export function pageOf(
  rows: readonly ClassRequest[],
  dayOf: (request: ClassRequest) => Day | null,
): { readonly shown: readonly ClassRequest[]; readonly next: After | undefined } {
  const shown = rows.slice(0, A_PAGE);
  const last = shown.at(-1);
  const day = last && rows.length > A_PAGE ? dayOf(last) : null;
  return { shown, next: last && day ? { day, id: last.id } : undefined };
}

/** One request that the person may follow. */
export async function findRequest(
  db: Db,
  sight: RequestSight,
  id: string,
): Promise<ClassRequest | undefined> {
  const { rows } = await sql<ClassRequest>`
    select ${REQUEST} from class_requests q where ${inSight(sight)} and q.id = ${id}`.execute(db);
  return rows[0];
}

/** The same, held until the end of the transaction. */
export async function holdRequest(
  tx: Db,
  { communeId, id }: { readonly communeId: string; readonly id: string },
): Promise<ClassRequest | undefined> {
  const { rows } = await sql<ClassRequest>`
    select ${REQUEST} from class_requests q
    where q.commune_id = ${communeId} and q.id = ${id} for update of q`.execute(tx);
  return rows[0];
}

/** The paper of a decided request, as it was signed. */
export async function findPaper(
  db: Db,
  { communeId, id }: { readonly communeId: string; readonly id: string },
): Promise<SignedPaper | undefined> {
  const row = await db
    .selectFrom('class_requests')
    .where('commune_id', '=', communeId)
    .where('id', '=', id)
    .where('decided_on', 'is not', null)
    .select((eb) => eb.ref('document').$castTo<OfficialDocument>().as('document'))
    .select('fingerprint')
    .executeTakeFirst();
  return row && { document: row.document, fingerprint: row.fingerprint ?? '' };
}
