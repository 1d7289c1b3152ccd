import { sql } from 'kysely';
import type { Db } from '../../shared/house.ts';
import { statusesBefore } from './household-import.ts';

/** Empties the imports of before a moment: their files, and all that was read of these. */
export async function clearImports(db: Db, before: Date): Promise<void> {
  // One that is read or written just now would bring its people back: it is for the next time.
  const old = sql`(select id from household_imports
    where at < ${before} and not status = any(${statusesBefore('interrupt')}::text[]))`;
  await sql`delete from import_pieces where import_id in ${old}`.execute(db);
  await sql`delete from import_rows where import_id in ${old}`.execute(db);
  await sql`delete from import_members where import_id in ${old}`.execute(db);
  await sql`delete from import_faults where import_id in ${old}`.execute(db);
  await sql`update household_imports set columns = null, summary = null
    where columns is not null and id in ${old}`.execute(db);
}

/** Takes away pieces of files whose import never came to be, if their id is an earlier one. */
export async function clearStrayPieces(db: Db, before: string): Promise<void> {
  await sql`delete from import_pieces piece where piece.import_id < ${before}::uuid
    and not exists (select from household_imports i where i.id = piece.import_id)`.execute(db);
}
