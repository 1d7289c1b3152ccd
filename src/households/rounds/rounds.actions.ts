import type { Person } from '../../people/person.ts';
import { act } from '../../shared/act.actions.ts';
import { type Day, showDay } from '../../shared/day.ts';
import type { House, Tx } from '../../shared/house.ts';
import { newId } from '../../shared/identity.ts';
import { Problem } from '../../shared/problem.ts';
import { found, must } from '../../shared/web.ts';
import { mayReviewCommune, mayRunReviews } from '../households.policy.ts';
import { isUsable } from '../standard/poverty-standard.ts';
import { findStandard, shareStandard } from '../standard/standards.sql.ts';
import { copyLastYear, findProvince, listReviewable } from './begin.sql.ts';
import type { ReviewableCommune } from './desk.ts';
import type { ReviewRound } from './review-round.ts';
import type { RoundWish } from './round-draft.ts';
import {
  findCommuneReview,
  findRound,
  listRounds,
  listStandingAgencies,
  lockCommunes,
} from './rounds.sql.ts';

/** Opens the review of a year for the province; last year's review, when there is one, precedes it. */
export function openRound(house: House, person: Person, wish: RoundWish): Promise<string> {
  return act(house, person, async (tx, now) => {
    must(mayRunReviews(person, await listStandingAgencies(tx, house.today())), 'kỳ rà soát');
    await shareStandard(tx, wish.standardId);
    const standard = found(await findStandard(tx, wish.standardId), 'chuẩn nghèo này');
    if (!isUsable(standard))
      throw new Problem('standardWithoutScores', { standard: standard.name });
    const provinceId = found(await findProvince(tx, wish.unitsOn), 'tỉnh vào ngày đã chọn');
    const id = newId();
    await storeRound(tx, { id, provinceId, wish, at: now, by: person.id });
    const detail = { year: wish.year, standard: standard.name };
    return [id, { noun: 'reviewRound', subjectId: id, verb: 'open', detail }];
  });
}

async function storeRound(
  tx: Tx,
  opened: { id: string; provinceId: string; wish: RoundWish; at: Date; by: string },
): Promise<void> {
  const { id, provinceId, wish } = opened;
  const before = (await listRounds(tx)).find((one) => one.year === wish.year - 1);
  await tx
    .insertInto('review_rounds')
    .values({
      ...{ id, province_id: provinceId, year: wish.year, previous_id: before?.id ?? null },
      ...{ standard_id: wish.standardId, units_on: wish.unitsOn, begins_on: wish.beginsOn },
      ...{ ends_on: wish.endsOn, posting_days: wish.postingDays, source: wish.source },
      ...{ agreed_share: wish.agreedPercent / 100, opened_at: opened.at, opened_by: opened.by },
    })
    .execute();
}

/**
 * Begins the review of a commune: its households of last year are written in, those on last
 * year's list wait for their survey. Who comes second finds it begun (`alreadyExists`).
 */
export function beginCommune(
  house: House,
  person: Person,
  asked: { readonly roundId: string; readonly communeId: string },
): Promise<number> {
  return act(house, person, async (tx, now) => {
    const round = found(await findRound(tx, asked.roundId), 'kỳ rà soát này');
    const commune = await reviewable(tx, round, asked.communeId);
    must(mayReviewCommune(person, commune), 'việc rà soát của xã này');
    await lockCommunes(tx, [commune.communeId]);
    await refuseBeforeLastYear(tx, round, commune);
    // The day once the commune is held: whoever moved in while this waited lives there by now.
    const opened = { at: now, by: person.id, on: house.today() };
    const count = await insertCommune(tx, round, commune, opened);
    const detail = { year: round.year, households: count };
    const { communeId: subjectId } = commune;
    return [count, { noun: 'commune', subjectId, verb: 'beginReview', detail }];
  });
}

async function reviewable(tx: Tx, round: ReviewRound, id: string): Promise<ReviewableCommune> {
  const communes = await listReviewable(tx, round.unitsOn);
  return found(
    communes.find((one) => one.communeId === id),
    `xã này vào ngày ${showDay(round.unitsOn)}`,
  );
}

/** Last year's closing is this year's opening: it must stand before it is copied. */
async function refuseBeforeLastYear(tx: Tx, round: ReviewRound, commune: ReviewableCommune) {
  const last = round.previousId
    ? await findCommuneReview(tx, round.previousId, commune.communeId)
    : undefined;
  if (last && last.status !== 'recognised')
    throw new Problem('lastReviewOpen', { commune: commune.name, year: round.year - 1 });
}

/** The commune and its households in an open transaction; gives the number of households. */
export async function insertCommune(
  tx: Tx,
  round: ReviewRound,
  commune: ReviewableCommune,
  opened: { readonly at: Date; readonly by: string | null; readonly on: Day },
): Promise<number> {
  await tx
    .insertInto('commune_reviews')
    .values({
      ...{ commune_id: commune.communeId, round_id: round.id, commune_name: commune.name },
      ...{ office_id: commune.officeId, district_id: commune.districtId },
      ...{ opened_at: opened.at, opened_by: opened.by },
    })
    .execute();
  return copyLastYear(tx, round, commune.communeId, opened.on);
}
