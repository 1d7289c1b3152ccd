import { sql } from 'kysely';
import type { Db, Tx } from '../../shared/house.ts';
import { AREA_TYPES, type AreaType } from '../household-class.ts';
import type { IndicatorWish, StandardWish } from './standard-draft.ts';

/** The version of a standard; `undefined` when there is none. */
export async function findVersion(db: Db, id: string): Promise<number | undefined> {
  const row = await db
    .selectFrom('poverty_standards')
    .select('version')
    .where('id', '=', id)
    .executeTakeFirst();
  return row?.version;
}

/**
 * Takes the next version of a standard for this transaction, if it still stands where the person
 * saw it: whoever comes second gets `false`, or waits and then gets it.
 */
export async function takeVersion(tx: Tx, id: string, seen: number): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('poverty_standards')
    .set({ version: seen + 1 })
    .where('id', '=', id)
    .where('version', '=', seen)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

/**
 * Holds a standard for a change: nobody else changes or adds a standard, opens a round by this
 * one (`shareStandard`), or moves a commune that is reviewed by it, until the commit.
 */
export async function holdStandard(tx: Tx, id: string): Promise<void> {
  await sql`lock table poverty_standards in share row exclusive mode`.execute(tx);
  await sql`select from poverty_standards where id = ${id} for update`.execute(tx);
  await sql`
    select from commune_reviews
    where round_id in (select id from review_rounds where standard_id = ${id})
    order by commune_id, round_id for share`.execute(tx);
}

/** Does another standard bear the name? Two alike would be mistaken when a round is opened. */
export async function isNameTaken(tx: Tx, name: string, ownId: string): Promise<boolean> {
  const { rows } = await sql`
    select from poverty_standards
    where lower(name) = lower(${name}) and id <> ${ownId}`.execute(tx);
  return rows.length > 0;
}

/** Stores a standard and its lines anew. */
export async function storeStandard(tx: Tx, id: string, wish: StandardWish): Promise<void> {
  await tx
    .updateTable('poverty_standards')
    .set({
      ...{ name: wish.name, first_year: wish.firstYear, last_year: wish.lastYear },
      ...{ points_each: wish.pointsEach, deprivation_cut: wish.deprivationCut },
      ...{ source: wish.source, confirmed: wish.confirmed },
    })
    .where('id', '=', id)
    .execute();
  for (const area of Object.keys(AREA_TYPES) as AreaType[]) {
    const line = wish.lines[area];
    await tx
      .updateTable('poverty_lines')
      .set({
        ...{ income_line: line.incomeLine, average_line: line.averageLine },
        ...{ sure_score: line.sureScore, score_line: line.scoreLine },
        ...{ source: line.source, confirmed: line.confirmed },
      })
      .where('standard_id', '=', id)
      .where('area_type', '=', area)
      .execute();
  }
}

/** Stores an indicator anew; its key and place stay. */
export async function storeIndicator(
  tx: Tx,
  standardId: string,
  key: string,
  wish: IndicatorWish,
): Promise<void> {
  const { name, deprivedWhen, source, confirmed } = wish;
  await tx
    .updateTable('deprivation_indicators')
    .set({ name, deprived_when: deprivedWhen, source, confirmed })
    .where('standard_id', '=', standardId)
    .where('key', '=', key)
    .execute();
}

/** Confirms a part of a standard by a source: the standard itself, a line, or an indicator. */
export async function confirmPart(
  tx: Tx,
  standardId: string,
  part: string,
  source: string,
): Promise<void> {
  const confirmed = { source, confirmed: true };
  if (part === 'standard')
    await tx.updateTable('poverty_standards').set(confirmed).where('id', '=', standardId).execute();
  else if (Object.hasOwn(AREA_TYPES, part))
    await tx
      .updateTable('poverty_lines')
      .set(confirmed)
      .where('standard_id', '=', standardId)
      .where('area_type', '=', part)
      .execute();
  else
    await tx
      .updateTable('deprivation_indicators')
      .set(confirmed)
      .where('standard_id', '=', standardId)
      .where('key', '=', part)
      .execute();
}
