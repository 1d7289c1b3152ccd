import type { Day } from '../../shared/day.ts';
import type { CommuneStatus } from '../rounds/review-round.ts';
import { standingOf } from './meeting.ts';
import type { ProcedureState } from './procedure-state.ts';

export const OUTCOMES = {
  upheld: 'Phản ánh có cơ sở: rà soát lại hộ',
  rejected: 'Phản ánh không có cơ sở: giữ kết quả',
} as const;
export type Outcome = keyof typeof OUTCOMES;

export const OUTCOME_NAMES = { upheld: 'Có cơ sở', rejected: 'Không có cơ sở' } as const;

/** The household that an objection is about, as it stands in the review now. */
export interface ObjectedHousehold {
  readonly id: string;
  readonly code: string;
  readonly villageId: string;
  /** Not yet surveyed (again). */
  readonly pending: boolean;
  readonly gone: boolean;
}

/** An objection as a case, as in `review_objections`. */
export interface Objection {
  readonly id: string;
  /** None: about someone who is not in the review. */
  readonly household: ObjectedHousehold | null;
  readonly saidBy: string;
  readonly receivedOn: Day;
  readonly content: string;
  readonly at: Date;
  readonly personName: string;
  readonly outcome: Outcome | null;
  readonly answer: string | null;
  readonly closedAt: Date | null;
  readonly closedBy: string | null;
}

/** Who must do what next about an objection; `undefined`: nobody anything. */
export function nextOfObjection(objection: Objection, state: ProcedureState): string | undefined {
  const { outcome, household } = objection;
  if (state.status === 'recognised') return undefined;
  if (outcome === null) return 'Cán bộ rà soát xã hoặc Chủ tịch: xác minh và trả lời';
  if (outcome === 'rejected' || state.status !== 'open') return undefined;
  if (!household) return 'Cán bộ rà soát xã: đưa hộ được nêu vào danh sách rà soát';
  if (household.pending) return `Rà soát viên: rà soát lại hộ ${household.code}`;
  const village = state.villages.find(({ id }) => id === household.villageId);
  const met = village && standingOf(village, state.agreedShare) === 'agreed';
  return met
    ? 'Cán bộ rà soát xã: niêm yết lại danh sách'
    : `${village?.name ?? 'Thôn, bản'}: họp dân lại`;
}

/** Why no objection is taken in now; `undefined`: they are. */
export function notTaken(status: CommuneStatus, firstPostedOn: Day | null): string | undefined {
  if (status === 'recognised')
    return 'Kết quả đã được công nhận; khiếu nại sau đó gửi Chủ tịch UBND xã theo luật khiếu nại.';
  return firstPostedOn === null
    ? 'Danh sách chưa niêm yết lần nào; ý kiến trước đó được nêu tại cuộc họp dân.'
    : undefined;
}
