import { type Day, day, parseDay, showDay } from '../../shared/day.ts';
import type { FieldProblem } from '../../shared/problem.ts';
import { clean, parseNumber } from '../../shared/vietnamese.ts';
import { ETHNIC_GROUPS } from '../ethnic-groups.ts';
import { AREA_TYPES, type AreaType } from '../household-class.ts';
import { type Mark, marksAmong } from '../household-marks.ts';
import type { PovertyStandard } from '../standard/poverty-standard.ts';
import type { ReviewedHousehold } from './survey.ts';

/** What a survey found of a household, checked. */
export interface SurveyDraft {
  readonly areaType: AreaType;
  readonly incomeScore: number;
  /** Keys of the deprived indicators; empty: asked, and none. */
  readonly deprived: readonly string[];
  readonly members: number;
  readonly children: number;
  readonly childrenHealth: number;
  readonly childrenSchool: number;
  readonly ethnicity: string;
  readonly marks: readonly Mark[];
  readonly note: string | null;
  readonly surveyedOn: Day;
  readonly surveyorName: string;
}

/** The form as it was typed, right or wrong. */
export interface TypedSurvey {
  readonly fields: Readonly<Record<string, string | undefined>>;
  readonly deprived: readonly string[];
  /** Groups, causes and needs together. */
  readonly marks: readonly string[];
}

/** Said by a tick of its own, so that twelve blank boxes are no answer. */
export const NONE = 'none';

const MOST_POINTS = 999;
const MOST_PEOPLE = 99;

type Say = (field: string, message: string) => void;

/** Reads the form by the standard of the round: the draft, or what to mend at which field. */
export function readSurvey(
  { fields, deprived, marks }: TypedSurvey,
  standard: PovertyStandard,
  today: Day,
): SurveyDraft | { readonly faults: FieldProblem[] } {
  const faults: FieldProblem[] = [];
  const say: Say = (field, message) => faults.push({ field, message });
  const draft = {
    areaType: readArea(fields.areaType, say),
    incomeScore: readScore(fields.incomeScore, say),
    deprived: readDeprived(deprived, fields[NONE] === 'yes', standard, say),
    ...readPeople(fields, say),
    ethnicity: readEthnicity(fields.ethnicity, say),
    marks: marksAmong(marks),
    note: clean(fields.note ?? '') || null,
    surveyedOn: readSurveyedOn(fields.surveyedOn, today, say),
    surveyorName: readSurveyor(fields.surveyorName, say),
  };
  return faults.length > 0 ? { faults } : draft;
}

function readArea(typed: string | undefined, say: Say): AreaType {
  if (typed === 'rural' || typed === 'urban') return typed;
  const names = Object.values(AREA_TYPES).join(' hoặc ').toLocaleLowerCase('vi');
  say('areaType', `Chưa chọn khu vực. Hãy chọn ${names}: mức điểm A khác nhau.`);
  return 'rural';
}

function readScore(typed: string | undefined, say: Say): number {
  const score = parseNumber(typed ?? '');
  if (clean(typed ?? '') === '')
    say('incomeScore', 'Chưa nhập điểm A. Hãy cộng điểm ở phiếu chấm thu nhập rồi ghi tổng.');
  else if (score === undefined || !isWhole(score, 0, MOST_POINTS))
    say('incomeScore', `Điểm A là số nguyên từ 0 đến ${MOST_POINTS}, ví dụ 120.`);
  return score ?? 0;
}

function readDeprived(
  ticked: readonly string[],
  none: boolean,
  { indicators }: PovertyStandard,
  say: Say,
): string[] {
  const known = indicators.map(({ key }) => key).filter((key) => ticked.includes(key));
  if (none && known.length > 0)
    say(
      'deprived',
      'Vừa đánh dấu chỉ số thiếu hụt, vừa đánh dấu “không thiếu hụt chỉ số nào”. Hãy bỏ một trong hai.',
    );
  if (!none && known.length === 0)
    say(
      'deprived',
      'Chưa đánh dấu chỉ số nào. Nếu hộ không thiếu hụt chỉ số nào, hãy đánh dấu ô cuối phần này.',
    );
  return known;
}

/** Members, and children under sixteen; without children the two other counts are zero. */
function readPeople(fields: TypedSurvey['fields'], say: Say) {
  const members = readMembers(fields.members, say);
  const children = readCount(fields, 'children', 'trẻ em', say);
  if (children > members)
    say('children', `Số trẻ em (${children}) nhiều hơn số nhân khẩu (${members}). Hãy xem lại.`);
  const among = (name: string, what: string) => readAmong(fields, name, what, children, say);
  return {
    ...{ members, children },
    childrenHealth: among('childrenHealth', 'trẻ em thiếu hụt y tế'),
    childrenSchool: among('childrenSchool', 'trẻ em thiếu hụt giáo dục'),
  };
}

function readMembers(typed: string | undefined, say: Say): number {
  const members = parseNumber(typed ?? '');
  if (members === 0)
    say(
      'members',
      'Số nhân khẩu không thể là 0. Nếu hộ không còn ai, hãy ghi biến động của hộ ở sổ hộ.',
    );
  else if (members === undefined || !isWhole(members, 1, MOST_PEOPLE))
    say('members', `Số nhân khẩu là số nguyên từ 1 đến ${MOST_PEOPLE}.`);
  return members ?? MOST_PEOPLE;
}

function readAmong(
  fields: TypedSurvey['fields'],
  name: string,
  what: string,
  children: number,
  say: Say,
): number {
  if (children === 0 && clean(fields[name] ?? '') === '') return 0;
  const count = readCount(fields, name, what, say);
  if (count > children) say(name, `Số ${what} nhiều hơn số trẻ em (${children}). Hãy xem lại.`);
  return count;
}

function readCount(fields: TypedSurvey['fields'], name: string, what: string, say: Say): number {
  const count = parseNumber(fields[name] ?? '');
  if (count !== undefined && isWhole(count, 0, MOST_PEOPLE)) return count;
  say(name, `Hãy ghi số ${what}; không có thì ghi 0.`);
  return 0;
}

function isWhole(number: number, least: number, most: number): boolean {
  return Number.isInteger(number) && number >= least && number <= most;
}

function readEthnicity(typed: string | undefined, say: Say): string {
  if (typed && Object.hasOwn(ETHNIC_GROUPS, typed)) return typed;
  say('ethnicity', 'Chưa chọn dân tộc của chủ hộ. Hãy chọn một.');
  return '';
}

function readSurveyedOn(typed: string | undefined, today: Day, say: Say): Day {
  const on = parseDay(typed ?? '');
  if (!on) say('surveyedOn', 'Hãy nhập ngày rà soát, ví dụ 05/11/2025.');
  else if (on > today)
    say('surveyedOn', `Ngày rà soát không thể sau hôm nay (${showDay(today)}). Hãy xem lại.`);
  return on ?? day('1970-01-01');
}

function readSurveyor(typed: string | undefined, say: Say): string {
  const name = clean(typed ?? '').slice(0, 120);
  if (!name) say('surveyorName', 'Hãy ghi họ tên người rà soát.');
  return name;
}

/** The form for what is stored; before the first survey only what last year knew is filled in. */
export function typedFrom(
  household: ReviewedHousehold,
  usual: { readonly today: Day; readonly surveyorName: string },
): TypedSurvey {
  const { deprived, marks, incomeScore, surveyedOn } = household;
  const surveyed = deprived !== null;
  const count = (number: number) => (surveyed || number > 0 ? String(number) : '');
  return {
    deprived: deprived ?? [],
    marks,
    fields: {
      areaType: household.areaType,
      incomeScore: incomeScore === null ? '' : String(incomeScore),
      [NONE]: deprived?.length === 0 ? 'yes' : undefined,
      members: household.members > 0 ? String(household.members) : '',
      children: count(household.children),
      childrenHealth: count(household.childrenHealth),
      childrenSchool: count(household.childrenSchool),
      ethnicity: household.ethnicity,
      note: household.note ?? '',
      surveyedOn: showDay(surveyedOn ?? usual.today),
      surveyorName: household.surveyorName ?? usual.surveyorName,
    },
  };
}
