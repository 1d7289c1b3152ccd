import { sql } from 'kysely';
import type { Person } from '../../people/person.ts';
import type { Db, Tx } from '../../shared/house.ts';
import { newId } from '../../shared/identity.ts';
import type { Adjustment } from './adjustments.ts';

export interface AdjustedPlace {
  readonly roundId: string;
  readonly figureId: string;
  /** From the top down to the level that signs. */
  readonly path: readonly string[];
}

/**
 * The sum of the level (the path's last) as it stands, held against all other writers until
 * the transaction ends. Locks in the order of the triggers, so none deadlock.
 */
export async function holdSum(tx: Tx, { roundId, figureId, path }: AdjustedPlace): Promise<number> {
  const rows = await tx
    .selectFrom('figure_totals')
    .where('round_id', '=', roundId)
    .where('figure_id', '=', figureId)
    .where('unit_id', 'in', [...path])
    .orderBy('unit_id')
    .forUpdate()
    .select(['unit_id', 'amount'])
    .execute();
  return rows.find((row) => row.unit_id === path.at(-1))?.amount ?? 0;
}

export async function insertAdjustment(
  tx: Tx,
  person: Person,
  { roundId, figureId, path }: AdjustedPlace,
  change: { readonly delta: number; readonly reason: string; readonly at: Date },
): Promise<string> {
  const id = newId();
  await tx
    .insertInto('adjustments')
    .values({
      id,
      round_id: roundId,
      unit_id: path.at(-1) ?? '',
      figure_id: figureId,
      path: [...path],
      person_id: person.id,
      person_name: person.name,
      position_title: person.title,
      ...change,
    })
    .execute();
  return id;
}

/** Adjustments of a figure that count in a level's sum: its own and those below, oldest first. */
export async function loadAdjustments(
  db: Db | Tx,
  roundId: string,
  figureIds: readonly string[],
  levelId: string,
): Promise<Adjustment[]> {
  return await db
    .selectFrom('adjustments as a')
    .innerJoin('rounds as o', 'o.id', 'a.round_id')
    .where('a.round_id', '=', roundId)
    .where('a.figure_id', 'in', [...figureIds])
    .where(sql<boolean>`${levelId}::uuid = any(a.path)`)
    .orderBy('a.at')
    .orderBy('a.id')
    .select(['a.id', 'a.unit_id as unitId', 'a.delta', 'a.reason', 'a.at'])
    .select(['a.person_name as personName', 'a.position_title as positionTitle'])
    .select(sql<string>`unit_name_on(a.unit_id, o.expected_on)`.as('unitName'))
    .execute();
}

/** One adjustment with where it counts; `undefined` for an id that none has. */
export async function loadAdjustment(
  db: Db | Tx,
  id: string,
): Promise<(AdjustedPlace & { readonly slug: string }) | undefined> {
  return await db
    .selectFrom('adjustments as a')
    .innerJoin('figures as f', 'f.id', 'a.figure_id')
    .where('a.id', '=', id)
    .select(['a.round_id as roundId', 'a.figure_id as figureId', 'a.path', 'f.slug'])
    .executeTakeFirst();
}
