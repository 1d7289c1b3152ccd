import { type Day, parseDay, showDay } from '../../shared/day.ts';
import type { ReadCell } from '../../shared/sheet/cells.ts';
import { clean, fold, parseNumber } from '../../shared/vietnamese.ts';
import { ETHNIC_GROUPS } from '../ethnic-groups.ts';
import { AREA_TYPES, type AreaType, CLASSES, type HouseholdClass } from '../household-class.ts';
import { isRelation, RELATIONS, type Relation, type Sex } from '../registry/member.ts';

/** Says what is wrong with the cell that is read, as a sentence for the person. */
export type Say = (message: string) => void;

const FIRST_YEAR = 1900;
const MOST_POINTS = 999;
const MOST_PEOPLE = 99;

/** Nothing but blanks. */
export function isBlank(cell: ReadCell | undefined): boolean {
  return cell === undefined || cell.kind === 'empty';
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
  const birth = birthOf(cell);
  if (!birth)
    return void say(
      `“${textOf(cell)}” không phải ngày hoặc năm sinh. Ghi như 19/05/1980 hoặc 1980.`,
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
  if (!/^\d+$/.test(digits)) return void say(`“${digits}” không phải số căn cước: chỉ gồm chữ số.`);
  const zero =
    cell.kind === 'number'
      ? ' Excel bỏ số 0 ở đầu: hãy định dạng cột là Văn bản rồi nhập lại.'
      : '';
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
      `“${textOf(cell)}” không phải số người: hãy ghi số nguyên từ ${least} đến ${MOST_PEOPLE}.`,
    );
  return count;
}

export function readScore(cell: ReadCell, say: Say): number | undefined {
  const score = numberOf(cell);
  if (score !== undefined && score < 0)
    return void say(`Điểm A là ${score}: điểm không thể âm. Hãy cộng lại phiếu chấm thu nhập.`);
  if (score === undefined || !Number.isInteger(score) || score > MOST_POINTS)
    return void say(
      `“${textOf(cell)}” không phải điểm A: hãy ghi số nguyên từ 0 đến ${MOST_POINTS}.`,
    );
  return score;
}

export function numberOf(cell: ReadCell): number | undefined {
  return cell.kind === 'number' ? Number(cell.value) : parseNumber(textOf(cell));
}

export function readDay(cell: ReadCell, today: Day, say: Say): Day | undefined {
  const on = holdsDay(cell) ? cell.value : parseDay(textOf(cell));
  if (!on) return void say(`“${textOf(cell)}” không phải ngày. Ghi như 05/11/2025.`);
  return on > today ? void say(`Ngày ${showDay(on)} chưa tới. Hãy xem lại.`) : on;
}

/** Words that stand for one thing; each is looked for without accents and case. */
class Words<T> {
  readonly #known: ReadonlyMap<string, T>;
  readonly #seen = new Map<string, T | undefined>();

  constructor(lists: readonly (readonly [T, readonly string[]])[]) {
    this.#known = new Map(lists.flatMap(([one, words]) => words.map((word) => [plain(word), one])));
  }

  /** Files repeat few texts: each is folded once. */
  find(text: string): T | undefined {
    const seen = this.#seen.get(text);
    if (seen !== undefined) return seen;
    const found = this.#known.get(plain(text));
    if (found !== undefined && this.#seen.size < MOST_SEEN) this.#seen.set(text, found);
    return found;
  }
}

const MOST_SEEN = 5_000;

function plain(words: string): string {
  return fold(words)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

const ANSWERS = new Words<boolean>([
  [true, ['x', '1', 'có', 'c', 'v', 'đúng']],
  [false, ['0', 'không', 'k', 'ko', 'o', 'sai', 'chưa']],
]);

/** Ticked or not; `undefined`: blank, which each column understands in its own way. */
export function readAnswer(cell: ReadCell, say: Say): boolean | undefined {
  if (typeof cell.value === 'boolean') return cell.value;
  const answer = ANSWERS.find(cell.text) ?? signOf(cell.text.trim());
  if (answer === undefined)
    say(`“${textOf(cell)}” không phải câu trả lời: ghi x, 1 hoặc có; 0 hoặc không.`);
  return answer;
}

/** Signs that are no words. */
function signOf(text: string): boolean | undefined {
  return /^[✓✔√☑]$/u.test(text) ? true : /^[-–—]$/.test(text) ? false : undefined;
}

const SEXES = new Words<Sex>([
  ['m', ['Nam', 'trai', 'M', '1']],
  ['f', ['Nữ', 'gái', 'F', '2', '0']],
]);
const AREAS = new Words<AreaType>([
  ['rural', [AREA_TYPES.rural, 'NT', 'xã']],
  ['urban', [AREA_TYPES.urban, 'TT', 'đô thị', 'phường']],
]);
const HOUSEHOLD_CLASSES = new Words<HouseholdClass | 'absent'>([
  ['poor', [CLASSES.poor, 'Nghèo', 'N', 'HN']],
  ['near-poor', [CLASSES['near-poor'], 'Cận nghèo', 'CN', 'HCN']],
  [
    'not-poor',
    [CLASSES['not-poor'], 'Không nghèo', 'Không', 'Không thuộc diện', 'KN', 'Thoát nghèo'],
  ],
  ['absent', ['Chưa có trong sổ', 'Chưa có']],
]);
const ETHNICITIES = new Words<string>([
  ...Object.entries(ETHNIC_GROUPS).map(([code, name]) => [code, [name, code]] as const),
  ['08', ["H'Mông", 'Hmông', 'Mèo', 'Mong']],
  ['23', ['Khơ-mú', 'Khmú', 'Khơ Mú']],
  ['01', ['Việt']],
]);
const KIN = new Words<Relation>([
  ...Object.entries(RELATIONS).flatMap(([key, name]) =>
    isRelation(key) ? [[key, [name]] as const] : [],
  ),
  ['spouse', ['Vợ', 'Chồng', 'Vợ/chồng', 'Vợ chồng']],
  ['child', ['Con trai', 'Con gái', 'Con đẻ', 'Con nuôi', 'Con trai cả']],
  ['child-in-law', ['Con dâu', 'Con rể', 'Dâu', 'Rể']],
  [
    'parent',
    [
      'Bố',
      'Mẹ',
      'Cha',
      'Bố đẻ',
      'Mẹ đẻ',
      'Bố vợ',
      'Mẹ vợ',
      'Bố chồng',
      'Mẹ chồng',
      'Cha mẹ',
      'Bố mẹ',
    ],
  ],
  ['grandparent', ['Ông', 'Bà', 'Ông nội', 'Bà nội', 'Ông ngoại', 'Bà ngoại', 'Ông bà']],
  ['grandchild', ['Cháu nội', 'Cháu ngoại', 'Cháu trai', 'Cháu gái', 'Chắt']],
  [
    'sibling',
    ['Anh', 'Chị', 'Em', 'Anh trai', 'Chị gái', 'Em trai', 'Em gái', 'Anh chị em', 'Anh em'],
  ],
  ['other', ['Khác', 'Cô', 'Dì', 'Chú', 'Bác', 'Cậu', 'Ở nhờ']],
]);

function reader<T>(words: Words<T>, sentence: (text: string) => string) {
  return (cell: ReadCell, say: Say): T | undefined => {
    const found = words.find(cell.text);
    if (found === undefined) say(sentence(textOf(cell)));
    return found;
  };
}

export const readSex = reader(SEXES, (text) => `“${text}” không phải giới tính: ghi Nam hoặc Nữ.`);
export const readArea = reader(
  AREAS,
  (text) => `“${text}” không phải khu vực: ghi Nông thôn hoặc Thành thị.`,
);
export const readClass = reader(
  HOUSEHOLD_CLASSES,
  (text) => `Không hiểu phân loại “${text}”: ghi Hộ nghèo, Hộ cận nghèo hoặc Hộ không nghèo.`,
);
export const readEthnicity = reader(
  ETHNICITIES,
  (text) => `Không có dân tộc “${text}” trong danh mục. Hãy ghi tên như trong giấy tờ.`,
);
export const readRelation = reader(
  KIN,
  (text) => `Không hiểu quan hệ “${text}”: ghi Chủ hộ, Vợ hoặc chồng, Con, Bố, mẹ, Cháu, …`,
);
