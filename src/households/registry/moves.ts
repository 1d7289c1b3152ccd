import { type Day, parseDay, showDay } from '../../shared/day.ts';
import type { FieldProblem } from '../../shared/problem.ts';
import { clean } from '../../shared/vietnamese.ts';
import type { AreaType } from '../household-class.ts';
import type { Household, Member } from './household.ts';
import { AREA_FAULT, isAreaType } from './household-draft.ts';
import { type Checked, fault, type Typed } from './member-draft.ts';
import { dayFault } from './member-forms.ts';

/** What can become of a whole household, or of a part of it. */
export const MOVES = {
  move: 'Chuyển nơi ở',
  split: 'Tách hộ',
  merge: 'Nhập hộ',
  away: 'Ra ngoài tỉnh',
  end: 'Không còn ai',
} as const;
export type MoveKind = keyof typeof MOVES;

export function moveKindOf(text: string | undefined): MoveKind {
  return text !== undefined && Object.hasOwn(MOVES, text) ? (text as MoveKind) : 'move';
}

/** To another village, of this commune or of another. */
export interface MoveDraft {
  readonly kind: 'move';
  readonly on: Day;
  readonly villageId: string;
  readonly areaType: AreaType;
}

/** Some people go to a new household of their own. */
export interface SplitDraft {
  readonly kind: 'split';
  readonly on: Day;
  readonly villageId: string;
  readonly areaType: AreaType;
  readonly people: readonly number[];
  readonly newHead: number;
}

/** The whole household goes into another, known by its code. */
export interface MergeDraft {
  readonly kind: 'merge';
  readonly on: Day;
  readonly into: string;
}

/** Nobody is left here: gone out of the province, or died out. */
export interface EndDraft {
  readonly kind: 'away' | 'end';
  readonly on: Day;
}

export type AnyMove = MoveDraft | SplitDraft | MergeDraft | EndDraft;

export interface TypedMove {
  readonly fields: Typed;
  /** Numbers of members that were ticked. */
  readonly people: readonly string[];
}

type Standing = { readonly household: Household; readonly living: readonly Member[] };

/** A move as typed, checked against the household as it stands. */
export function checkMove(typed: TypedMove, standing: Standing, today: Day): Checked<AnyMove> {
  const kind = moveKindOf(typed.fields.kind);
  const on = parseDay(typed.fields.on ?? '');
  const faults = fault('on', dayFault(on, today) ?? sinceFault(kind, on, standing.household));
  if (kind === 'move' || kind === 'split') return checkPlaced(kind, typed, standing, faults, on);
  if (kind === 'merge') return checkMerge(typed.fields, standing.household, faults, on);
  return faults.length > 0 || !on ? { faults } : { draft: { kind, on } };
}

/** A stay of no day at all would be none; an entry made twice may end on the day it was made. */
function sinceFault(kind: MoveKind, on: Day | undefined, { since }: Household) {
  if (!on || on > since || (on === since && kind !== 'move')) return undefined;
  return `Hộ ở đây từ ngày ${showDay(since)}; hãy ghi ngày sau đó.`;
}

function checkPlaced(
  kind: 'move' | 'split',
  { fields, people }: TypedMove,
  { household, living }: Standing,
  faults: readonly FieldProblem[],
  on: Day | undefined,
): Checked<MoveDraft | SplitDraft> {
  const { village, areaType } = fields;
  const stays = kind === 'move' && village === household.villageId;
  const all = [
    ...faults,
    ...fault('village', village ? undefined : 'Hãy chọn thôn, bản.'),
    ...fault('village', stays ? 'Hộ đang ở thôn, bản này. Hãy chọn nơi khác.' : undefined),
    ...fault('areaType', isAreaType(areaType) ? undefined : AREA_FAULT),
  ];
  const split = kind === 'split' ? checkPeople(fields, people, household, living) : undefined;
  if (split && 'faults' in split) return { faults: [...all, ...split.faults] };
  if (all.length > 0 || !on || !village || !isAreaType(areaType)) return { faults: all };
  const place = { on, villageId: village, areaType };
  return {
    draft: split ? { kind: 'split', ...place, ...split.draft } : { kind: 'move', ...place },
  };
}

function checkPeople(
  fields: Typed,
  ticked: readonly string[],
  household: Household,
  living: readonly Member[],
): Checked<Pick<SplitDraft, 'people' | 'newHead'>> {
  const people = living.map(({ no }) => no).filter((no) => ticked.includes(String(no)));
  const newHead = Number(fields.newHead);
  const faults = [
    ...fault('people', peopleFault(people, household, living)),
    ...fault('newHead', people.includes(newHead) ? undefined : HEAD_FAULT),
  ];
  return faults.length > 0 ? { faults } : { draft: { people, newHead } };
}

const HEAD_FAULT = 'Hãy chọn chủ hộ của hộ mới, trong số những người tách ra.';

function peopleFault(people: readonly number[], household: Household, living: readonly Member[]) {
  if (people.length === 0) return 'Hãy chọn ít nhất một người tách ra.';
  if (people.length === living.length)
    return 'Tách hộ thì phải còn người ở lại. Cả hộ đi nơi khác thì dùng “Chuyển nơi ở”.';
  if (people.includes(household.headNo))
    return 'Chủ hộ không tách ra được. Hãy đặt người ở lại làm chủ hộ trước.';
  return undefined;
}

function checkMerge(
  fields: Typed,
  household: Household,
  faults: readonly FieldProblem[],
  on: Day | undefined,
): Checked<MergeDraft> {
  const into = clean(fields.into ?? '');
  const own = into === household.code;
  const all = [
    ...faults,
    ...fault('into', into ? undefined : 'Hãy ghi mã của hộ nhận, ví dụ MT-001.'),
    ...fault('into', own ? 'Đây là mã của chính hộ này. Hãy ghi mã của hộ nhận.' : undefined),
  ];
  return all.length > 0 || !on ? { faults: all } : { draft: { kind: 'merge', on, into } };
}
