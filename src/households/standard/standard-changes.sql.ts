import { sql } from 'kysely';
import type { Db, Tx } from '../../shared/house.ts';
import { AREA_TYPES, type AreaType } from '../household-class.ts';
import type { IndicatorWish, StandardWish } from './standard-draft.ts';
import type { StandardUse } from './standard-use.ts';

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

/** What stands by each standard, those by which nothing was done left out. */
export async function listUses(db: Db): Promise<Map<string, StandardUse>> {
  const { rows } = await sql<StandardUse>`
    select s.id as "standardId",
           array(select distinct r.year from review_rounds r join commune_reviews c
             on c.round_id = r.id and c.status = 'recognised'
             where r.standard_id = s.id order by 1) as years,
           (select count(*) from review_rounds r join commune_reviews c
             on c.round_id = r.id and c.status = 'recognised'
             where r.standard_id = s.id)::integer as communes,
           (select count(*) from class_requests q
             where q.standard_id = s.id and q.decided_on is not null)::integer as requests,
           array(select r.year from review_rounds r
             where r.standard_id = s.id and r.official_on is null
               and not exists (select from review_rounds later
                 where later.province_id = r.province_id and later.year > r.year
                   and later.official_on is not null)
             order by 1) as "openYears"
    from poverty_standards s`.execute(db);
  return new Map(rows.map((row) => [row.standardId, row]));
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
