import { sql } from 'kysely';
import type { Db, Tx } from '../../shared/house.ts';
import type { ReviewRound } from '../rounds/review-round.ts';
import { findRound } from '../rounds/rounds.sql.ts';
import type { OfficialWish } from './official-wish.ts';

/** The round, held against whoever makes it official at the same moment. */
export async function holdRound(tx: Tx, id: string): Promise<ReviewRound | undefined> {
  await sql`select from review_rounds where id = ${id} for update`.execute(tx);
  return findRound(tx, id);
}

export async function storeOfficialDay(tx: Tx, id: string, wish: OfficialWish): Promise<void> {
  await tx
    .updateTable('review_rounds')
    .set({ official_on: wish.on, official_document: wish.document })
    .where('id', '=', id)
    .execute();
}

/** The people's committee of the province on the day of the round. */
export async function findProvinceOffice(
  db: Db,
  { provinceId, unitsOn }: Pick<ReviewRound, 'provinceId' | 'unitsOn'>,
): Promise<string | undefined> {
  const { rows } = await sql<{ id: string }>`
    select unit_id as id from unit_periods
    where area_id = ${provinceId} and kind = 'ubnd'
      and holds_on(valid_from, valid_to, ${unitsOn}::date)`.execute(db);
  return rows[0]?.id;
}
