import { type Day, parseDay, showDay } from '../../shared/day.ts';
import {
  MEMBER_ARRIVALS,
  MEMBER_LEAVINGS,
  type MemberArrival,
  type MemberLeaving,
} from './change-line.ts';
import type { Member } from './household.ts';
import { type Checked, checkMember, fault, type MemberDraft, type Typed } from './member-draft.ts';

export interface ArrivalDraft extends MemberDraft {
  readonly arrival: MemberArrival;
  readonly on: Day;
}

/** Somebody new with the way and day of coming. */
export function checkArrival(typed: Typed, today: Day): Checked<ArrivalDraft> {
  const { arrival } = typed;
  const on = parseDay(typed.on ?? '');
  const known = isArrival(arrival);
  const faults = [
    ...fault('arrival', known ? undefined : 'Hãy chọn vì sao người này có trong hộ.'),
    ...fault('on', dayFault(on, today)),
  ];
  const checked = checkMember(typed, today);
  if ('faults' in checked) return { faults: [...faults, ...checked.faults] };
  if (faults.length > 0 || !on || !known) return { faults };
  return { draft: { ...checked.draft, arrival, on } };
}

export interface LeavingDraft {
  readonly leaving: MemberLeaving;
  readonly on: Day;
}

/** The way and the last day of somebody who leaves. */
export function checkLeaving(typed: Typed, today: Day): Checked<LeavingDraft> {
  const { leaving } = typed;
  const on = parseDay(typed.endOn ?? '');
  const known = isLeaving(leaving);
  const faults = [
    ...fault('leaving', known ? undefined : 'Hãy chọn vì sao người này rời hộ.'),
    ...fault('endOn', dayFault(on, today)),
  ];
  if (faults.length > 0 || !on || !known) return { faults };
  return { draft: { leaving, on } };
}

function isArrival(text: string | undefined): text is MemberArrival {
  return text !== undefined && Object.hasOwn(MEMBER_ARRIVALS, text);
}

function isLeaving(text: string | undefined): text is MemberLeaving {
  return text !== undefined && Object.hasOwn(MEMBER_LEAVINGS, text);
}

/** A day that is known and has come. */
export function dayFault(on: Day | undefined, today: Day): string | undefined {
  if (!on) return 'Hãy ghi ngày, ví dụ 05/11/2025.';
  return on > today ? `Ngày ${showDay(on)} chưa tới. Hãy ghi khi việc đã xảy ra.` : undefined;
}

/** A stored member as the form of a correction begins: facts, and nothing of who it is. */
export function typedOf(member: Member): Typed {
  const { relation, sex, birthYear, ethnicity, insured, nourished, studying } = member;
  return {
    ...{ relation, sex, ethnicity, birthYear: String(birthYear) },
    ...{ insured: wordOf(insured), nourished: wordOf(nourished), studying: wordOf(studying) },
  };
}

function wordOf(answer: boolean | null): string {
  if (answer === null) return '';
  return answer ? 'yes' : 'no';
}
