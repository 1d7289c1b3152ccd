import { sql } from 'kysely';
import type { Db, Tx } from '../../shared/house.ts';
import { Problem } from '../../shared/problem.ts';
import {
  FILE_GONE,
  type HouseholdImport,
  type ImportStatus,
  type ImportSummary,
  NEXT_STEPS,
  statusesBefore,
} from './household-import.ts';
import type { SheetPlan } from './sheet-plan.ts';

const COLUMNS = sql`
  id, round_id as "roundId", office_id as "officeId", person_id as "personId",
  person_name as "personName", at, file_name as "fileName", status,
  columns is null as cleared, coalesce(columns, '[]'::jsonb) as plans, commune_id as "communeId", rows_read as "rowsRead",
  rows_expected as "rowsExpected", progress_at as "progressAt", summary, broken`;

export async function findImport(db: Db, id: string): Promise<HouseholdImport | undefined> {
  const { rows } = await sql<HouseholdImport>`
    select ${COLUMNS} from household_imports where id = ${id}`.execute(db);
  return rows[0];
}

/** The same inside a transaction that will change it: whoever comes second waits. */
export async function lockImport(tx: Tx, id: string): Promise<HouseholdImport | undefined> {
  const { rows } = await sql<HouseholdImport>`
    select ${COLUMNS} from household_imports where id = ${id} for update`.execute(tx);
  return rows[0];
}

/** The latest imports of a person, the newest first. */
export async function listImports(db: Db, personId: string): Promise<HouseholdImport[]> {
  const { rows } = await sql<HouseholdImport>`
    select ${COLUMNS} from household_imports where person_id = ${personId}
    order by at desc, id desc limit 50`.execute(db);
  return rows;
}

export interface NewImport {
  readonly id: string;
  readonly roundId: string;
  readonly officeId: string;
  readonly communeId: string | null;
  readonly person: { readonly id: string; readonly name: string };
  readonly at: Date;
  readonly fileName: string;
  readonly fingerprint: string;
  readonly plans: readonly SheetPlan[];
}

export async function insertImport(tx: Tx, one: NewImport): Promise<void> {
  await tx
    .insertInto('household_imports')
    .values({
      ...{ id: one.id, round_id: one.roundId, office_id: one.officeId, at: one.at },
      ...{ person_id: one.person.id, person_name: one.person.name, commune_id: one.communeId },
      ...{ file_name: one.fileName, fingerprint: one.fingerprint, status: 'matching' },
      ...{ columns: JSON.stringify(one.plans), progress_at: one.at },
    })
    .execute();
}

/** Adds a piece of a file; pieces come in order and are no transaction of their own. */
export async function insertPiece(
  db: Db,
  importId: string,
  place: number,
  bytes: Buffer,
): Promise<void> {
  await sql`insert into import_pieces (import_id, place, bytes)
    values (${importId}, ${place}, ${bytes})`.execute(db);
}

/** The file of an import, put together piece by piece. Throws when it is no longer kept. */
export async function loadFile(db: Db, importId: string): Promise<Buffer> {
  const { rows } = await sql<{ size: number }>`
    select coalesce(sum(length(bytes)), 0) as size from import_pieces
    where import_id = ${importId}`.execute(db);
  const whole = Buffer.alloc(rows[0]?.size ?? 0);
  if (whole.length === 0) throw fileGone();
  for (let place = 0, at = 0; at < whole.length; place++) {
    const piece = await sql<{ bytes: Buffer }>`
      select bytes from import_pieces
      where import_id = ${importId} and place = ${place}`.execute(db);
    const bytes = piece.rows[0]?.bytes;
    if (!bytes) throw fileGone();
    at += bytes.copy(whole, at);
  }
  return whole;
}

function fileGone(): Problem {
  return new Problem('notFound', { what: FILE_GONE });
}

/** Of a file that turned out to be none. */
export async function dropPieces(db: Db, importId: string): Promise<void> {
  await sql`delete from import_pieces where import_id = ${importId}`.execute(db);
}

/** Moves an import on, only if it still stands where it was seen; false: someone was faster. */
export async function moveImport(
  db: Db,
  id: string,
  from: readonly ImportStatus[],
  to: ImportStatus,
  at: Date,
): Promise<boolean> {
  const { numAffectedRows } = await sql`
    update household_imports
    set status = ${to}, progress_at = ${at}, broken = null,
        rows_read = case when ${to} = 'reading' then 0 else rows_read end,
        rows_expected = case when ${to} = 'reading' then null else rows_expected end
    where id = ${id} and status = any(${from}::text[])`.execute(db);
  return numAffectedRows === 1n;
}

export async function storePlans(tx: Db, id: string, plans: readonly SheetPlan[]): Promise<void> {
  await sql`update household_imports set columns = ${JSON.stringify(plans)}::jsonb
    where id = ${id}`.execute(tx);
}

/** How far a reading is; also says that somebody is at it. */
export async function storeProgress(
  db: Db,
  id: string,
  progress: { readonly read: number; readonly expected: number | null; readonly at: Date },
): Promise<void> {
  const { read, expected, at } = progress;
  await sql`update household_imports
    set rows_read = ${read}, rows_expected = ${expected}, progress_at = ${at}
    where id = ${id}`.execute(db);
}

/** Says that somebody is still at these imports, or that their turn will come. */
export async function storeHeartbeat(db: Db, ids: readonly string[], at: Date): Promise<void> {
  await sql`update household_imports set progress_at = ${at}
    where id = any(${ids}::uuid[]) and status = any(${AT_WORK}::text[])`.execute(db);
}

export async function storeSummary(db: Db, id: string, summary: ImportSummary): Promise<void> {
  await sql`update household_imports set summary = ${JSON.stringify(summary)}::jsonb
    where id = ${id}`.execute(db);
}

const AT_WORK = statusesBefore('interrupt');
const BROKEN = NEXT_STEPS.reading.interrupt;

/** An import stopped: what the person reads. Only of one that was at work. */
export async function breakImport(db: Db, id: string, why: string): Promise<void> {
  await sql`update household_imports set status = ${BROKEN}, broken = ${why}
    where id = ${id} and status = any(${AT_WORK}::text[])`.execute(db);
}

/** Imports that nobody has been at since a moment were cut off; they say so from now on. */
export async function breakInterrupted(
  db: Db,
  silentSince: Date,
  words: { readonly reading: string; readonly applying: string },
): Promise<void> {
  await sql`update household_imports set status = ${BROKEN},
      broken = ${JSON.stringify(words)}::jsonb ->> status
    where status = any(${AT_WORK}::text[]) and progress_at < ${silentSince}`.execute(db);
}

/** What an office has matched before. */
export async function loadRemembered(db: Db, officeId: string): Promise<Map<string, string>> {
  const rows = await db
    .selectFrom('column_matches')
    .select(['heading', 'meaning'])
    .where('office_id', '=', officeId)
    .execute();
  return new Map(rows.map(({ heading, meaning }) => [heading, meaning]));
}

/** Remembers headings for the office; the last word counts. */
export async function remember(
  tx: Db,
  officeId: string,
  matches: ReadonlyMap<string, string>,
  at: Date,
): Promise<void> {
  if (matches.size === 0) return;
  await sql`
    insert into column_matches (office_id, heading, meaning, at)
    select ${officeId}, heading, meaning, ${at}
    from unnest(${[...matches.keys()]}::text[], ${[...matches.values()]}::text[])
      as u (heading, meaning)
    on conflict (office_id, heading) do update set meaning = excluded.meaning, at = excluded.at`.execute(
    tx,
  );
}
