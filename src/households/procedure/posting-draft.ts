import { readDay } from '../../reporting/rounds/round-draft.ts';
import { type Day, showDay } from '../../shared/day.ts';
import type { FieldProblem } from '../../shared/problem.ts';
import { clean } from '../../shared/vietnamese.ts';
import { addWorkingDays } from './working-days.ts';

/** A list as it will be hung. */
export interface PostingWish {
  readonly postedOn: Day;
  /** The last day, included. */
  readonly until: Day;
  readonly places: string;
}

export interface PostingBounds {
  readonly today: Day;
  /** The last of the meetings that the list follows from. */
  readonly lastMeeting: Day | null;
  readonly beginsOn: Day;
  /** Working days that the list hangs. */
  readonly postingDays: number;
}

type Typed = Readonly<Record<string, string | undefined>>;

/** The typed posting, or the sentence for each field. */
export function readPosting(
  typed: Typed,
  bounds: PostingBounds,
): { readonly wish: PostingWish } | { readonly faults: readonly FieldProblem[] } {
  const faults: FieldProblem[] = [];
  const say = (field: string, message: string) => faults.push({ field, message });
  const postedOn = readDay(typed, 'postedOn', say);
  if (postedOn) judgeDay(postedOn, bounds, say);
  const places = clean(typed.places ?? '').replace(/\s*\r?\n\s*/g, '; ');
  if (places === '')
    say('places', 'Hãy ghi nơi niêm yết, ví dụ: trụ sở UBND xã, nhà văn hóa các bản.');
  if (faults.length > 0 || !postedOn) return { faults };
  return { wish: { postedOn, until: addWorkingDays(postedOn, bounds.postingDays), places } };
}

function judgeDay(
  postedOn: Day,
  { today, lastMeeting, beginsOn }: PostingBounds,
  say: (field: string, message: string) => void,
): void {
  if (postedOn > today)
    say(
      'postedOn',
      `Ngày niêm yết không thể sau hôm nay (${showDay(today)}). Hãy ghi khi danh sách đã được dán.`,
    );
  else if (lastMeeting && postedOn < lastMeeting)
    say(
      'postedOn',
      `Cuộc họp dân cuối cùng là ngày ${showDay(lastMeeting)}; danh sách chỉ niêm yết được từ ngày đó.`,
    );
  else if (postedOn < beginsOn)
    say('postedOn', `Kỳ rà soát bắt đầu ngày ${showDay(beginsOn)}; không niêm yết trước ngày đó.`);
}

/** The last day on which a village with households on the list met; none: nobody had to. */
export function lastMeetingOf(
  villages: readonly {
    readonly listed: number;
    readonly meeting: { readonly heldOn: Day } | null;
  }[],
): Day | null {
  const days = villages.flatMap(({ listed, meeting }) =>
    listed > 0 && meeting ? [meeting.heldOn] : [],
  );
  return days.toSorted().at(-1) ?? null;
}
