import { addDays, type Day, daysBetween, parseDay, showDay } from '../../shared/day.ts';
import type { FieldProblem } from '../../shared/problem.ts';
import { clean } from '../../shared/vietnamese.ts';
import type { HouseholdClass } from '../household-class.ts';
import { isWish, type Wish, wishFault } from './class-request.ts';
import { type Faults, NO_DAY, type Say, type Typed } from './typed-request.ts';

/** What a household asks, as it is taken in. */
export interface RequestWish {
  readonly wish: Wish;
  readonly receivedOn: Day;
  readonly content: string;
  readonly standardId: string;
}

/** A paper older than this is more likely a slip of the pen. */
const LONGEST_WAIT = 200;

/** Reads the form of a new request of a household that stands in a class now. */
export function readRequest(
  typed: Typed,
  household: { readonly classNow: HouseholdClass; readonly today: Day },
): RequestWish | Faults {
  const faults: FieldProblem[] = [];
  const say: Say = (field, message) => faults.push({ field, message });
  const wish = readWish(typed.wish, household.classNow, say);
  const read = {
    wish,
    receivedOn: readReceived(typed.receivedOn, household.today, say),
    content: clean(typed.content ?? ''),
    standardId: clean(typed.standardId ?? ''),
  };
  if (read.content.length < 10)
    say('content', 'Hãy ghi hộ đề nghị gì, vì sao, như trong giấy đề nghị (từ 10 chữ cái).');
  if (typed.standardId === '') say('standardId', 'Hãy chọn chuẩn nghèo để xếp loại.');
  return faults.length > 0 ? { faults } : read;
}

function readWish(typed: string | undefined, now: HouseholdClass, say: Say): Wish {
  if (!isWish(typed)) {
    say('wish', 'Hãy chọn điều hộ đề nghị.');
    return 'poor';
  }
  const fault = wishFault(typed, now);
  if (fault) say('wish', fault);
  return typed;
}

function readReceived(typed: string | undefined, today: Day, say: Say): Day {
  const on = parseDay(typed ?? '');
  if (!on) say('receivedOn', 'Hãy nhập ngày nhận giấy, ví dụ 05/11/2025.');
  else if (on > today)
    say('receivedOn', `Ngày nhận không thể sau hôm nay (${showDay(today)}). Hãy xem lại.`);
  else if (daysBetween(on, today) > LONGEST_WAIT)
    say(
      'receivedOn',
      `Giấy nhận trước ngày ${showDay(addDays(today, -LONGEST_WAIT))} thì đã quá lâu. Hãy xem lại năm và tháng.`,
    );
  return on ?? NO_DAY;
}
