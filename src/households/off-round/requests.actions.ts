import type { Person } from '../../people/person.ts';
import { act } from '../../shared/act.actions.ts';
import { dayInVietnam } from '../../shared/day.ts';
import type { House, Tx } from '../../shared/house.ts';
import { isId, newId } from '../../shared/identity.ts';
import { Problem } from '../../shared/problem.ts';
import { found, must } from '../../shared/web.ts';
import { findHousehold } from '../registry/household.sql.ts';
import type { Household } from '../registry/household.ts';
import { classify } from '../standard/classification.ts';
import { findStandard } from '../standard/standards.sql.ts';
import type { TypedSurvey } from '../survey/survey-draft.ts';
import { type ClassRequest, follows, STANDINGS, standingOf } from './class-request.ts';
import { findClassNow, findOpen } from './household-requests.sql.ts';
import { answerDue } from './monthly-rule.ts';
import { mayEnterReview } from './off-round.policy.ts';
import { readRequest } from './request-draft.ts';
import { loadSight, placeIn } from './request-sight.sql.ts';
import { readRequestSurvey } from './request-survey.ts';
import { insertRequest, storeSurvey } from './request-writes.sql.ts';
import { findRequest, holdRequest } from './requests.sql.ts';
import type { Typed } from './typed-request.ts';

const NOUN = 'classRequest';
const THIS = 'đề nghị này';

/** Takes in the request of a household; gives its id. One open request of a household at a time. */
export function enterRequest(
  house: House,
  person: Person,
  householdId: string,
  typed: Typed,
): Promise<string> {
  return act(house, person, async (tx, now) => {
    const today = dayInVietnam(now);
    const household = found(await findHousehold(tx, householdId, today), 'hộ này');
    must(mayEnterReview(person, household.place), 'đề nghị của hộ này');
    const classBefore = await askable(tx, household);
    const wish = readRequest(typed, { classNow: classBefore, today });
    if ('faults' in wish) throw new Problem('invalidForm', {}, wish.faults);
    const chosen = isId(wish.standardId) ? await findStandard(tx, wish.standardId) : undefined;
    found(chosen, 'chuẩn nghèo đã chọn');
    const made = { id: newId(), household, wish, classBefore, at: now, person };
    await insertRequest(tx, { ...made, dueOn: answerDue(wish.receivedOn) });
    const detail = { householdId, wish: wish.wish, receivedOn: wish.receivedOn };
    return [made.id, { noun: NOUN, subjectId: made.id, verb: 'receive', detail }];
  });
}

/** What the household is now; refused when it has ended, or waits for an answer already. */
async function askable(tx: Tx, { id, code, endedOn }: Household) {
  if (endedOn !== null) throw new Problem('householdEnded', { code });
  if (await findOpen(tx, id)) throw new Problem('requestOpen', { code });
  return findClassNow(tx, id);
}

/** A request as a person saw it. */
export interface SeenRequest {
  readonly id: string;
  readonly version: number;
}

/** Writes down what the survey of a request found, and what follows from it. */
export function surveyRequest(
  house: House,
  person: Person,
  seen: SeenRequest,
  typed: TypedSurvey,
): Promise<void> {
  return act(house, person, async (tx, now) => {
    const today = dayInVietnam(now);
    const request = await heldRequest(tx, person, seen, now);
    must(mayEnterReview(person, request.place), THIS);
    mustFollow(request, 'survey');
    const standard = found(await findStandard(tx, request.standardId), 'chuẩn nghèo này');
    const survey = readRequestSurvey(typed, standard, { ...request, today });
    if ('faults' in survey) throw new Problem('invalidForm', {}, survey.faults);
    const classified = classify(standard, survey);
    if (!classified) throw new Problem('standardWithoutScores', { standard: standard.name });
    const result = { result: classified.householdClass, because: classified.because };
    const stored = await storeSurvey(tx, { ...request, ...seen }, survey, {
      ...{ ...result, by: person.id },
    });
    if (!stored) throw new Problem('changedMeanwhile', { what: 'Đề nghị này' });
    const detail = { ...survey, result: result.result };
    return [undefined, { noun: NOUN, subjectId: seen.id, verb: 'survey', detail }];
  });
}

/** The request with its place, held; "not found" for whoever may not follow it. */
export async function heldRequest(tx: Tx, person: Person, { id }: SeenRequest, now: Date) {
  const sight = await loadSight(tx, person, dayInVietnam(now));
  const { communeId } = found(await findRequest(tx, sight, id), THIS);
  const request = found(await holdRequest(tx, { communeId, id }), THIS);
  return { ...request, place: found(placeIn(sight, request), THIS), sight };
}

/** Refuses what no longer follows: somebody else has decided. */
export function mustFollow(request: ClassRequest, step: Parameters<typeof follows>[1]): void {
  const standing = standingOf(request);
  if (follows(standing, step)) return;
  throw new Problem('requestStepNotPossible', { standing: STANDINGS[standing] });
}
