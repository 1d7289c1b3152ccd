import type { Person } from '../../people/person.ts';
import { act } from '../../shared/act.actions.ts';
import type { House, Tx } from '../../shared/house.ts';
import { newId } from '../../shared/identity.ts';
import { Problem } from '../../shared/problem.ts';
import { found, must } from '../../shared/web.ts';
import { mayReviewHousehold } from '../households.policy.ts';
import { queueDuplicates } from './duplicates.actions.ts';
import { findByCode } from './household.sql.ts';
import type { HouseholdDraft } from './household-draft.ts';
import { giveCode, insertHousehold } from './household-write.sql.ts';
import { findProvinceOf } from './identities.sql.ts';
import { insertMember } from './members.sql.ts';
import { joinReview, lockReviews } from './register-review.sql.ts';
import { arrivalRow, followedWords } from './register-review.ts';
import { findVillage, type VillageChoice } from './villages.sql.ts';

/** What is told after a new household is written down. */
export interface NewHousehold {
  readonly id: string;
  readonly code: string;
  readonly review: string;
  readonly duplicates: number;
}

/**
 * A new household with its head; the system gives the code. While the review of its commune is
 * open it is in it too, absent at the opening: to be surveyed where that is asked, else not poor.
 */
export function createHousehold(
  house: House,
  person: Person,
  draft: HouseholdDraft,
): Promise<NewHousehold> {
  return act(house, person, async (tx, now) => {
    const today = house.today();
    const village = found(await findVillage(tx, draft.villageId, today), 'thôn, bản này');
    must(mayReviewHousehold(person, { ...village, villageId: village.id }), 'hộ ở thôn, bản này');
    const { communeId, communeName } = village;
    const provinceId = found(await findProvinceOf(tx, communeId), 'tỉnh của xã này');
    const review = (await lockReviews(tx, [communeId])).get(communeId);
    const origin = await originOf(tx, person, provinceId, draft, house);
    const id = newId();
    const code = await giveCode(tx, { provinceId, communeId, communeName, today });
    const { areaType, on, came, head } = draft;
    const stay = { villageId: village.id, areaType, from: on };
    await insertHousehold(tx, { provinceId, id }, code, stay, origin);
    await insertMember(tx, { provinceId, id }, 1, head, on);
    if (review?.status === 'open')
      await joinReview(tx, review, {
        ...arrivalRow(came, draft.toReview),
        ...{ householdId: id, villageId: village.id, code, areaType },
        ...{ members: 1, ethnicity: head.facts.ethnicity },
      });
    const duplicates = await queueDuplicates(tx, communeId, [id], now);
    const detail = { came, on, to: placeWords(village), origin: draft.originCode };
    const told = { id, code, review: followedWords(review), duplicates };
    return [told, { noun: 'household', subjectId: id, verb: 'create', detail }];
  });
}

/** The household that a new one split off from must be one that the person reviews. */
async function originOf(
  tx: Tx,
  person: Person,
  provinceId: string,
  { originCode }: HouseholdDraft,
  house: House,
): Promise<string | null> {
  if (!originCode) return null;
  const origin = await findByCode(tx, provinceId, originCode, house.today());
  if (origin && mayReviewHousehold(person, origin.place)) return origin.id;
  const message = `Không có hộ mã ${originCode} ở nơi bạn rà soát. Hãy xem lại mã trong danh sách hộ.`;
  throw new Problem('invalidForm', {}, [{ field: 'originCode', message }]);
}

export function placeWords({ name, communeName }: VillageChoice): string {
  return `${name}, ${communeName}`;
}
