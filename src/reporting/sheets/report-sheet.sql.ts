import type { Db, Tx } from '../../shared/house.ts';
import { newId } from '../../shared/identity.ts';

const KEPT_DAYS = 7;

/** A file given back: its name as it came, its bytes with the reasons in them. */
export interface MarkedSheet {
  readonly fileName: string;
  readonly bytes: Uint8Array;
}

/** Keeps a marked sheet for a week; those of the week before go at the same time. */
export async function keepMarkedSheet(
  tx: Tx,
  of: { readonly reportId: string; readonly personId: string; readonly at: Date },
  sheet: MarkedSheet,
): Promise<string> {
  const oldest = new Date(of.at.getTime() - KEPT_DAYS * 86_400_000);
  await tx.deleteFrom('marked_sheets').where('at', '<', oldest).execute();
  const id = newId();
  await tx
    .insertInto('marked_sheets')
    .values({
      ...{ id, report_id: of.reportId, person_id: of.personId, at: of.at },
      ...{ file_name: sheet.fileName, bytes: Buffer.from(sheet.bytes) },
    })
    .execute();
  return id;
}

/** A marked sheet of a report, if it is still kept. */
export function loadMarkedSheet(
  db: Db,
  reportId: string,
  id: string,
): Promise<MarkedSheet | undefined> {
  return db
    .selectFrom('marked_sheets')
    .where('id', '=', id)
    .where('report_id', '=', reportId)
    .select(['file_name as fileName', 'bytes'])
    .executeTakeFirst();
}
