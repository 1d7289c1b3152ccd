import type { OfficialDocument } from '../../documents/official-document.ts';
import type { Person } from '../../people/person.ts';
import { act } from '../../shared/act.actions.ts';
import { showDay } from '../../shared/day.ts';
import type { House } from '../../shared/house.ts';
import { Problem } from '../../shared/problem.ts';
import { found, must } from '../../shared/web.ts';
import { mayReadIdentity } from '../households.policy.ts';
import { loadIdentities } from '../registry/identities.sql.ts';
import { PURPOSES } from '../registry/purpose.ts';
import { noteOfReading, recordReading } from '../registry/readings.actions.ts';
import type { CommuneReview, ReviewRound } from '../rounds/review-round.ts';
import { findStandard } from '../standard/standards.sql.ts';
import type { ReviewPlace } from './addresses.ts';
import type { Meeting, VillageReview } from './meeting.ts';
import type { MeetingWish } from './meeting-draft.ts';
import { findMeeting, insertMeeting, listVillageReviews } from './meetings.sql.ts';
import { describeMinutes } from './minutes.ts';
import { mayRecordMeeting } from './procedure.policy.ts';
import { holdReview, mustBe } from './review-steps.sql.ts';

/**
 * Records a meeting with the results that it was told, so that a later change of one shows. Only
 * while the review is open and every household on the village's list is surveyed.
 */
export function recordMeeting(
  house: House,
  person: Person,
  place: ReviewPlace & { readonly villageId: string },
  wish: MeetingWish,
): Promise<string> {
  return act(house, person, async (tx, now) => {
    const { round, commune } = await holdReview(tx, place);
    const { villageId } = place;
    must(mayRecordMeeting(person, { ...commune, villageId }), 'cuộc họp của thôn, bản này');
    mustBe(commune, ['open'], 'ghi cuộc họp dân');
    const villages = await listVillageReviews(tx, round, commune.communeId);
    refuseTooEarly(villageOf(villages, villageId), wish);
    const id = await insertMeeting(tx, place, wish, { at: now, id: person.id, name: person.name });
    const { heldOn, attended, agreed } = wish;
    const detail = { roundId: round.id, meetingId: id, villageId, heldOn, attended, agreed };
    return [id, { noun: 'commune', subjectId: commune.communeId, verb: 'recordMeeting', detail }];
  });
}

export function villageOf(villages: readonly VillageReview[], id: string | undefined) {
  return found(
    villages.find((one) => one.id === id),
    'thôn, bản này trong kỳ rà soát',
  );
}

function refuseTooEarly(village: VillageReview, { heldOn }: MeetingWish): void {
  const { name, listed, pending, lastSurvey } = village;
  const why = tooEarly(name, listed, pending);
  if (why) throw new Problem('reviewNotReady', { step: 'ghi cuộc họp', why });
  if (lastSurvey && heldOn < lastSurvey)
    throw new Problem('reviewNotReady', {
      step: 'ghi cuộc họp',
      why: `Có hộ vừa được rà soát ngày ${showDay(lastSurvey)}, sau ngày họp. Hãy họp lại.`,
    });
}

/** Why a village cannot meet yet; `undefined`: it can. */
export function tooEarly(name: string, listed: number, pending: number): string | undefined {
  if (listed === 0) return `${name} không có hộ nào trong danh sách rà soát nên không phải họp.`;
  if (pending === 0) return undefined;
  return `${name} còn ${pending}/${listed} hộ chưa rà soát; hãy rà soát xong rồi họp.`;
}

/** Minutes as a document, with the name for its file. */
export interface Minutes {
  readonly meeting: Meeting;
  readonly document: OfficialDocument;
}

/**
 * The minutes with the names of the households told; the reading of these names is recorded, and
 * nothing is handed out when that fails.
 */
export function readMinutes(
  house: House,
  person: Person,
  { round, commune }: { readonly round: ReviewRound; readonly commune: CommuneReview },
  meetingId: string,
): Promise<Minutes> {
  return act(house, person, async (tx, now) => {
    const place = { roundId: round.id, communeId: commune.communeId };
    const meeting = found(await findMeeting(tx, place, meetingId), 'cuộc họp này');
    const { villageId, villageName, heldOn } = meeting;
    must(mayReadIdentity(person, { ...commune, villageId }), 'biên bản của thôn, bản này');
    const reading = {
      communeId: commune.communeId,
      householdIds: meeting.results.map(({ householdId }) => householdId),
      purpose: `${PURPOSES.meeting}: biên bản ${villageName} ngày ${showDay(heldOn)}`,
    };
    await recordReading(tx, reading, person, now);
    const heads = await loadIdentities(tx, round.provinceId, reading.householdIds);
    const standard = await findStandard(tx, round.standardId);
    const document = describeMinutes({
      ...{ round, communeName: commune.communeName, meeting },
      pointsEach: standard?.pointsEach ?? 10,
      nameOf: (id) => heads.get(id)?.headName,
    });
    return [{ meeting, document }, noteOfReading(reading)];
  });
}
