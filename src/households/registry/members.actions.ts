import type { Person } from '../../people/person.ts';
import { act } from '../../shared/act.actions.ts';
import { type Day, showDay } from '../../shared/day.ts';
import type { House, Tx } from '../../shared/house.ts';
import { Problem } from '../../shared/problem.ts';
import { found } from '../../shared/web.ts';
import type { MemberArrival, MemberLeaving } from './change-line.ts';
import { queueDuplicates } from './duplicates.actions.ts';
import {
  type AskedHousehold,
  followMembers,
  type HeldHousehold,
  holdHousehold,
} from './hold-household.actions.ts';
import type { Household } from './household.ts';
import type { Correction, MemberDraft, MemberIdentity } from './member-draft.ts';
import {
  closeMembers,
  insertMember,
  numberInHousehold,
  setHead,
  setRelations,
  updateMember,
} from './members.sql.ts';
import { followedWords } from './register-review.ts';
import { relationsUnder } from './relations.ts';

/** What is told after a change of the people in a household. */
export interface MemberChange {
  /** On the yearly review, as a sentence; empty where there is none. */
  readonly review: string;
  /** New pairs in the queue of suspected duplicates. */
  readonly duplicates: number;
}

export interface MemberWish extends MemberDraft {
  readonly arrival: MemberArrival;
  readonly on: Day;
}

/** Somebody new in a household: facts and identity apart, one event. */
export function addMember(
  house: House,
  person: Person,
  asked: AskedHousehold,
  wish: MemberWish,
): Promise<MemberChange> {
  return act(house, person, async (tx, now) => {
    const held = await holdHousehold(tx, person, asked, house.today());
    const { household, members, living } = held;
    refuseSecondHead(wish.facts.relation);
    refuseDay(wish, household);
    await refuseNumberTwice(tx, household, wish.identity, 0);
    const no = Math.max(0, ...members.map((one) => one.no)) + 1;
    await insertMember(tx, household, no, wish, wish.on);
    const delta = wish.arrival === 'recorded' ? 0 : 1;
    await followMembers(tx, held, { delta, living: living.length + 1 });
    const { arrival, on } = wish;
    const detail = { member: no, relation: wish.facts.relation, arrival, on };
    return [await told(tx, held, now), note(household, 'addMember', detail)];
  });
}

/** Corrects what is written of somebody; it was so from the beginning, so no day is asked. */
export function correctMember(
  house: House,
  person: Person,
  asked: AskedHousehold & { readonly memberNo: number },
  { facts, identity }: Correction,
): Promise<MemberChange> {
  return act(house, person, async (tx, now) => {
    const held = await holdHousehold(tx, person, asked, house.today());
    const { household } = held;
    const member = livingOne(held, asked.memberNo);
    const isHead = member.no === household.headNo;
    if (isHead !== (facts.relation === 'head')) throw fieldProblem('relation', ONE_HEAD);
    await refuseNumberTwice(tx, household, identity, member.no);
    await updateMember(tx, household, member.no, facts, identity);
    const detail = { member: member.no, relation: facts.relation, identity: Object.keys(identity) };
    return [await told(tx, held, now), note(household, 'correctMember', detail)];
  });
}

export interface LeavingWish {
  readonly memberNo: number;
  readonly leaving: MemberLeaving;
  /** The last day in the household. */
  readonly on: Day;
}

/** Somebody leaves a household for good; the entry stays, with its last day. */
export function endMember(
  house: House,
  person: Person,
  asked: AskedHousehold,
  { memberNo, leaving, on }: LeavingWish,
): Promise<MemberChange> {
  return act(house, person, async (tx, now) => {
    const held = await holdHousehold(tx, person, asked, house.today());
    const { household, living } = held;
    const member = livingOne(held, memberNo);
    if (member.no === household.headNo)
      throw fieldProblem('leaving', living.length > 1 ? HEAD_STAYS : LAST_ONE);
    if (on < member.from)
      throw fieldProblem('endOn', `Người này vào hộ từ ${showDay(member.from)}; hãy ghi ngày sau.`);
    await closeMembers(tx, household, [member.no], on);
    await followMembers(tx, held, {
      delta: leaving === 'mistaken' ? 0 : -1,
      living: living.length - 1,
    });
    const detail = { member: member.no, relation: member.relation, leaving, on };
    return [await told(tx, held, now), note(household, 'endMember', detail)];
  });
}

/** Another head: what the others are to the new one follows where it is certain. */
export function changeHead(
  house: House,
  person: Person,
  asked: AskedHousehold,
  memberNo: number,
): Promise<MemberChange> {
  return act(house, person, async (tx, now) => {
    const held = await holdHousehold(tx, person, asked, house.today());
    const { household, living } = held;
    const next = livingOne(held, memberNo);
    const others = living.filter((one) => one.no !== next.no);
    const relations = relationsUnder(next, others).set(next.no, 'head');
    await setHead(tx, household, next.no);
    await setRelations(tx, household, relations);
    const detail = { member: next.no, relation: next.relation };
    return [await told(tx, held, now), note(household, 'changeHead', detail)];
  });
}

const ONE_HEAD =
  'Hộ có đúng một chủ hộ. Muốn người khác làm chủ hộ, hãy mở người đó và chọn “Đặt làm chủ hộ”.';
const HEAD_STAYS = 'Đây là chủ hộ. Hãy đặt người khác làm chủ hộ trước, rồi ghi người này rời hộ.';
const LAST_ONE =
  'Đây là người cuối cùng của hộ. Hãy dùng “Chuyển, tách, nhập hộ” để kết thúc hoặc chuyển cả hộ.';

function fieldProblem(field: string, message: string): Problem {
  return new Problem('invalidForm', {}, [{ field, message }]);
}

function refuseSecondHead(relation: string): void {
  if (relation === 'head') throw fieldProblem('relation', ONE_HEAD);
}

function refuseDay({ on, identity }: MemberWish, household: Household): void {
  if (on < household.formedOn)
    throw fieldProblem('on', `Hộ có từ ${showDay(household.formedOn)}; hãy ghi ngày sau đó.`);
  if (identity.birthDate && on < identity.birthDate)
    throw fieldProblem('on', `Người này sinh ${showDay(identity.birthDate)}; hãy ghi ngày sau đó.`);
}

async function refuseNumberTwice(
  tx: Tx,
  household: Household,
  { citizenNumber }: Partial<MemberIdentity>,
  except: number,
): Promise<void> {
  if (citizenNumber && (await numberInHousehold(tx, household, citizenNumber, except)))
    throw fieldProblem('citizenNumber', 'Một người khác của hộ đã có số này. Hãy xem lại từng số.');
}

function livingOne({ living }: HeldHousehold, no: number) {
  return found(
    living.find((one) => one.no === no),
    'người này trong hộ',
  );
}

async function told(tx: Tx, { household, review }: HeldHousehold, now: Date) {
  const { communeId } = household.place;
  const duplicates = await queueDuplicates(tx, communeId, [household.id], now);
  return { review: followedWords(review), duplicates };
}

function note(household: Household, verb: string, detail: object) {
  return { noun: 'household', subjectId: household.id, verb, detail };
}
