import type { Person } from '../../people/person.ts';
import { act } from '../../shared/act.actions.ts';
import { addDays } from '../../shared/day.ts';
import type { House, Tx } from '../../shared/house.ts';
import { Problem } from '../../shared/problem.ts';
import { found } from '../../shared/web.ts';
import {
  type AskedHousehold,
  type HeldHousehold,
  holdHousehold,
} from './hold-household.actions.ts';
import type { Household } from './household.ts';
import { closeHousehold, closeResidence, insertResidence } from './household-write.sql.ts';
import type { EndDraft, MoveDraft } from './moves.ts';
import { placeWords } from './new-household.actions.ts';
import {
  findLastRow,
  findRow,
  isCountedElsewhere,
  joinReview,
  leaveReview,
  moveInReview,
} from './register-review.sql.ts';
import {
  arrivalRow,
  followedWords,
  type HeldReview,
  type HeldRow,
  isToReview,
} from './register-review.ts';
import { findVillage, type VillageChoice } from './villages.sql.ts';

/** What is told after a move, and which household to look at next. */
export interface Moved {
  readonly householdId: string;
  readonly said: string;
}

/**
 * A household moves to another village. In open reviews its row follows: within the commune to
 * the other village; out of it as gone, and into the other commune as moved in, to be surveyed
 * there when it was on a list. While a list hangs nothing moves (`reviewPosted`); what is
 * recognised stays, and only the register changes.
 */
export function moveHousehold(
  house: House,
  person: Person,
  asked: AskedHousehold,
  draft: MoveDraft,
): Promise<Moved> {
  return act(house, person, async (tx) => {
    const today = house.today();
    const to = found(await findVillage(tx, draft.villageId, today), 'thôn, bản này');
    const held = await holdHousehold(tx, person, asked, today, { communeIds: [to.communeId] });
    const { household, reviews } = held;
    refusePosted(held.review);
    refusePosted(reviews.get(to.communeId));
    await closeResidence(tx, household, addDays(draft.on, -1));
    await insertResidence(tx, household, { ...draft, from: draft.on });
    const review = await followMove(tx, held, to, draft);
    const from = `${household.villageName}, ${household.communeName}`;
    const detail = { on: draft.on, from, to: placeWords(to), villageId: to.id };
    const said = `Đã ghi hộ ${household.code} chuyển đến ${placeWords(to)}.${review}`;
    return [{ householdId: household.id, said }, note(household, 'move', detail)];
  });
}

/**
 * The rows of the yearly review follow a move; gives what to say of it. Recognised in another
 * commune, a household counts there for this year and nowhere else.
 */
async function followMove(
  tx: Tx,
  held: HeldHousehold,
  to: VillageChoice,
  draft: MoveDraft,
): Promise<string> {
  const { household, review: here, reviews } = held;
  if (to.communeId === household.place.communeId) {
    if (here?.status === 'open') await moveInReview(tx, here, household.id, draft);
    return followedWords(here);
  }
  const there = reviews.get(to.communeId);
  const row = here && (await findRow(tx, here, household.id));
  const last = await findLastRow(tx, household.id);
  if (here?.status === 'open' && row && row.closing !== 'gone')
    await leaveReview(tx, here, household.id, 'moved-away');
  if (there?.status === 'open' && !(await isCountedElsewhere(tx, there, household.id)))
    await joinReview(tx, there, movedIn(held, draft, row ?? last));
  return `${followedWords(here)}${followedWords(there)}`;
}

function movedIn({ household, living }: HeldHousehold, draft: MoveDraft, last?: HeldRow) {
  const head = living.find(({ no }) => no === household.headNo);
  const { children = 0, childrenHealth = 0, childrenSchool = 0 } = last ?? {};
  return {
    ...arrivalRow('moved-in', isToReview(last)),
    ...{ householdId: household.id, code: household.code },
    ...{ villageId: draft.villageId, areaType: draft.areaType },
    ...{ members: last?.members || Math.max(living.length, 1), children },
    ...{ childrenHealth, childrenSchool },
    ethnicity: last?.ethnicity ?? head?.ethnicity ?? '56',
    marks: last?.marks.filter((mark) => mark.startsWith('group.')) ?? [],
  };
}

/** Nobody is left: the household ends in the register, and is gone from the open review. */
export function endHousehold(
  house: House,
  person: Person,
  asked: AskedHousehold,
  { kind, on }: EndDraft,
): Promise<Moved> {
  return act(house, person, async (tx) => {
    const { household, review } = await holdHousehold(tx, person, asked, house.today());
    refusePosted(review);
    const reason = kind === 'away' ? 'moved-away' : 'died-out';
    await closeHousehold(tx, household, on, reason);
    if (review?.status === 'open') await leaveReview(tx, review, household.id, reason);
    const said = `Đã kết thúc hộ ${household.code} trong sổ.${followedWords(review)}`;
    const detail = { on, endReason: reason };
    return [{ householdId: household.id, said }, note(household, 'end', detail)];
  });
}

/** While a list hangs, nobody comes into it or goes out of it. */
export function refusePosted(review: HeldReview | undefined): void {
  if (review?.status !== 'posted') return;
  const { communeName: commune, year } = review;
  throw new Problem('reviewPosted', { commune, year });
}

export function note(household: Household, verb: string, detail: object) {
  return { noun: 'household', subjectId: household.id, verb, detail };
}
