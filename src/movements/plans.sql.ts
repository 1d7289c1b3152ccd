import { sql } from 'kysely';
import type { Db, Tx } from '../shared/house.ts';
import type { planRows } from './plan-rows.ts';
import type { StoredClause, StoredNotice, StoredPlan } from './stored-plan.ts';

type PlanRows = ReturnType<typeof planRows>;

/** Many rows in few statements: PostgreSQL takes at most 65.535 values in one. */
const ROWS_AT_ONCE = 1000;

/** The head of a plan; `lock` keeps other changes of it waiting until commit. */
export async function loadPlan(
  db: Db | Tx,
  id: string,
  lock: 'lock' | 'read' = 'read',
): Promise<StoredPlan | undefined> {
  const { rows } = await sql<StoredPlan>`
    select p.id, p.movement_id as "movementId", m.name as "movementName", p.kind, p.number,
           p.symbol, p.title, p.place, p.issued_on as "issuedOn", p.issued_year as "issuedYear",
           p.issuer_name as "issuerName",
           '{"lines":[],"authority":[]}'::jsonb || p.signature as signature, p.file_name as "fileName",
           p.imported_at as "importedAt", p.is_draft as "isDraft", p.version
    from plans p join movements m on m.id = p.movement_id
    where p.id = ${id} ${lock === 'lock' ? sql`for update of p` : sql``}`.execute(db);
  return rows[0];
}

/** All rows of a plan in reading order. */
export async function loadClauses(db: Db | Tx, planId: string): Promise<StoredClause[]> {
  const rows = await db
    .selectFrom('clauses')
    .where('plan_id', '=', planId)
    .orderBy('position')
    .select(['id', 'plan_id as planId', 'parent_id as parentId', 'position', 'kind', 'marker'])
    .select(['path', 'heading', 'text'])
    .execute();
  return rows.map((row) => ({
    ...row,
    kind: row.kind as StoredClause['kind'],
    heading: row.heading ?? '',
  }));
}

export function loadNotices(db: Db, planId: string): Promise<StoredNotice[]> {
  return db
    .selectFrom('plan_notices')
    .where('plan_id', '=', planId)
    .orderBy('position')
    .select(['id', 'path', 'message', 'settled_at as settledAt'])
    .execute();
}

/** The title of a movement's plan that came from the same bytes. */
export async function loadTitleOfFile(
  db: Db | Tx,
  movementId: string,
  sha256: string,
): Promise<string | undefined> {
  const row = await db
    .selectFrom('plans')
    .where('movement_id', '=', movementId)
    .where('file_sha256', '=', sha256)
    .select('title')
    .executeTakeFirst();
  return row?.title;
}

export async function insertPlan(tx: Tx, { plan, clauses, notices }: PlanRows): Promise<void> {
  await tx
    .insertInto('plans')
    .values({ ...plan, is_draft: true })
    .execute();
  for (let at = 0; at < clauses.length; at += ROWS_AT_ONCE)
    await tx
      .insertInto('clauses')
      .values(clauses.slice(at, at + ROWS_AT_ONCE))
      .execute();
  if (notices.length > 0) await tx.insertInto('plan_notices').values(notices).execute();
}
