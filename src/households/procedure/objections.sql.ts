import { type RawBuilder, sql } from 'kysely';
import type { Db, Tx } from '../../shared/house.ts';
import { newId } from '../../shared/identity.ts';
import type { ReviewPlace } from './addresses.ts';
import type { ObjectedHousehold, Objection } from './objection.ts';
import type { AnswerWish, ObjectionWish } from './objection-draft.ts';

const HOUSEHOLD = sql`jsonb_build_object('id', r.household_id, 'code', r.code,
  'villageId', r.village_id, 'pending', r.closing is null,
  'gone', r.closing is not distinct from 'gone')`;

function objections(db: Db, { roundId, communeId }: ReviewPlace, which: RawBuilder<unknown>) {
  return sql<Objection>`
    select o.id, o.said_by as "saidBy", o.received_on as "receivedOn", o.content, o.at,
           o.person_name as "personName", o.outcome, o.answer, o.closed_at as "closedAt",
           o.closed_by as "closedBy",
           case when r.household_id is not null then ${HOUSEHOLD} end as household
    from review_objections o left join household_reviews r on r.commune_id = o.commune_id
      and r.round_id = o.round_id and r.household_id = o.household_id
    where o.commune_id = ${communeId} and o.round_id = ${roundId} and ${which}
    order by o.outcome is not null, o.received_on, o.at`.execute(db);
}

/** The objections of a commune in a round: open ones first, the oldest before. */
export async function listObjections(db: Db, place: ReviewPlace): Promise<Objection[]> {
  return (await objections(db, place, sql`true`)).rows;
}

export async function findObjection(
  db: Db,
  place: ReviewPlace,
  id: string,
): Promise<Objection | undefined> {
  return (await objections(db, place, sql`o.id = ${id}`)).rows[0];
}

/** The household with a code in the review of a commune. */
export async function findByCode(
  db: Db,
  { roundId, communeId }: ReviewPlace,
  code: string,
): Promise<ObjectedHousehold | undefined> {
  const { rows } = await sql<{ household: ObjectedHousehold }>`
    select ${HOUSEHOLD} as household from household_reviews r
    where r.commune_id = ${communeId} and r.round_id = ${roundId} and r.code = ${code}`.execute(db);
  return rows[0]?.household;
}

export async function insertObjection(
  tx: Tx,
  { roundId, communeId }: ReviewPlace,
  { saidBy, receivedOn, content }: ObjectionWish,
  more: { readonly householdId: string | null; readonly at: Date; readonly personName: string },
): Promise<string> {
  const id = newId();
  await tx
    .insertInto('review_objections')
    .values({
      ...{ commune_id: communeId, round_id: roundId, id, household_id: more.householdId },
      ...{ said_by: saidBy, received_on: receivedOn, content },
      ...{ at: more.at, person_name: more.personName },
    })
    .execute();
  return id;
}

/** Closes an open objection; false: somebody else has answered it. */
export async function closeObjection(
  tx: Tx,
  { roundId, communeId }: ReviewPlace,
  id: string,
  { outcome, answer }: AnswerWish,
  more: { readonly householdId: string | null; readonly at: Date; readonly personName: string },
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('review_objections')
    .set({
      ...{ outcome, answer, closed_at: more.at, closed_by: more.personName },
      household_id: more.householdId,
    })
    .where('commune_id', '=', communeId)
    .where('round_id', '=', roundId)
    .where('id', '=', id)
    .where('outcome', 'is', null)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

/** What the survey of a household had found before it is done again. */
export interface FormerResult {
  readonly closing: string | null;
  readonly incomeScore: number | null;
  readonly deprived: readonly string[] | null;
}

/** Puts a household back to before its survey; gives what that had found, for the event. */
export async function reopenHousehold(
  tx: Tx,
  { roundId, communeId }: ReviewPlace,
  householdId: string,
): Promise<FormerResult | undefined> {
  const { rows } = await sql<FormerResult>`
    with former as (
      select closing, income_score, deprived from household_reviews
      where commune_id = ${communeId} and round_id = ${roundId} and household_id = ${householdId}
    ), reopened as (
      update household_reviews set closing = null, relapsed = false,
        listed = coalesce(listed, 'found'), income_score = null, deprived = null,
        surveyed_on = null, surveyor_name = null, version = version + 1
      where commune_id = ${communeId} and round_id = ${roundId} and household_id = ${householdId}
    )
    select closing, income_score as "incomeScore", deprived from former`.execute(tx);
  return rows[0];
}
