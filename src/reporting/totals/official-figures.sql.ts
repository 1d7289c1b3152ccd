import { sql } from 'kysely';
import type { Db, Tx } from '../../shared/house.ts';
import { newId } from '../../shared/identity.ts';
import type { Round } from '../rounds/round.ts';
import type { OfficialFigure } from './official-figures.ts';

/** Which figures of a movement become official after the yearly review: their slugs. */
export async function loadReviewed(db: Db | Tx, movementId: string): Promise<Set<string>> {
  const rows = await db
    .selectFrom('figures')
    .where('movement_id', '=', movementId)
    .where('follows_review', '=', true)
    .select('slug')
    .execute();
  return new Set(rows.map((row) => row.slug));
}

/** Official figures of the round's movement and year; a place may be an office or its area. */
export async function loadOfficial(
  db: Db | Tx,
  round: Pick<Round, 'movementId' | 'year' | 'expectedOn'>,
): Promise<OfficialFigure[]> {
  return await db
    .selectFrom('official_figures as x')
    .innerJoin('figures as f', 'f.id', 'x.figure_id')
    .leftJoin('persons as p', 'p.id', 'x.person_id')
    .where('f.movement_id', '=', round.movementId)
    .where('x.year', '=', round.year)
    .orderBy('f.name')
    .orderBy('x.recorded_at')
    .select(['f.slug', 'x.unit_id as unitId', 'x.year', 'x.amount', 'x.source'])
    .select(['x.made_up as madeUp', 'x.recorded_at as recordedAt', 'p.full_name as personName'])
    .select(sql<string>`unit_name_on(x.unit_id, ${round.expectedOn}::date)`.as('unitName'))
    .execute();
}

/**
 * Keeps the official value of a figure, unit and year. A later publication replaces an earlier
 * one; gives back what stood before, for the event that remembers it.
 */
export async function storeOfficial(
  tx: Tx,
  value: {
    readonly figure_id: string;
    readonly unit_id: string;
    readonly year: number;
    readonly amount: number;
    readonly source: string;
    readonly recorded_at: Date;
    readonly person_id: string;
  },
): Promise<{ readonly amount: number; readonly source: string } | undefined> {
  const before = await tx
    .selectFrom('official_figures')
    .where('figure_id', '=', value.figure_id)
    .where('unit_id', '=', value.unit_id)
    .where('year', '=', value.year)
    .forUpdate()
    .select(['amount', 'source'])
    .executeTakeFirst();
  const { amount, source, recorded_at, person_id } = value;
  await tx
    .insertInto('official_figures')
    .values({ id: newId(), ...value })
    .onConflict((conflict) =>
      conflict
        .columns(['figure_id', 'unit_id', 'year'])
        .doUpdateSet({ amount, source, recorded_at, person_id, made_up: false }),
    )
    .execute();
  return before;
}
