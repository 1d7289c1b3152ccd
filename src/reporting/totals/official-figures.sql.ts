import { sql } from 'kysely';
import type { Db, Tx } from '../../shared/house.ts';
import { newId } from '../../shared/identity.ts';
import type { FigureKind } from '../forms/figure.ts';
import type { Round } from '../rounds/round.ts';
import type { OfficialFigure, ReviewedFigure } from './official-figures.ts';

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

/** The figures that the review of a year makes official, of every movement that runs in it. */
export async function listReviewedFigures(db: Db | Tx, year: number): Promise<ReviewedFigure[]> {
  return await db
    .selectFrom('figures as f')
    .innerJoin('movements as m', 'm.id', 'f.movement_id')
    .leftJoin('figures as n', 'n.id', 'f.numerator_id')
    .leftJoin('figures as d', 'd.id', 'f.denominator_id')
    .where('f.follows_review', '=', true)
    .where('m.from_year', '<=', year)
    .where('m.to_year', '>=', year)
    .select(['f.id', 'f.slug', 'n.slug as numeratorSlug', 'd.slug as denominatorSlug'])
    .select((eb) => eb.ref('f.kind').$castTo<FigureKind>().as('kind'))
    .execute();
}

/** A value to keep as official, and the one that it took the place of. */
export interface OfficialRow {
  readonly figure_id: string;
  readonly unit_id: string;
  readonly year: number;
  readonly amount: number;
  readonly source: string;
  readonly made_up: boolean;
  readonly recorded_at: Date;
  readonly person_id: string;
}

/** Keeps many official values in one statement; gives back other amounts that stood before. */
export async function storeOfficialRows(
  tx: Tx,
  rows: readonly OfficialRow[],
): Promise<{ readonly figureId: string; readonly unitId: string; readonly amount: number }[]> {
  if (rows.length === 0) return [];
  const { rows: before } = await sql<{ figureId: string; unitId: string; amount: number }>`
    select o.figure_id as "figureId", o.unit_id as "unitId", o.amount
    from unnest(${rows.map((row) => row.figure_id)}::uuid[], ${rows.map((row) => row.unit_id)}::uuid[],
      ${rows.map((row) => row.year)}::integer[], ${rows.map((row) => row.amount)}::numeric[])
      as n (figure_id, unit_id, year, amount)
    join official_figures o using (figure_id, unit_id, year)
    where o.amount <> n.amount`.execute(tx);
  await tx
    .insertInto('official_figures')
    .values(rows.map((row) => ({ id: newId(), ...row })))
    .onConflict((conflict) =>
      conflict.columns(['figure_id', 'unit_id', 'year']).doUpdateSet((eb) => ({
        amount: eb.ref('excluded.amount'),
        source: eb.ref('excluded.source'),
        made_up: eb.ref('excluded.made_up'),
        recorded_at: eb.ref('excluded.recorded_at'),
        person_id: eb.ref('excluded.person_id'),
      })),
    )
    .execute();
  return before;
}
