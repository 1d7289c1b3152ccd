import type { Person } from '../../people/person.ts';
import { act } from '../../shared/act.actions.ts';
import type { House, Tx } from '../../shared/house.ts';
import { Problem } from '../../shared/problem.ts';
import { found } from '../../shared/web.ts';
import { mayReviewHousehold } from '../households.policy.ts';
import {
  type AskedHousehold,
  followMembers,
  type HeldHousehold,
  holdHousehold,
} from './hold-household.actions.ts';
import { findByCode, findHousehold, listMembers } from './household.sql.ts';
import { type Household, livesThere } from './household.ts';
import { closeHousehold } from './household-write.sql.ts';
import { copyMembers, sharedMembers } from './members.sql.ts';
import { type Moved, note, refusePosted } from './moves.actions.ts';
import type { MergeDraft } from './moves.ts';
import { leaveReview } from './register-review.sql.ts';
import { followedWords } from './register-review.ts';

/**
 * A household goes into another: its people are written there, except those who are there already
 * (the same household written twice, or one person in both); it ends as merged.
 */
export function mergeHousehold(
  house: House,
  person: Person,
  asked: AskedHousehold,
  draft: MergeDraft,
): Promise<Moved> {
  return act(house, person, async (tx) => {
    const today = house.today();
    const mine = found(await findHousehold(tx, asked.householdId, today), 'hộ này');
    const other = await findByCode(tx, mine.provinceId, draft.into, today);
    if (!other) throw wrongInto(`Không có hộ mã ${draft.into} trong sổ. Hãy xem lại mã.`);
    const also = { communeIds: [other.place.communeId], householdIds: [other.id] };
    const held = await holdHousehold(tx, person, asked, today, also);
    const into = found(await findHousehold(tx, other.id, today), 'hộ nhận');
    if (into.endedOn) throw wrongInto(`Hộ ${into.code} đã kết thúc. Hãy ghi mã của một hộ đang ở.`);
    refusePosted(held.review);
    const carried = await carryOver(tx, person, held, into, draft);
    const { household, review } = held;
    await closeHousehold(tx, household, draft.on, 'merged');
    if (review?.status === 'open') await leaveReview(tx, review, household.id, 'merged');
    const detail = { on: draft.on, into: into.code, intoHousehold: into.id, carried };
    const said = `Đã nhập hộ ${household.code} vào hộ ${into.code}: chuyển ${carried} người, ${held.living.length - carried} người đã có ở đó.${followedWords(review)}`;
    return [{ householdId: into.id, said }, note(household, 'merge', detail)];
  });
}

function wrongInto(message: string): Problem {
  return new Problem('invalidForm', {}, [{ field: 'into', message }]);
}

/** Writes those into the other household who are not in it yet; gives how many. */
async function carryOver(
  tx: Tx,
  person: Person,
  { household, living, reviews }: HeldHousehold,
  into: Household,
  { on }: MergeDraft,
): Promise<number> {
  const shared = await sharedMembers(tx, household, into);
  const going = living.filter(({ no }) => !shared.includes(no));
  if (going.length === 0) return 0;
  if (!mayReviewHousehold(person, into.place))
    throw wrongInto(
      `Hộ ${into.code} ở nơi bạn không rà soát, và ${going.length} người chưa có ở hộ đó. Hãy nhờ cán bộ xã đó ghi những người này trước.`,
    );
  const review = reviews.get(into.place.communeId);
  refusePosted(review);
  const there = await listMembers(tx, into);
  const first = Math.max(0, ...there.map(({ no }) => no)) + 1;
  const people = going.map(({ no }, at) => ({
    ...{ no, newNo: first + at, relation: 'other' as const },
  }));
  await copyMembers(tx, household, into, people, on);
  const count = there.filter(livesThere).length + going.length;
  await followMembers(tx, { household: into, review }, { delta: going.length, living: count });
  return going.length;
}
