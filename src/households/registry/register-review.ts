import type { Arrival, Closing, Opening } from '../household-class.ts';
import type { CommuneStatus } from '../rounds/review-round.ts';

/** The latest review that a commune has begun, held while the register changes. */
export interface HeldReview {
  readonly communeId: string;
  readonly communeName: string;
  readonly roundId: string;
  readonly year: number;
  readonly status: CommuneStatus;
}

/** A household in that review, as far as a change of the register goes on from it. */
export interface HeldRow {
  readonly opening: Opening;
  readonly closing: Closing | null;
  readonly listed: string | null;
  readonly members: number;
  readonly children: number;
  readonly childrenHealth: number;
  readonly childrenSchool: number;
  readonly ethnicity: string;
  readonly marks: readonly string[];
}

/** How a household stands in a review that it comes into within the year. */
export interface ArrivalRow {
  readonly reason: Arrival;
  readonly listed: 'found' | null;
  /** Null: to be surveyed before it has a class here. */
  readonly closing: 'not-poor' | null;
}

/**
 * Is a household on a list, or not yet told apart? Then it is surveyed where it comes to; one
 * that is not poor comes as not poor. `undefined`: nobody has reviewed it before.
 */
export function isToReview(row: Pick<HeldRow, 'closing' | 'opening'> | undefined): boolean {
  if (!row) return false;
  const known = row.closing ?? (row.opening === 'absent' ? null : row.opening);
  return known === null || known === 'poor' || known === 'near-poor';
}

/** The row of a household that comes: found and to be surveyed, or not poor and not listed. */
export function arrivalRow(reason: Arrival, toReview: boolean): ArrivalRow {
  return toReview
    ? { reason, listed: 'found', closing: null }
    : { reason, listed: null, closing: 'not-poor' };
}

/** The sentence on the yearly review behind "what was done"; nothing where none has begun. */
export function followedWords(review: HeldReview | undefined): string {
  if (!review) return '';
  const { year, communeName, status } = review;
  if (status === 'open') return ` Kỳ rà soát năm ${year} của ${communeName} đã theo.`;
  if (status === 'posted')
    return ` ${communeName} đang niêm yết kết quả năm ${year} nên danh sách rà soát giữ nguyên.`;
  return ` ${communeName} đã công nhận kết quả năm ${year} nên kết quả đó giữ nguyên: biến động ghi vào kỳ sau, hoặc làm theo rà soát thường xuyên.`;
}
