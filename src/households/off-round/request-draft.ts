import { addDays, type Day, day, daysBetween, parseDay, showDay } from '../../shared/day.ts';
import type { FieldProblem } from '../../shared/problem.ts';
import { clean, parseNumber } from '../../shared/vietnamese.ts';
import { AREA_TYPES, type AreaType, type HouseholdClass } from '../household-class.ts';
import type { PovertyStandard } from '../standard/poverty-standard.ts';
import { NONE, type TypedSurvey } from '../survey/survey-draft.ts';
import { isWish, type Verdict, type Wish, wishFault } from './class-request.ts';

export type Typed = Readonly<Record<string, string | undefined>>;
export type Faults = { readonly faults: FieldProblem[] };
type Say = (field: string, message: string) => void;

/** What a household asks, as it is taken in. */
export interface RequestWish {
  readonly wish: Wish;
  readonly receivedOn: Day;
  readonly content: string;
  readonly standardId: string;
}

/** A paper older than this is more likely a slip of the pen. */
const LONGEST_WAIT = 200;
const NO_DAY = day('1970-01-01');

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

/** What the survey of a request found. */
export interface RequestSurvey {
  readonly areaType: AreaType;
  readonly incomeScore: number;
  readonly deprived: readonly string[];
  readonly surveyedOn: Day;
  readonly surveyorName: string;
}

/** Reads the survey of a request by its standard. */
export function readRequestSurvey(
  { fields, deprived }: TypedSurvey,
  standard: PovertyStandard,
  { receivedOn, today }: { readonly receivedOn: Day; readonly today: Day },
): RequestSurvey | Faults {
  const faults: FieldProblem[] = [];
  const say: Say = (field, message) => faults.push({ field, message });
  const known = standard.indicators.map(({ key }) => key).filter((key) => deprived.includes(key));
  const read = {
    areaType: readArea(fields.areaType, say),
    incomeScore: readWhole(fields.incomeScore, 'incomeScore', [0, 999], say),
    deprived: known,
    surveyedOn: readSurveyed(fields.surveyedOn, { receivedOn, today }, say),
    surveyorName: clean(fields.surveyorName ?? '').slice(0, 120),
  };
  const none = fields[NONE] === 'yes';
  if (none && known.length > 0)
    say(
      'deprived',
      'Vừa đánh dấu chỉ số, vừa đánh dấu “không thiếu hụt chỉ số nào”. Hãy bỏ một trong hai.',
    );
  if (!none && known.length === 0)
    say(
      'deprived',
      'Chưa đánh dấu chỉ số nào. Nếu hộ không thiếu hụt, hãy đánh dấu ô cuối phần này.',
    );
  if (!read.surveyorName) say('surveyorName', 'Hãy ghi họ tên người khảo sát.');
  return faults.length > 0 ? { faults } : read;
}

function readArea(typed: string | undefined, say: Say): AreaType {
  if (typed === 'rural' || typed === 'urban') return typed;
  const names = Object.values(AREA_TYPES).join(' hoặc ').toLocaleLowerCase('vi');
  say('areaType', `Chưa chọn khu vực. Hãy chọn ${names}: mức điểm A khác nhau.`);
  return 'rural';
}

function readSurveyed(
  typed: string | undefined,
  { receivedOn, today }: { readonly receivedOn: Day; readonly today: Day },
  say: Say,
): Day {
  const on = parseDay(typed ?? '');
  if (!on) say('surveyedOn', 'Hãy nhập ngày khảo sát, ví dụ 15/11/2025.');
  else if (on > today)
    say('surveyedOn', `Ngày khảo sát không thể sau hôm nay (${showDay(today)}). Hãy xem lại.`);
  else if (on < receivedOn)
    say(
      'surveyedOn',
      `Giấy đề nghị nhận ngày ${showDay(receivedOn)}; khảo sát không thể trước đó.`,
    );
  return on ?? NO_DAY;
}

/** What the chairman decides. */
export interface Decision {
  readonly verdict: Verdict;
  readonly number: number;
  readonly decidedOn: Day;
  /** Of a refusal. */
  readonly reason: string | null;
}

/** Reads the decision on a request; `borneOut`: the survey allows to grant it. */
export function readDecision(
  typed: Typed,
  request: { readonly notBefore: Day; readonly today: Day; readonly borneOut: boolean },
): Decision | Faults {
  const faults: FieldProblem[] = [];
  const say: Say = (field, message) => faults.push({ field, message });
  const verdict = readVerdict(typed.verdict, request.borneOut, say);
  const reason = clean(typed.reason ?? '');
  if (verdict === 'refuse' && reason.length < 10)
    say('reason', 'Từ chối thì phải nêu lý do để trả lời hộ bằng văn bản (từ 10 chữ cái).');
  const decision = {
    verdict,
    number: readWhole(typed.number, 'number', [1, 99_999], say),
    decidedOn: readDecided(typed.decidedOn, request, say),
    reason: verdict === 'refuse' ? reason : null,
  };
  return faults.length > 0 ? { faults } : decision;
}

/** Where nothing can be granted there is no choice, and the fault stands at the reason. */
function readVerdict(typed: string | undefined, borneOut: boolean, say: Say): Verdict {
  if (typed !== 'grant' && typed !== 'refuse') {
    if (borneOut) say('verdict', 'Hãy chọn công nhận hay từ chối.');
    return 'refuse';
  }
  if (typed === 'grant' && !borneOut)
    say(
      'reason',
      'Kết quả khảo sát không đúng với điều hộ đề nghị nên không công nhận được. Hãy khảo sát lại, hoặc từ chối và nêu lý do.',
    );
  return typed;
}

function readDecided(
  typed: string | undefined,
  { notBefore, today }: { readonly notBefore: Day; readonly today: Day },
  say: Say,
): Day {
  const on = parseDay(typed ?? '');
  if (!on) say('decidedOn', 'Hãy nhập ngày ký, ví dụ 20/11/2025.');
  else if (on > today)
    say('decidedOn', `Ngày ký không thể sau hôm nay (${showDay(today)}). Hãy nhập ngày ký thật.`);
  else if (on < notBefore)
    say(
      'decidedOn',
      `Ngày ký không thể trước ngày ${showDay(notBefore)}, khi nhận giấy hoặc khảo sát.`,
    );
  return on ?? NO_DAY;
}

function readWhole(
  typed: string | undefined,
  field: string,
  [least, most]: readonly [number, number],
  say: Say,
): number {
  const found = parseNumber(typed ?? '') ?? Number.NaN;
  if (Number.isInteger(found) && found >= least && found <= most) return found;
  say(field, `Hãy nhập một số nguyên từ ${least} đến ${most}.`);
  return least;
}
