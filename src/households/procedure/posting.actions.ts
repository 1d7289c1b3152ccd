import type { OfficialDocument } from '../../documents/official-document.ts';
import type { Person } from '../../people/person.ts';
import { act } from '../../shared/act.actions.ts';
import { type Day, showDay } from '../../shared/day.ts';
import type { Db, House } from '../../shared/house.ts';
import { Problem } from '../../shared/problem.ts';
import { must } from '../../shared/web.ts';
import { maskName } from '../masking.ts';
import { loadHeads } from '../registry/identities.sql.ts';
import type { CommuneReview, ReviewRound } from '../rounds/review-round.ts';
import type { ReviewPlace } from './addresses.ts';
import { listNamed, officeName } from './name-lists.sql.ts';
import { nameLists } from './name-lists.ts';
import { lastMeetingOf, type PostingWish } from './posting-draft.ts';
import { describeNotice } from './posting-notice.ts';
import { insertPosting, withdrawPosting } from './postings.sql.ts';
import { mayKeepPosting } from './procedure.policy.ts';
import { procedureState } from './procedure-state.sql.ts';
import { type Posting, postingChecks } from './procedure-state.ts';
import { holdReview, takeStep } from './review-steps.sql.ts';

const THIS = 'việc niêm yết của xã này';

/** Records that the list hangs: every village that must has met and agreed. */
export function postList(
  house: House,
  person: Person,
  seen: ReviewPlace & { readonly version: number },
  wish: PostingWish,
): Promise<void> {
  return act(house, person, async (tx, now) => {
    const held = await holdReview(tx, seen);
    const { round, commune } = held;
    must(mayKeepPosting(person, commune), THIS);
    await takeStep(tx, held, 'post', seen.version);
    const state = await procedureState(tx, round, commune);
    refuse(postingChecks(state)[0]?.sentence);
    refuse(tooEarly(wish, lastMeetingOf(state.villages)));
    await insertPosting(tx, seen, wish, { at: now, id: person.id, name: person.name });
    const { postedOn, until } = wish;
    const detail = { roundId: round.id, postedOn, until };
    return [undefined, { noun: 'commune', subjectId: commune.communeId, verb: 'post', detail }];
  });
}

function refuse(why: string | undefined): void {
  if (why) throw new Problem('reviewNotReady', { step: 'niêm yết', why });
}

/** A village may have met again since the form was read. */
function tooEarly({ postedOn }: PostingWish, lastMeeting: Day | null): string | undefined {
  return lastMeeting && postedOn < lastMeeting
    ? `Cuộc họp dân cuối cùng là ngày ${showDay(lastMeeting)}, sau ngày niêm yết.`
    : undefined;
}

/** Takes the list down for a reason; the review is open again and the list can be mended. */
export function takeListDown(
  house: House,
  person: Person,
  seen: ReviewPlace & { readonly version: number },
  reason: string,
): Promise<void> {
  return act(house, person, async (tx, now) => {
    const held = await holdReview(tx, seen);
    const { communeId: subjectId } = held.commune;
    must(mayKeepPosting(person, held.commune), THIS);
    await takeStep(tx, held, 'withdraw', seen.version);
    await withdrawPosting(tx, seen, reason, now);
    const detail = { roundId: seen.roundId, reason };
    return [undefined, { noun: 'commune', subjectId, verb: 'withdrawPosting', detail }];
  });
}

/** The notice with its masked names, as it hangs or as it would; no name leaves unmasked. */
export async function buildNotice(
  db: Db,
  round: ReviewRound,
  commune: CommuneReview,
  posting: Posting | null,
  today: Day,
): Promise<OfficialDocument> {
  const households = await listNamed(db, round, commune.communeId);
  const ids = [...new Set(households.map(({ householdId }) => householdId))];
  const heads = await loadHeads(db, round.provinceId, ids);
  return describeNotice({
    ...{ round, communeName: commune.communeName, posting },
    officeName: await officeName(db, commune.officeId, posting?.postedOn ?? today),
    lists: nameLists(households),
    maskedHeadOf: (id) => {
      const head = heads.get(id);
      return head && { name: maskName(head.fullName), born: `${head.birthYear}` };
    },
  });
}
