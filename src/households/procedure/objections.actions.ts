import type { Person } from '../../people/person.ts';
import { act } from '../../shared/act.actions.ts';
import { showDay } from '../../shared/day.ts';
import type { House, Tx } from '../../shared/house.ts';
import { Problem } from '../../shared/problem.ts';
import { found, must } from '../../shared/web.ts';
import type { ReviewPlace } from './addresses.ts';
import { notTaken, type ObjectedHousehold, type Objection } from './objection.ts';
import type { AnswerWish, ObjectionWish } from './objection-draft.ts';
import {
  closeObjection,
  findByCode,
  findObjection,
  insertObjection,
  reopenHousehold,
} from './objections.sql.ts';
import { firstPostedOn, withdrawPosting } from './postings.sql.ts';
import { mayAnswerObjection } from './procedure.policy.ts';
import { type HeldReview, holdReview, mustBe, takeStep } from './review-steps.sql.ts';

const THIS = 'ý kiến phản ánh của xã này';

/** Takes an objection in as a case: from the first posting until the recognition. Gives its id. */
export function receiveObjection(
  house: House,
  person: Person,
  place: ReviewPlace,
  wish: ObjectionWish,
): Promise<string> {
  return act(house, person, async (tx, now) => {
    const { commune } = await holdReview(tx, place);
    must(mayAnswerObjection(person, commune), THIS);
    mustBe(commune, ['open', 'posted'], 'ghi ý kiến phản ánh');
    const why = notTaken(commune.status, await firstPostedOn(tx, place));
    if (why) throw new Problem('reviewNotReady', { step: 'ghi ý kiến', why });
    const household = await householdOf(tx, place, wish.code);
    const householdId = household?.id ?? null;
    const by = { householdId, at: now, personName: person.name };
    const id = await insertObjection(tx, place, wish, by);
    const detail = { roundId: place.roundId, objectionId: id, householdId };
    const { communeId: subjectId } = commune;
    return [id, { noun: 'commune', subjectId, verb: 'receiveObjection', detail }];
  });
}

/** The household of a typed code; no code is none, a code that nobody bears is a fault. */
async function householdOf(
  tx: Tx,
  place: ReviewPlace,
  code: string,
): Promise<ObjectedHousehold | undefined> {
  if (code === '') return undefined;
  const household = await findByCode(tx, place, code);
  if (household) return household;
  const message = `Không có hộ nào mang mã ${code} trong kỳ rà soát của xã. Hãy xem lại mã, hoặc để trống.`;
  throw new Problem('invalidForm', {}, [{ field: 'code', message }]);
}

/** What an answer set going: whether the list was taken down, and which household waits again. */
export interface Answered {
  readonly withdrawn: boolean;
  readonly reopened: ObjectedHousehold | undefined;
}

/**
 * Answers an objection. Rejected: the reason is kept. Upheld: the household's survey is done again,
 * so its village meets again, and a list that hangs is taken down in the same commit.
 */
export function answerObjection(
  house: House,
  person: Person,
  place: ReviewPlace,
  objectionId: string,
  wish: AnswerWish,
): Promise<Answered> {
  return act(house, person, async (tx, now) => {
    const held = await holdReview(tx, place);
    must(mayAnswerObjection(person, held.commune), THIS);
    mustBe(held.commune, ['open', 'posted'], 'trả lời ý kiến phản ánh');
    const objection = found(await findObjection(tx, place, objectionId), 'ý kiến phản ánh này');
    const household = await meant(tx, place, objection, wish);
    const householdId = household?.id ?? objection.household?.id ?? null;
    const by = { householdId, at: now, personName: person.name };
    if (!(await closeObjection(tx, place, objectionId, wish, by)))
      throw new Problem('objectionAnswered');
    const upheld = wish.outcome === 'upheld';
    const former = upheld && household ? await reopenHousehold(tx, place, household.id) : undefined;
    const withdrawn = upheld && (await takeDown(tx, held, now, reasonOf(objection, household)));
    const answered = { withdrawn, reopened: upheld ? household : undefined };
    const { outcome } = wish;
    const detail = { roundId: place.roundId, objectionId, outcome, householdId, former, withdrawn };
    const subjectId = place.communeId;
    return [answered, { noun: 'commune', subjectId, verb: 'answerObjection', detail }];
  });
}

/** The household to be surveyed again: the one typed now, else the one named at first. */
async function meant(
  tx: Tx,
  place: ReviewPlace,
  objection: Objection,
  { outcome, code }: AnswerWish,
): Promise<ObjectedHousehold | undefined> {
  if (outcome === 'rejected') return undefined;
  const household = (await householdOf(tx, place, code)) ?? objection.household ?? undefined;
  if (!household?.gone) return household;
  const message = `Hộ ${household.code} không còn ở xã nên không rà soát lại được. Nếu ghi nhầm, hãy sửa ở sổ hộ trước.`;
  throw new Problem('invalidForm', {}, [{ field: 'code', message }]);
}

async function takeDown(tx: Tx, held: HeldReview, now: Date, reason: string): Promise<boolean> {
  const { commune } = held;
  if (commune.status !== 'posted') return false;
  await takeStep(tx, held, 'withdraw', commune.version);
  await withdrawPosting(tx, commune, reason, now);
  return true;
}

/** Without the name of who objected: the reason is read by everyone in the review. */
function reasonOf({ receivedOn }: Objection, household: ObjectedHousehold | undefined): string {
  const what = household
    ? `rà soát lại hộ ${household.code}`
    : 'bổ sung hộ chưa có trong danh sách';
  return `Ý kiến phản ánh nhận ngày ${showDay(receivedOn)} có cơ sở: ${what}.`;
}
