import { type RawBuilder, sql } from 'kysely';
import type { Db } from '../../shared/house.ts';
import { listReviewable } from './begin.sql.ts';
import type { ClassCounts, DeskCommune, DeskVillage } from './desk.ts';
import type { CommuneStatus, ReviewRound } from './review-round.ts';
import { listVillages } from './rounds.sql.ts';

async function counts(db: Db, where: RawBuilder<unknown>): Promise<Map<string, ClassCounts>> {
  const { rows } = await sql<ClassCounts>`
    select unit_id as "unitId",
      sum(households) filter (where closing <> 'gone')::integer as households,
      coalesce(sum(households) filter (where closing = 'pending'), 0)::integer as pending,
      coalesce(sum(households) filter (where closing = 'poor'), 0)::integer as poor,
      coalesce(sum(households) filter (where closing = 'near-poor'), 0)::integer as "nearPoor"
    from review_totals where mark = '' and ${where}
    group by unit_id having sum(households) filter (where closing <> 'gone') > 0`.execute(db);
  return new Map(rows.map((row) => [row.unitId, row]));
}

/** The villages of a commune and how far each is. */
export async function loadVillages(
  db: Db,
  round: ReviewRound,
  communeId: string,
): Promise<DeskVillage[]> {
  const villages = await listVillages(db, communeId, round.unitsOn);
  const found = await counts(
    db,
    sql`commune_id = ${communeId} and round_id = ${round.id} and unit_id <> commune_id`,
  );
  return villages.map((village) => ({ ...village, counts: found.get(village.id) }));
}

/** Every commune that the round asks, begun or not. */
export async function loadCommunes(db: Db, round: ReviewRound): Promise<DeskCommune[]> {
  const communes = await listReviewable(db, round.unitsOn);
  const { rows } = await sql<{ id: string; status: CommuneStatus }>`
    select commune_id as id, status from commune_reviews where round_id = ${round.id}`.execute(db);
  const begun = new Map(rows.map(({ id, status }) => [id, status]));
  const found = await counts(db, sql`round_id = ${round.id} and unit_id = commune_id`);
  return communes.map((commune) => ({
    ...commune,
    status: begun.get(commune.communeId),
    counts: found.get(commune.communeId),
  }));
}
