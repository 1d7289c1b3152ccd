import { type RawBuilder, sql } from 'kysely';
import type { Db, Tx } from '../../shared/house.ts';
import type { DuplicatePair, DuplicateSight, Verdict } from './duplicates.ts';

const PAIR = sql`
  d.id, d.commune_id as "communeId", d.first_id as "firstId", d.second_id as "secondId",
  d.likeness, d.found_at as "foundAt", d.verdict, d.reason, d.decided_at as "decidedAt",
  d.decider_name as "deciderName"`;

/** Pairs of whole communes, and those with a household that lives in one of the villages today. */
function inSight({ communeIds, villageIds }: DuplicateSight): RawBuilder<unknown> {
  return sql`(d.commune_id = any(${communeIds}::uuid[]) or exists (
    select from household_residences r
    where r.village_id = any(${villageIds}::uuid[]) and r.valid_to is null
      and r.household_id in (d.first_id, d.second_id)))`;
}

const A_PAGE = sql.lit(51);

/**
 * The pairs that wait for a verdict (both households still there), or those that have one; the
 * latest found first, one more than a page. `before`: found earlier than that one.
 */
export async function listPairs(
  db: Db,
  sight: DuplicateSight,
  asked: { readonly decided: boolean; readonly before: string | undefined },
): Promise<DuplicatePair[]> {
  const waiting = sql`d.verdict is null and not exists (select from households h
    where h.id in (d.first_id, d.second_id) and h.ended_on is not null
      and h.province_id in (select unit_id from unit_periods where level = 'province'))`;
  const { rows } = await sql<DuplicatePair>`
    select ${PAIR} from household_duplicates d
    where ${inSight(sight)} and ${asked.decided ? sql`d.verdict is not null` : waiting}
      ${asked.before ? sql`and d.id < ${asked.before}` : sql``}
    order by d.id desc limit ${A_PAGE}`.execute(db);
  return rows;
}

export async function findPair(
  db: Db,
  sight: DuplicateSight,
  id: string,
): Promise<DuplicatePair | undefined> {
  const { rows } = await sql<DuplicatePair>`
    select ${PAIR} from household_duplicates d where d.id = ${id} and ${inSight(sight)}`.execute(
    db,
  );
  return rows[0];
}

/** Stores a verdict unless there is one; says whether it was stored. */
export async function storeVerdict(
  tx: Tx,
  { communeId, id }: Pick<DuplicatePair, 'communeId' | 'id'>,
  said: { readonly verdict: Verdict; readonly reason: string; readonly at: Date },
  by: { readonly id: string; readonly name: string },
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('household_duplicates')
    .set({
      ...{ verdict: said.verdict, reason: said.reason, decided_at: said.at },
      ...{ decided_by: by.id, decider_name: by.name },
    })
    .where('commune_id', '=', communeId)
    .where('id', '=', id)
    .where('verdict', 'is', null)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}
