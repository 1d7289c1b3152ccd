import { sql } from 'kysely';
import type { Day } from '../../shared/day.ts';
import type { Db } from '../../shared/house.ts';
import type { CommuneReview, ReviewRound } from '../rounds/review-round.ts';
import { unexplainedResiduals } from '../tables/residuals.sql.ts';
import { listVillageReviews } from './meetings.sql.ts';
import { findPosting, firstPostedOn } from './postings.sql.ts';
import type { ProcedureState } from './procedure-state.ts';

/**
 * How far a commune is in a round, from its own rows only. Inside a transaction that holds the
 * commune's review it is what decides; outside, what a page shows.
 */
export async function procedureState(
  db: Db,
  round: ReviewRound,
  commune: CommuneReview,
): Promise<ProcedureState> {
  const { communeId } = commune;
  const place = { roundId: round.id, communeId };
  const villages = await listVillageReviews(db, round, communeId);
  const posting = await findPosting(db, place);
  const firstPosted = await firstPostedOn(db, place);
  const { pending, openObjections, number, issuedOn } = await loadCounts(db, round.id, communeId);
  const unexplained = await unexplainedResiduals(db, round.id, communeId);
  return {
    ...place,
    ...{ status: commune.status, version: commune.version, agreedShare: round.agreedShare },
    ...{ pending, villages, openObjections },
    ...{ posting: posting ?? null, firstPostedOn: firstPosted },
    unexplained: unexplained.map(({ table }) => table),
    recognised: number !== null && issuedOn !== null ? { number, issuedOn } : null,
  };
}

interface Counts {
  readonly pending: number;
  readonly openObjections: number;
  readonly number: number | null;
  readonly issuedOn: Day | null;
}

/** Pending ones from the kept totals; never by counting the households. */
async function loadCounts(db: Db, roundId: string, communeId: string): Promise<Counts> {
  const { rows } = await sql<Counts>`
    select
      (select coalesce(sum(households), 0)::integer from review_totals
       where commune_id = ${communeId} and round_id = ${roundId} and unit_id = ${communeId}
         and mark = '' and closing = 'pending') as pending,
      (select count(*)::integer from review_objections
       where commune_id = ${communeId} and round_id = ${roundId} and outcome is null)
        as "openObjections",
      r.number, r.issued_on as "issuedOn"
    from (select) as one left join review_recognitions r
      on r.commune_id = ${communeId} and r.round_id = ${roundId}`.execute(db);
  const [counts] = rows;
  if (!counts) throw new Error('a row that is always there');
  return counts;
}
