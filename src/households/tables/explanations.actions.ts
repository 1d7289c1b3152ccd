import type { Person } from '../../people/person.ts';
import { act } from '../../shared/act.actions.ts';
import type { House, Tx } from '../../shared/house.ts';
import { Problem } from '../../shared/problem.ts';
import { found, must } from '../../shared/web.ts';
import { mayReviewCommune } from '../households.policy.ts';
import { findRound, lockCommuneReview } from '../rounds/rounds.sql.ts';
import type { Count, TableKey } from './change-tables.ts';
import { storeExplanation } from './explanations.sql.ts';
import { loadAccounting } from './residuals.sql.ts';
import { isNone, type Residual, reasonField } from './residuals.ts';

/** A reason typed for the difference that the person saw. */
export interface ExplanationWish {
  readonly roundId: string;
  readonly communeId: string;
  readonly table: TableKey;
  readonly seen: Count;
  readonly reason: string;
}

const LONGEST = 2_000;

/**
 * The commune says why a table does not follow from last year's. The reason holds for the
 * difference that was seen: had it changed meanwhile, nothing is kept (`changedMeanwhile`).
 */
export function explainResidual(
  house: House,
  person: Person,
  wish: ExplanationWish,
): Promise<void> {
  return act(house, person, async (tx, now) => {
    const review = found(await lockCommuneReview(tx, wish.roundId, wish.communeId), THIS);
    must(mayReviewCommune(person, review), 'việc rà soát của xã này');
    if (review.status === 'recognised') throw new Problem('reviewRecognised');
    const reason = readReason(wish);
    const total = await seenTotal(tx, wish);
    await storeExplanation(tx, wish, { total, reason }, { ...person, at: now });
    const detail = { roundId: wish.roundId, table: wish.table, ...total, reason };
    return [undefined, { noun: 'explanation', subjectId: wish.communeId, verb: 'give', detail }];
  });
}

const THIS = 'xã này trong kỳ rà soát';

function readReason({ table, reason }: ExplanationWish): string {
  const text = reason.normalize('NFC').trim();
  if (text !== '' && text.length <= LONGEST) return text;
  const message = text
    ? `Giải trình dài ${text.length} ký tự, quá ${LONGEST}. Hãy rút gọn.`
    : 'Chưa ghi vì sao có chênh lệch. Hãy ghi hộ nào, việc gì, ví dụ “Bổ sung 1 hộ bị sót ở Bản Một”.';
  throw new Problem('invalidForm', {}, [{ field: reasonField(table), message }]);
}

async function seenTotal(tx: Tx, wish: ExplanationWish): Promise<Count> {
  const round = found(await findRound(tx, wish.roundId), THIS);
  const accounting = (await loadAccounting(tx, round, [wish.communeId])).get(wish.communeId);
  const residual = accounting?.residuals.find(({ table }) => table === wish.table);
  if (!residual || !isSeen(residual, wish.seen))
    throw new Problem('changedMeanwhile', { what: 'Số liệu của xã' });
  return residual.total;
}

function isSeen({ total }: Residual, seen: Count): boolean {
  return !isNone(total) && total.households === seen.households && total.members === seen.members;
}
