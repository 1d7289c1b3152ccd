import type { Day } from '../../shared/day.ts';
import type { CommuneStatus } from '../rounds/review-round.ts';
import type { TableKey } from '../tables/change-tables.ts';
import {
  deskAddress,
  explanationsAddress,
  pendingAddress,
  type ReviewPlace,
  stepAddress,
} from './addresses.ts';
import { type VillageReview, villagesToMeet } from './meeting.ts';
import { clockWords, isOver } from './working-days.ts';

/** A list that hangs, or hung until it was withdrawn, as in `review_postings`. */
export interface Posting {
  readonly id: string;
  readonly postedOn: Day;
  /** The last day, included. */
  readonly until: Day;
  readonly places: string;
  readonly at: Date;
  readonly personName: string;
  readonly withdrawnAt: Date | null;
  readonly withdrawnReason: string | null;
}

/** All that decides what a commune may do next in a round. */
export interface ProcedureState extends ReviewPlace {
  readonly status: CommuneStatus;
  readonly version: number;
  /** Of those at a village meeting: 0.5 is half. */
  readonly agreedShare: number;
  /** Households not yet reviewed. */
  readonly pending: number;
  readonly villages: readonly VillageReview[];
  /** The list that hangs now. */
  readonly posting: Posting | null;
  /** The day the first list was hung, withdrawn since or not. */
  readonly firstPostedOn: Day | null;
  readonly openObjections: number;
  /** Change tables whose difference nobody has explained. */
  readonly unexplained: readonly TableKey[];
  readonly recognised: { readonly number: number; readonly issuedOn: Day } | null;
}

/** One thing that must hold before the recognition, and the place that mends it. */
export interface Check {
  readonly key: 'surveys' | 'meetings' | 'posting' | 'objections' | 'tables';
  readonly done: boolean;
  readonly sentence: string;
  readonly label: string;
  readonly href: string;
}

/** What must hold before the chairman recognises (QĐ 24/2021/QĐ-TTg), in its order. */
export function checksOf(state: ProcedureState, today: Day): Check[] {
  return [
    surveyCheck(state),
    meetingCheck(state),
    postingCheck(state, today),
    objectionCheck(state),
    tableCheck(state),
  ];
}

/** Why a list cannot be hung yet; none: it can. */
export function postingChecks(state: ProcedureState): Check[] {
  return [surveyCheck(state), meetingCheck(state)].filter(({ done }) => !done);
}

function surveyCheck(state: ProcedureState): Check {
  const done = state.pending === 0;
  return {
    ...{ key: 'surveys', done, href: pendingAddress(state), label: 'Xem các hộ chưa rà soát' },
    sentence: done
      ? 'Tất cả hộ trong danh sách đã được rà soát.'
      : `Còn ${state.pending} hộ chưa rà soát.`,
  };
}

function meetingCheck(state: ProcedureState): Check {
  const waiting = villagesToMeet(state.villages, state.agreedShare);
  const done = waiting.length === 0;
  return {
    ...{ key: 'meetings', done, href: stepAddress(state, 'meetings'), label: 'Tới phần họp dân' },
    sentence: done
      ? 'Các thôn, bản có hộ trong danh sách đều đã họp và đồng ý.'
      : `Còn ${waiting.length} thôn, bản chưa có cuộc họp đồng ý: ${namesOf(waiting)}.`,
  };
}

/** A few names, and how many more. */
function namesOf(villages: readonly VillageReview[]): string {
  const few = villages.slice(0, 5).map(({ name }) => name);
  const more = villages.length - few.length;
  return few.join(', ') + (more > 0 ? ` và ${more} thôn, bản khác` : '');
}

function postingCheck(state: ProcedureState, today: Day): Check {
  const { posting } = state;
  return {
    ...{ key: 'posting', href: stepAddress(state, 'posting'), label: 'Tới phần niêm yết' },
    done: posting !== null && isOver(today, posting.until),
    sentence: posting
      ? `Danh sách niêm yết: ${clockWords(today, posting.until)}.`
      : 'Danh sách chưa được niêm yết.',
  };
}

function objectionCheck(state: ProcedureState): Check {
  const done = state.openObjections === 0;
  return {
    ...{ key: 'objections', done, href: stepAddress(state, 'objections') },
    label: 'Tới phần ý kiến phản ánh',
    sentence: done
      ? 'Không còn ý kiến phản ánh nào chờ trả lời.'
      : `Còn ${state.openObjections} ý kiến phản ánh chưa trả lời.`,
  };
}

const TABLE_NAMES = { poor: 'hộ nghèo', 'near-poor': 'hộ cận nghèo' } as const;

function tableCheck(state: ProcedureState): Check {
  const done = state.unexplained.length === 0;
  const names = state.unexplained.map((key) => TABLE_NAMES[key]).join(' và ');
  return {
    ...{ key: 'tables', done, href: explanationsAddress(state), label: 'Tới phần giải trình' },
    sentence: done
      ? 'Biểu tăng, giảm hộ nghèo và hộ cận nghèo đã khớp hoặc đã giải trình.'
      : `Biểu tăng, giảm ${names} còn chênh lệch chưa giải trình.`,
  };
}

/** The one thing to do next in a commune: a sentence, and the button that leads there. */
export interface NextStep {
  readonly sentence: string;
  readonly label: string;
  readonly href: string;
}

/** What the commune does next; after the recognition, where its decision is. */
export function nextStep(state: ProcedureState, today: Day): NextStep {
  const recognition = stepAddress(state, 'recognition');
  if (state.status === 'recognised')
    return {
      sentence: 'Chủ tịch đã công nhận kết quả; từ nay số liệu của kỳ được giữ nguyên.',
      ...{ label: 'Xem quyết định công nhận', href: recognition },
    };
  if (state.status === 'open') return beforePosting(state);
  const first = checksOf(state, today).find(({ done }) => !done);
  if (first) return withObjections(first, state);
  return {
    sentence: 'Đã đủ điều kiện công nhận; việc tiếp theo là của Chủ tịch.',
    ...{ label: 'Tới phần công nhận', href: recognition },
  };
}

function beforePosting(state: ProcedureState): NextStep {
  const [first] = postingChecks(state);
  if (first) return first;
  return {
    sentence: 'Các thôn, bản đã họp và đồng ý; nay niêm yết danh sách.',
    ...{ label: 'Tới phần niêm yết', href: stepAddress(state, 'posting') },
  };
}

/** While the list hangs, who objects does not wait for its last day. */
function withObjections(first: Check, state: ProcedureState): NextStep {
  if (first.key !== 'posting' || state.openObjections === 0) return first;
  return objectionCheck(state);
}

/** The way back from a step. */
export function wayBack(place: ReviewPlace, communeName: string) {
  return { href: deskAddress(place), label: communeName };
}
