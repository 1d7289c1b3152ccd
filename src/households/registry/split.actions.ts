import type { Person } from '../../people/person.ts';
import { act } from '../../shared/act.actions.ts';
import { addDays } from '../../shared/day.ts';
import type { House, Tx } from '../../shared/house.ts';
import { newId } from '../../shared/identity.ts';
import { Problem } from '../../shared/problem.ts';
import { found } from '../../shared/web.ts';
import {
  type AskedHousehold,
  followMembers,
  type HeldHousehold,
  holdHousehold,
} from './hold-household.actions.ts';
import { giveCode, insertHousehold } from './household-write.sql.ts';
import { closeMembers, copyMembers, type Passing } from './members.sql.ts';
import { type Moved, note, refusePosted } from './moves.actions.ts';
import type { SplitDraft } from './moves.ts';
import { findRow, joinReview } from './register-review.sql.ts';
import { arrivalRow, followedWords, isToReview } from './register-review.ts';
import { relationsUnder } from './relations.ts';
import { findVillage } from './villages.sql.ts';

/**
 * Some people of a household go to a new one in the same commune. In the open review the new one
 * is split off, to be surveyed when the old one is on a list; the old one has fewer people.
 */
export function splitHousehold(
  house: House,
  person: Person,
  asked: AskedHousehold,
  draft: SplitDraft,
): Promise<Moved> {
  return act(house, person, async (tx) => {
    const today = house.today();
    const village = found(await findVillage(tx, draft.villageId, today), 'thôn, bản này');
    const held = await holdHousehold(tx, person, asked, today);
    const { household, review, living } = held;
    const { communeId } = household.place;
    if (village.communeId !== communeId) throw elsewhere();
    refusePosted(review);
    const { provinceId, communeName } = household;
    const code = await giveCode(tx, { provinceId, communeId, communeName, today });
    const made = { provinceId, id: newId() };
    await insertHousehold(tx, made, code, { ...draft, from: draft.on }, household.id);
    await copyMembers(tx, household, made, passing(held, draft), draft.on);
    await closeMembers(tx, household, draft.people, addDays(draft.on, -1));
    await followSplit(tx, held, draft, { ...made, code });
    const left = living.length - draft.people.length;
    await followMembers(tx, held, { delta: -draft.people.length, living: left });
    const detail = { on: draft.on, newCode: code, newHousehold: made.id, people: draft.people };
    const said = `Đã tách ${draft.people.length} người thành hộ ${code}. Hãy xem lại quan hệ của từng người với chủ hộ mới.${followedWords(review)}`;
    return [{ householdId: made.id, said }, note(household, 'split', detail)];
  });
}

function elsewhere(): Problem {
  const message = 'Hộ mới phải ở trong xã này. Ở xã khác thì tách trước, rồi chuyển hộ mới đi.';
  return new Problem('invalidForm', {}, [{ field: 'village', message }]);
}

/** The new head comes first; what the others are to the new head follows where it is certain. */
function passing({ living }: HeldHousehold, { people, newHead }: SplitDraft): Passing[] {
  const going = living.filter(({ no }) => people.includes(no));
  const head = found(
    going.find(({ no }) => no === newHead),
    'chủ hộ mới',
  );
  const others = going.filter(({ no }) => no !== newHead);
  const relations = relationsUnder(head, others);
  return [
    { no: newHead, newNo: 1, relation: 'head' },
    ...others.map(({ no }, at) => ({ no, newNo: at + 2, relation: relations.get(no) ?? 'other' })),
  ];
}

async function followSplit(
  tx: Tx,
  { household, living, review }: HeldHousehold,
  { people, newHead, villageId, areaType }: SplitDraft,
  made: { readonly id: string; readonly code: string },
): Promise<void> {
  if (review?.status !== 'open') return;
  const row = await findRow(tx, review, household.id);
  const head = living.find(({ no }) => no === newHead);
  await joinReview(tx, review, {
    ...arrivalRow('split-off', isToReview(row)),
    ...{ householdId: made.id, code: made.code, villageId, areaType, members: people.length },
    ethnicity: head?.ethnicity ?? '56',
  });
}
