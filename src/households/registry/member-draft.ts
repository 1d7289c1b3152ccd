import { nameFault } from '../../people/person-draft.ts';
import { type Day, parseDay, showDay } from '../../shared/day.ts';
import type { FieldProblem } from '../../shared/problem.ts';
import { clean, parseNumber } from '../../shared/vietnamese.ts';
import { ETHNIC_GROUPS } from '../ethnic-groups.ts';
import { isRelation, isSex, type Relation, type Sex } from './member.ts';

export type Typed = Readonly<Record<string, string | undefined>>;

/** The facts of a person, checked. */
export interface MemberFacts {
  readonly relation: Relation;
  readonly sex: Sex;
  readonly birthYear: number;
  readonly ethnicity: string;
  readonly insured: boolean | null;
  readonly nourished: boolean | null;
  readonly studying: boolean | null;
}

/** Who it is, checked; null: not known. */
export interface MemberIdentity {
  readonly fullName: string;
  readonly birthDate: Day | null;
  readonly citizenNumber: string | null;
}

export interface MemberDraft {
  readonly facts: MemberFacts;
  readonly identity: MemberIdentity;
}

export type Checked<T> = { readonly draft: T } | { readonly faults: readonly FieldProblem[] };

/** Somebody new in a household, from a form; `today` so that nobody is born tomorrow. */
export function checkMember(typed: Typed, today: Day): Checked<MemberDraft> {
  const name = clean(typed.fullName ?? '').replace(/\s+/g, ' ');
  const facts = checkFacts(typed, today);
  const faults = [
    ...fault('fullName', nameFault(name)),
    ...facts.faults,
    ...fault('citizenNumber', numberFault(typed.citizenNumber)),
  ];
  if (faults.length > 0 || !facts.done) return { faults };
  const identity = {
    fullName: name,
    birthDate: parseDay(typed.birthDate ?? '') ?? null,
    citizenNumber: citizenNumberOf(typed.citizenNumber),
  };
  return { draft: { facts: facts.done, identity } };
}

/** What a correction changes: facts as typed; of the identity only what was filled in again. */
export interface Correction {
  readonly facts: MemberFacts;
  readonly identity: Partial<MemberIdentity>;
}

/** A correction: who it is stays unknown to the form, so an empty field leaves it as it is. */
export function checkCorrection(typed: Typed, today: Day): Checked<Correction> {
  const name = clean(typed.fullName ?? '').replace(/\s+/g, ' ');
  const facts = checkFacts(typed, today);
  const faults = [
    ...(name ? fault('fullName', nameFault(name)) : []),
    ...facts.faults,
    ...fault('citizenNumber', numberFault(typed.citizenNumber)),
  ];
  if (faults.length > 0 || !facts.done) return { faults };
  const birthDate = parseDay(typed.birthDate ?? '');
  const citizenNumber = citizenNumberOf(typed.citizenNumber);
  const identity = {
    ...(name && { fullName: name }),
    ...(birthDate && { birthDate }),
    ...(citizenNumber && { citizenNumber }),
  };
  return { draft: { facts: facts.done, identity } };
}

function checkFacts(typed: Typed, today: Day) {
  const { relation, sex, ethnicity = '' } = typed;
  const born = birthOf(typed, today);
  const known = Object.hasOwn(ETHNIC_GROUPS, ethnicity);
  const faults = [
    ...fault('relation', isRelation(relation) ? undefined : 'Hãy chọn quan hệ với chủ hộ.'),
    ...fault('sex', isSex(sex) ? undefined : 'Hãy chọn nam hoặc nữ.'),
    ...('fault' in born ? [born.fault] : []),
    ...fault('ethnicity', known ? undefined : 'Hãy chọn dân tộc.'),
  ];
  if (!isRelation(relation) || !isSex(sex) || 'fault' in born || !known) return { faults };
  const done: MemberFacts = {
    ...{ relation, sex, ethnicity, birthYear: born.year },
    ...{ insured: answerOf(typed.insured), nourished: answerOf(typed.nourished) },
    studying: answerOf(typed.studying),
  };
  return { faults, done };
}

const FIRST_YEAR = 1900;

/** The year of birth from a whole day or, where only that is known, a year. */
function birthOf(typed: Typed, today: Day): { year: number } | { fault: FieldProblem } {
  const wrong = (field: string, message: string) => ({ fault: { field, message } });
  const thisYear = Number(today.slice(0, 4));
  if (clean(typed.birthDate ?? '')) {
    const born = parseDay(typed.birthDate ?? '');
    if (!born) return wrong('birthDate', 'Chưa hiểu ngày sinh này. Hãy nhập như 19/05/1980.');
    if (born > today)
      return wrong('birthDate', `Ngày sinh ${showDay(born)} sau hôm nay. Hãy xem lại.`);
    if (Number(born.slice(0, 4)) < FIRST_YEAR)
      return wrong('birthDate', `Ngày sinh ${showDay(born)} trước năm 1900. Hãy xem lại.`);
    const year = Number(born.slice(0, 4));
    const other = parseNumber(typed.birthYear ?? '');
    if (other !== undefined && other !== year)
      return wrong('birthYear', `Năm sinh ${other} khác ngày sinh ${showDay(born)}. Hãy sửa một.`);
    return { year };
  }
  const year = parseNumber(typed.birthYear ?? '');
  if (year === undefined || !Number.isInteger(year))
    return wrong('birthYear', 'Hãy ghi năm sinh bốn chữ số, hoặc cả ngày sinh.');
  if (year > thisYear) return wrong('birthYear', `Năm sinh ${year} sau năm nay. Hãy xem lại.`);
  if (year < FIRST_YEAR) return wrong('birthYear', `Năm sinh ${year} trước năm 1900. Hãy xem lại.`);
  return { year };
}

function digitsOf(typed: string | undefined): string {
  return (typed ?? '').replace(/[\s.-]/g, '');
}

/** Twelve digits of today's card, or nine of the old one; nothing typed is no fault. */
export function numberFault(typed: string | undefined): string | undefined {
  const digits = digitsOf(typed);
  if (digits === '' || /^(\d{9}|\d{12})$/.test(digits)) return undefined;
  return 'Số căn cước có 12 chữ số (chứng minh cũ: 9 chữ số). Hãy xem lại từng số.';
}

function citizenNumberOf(typed: string | undefined): string | null {
  return digitsOf(typed) || null;
}

/** The answer of a three-way choice; null: not known. */
function answerOf(typed: string | undefined): boolean | null {
  if (typed === 'yes') return true;
  return typed === 'no' ? false : null;
}

export function fault(field: string, message: string | undefined): FieldProblem[] {
  return message ? [{ field, message }] : [];
}
