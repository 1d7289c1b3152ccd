import { sql } from 'kysely';
import type { Db } from '../../shared/house.ts';
import type { ReviewRound } from '../rounds/review-round.ts';
import type { ImportedCommune } from './household-import.ts';
import type { ImportCommune } from './import-places.ts';
import type { StageOf } from './staging.sql.ts';

/** The communes of an import, in the order of their names. */
export async function listImportCommunes(db: Db, importId: string): Promise<ImportedCommune[]> {
  const { rows } = await sql<ImportedCommune>`
    select commune_id as "communeId", commune_name as name, fresh, changed, same, wrong,
           duplicates, refusal, applied_at as "appliedAt"
    from import_communes where import_id = ${importId}
    order by commune_name collate "vi-x-icu"`.execute(db);
  return rows;
}

export async function insertImportCommunes(
  db: Db,
  importId: string,
  communes: readonly Omit<ImportedCommune, 'appliedAt'>[],
): Promise<void> {
  if (communes.length === 0) return;
  await db
    .insertInto('import_communes')
    .values(
      communes.map(({ communeId, name, ...counts }) => ({
        ...{ import_id: importId, commune_id: communeId, commune_name: name },
        ...counts,
      })),
    )
    .execute();
}

/** Why a commune was not written after all; one that was written stays so. */
export async function refuseCommune(
  db: Db,
  { importId, communeId }: StageOf,
  refusal: string,
): Promise<void> {
  await sql`update import_communes set refusal = ${refusal}
    where import_id = ${importId} and commune_id = ${communeId} and applied_at is null`.execute(db);
}

/** Villages of all communes of a province on the round's day, by commune. */
export async function listAllVillages(
  db: Db,
  on: string,
): Promise<Map<string, ImportCommune['villages']>> {
  const { rows } = await sql<{ id: string; name: string; communeId: string }>`
    select p.unit_id as id, p.full_name as name, p.parent_id as "communeId"
    from unit_periods p join units u on u.id = p.unit_id and u.sort = 'area'
    where p.level = 'village' and holds_on(p.valid_from, p.valid_to, ${on}::date)
    order by p.name collate "vi-x-icu", p.unit_id`.execute(db);
  return Map.groupBy(rows, ({ communeId }) => communeId);
}

/** The communes of a round whose places were reviewed in the round before. */
export async function listReviewedBefore(
  db: Db,
  { previousId, unitsOn }: Pick<ReviewRound, 'previousId' | 'unitsOn'>,
): Promise<Set<string>> {
  const { rows } = await sql<{ id: string }>`
    select distinct now.in_area_id as id from commune_reviews c
    join area_in_units_of(${unitsOn}::date) now on now.area_id = c.commune_id
    where c.round_id = ${previousId}`.execute(db);
  return new Set(rows.map(({ id }) => id));
}

/** What changes from now on was not seen by the reading that begins. */
export async function noteSeenEvents(db: Db, importId: string): Promise<void> {
  await sql`update household_imports
    set seen_event = (select coalesce(max(seq), 0) from events) where id = ${importId}`.execute(db);
}

/** How far the communes of a round are. */
export async function loadReviewStatuses(db: Db, roundId: string): Promise<Map<string, string>> {
  const { rows } = await sql<{ id: string; status: string }>`
    select commune_id as id, status from commune_reviews where round_id = ${roundId}`.execute(db);
  return new Map(rows.map(({ id, status }) => [id, status]));
}

/** The first faults in the order of the file. */
export async function listFaults(
  db: Db,
  importId: string,
  limit: number,
): Promise<
  { sheet: string; row: number; position: number; columnName: string; message: string }[]
> {
  const { rows } = await sql<{
    sheet: string;
    row: number;
    position: number;
    columnName: string;
    message: string;
  }>`
    select sheet, row_number as row, position, column_name as "columnName", message
    from import_faults where import_id = ${importId}
    order by sheet, row_number, position limit ${limit}`.execute(db);
  return rows;
}
