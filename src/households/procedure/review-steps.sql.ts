import type { Tx } from '../../shared/house.ts';
import { Problem } from '../../shared/problem.ts';
import { found } from '../../shared/web.ts';
import {
  type CommuneReview,
  type CommuneStatus,
  NEXT,
  type ReviewRound,
  STATUS_NAMES,
} from '../rounds/review-round.ts';
import { findRound, lockCommuneReview } from '../rounds/rounds.sql.ts';
import type { ReviewPlace } from './addresses.ts';

export interface HeldReview {
  readonly round: ReviewRound;
  readonly commune: CommuneReview;
}

/** Holds the review of a commune to the end of the transaction: whoever comes second waits. */
export async function holdReview(tx: Tx, { roundId, communeId }: ReviewPlace): Promise<HeldReview> {
  const round = found(await findRound(tx, roundId), 'kỳ rà soát này');
  const commune = found(await lockCommuneReview(tx, roundId, communeId), 'kỳ rà soát của xã này');
  return { round, commune };
}

const STEP_WORDS = {
  post: 'niêm yết danh sách',
  withdraw: 'rút niêm yết',
  recognise: 'công nhận kết quả',
} as const;
export type ReviewStep = keyof typeof STEP_WORDS;

/** Where the step leads from here; refused in words when it does not follow. */
function statusAfter({ status, communeName }: CommuneReview, step: ReviewStep) {
  const next: Readonly<Partial<Record<ReviewStep, CommuneStatus>>> = NEXT[status];
  const to = next[step];
  if (!to) throw notNow(communeName, status, STEP_WORDS[step]);
  return to;
}

/** Nothing is recorded at a status where it does not belong. */
export function mustBe(
  { status, communeName }: CommuneReview,
  wanted: readonly CommuneStatus[],
  what: string,
): void {
  if (!wanted.includes(status)) throw notNow(communeName, status, what);
}

function notNow(commune: string, status: CommuneStatus, step: string): Problem {
  if (status === 'recognised') return new Problem('reviewRecognised');
  return new Problem('reviewStepNotPossible', { commune, status: STATUS_NAMES[status], step });
}

/**
 * Moves the review on, only from the version that the person saw (`changedMeanwhile` else). The
 * review is held; the version tells whether what they saw is what stands.
 */
export async function takeStep(
  tx: Tx,
  { commune }: HeldReview,
  step: ReviewStep,
  version: number,
): Promise<void> {
  const status = statusAfter(commune, step);
  const { numUpdatedRows } = await tx
    .updateTable('commune_reviews')
    .set({ status, version: version + 1 })
    .where('commune_id', '=', commune.communeId)
    .where('round_id', '=', commune.roundId)
    .where('version', '=', version)
    .where('status', '=', commune.status)
    .executeTakeFirst();
  if (numUpdatedRows !== 1n)
    throw new Problem('changedMeanwhile', { what: `Việc rà soát của ${commune.communeName}` });
}
