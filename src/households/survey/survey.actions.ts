import type { Person } from '../../people/person.ts';
import { act, type EventNote } from '../../shared/act.actions.ts';
import type { House, Tx } from '../../shared/house.ts';
import { Problem } from '../../shared/problem.ts';
import { found, must } from '../../shared/web.ts';
import { isRelapse } from '../household-class.ts';
import { mayReviewHousehold } from '../households.policy.ts';
import { findRound, lockCommuneReview } from '../rounds/rounds.sql.ts';
import { type Classification, classify } from '../standard/classification.ts';
import { findStandard } from '../standard/standards.sql.ts';
import { earlierClosings, emptySurvey, findReviewed, storeSurvey } from './survey.sql.ts';
import { type ReviewedHousehold, standingOf } from './survey.ts';
import type { SurveyDraft } from './survey-draft.ts';
import { refuseClosed, refuseUnlisted } from './survey-refusal.ts';

/** A household of a round at the version that the person saw. */
export interface Asked {
  readonly roundId: string;
  readonly householdId: string;
  readonly version: number;
}

/**
 * Stores what a survey found, with the class that follows from it by the standard of the round
 * (Decree 07/2021) and whether it is a relapse. `changedMeanwhile`: another person stored a
 * survey since; nothing is overwritten.
 */
export function saveSurvey(
  house: House,
  person: Person,
  asked: Asked,
  draft: SurveyDraft,
): Promise<Classification> {
  return act(house, person, async (tx) => {
    const household = await holdHousehold(tx, person, asked);
    refuseUnlisted(household);
    const result = await classOf(tx, household, draft);
    const { householdClass: closing } = result;
    const relapsed = isRelapse(household.opening, closing, await earlierClosings(tx, household));
    const stored = await storeSurvey(tx, household, asked.version, { ...draft, closing, relapsed });
    if (!stored) throw meanwhile(household);
    const { incomeScore, deprived, members } = draft;
    const detail = { before: household.closing, closing, relapsed, incomeScore, deprived, members };
    return [result, noteOf(household, 'survey', detail)];
  });
}

/** Takes a survey back, with the reason on record; the household waits for its survey again. */
export function clearSurvey(
  house: House,
  person: Person,
  asked: Asked,
  reason: string,
): Promise<void> {
  return act(house, person, async (tx) => {
    const household = await holdHousehold(tx, person, asked);
    if (standingOf(household) !== 'surveyed') throw meanwhile(household);
    if (!(await emptySurvey(tx, household, asked.version))) throw meanwhile(household);
    const detail = { reason, before: household.closing };
    return [undefined, noteOf(household, 'clearSurvey', detail)];
  });
}

/**
 * The household, with its commune held against whoever would post or recognise at this moment.
 * Refuses whoever does not review it, and a commune whose list is no longer open.
 */
export async function holdHousehold(
  tx: Tx,
  person: Person,
  { roundId, householdId }: Pick<Asked, 'roundId' | 'householdId'>,
): Promise<ReviewedHousehold> {
  const place = found(await findReviewed(tx, roundId, householdId), 'hộ này trong kỳ rà soát');
  const commune = found(await lockCommuneReview(tx, roundId, place.communeId), 'xã của hộ này');
  const household = found(await findReviewed(tx, roundId, householdId), 'hộ này trong kỳ rà soát');
  if (household.communeId !== commune.communeId) throw meanwhile(household);
  const { villageId } = household;
  must(mayReviewHousehold(person, { ...commune, villageId }), `hộ ${household.code}`);
  refuseClosed(commune);
  return household;
}

async function classOf(tx: Tx, { roundId }: ReviewedHousehold, draft: SurveyDraft) {
  const round = found(await findRound(tx, roundId), 'kỳ rà soát này');
  const standard = found(await findStandard(tx, round.standardId), 'chuẩn nghèo của kỳ này');
  const result = classify(standard, draft);
  if (!result) throw new Problem('standardWithoutScores', { standard: standard.name });
  return result;
}

/** What a person reads who comes second. */
export function meanwhile({ code }: ReviewedHousehold): Problem {
  return new Problem('changedMeanwhile', { what: `Phiếu của hộ ${code}` });
}

/** The event of a change to a household in a round; no name is part of it. */
export function noteOf(household: ReviewedHousehold, verb: string, detail: object): EventNote {
  const { householdId: subjectId, roundId, code } = household;
  return { noun: 'household', subjectId, verb, detail: { roundId, code, ...detail } };
}
