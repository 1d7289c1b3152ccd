import type { House } from '../../shared/house.ts';
import { isId } from '../../shared/identity.ts';
import { found, must, param, personOf, type Request } from '../../shared/web.ts';
import type { CommunePlace } from '../households.policy.ts';
import type { CommuneReview, ReviewRound } from '../rounds/review-round.ts';
import { findCommuneReview, findRound } from '../rounds/rounds.sql.ts';
import { mayFollowReview } from './procedure.policy.ts';
import { procedureState } from './procedure-state.sql.ts';
import type { ProcedureState } from './procedure-state.ts';

export const POLICY = { config: { door: 'policy' } } as const;
export const REVIEW = '/review-rounds/:round/communes/:commune';

const THIS = 'kỳ rà soát của xã này';

/** The review that an address names, with all that decides what comes next. */
export interface AskedReview {
  readonly round: ReviewRound;
  readonly commune: CommuneReview;
  readonly state: ProcedureState;
}

/**
 * The review of the address. A commune that has not begun is "not found"; whoever has no part in
 * its review is refused; what else a person may do, the caller asks.
 */
export async function askedReview(request: Request, house: House): Promise<AskedReview> {
  const [roundId, communeId] = [param(request, 'round'), param(request, 'commune')];
  const real = isId(roundId) && isId(communeId);
  const round = found(real ? await findRound(house.db, roundId) : undefined, 'kỳ rà soát này');
  const commune = found(await findCommuneReview(house.db, roundId, communeId), THIS);
  const state = await procedureState(house.db, round, commune);
  must(mayFollow(request, commune, state), THIS);
  return { round, commune, state };
}

function mayFollow(request: Request, place: CommunePlace, { villages }: ProcedureState): boolean {
  const ids = villages.map(({ id }) => id);
  return mayFollowReview(personOf(request), place, ids);
}

/** The version of the review that the person saw, from a sent form; a text that is none fits none. */
export function versionOf(typed: Readonly<Record<string, string | undefined>>): number {
  return /^\d{1,9}$/.test(typed.version ?? '') ? Number(typed.version) : -1;
}
