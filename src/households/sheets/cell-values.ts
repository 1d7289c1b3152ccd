import { addDays, type Day, day, daysBetween, parseDay, showDay } from '../../shared/day.ts';
import type { ReadCell } from '../../shared/sheet/cells.ts';
import { clean, parseNumber } from '../../shared/vietnamese.ts';
import type { HouseholdClass } from '../household-class.ts';
import {
  ANSWERS,
  AREAS,
  ETHNICITIES,
  HOUSEHOLD_CLASSES,
  KIN,
  SEXES,
  type Words,
} from './cell-words.ts';
import { quoted } from './quoted.ts';

/** Says what is wrong with the cell that is read, as a sentence for the person. */
export type Say = (message: string) => void;

const FIRST_YEAR = 1900;
const MOST_POINTS = 999;
const MOST_PEOPLE = 99;

/** Nothing but blanks; a formula copied down beside rows to come shows an empty text. */
export function isBlank(cell: ReadCell | undefined): boolean {
  return cell === undefined || cell.kind === 'empty' || cell.value === '';
}

/** Blanks at the ends and invisible marks; a cell's text is in NFC already. */
const UNCLEAN = /^\s|\s$|[\u200B-\u200D\uFEFF]/;

/** The text of a cell, cleaned; a number as it was typed. */
export function textOf(cell: ReadCell): string {
  if (cell.kind === 'number') return String(cell.value);
  return UNCLEAN.test(cell.text) ? clean(cell.text) : cell.text;
}

/** A year of birth, with the day where the cell has one; nobody is born tomorrow. */
export interface Birth {
  readonly year: number;
  readonly on: Day | null;
}

export function readBirth(cell: ReadCell, today: Day, say: Say): Birth | undefined {
  const typed = yearTyped(cell);
  if (typed)
    return void say(`${yearAsDay(typed, cell)} Hãy định dạng cột là Văn bản rồi ghi lại năm sinh.`);
  const birth = birthOf(cell);
  if (!birth)
    return void say(
      `${quoted(textOf(cell))} không phải ngày hoặc năm sinh. Ghi như 19/05/1980 hoặc 1980.`,
    );
  const { year, on } = birth;
  const thisYear = Number(today.slice(0, 4));
  if (year > thisYear) return void say(`Năm sinh ${year} sau năm nay (${thisYear}). Hãy xem lại.`);
  if (on && on > today) return void say(`Ngày sinh ${showDay(on)} sau hôm nay. Hãy xem lại.`);
  if (year < FIRST_YEAR) return void say(`Năm sinh ${year} trước năm ${FIRST_YEAR}. Hãy xem lại.`);
  return birth;
}

function birthOf(cell: ReadCell): Birth | undefined {
  const on = holdsDay(cell)
    ? cell.value
    : cell.kind === 'number'
      ? undefined
      : parseDay(textOf(cell));
  if (on) return { year: Number(on.slice(0, 4)), on };
  const year = cell.kind === 'number' ? cell.value : yearOf(textOf(cell));
  return typeof year === 'number' && Number.isInteger(year) && year >= 1000 && year <= 9999
    ? { year, on: null }
    : undefined;
}

/** A cell of kind day holds a day of the calendar: `understand` made it so. */
function holdsDay(cell: ReadCell): cell is ReadCell & { readonly value: Day } {
  return cell.kind === 'day';
}

const FIRST_SERIAL = day('1899-12-30');
/** What Excel makes of the years 1900 and 2100. */
const [FIRST_TYPED, LAST_TYPED] = [addDays(FIRST_SERIAL, 1900), addDays(FIRST_SERIAL, 2100)];

/** The year that was typed into a cell formatted as a day: Excel takes 1980 for 02/06/1905. */
function yearTyped(cell: ReadCell): number | undefined {
  if (!holdsDay(cell) || cell.value < FIRST_TYPED || cell.value > LAST_TYPED) return undefined;
  return daysBetween(FIRST_SERIAL, cell.value);
}

function yearAsDay(year: number, { text }: ReadCell): string {
  return `Ô định dạng Ngày mà ghi ${year} nên Excel hiểu là ngày ${text}.`;
}

function yearOf(text: string): number | undefined {
  return /^\d{4}$/.test(text) ? Number(text) : undefined;
}

const CITIZEN_NUMBER = /^(\d{9}|\d{12})$/;

/** Twelve digits, or nine of the old card; Excel drops the zero in front of a number. */
export function readCitizenNumber(cell: ReadCell, say: Say): string | undefined {
  const text = textOf(cell);
  if (CITIZEN_NUMBER.test(text)) return text;
  const digits = text.replace(/[\s.'-]/g, '');
  if (CITIZEN_NUMBER.test(digits)) return digits;
  if (!/^\d+$/.test(digits))
    return void say(
      `${quoted(digits)} không phải số căn cước: chỉ ghi chữ số. Hãy xem lại giấy tờ.`,
    );
  const zero =
    cell.kind === 'number'
      ? ' Excel bỏ số 0 ở đầu: hãy định dạng cột là Văn bản rồi nhập lại.'
      : ' Hãy xem lại giấy tờ.';
  return void say(
    `Số căn cước có ${digits.length} chữ số; phải có 12 chữ số (chứng minh cũ: 9).${zero}`,
  );
}

/** A whole number of people; `least` is 1 where none is no household. */
export function readPeople(cell: ReadCell, least: number, say: Say): number | undefined {
  const count = numberOf(cell);
  if (count === 0 && least > 0)
    return void say(
      'Số nhân khẩu không thể là 0. Hộ không còn ai thì ghi “Hết thành viên” ở cột Biến động.',
    );
  if (count === undefined || !Number.isInteger(count) || count < least || count > MOST_PEOPLE)
    return void say(
      `${quoted(textOf(cell))} không phải số người: hãy ghi số nguyên từ ${least} đến ${MOST_PEOPLE}.`,
    );
  return count;
}

export function readScore(cell: ReadCell, say: Say): number | undefined {
  const score = numberOf(cell);
  if (score !== undefined && score < 0)
    return void say(`Điểm A là ${score}: điểm không thể âm. Hãy cộng lại phiếu chấm thu nhập.`);
  if (score === undefined || !Number.isInteger(score) || score > MOST_POINTS)
    return void say(
      `${quoted(textOf(cell))} không phải điểm A: hãy ghi số nguyên từ 0 đến ${MOST_POINTS}.`,
    );
  return score;
}

export function numberOf(cell: ReadCell): number | undefined {
  return cell.kind === 'number' ? Number(cell.value) : parseNumber(textOf(cell));
}

export function readDay(cell: ReadCell, today: Day, say: Say): Day | undefined {
  const typed = yearTyped(cell);
  if (typed) return void say(`${yearAsDay(typed, cell)} Hãy ghi đủ ngày, như 05/11/2025.`);
  const on = holdsDay(cell) ? cell.value : parseDay(textOf(cell));
  if (!on) return void say(`${quoted(textOf(cell))} không phải ngày. Ghi như 05/11/2025.`);
  return on > today ? void say(`Ngày ${showDay(on)} chưa tới. Hãy xem lại.`) : on;
}

/** Ticked or not; `undefined`: blank, which each column understands in its own way. */
export function readAnswer(cell: ReadCell, say: Say): boolean | undefined {
  if (typeof cell.value === 'boolean') return cell.value;
  const answer = ANSWERS.find(cell.text) ?? signOf(cell.text.trim());
  if (answer === undefined)
    say(`${quoted(textOf(cell))} không phải câu trả lời: ghi x, 1 hoặc có; 0 hoặc không.`);
  return answer;
}

/** Signs that are no words. */
function signOf(text: string): boolean | undefined {
  return /^[✓✔√☑]$/u.test(text) ? true : /^[-–—]$/.test(text) ? false : undefined;
}

function reader<T>(words: Words<T>, sentence: (text: string) => string) {
  return (cell: ReadCell, say: Say): T | undefined => {
    const found = words.find(cell.text);
    if (found === undefined) say(sentence(textOf(cell)));
    return found;
  };
}

export const readSex = reader(
  SEXES,
  (text) => `${quoted(text)} không phải giới tính: ghi Nam hoặc Nữ.`,
);
export const readArea = reader(
  AREAS,
  (text) => `${quoted(text)} không phải khu vực: ghi Nông thôn hoặc Thành thị.`,
);
const readKnownClass = reader(
  HOUSEHOLD_CLASSES,
  (text) => `Không hiểu phân loại ${quoted(text)}: ghi Hộ nghèo, Hộ cận nghèo hoặc Hộ không nghèo.`,
);
export function readClass(cell: ReadCell, say: Say): HouseholdClass | 'absent' | undefined {
  return readKnownClass(cell, say) ?? undefined;
}
export const readEthnicity = reader(
  ETHNICITIES,
  (text) => `Không có dân tộc ${quoted(text)} trong danh mục. Hãy ghi tên như trong giấy tờ.`,
);
export const readRelation = reader(
  KIN,
  (text) => `Không hiểu quan hệ ${quoted(text)}: ghi Chủ hộ, Vợ hoặc chồng, Con, Bố, mẹ, Cháu, …`,
);
