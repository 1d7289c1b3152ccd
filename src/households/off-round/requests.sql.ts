import { type RawBuilder, sql } from 'kysely';
import type { OfficialDocument } from '../../documents/official-document.ts';
import type { Day } from '../../shared/day.ts';
import type { Db } from '../../shared/house.ts';
import type { HouseholdClass } from '../household-class.ts';
import type { ClassRequest, SignedPaper } from './class-request.ts';
import type { MonthlyCounts } from './monthly-counts.ts';
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

/** What a household was found to be off the round, and on which day. */
export interface GrantedDecision {
  readonly requestId: string;
  readonly decidedOn: Day;
  readonly result: HouseholdClass;
  readonly classBefore: HouseholdClass;
  readonly number: number;
}

/** Every granted request of a household, the earliest first: for its line of years. */
export async function listDecisions(db: Db, householdId: string): Promise<GrantedDecision[]> {
  const { rows } = await sql<GrantedDecision>`
    select id as "requestId", decided_on as "decidedOn", result, class_before as "classBefore",
           number
    from class_requests
    where household_id = ${householdId} and granted order by decided_on, id`.execute(db);
  return rows;
}

/** The last of them. */
export async function latestDecision(
  db: Db,
  householdId: string,
): Promise<GrantedDecision | undefined> {
  return (await listDecisions(db, householdId)).at(-1);
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
