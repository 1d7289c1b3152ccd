import type { Day } from '../../shared/day.ts';

/** The yearly review of the province, as in `review_rounds`. */
export interface ReviewRound {
  readonly id: string;
  readonly provinceId: string;
  readonly year: number;
  readonly previousId: string | null;
  readonly standardId: string;
  /** The day whose communes and villages are asked. */
  readonly unitsOn: Day;
  readonly beginsOn: Day;
  readonly endsOn: Day;
  /** Working days that the list hangs. */
  readonly postingDays: number;
  /** How many of those at a village meeting must agree: 0.5 is half. */
  readonly agreedShare: number;
  readonly source: string;
  readonly confirmed: boolean;
  /** The day its figures became official; null while they are provisional. */
  readonly officialOn: Day | null;
  readonly officialDocument: string | null;
  readonly isStory: boolean;
}

export const STATUS_NAMES = {
  open: 'Đang rà soát',
  posted: 'Đang niêm yết',
  recognised: 'Đã công nhận',
} as const;
export type CommuneStatus = keyof typeof STATUS_NAMES;

/** What may happen next to the review of a commune; pages and server read the same table. */
export const NEXT = {
  open: { post: 'posted' },
  posted: { withdraw: 'open', recognise: 'recognised' },
  recognised: {},
} as const satisfies Record<CommuneStatus, Readonly<Record<string, CommuneStatus>>>;

/** The review of one commune in a round, as in `commune_reviews`, with the line of its office. */
export interface CommuneReview {
  readonly communeId: string;
  readonly roundId: string;
  readonly communeName: string;
  readonly officeId: string;
  /** The offices above, nearest first. */
  readonly aboveIds: readonly string[];
  readonly status: CommuneStatus;
  readonly version: number;
}

/** A village of the commune on the day of the round. */
export interface Village {
  readonly id: string;
  readonly name: string;
}

/** The latest round that has begun by a day; of rounds still to come the first. */
export function roundOfDay(rounds: readonly ReviewRound[], today: Day): ReviewRound | undefined {
  return rounds.find(({ beginsOn }) => beginsOn <= today) ?? rounds.at(-1);
}
