import { type RawBuilder, sql } from 'kysely';
import type { Db, Tx } from '../../shared/house.ts';
import { newId } from '../../shared/identity.ts';
import type { ReviewRound } from '../rounds/review-round.ts';
import type { ReviewPlace } from './addresses.ts';
import type { Meeting, ToldResult, VillageReview } from './meeting.ts';
import type { MeetingWish } from './meeting-draft.ts';

/** A household that a meeting is told of: it is asked about and still a household here. */
const TOLD = sql`(r.listed is not null or r.closing is null) and r.closing is distinct from 'gone'`;

/** What a meeting is told of one, in a form that the database compares by itself. */
const RESULT = sql`jsonb_build_object(
  'householdId', r.household_id, 'code', r.code, 'opening', r.opening, 'closing', r.closing,
  'relapsed', r.relapsed, 'reason', r.reason, 'incomeScore', r.income_score,
  'deprived', cardinality(r.deprived), 'surveyedOn', r.surveyed_on)`;

const MEETING = sql`
  m.id, m.village_id as "villageId", unit_name_on(m.village_id, m.held_on) as "villageName",
  m.held_on as "heldOn", m.began, m.ended, m.place, m.chair_name as "chairName",
  m.secretary_name as "secretaryName", m.attended, m.agreed, m.households, m.opinions, m.at,
  m.person_name as "personName"`;

/** Meetings of a commune in a round, the latest first. */
export async function listMeetings(
  db: Db,
  { roundId, communeId }: ReviewPlace,
): Promise<Meeting[]> {
  const { rows } = await sql<Meeting>`
    select ${MEETING} from village_meetings m
    where m.commune_id = ${communeId} and m.round_id = ${roundId}
    order by m.at desc`.execute(db);
  return rows;
}

/** A meeting with what it was told; `undefined` when there is none of that id here. */
export async function findMeeting(
  db: Db,
  { roundId, communeId }: ReviewPlace,
  id: string,
): Promise<(Meeting & { readonly results: readonly ToldResult[] }) | undefined> {
  const { rows } = await sql<Meeting & { results: ToldResult[] }>`
    select ${MEETING}, m.results from village_meetings m
    where m.commune_id = ${communeId} and m.round_id = ${roundId} and m.id = ${id}`.execute(db);
  return rows[0];
}

type VillageRow = Omit<VillageReview, 'meeting'> & { readonly meetingId: string | null };

/** The villages of a commune with their households on the list and their latest meeting. */
export async function listVillageReviews(
  db: Db,
  { id: roundId, unitsOn }: ReviewRound,
  communeId: string,
): Promise<VillageReview[]> {
  const { rows } = await sql<VillageRow>`
    with told as (
      select r.village_id as id, count(*)::integer as listed,
             count(*) filter (where r.closing is null)::integer as pending,
             max(r.surveyed_on) as last_survey, jsonb_agg(${RESULT}) as results
      from household_reviews r
      where r.commune_id = ${communeId} and r.round_id = ${roundId} and ${TOLD}
      group by r.village_id
    ), village as (
      select id, unit_name_on(id, ${unitsOn}::date) as name from (
        select unit_id as id from unit_periods
        where parent_id = ${communeId} and level = 'village'
          and holds_on(valid_from, valid_to, ${unitsOn}::date)
        union select id from told
      ) as there
    ), latest as (
      select distinct on (village_id) id, village_id, results, at from village_meetings
      where commune_id = ${communeId} and round_id = ${roundId}
      order by village_id, at desc
    )
    select v.id, v.name,
           coalesce(t.listed, 0) as listed, coalesce(t.pending, 0) as pending,
           t.last_survey as "lastSurvey", m.id as "meetingId",
           coalesce(m.results @> t.results, true) and not exists (
             select from review_objections o
             join household_reviews r on r.commune_id = o.commune_id and r.round_id = o.round_id
               and r.household_id = o.household_id
             where o.commune_id = ${communeId} and o.round_id = ${roundId}
               and o.outcome = 'upheld' and o.closed_at > m.at and r.village_id = v.id
           ) as unchanged
    from village v left join told t on t.id = v.id left join latest m on m.village_id = v.id
    order by v.name collate "vi-x-icu", v.id`.execute(db);
  return withMeetings(rows, await listMeetings(db, { roundId, communeId }));
}

function withMeetings(rows: readonly VillageRow[], meetings: readonly Meeting[]): VillageReview[] {
  const byId = new Map(meetings.map((one) => [one.id, one]));
  return rows.map(({ meetingId, ...village }) => ({
    ...village,
    meeting: byId.get(meetingId ?? '') ?? null,
  }));
}

/** Writes a meeting with the results of this moment; gives its id. */
export async function insertMeeting(
  tx: Tx,
  place: ReviewPlace & { readonly villageId: string },
  wish: MeetingWish,
  by: { readonly at: Date; readonly id: string; readonly name: string },
): Promise<string> {
  const id = newId();
  const { roundId, communeId, villageId } = place;
  await sql`
    insert into village_meetings (commune_id, round_id, id, village_id, held_on, began, ended, place,
      chair_name, secretary_name, attended, agreed, opinions, at, person_id, person_name,
      households, results)
    select ${values([communeId, roundId, id, villageId])}, ${wish.heldOn}::date,
      ${values([wish.began, wish.ended, wish.place, wish.chairName, wish.secretaryName])},
      ${wish.attended}, ${wish.agreed}, ${wish.opinions}, ${by.at}, ${by.id}, ${by.name},
      count(*)::integer, coalesce(jsonb_agg(${RESULT} order by r.code), '[]')
    from household_reviews r
    where r.commune_id = ${communeId} and r.round_id = ${roundId} and r.village_id = ${villageId}
      and ${TOLD}`.execute(tx);
  return id;
}

function values(texts: readonly (string | null)[]): RawBuilder<unknown> {
  return sql.join(texts);
}
