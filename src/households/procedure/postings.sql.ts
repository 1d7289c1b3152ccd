import { sql } from 'kysely';
import type { Day } from '../../shared/day.ts';
import type { Db, Tx } from '../../shared/house.ts';
import { newId } from '../../shared/identity.ts';
import type { ReviewPlace } from './addresses.ts';
import type { PostingWish } from './posting-draft.ts';
import type { Posting } from './procedure-state.ts';

/** Lists that were hung in a commune, the latest first, withdrawn ones included. */
export async function listPostings(
  db: Db,
  { roundId, communeId }: ReviewPlace,
): Promise<Posting[]> {
  const { rows } = await sql<Posting>`
    select id, posted_on as "postedOn", until, places, at, person_name as "personName",
           withdrawn_at as "withdrawnAt", withdrawn_reason as "withdrawnReason"
    from review_postings where commune_id = ${communeId} and round_id = ${roundId}
    order by at desc`.execute(db);
  return rows;
}

/** The list that hangs now. */
export async function findPosting(db: Db, place: ReviewPlace): Promise<Posting | undefined> {
  return (await listPostings(db, place)).find(({ withdrawnAt }) => withdrawnAt === null);
}

export async function firstPostedOn(
  db: Db,
  { roundId, communeId }: ReviewPlace,
): Promise<Day | null> {
  const row = await db
    .selectFrom('review_postings')
    .where('commune_id', '=', communeId)
    .where('round_id', '=', roundId)
    .select((eb) => eb.fn.min('posted_on').as('first'))
    .executeTakeFirst();
  return row?.first ?? null;
}

export async function insertPosting(
  tx: Tx,
  { roundId, communeId }: ReviewPlace,
  { postedOn, until, places }: PostingWish,
  by: { readonly at: Date; readonly id: string; readonly name: string },
): Promise<void> {
  await tx
    .insertInto('review_postings')
    .values({
      ...{ commune_id: communeId, round_id: roundId, id: newId(), posted_on: postedOn, until },
      ...{ places, at: by.at, person_id: by.id, person_name: by.name },
    })
    .execute();
}

/** Takes the list down that hangs now; it stays on record with the reason. */
export async function withdrawPosting(
  tx: Tx,
  { roundId, communeId }: ReviewPlace,
  reason: string,
  at: Date,
): Promise<void> {
  await tx
    .updateTable('review_postings')
    .set({ withdrawn_at: at, withdrawn_reason: reason })
    .where('commune_id', '=', communeId)
    .where('round_id', '=', roundId)
    .where('withdrawn_at', 'is', null)
    .execute();
}
