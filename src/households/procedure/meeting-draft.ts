import { readDay } from '../../reporting/rounds/round-draft.ts';
import { type Day, showDay } from '../../shared/day.ts';
import type { FieldProblem } from '../../shared/problem.ts';
import { clean, parseNumber } from '../../shared/vietnamese.ts';

/** A meeting as it will be recorded. */
export interface MeetingWish {
  readonly heldOn: Day;
  readonly began: string | null;
  readonly ended: string | null;
  readonly place: string;
  readonly chairName: string;
  readonly secretaryName: string;
  readonly attended: number;
  readonly agreed: number;
  readonly opinions: string;
}

export interface MeetingBounds {
  readonly today: Day;
  readonly beginsOn: Day;
  /** Of the village's households; a meeting cannot hear what was found later. */
  readonly lastSurvey: Day | null;
}

type Typed = Readonly<Record<string, string | undefined>>;
type Say = (field: string, message: string) => void;

/** The typed meeting, or the sentence for each field. */
export function readMeeting(
  typed: Typed,
  bounds: MeetingBounds,
): { readonly wish: MeetingWish } | { readonly faults: readonly FieldProblem[] } {
  const faults: FieldProblem[] = [];
  const say: Say = (field, message) => faults.push({ field, message });
  const heldOn = readDay(typed, 'heldOn', say);
  if (heldOn) judgeDay(heldOn, bounds, say);
  const words = {
    place: line(typed, 'place', 'Hãy ghi nơi họp, ví dụ: nhà văn hóa bản.', say),
    chairName: line(typed, 'chairName', 'Hãy ghi họ và tên người chủ trì.', say),
    secretaryName: line(typed, 'secretaryName', 'Hãy ghi họ và tên thư ký.', say),
    opinions: clean(typed.opinions ?? ''),
  };
  const hours = { began: readHour(typed, 'began', say), ended: readHour(typed, 'ended', say) };
  if (hours.began && hours.ended && hours.ended < hours.began)
    say('ended', 'Giờ kết thúc đang trước giờ bắt đầu. Hãy sửa một trong hai.');
  const votes = readVotes(typed, say);
  if (faults.length > 0 || !heldOn || !votes) return { faults };
  return { wish: { heldOn, ...hours, ...words, ...votes } };
}

function judgeDay(heldOn: Day, { today, beginsOn, lastSurvey }: MeetingBounds, say: Say): void {
  if (heldOn > today)
    say('heldOn', `Ngày họp không thể sau hôm nay (${showDay(today)}). Hãy ghi khi đã họp xong.`);
  else if (heldOn < beginsOn)
    say('heldOn', `Kỳ rà soát bắt đầu ngày ${showDay(beginsOn)}; không thể họp trước ngày đó.`);
  else if (lastSurvey && heldOn < lastSurvey)
    say(
      'heldOn',
      `Hộ rà soát cuối cùng của thôn, bản là ngày ${showDay(lastSurvey)}; cuộc họp trước đó chưa có kết quả này. Hãy họp lại hoặc sửa ngày.`,
    );
}

function readVotes(typed: Typed, say: Say): { attended: number; agreed: number } | undefined {
  const attended = whole(typed.attended);
  const agreed = whole(typed.agreed);
  if (attended === undefined || attended === 0)
    say('attended', 'Hãy ghi số người dự họp, từ 1 trở lên.');
  if (agreed === undefined) say('agreed', 'Hãy ghi số người đồng ý; không ai đồng ý thì ghi 0.');
  if (attended === undefined || agreed === undefined) return undefined;
  if (attended > 0 && agreed > attended)
    say(
      'agreed',
      `Số đồng ý (${agreed}) nhiều hơn số người dự (${attended}). Hãy xem lại biên bản.`,
    );
  return { attended, agreed };
}

const MOST = 9_999;

function whole(typed: string | undefined): number | undefined {
  const number = parseNumber(typed ?? '');
  return number !== undefined && Number.isInteger(number) && number >= 0 && number <= MOST
    ? number
    : undefined;
}

function line(typed: Typed, field: string, missing: string, say: Say): string {
  const text = clean(typed[field] ?? '').replace(/\s+/g, ' ');
  if (text === '') say(field, missing);
  return text;
}

/** `19:30` from `19:30`, `19h30`, `19 giờ 30` or `19h`; empty is null. */
function readHour(typed: Typed, field: string, say: Say): string | null {
  const text = clean(typed[field] ?? '');
  if (text === '') return null;
  const found = /^(\d{1,2})\s*(?:[:hg.]|giờ)\s*(\d{1,2})?(?:\s*(?:phút|p))?$/iu.exec(text);
  const [hour, minute] = [Number(found?.[1]), Number(found?.[2] ?? 0)];
  if (found && hour < 24 && minute < 60)
    return `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
  say(field, `“${text}” không phải là giờ. Hãy nhập giờ:phút, ví dụ 19:30, hoặc để trống.`);
  return null;
}
