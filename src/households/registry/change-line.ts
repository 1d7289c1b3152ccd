import { asDay, showDay } from '../../shared/day.ts';
import { ARRIVALS, type Arrival, LEAVINGS, type Leaving } from '../household-class.ts';
import { relationName } from './member.ts';

/** How somebody comes into a household; `recorded`: was there and had not been written down. */
export const MEMBER_ARRIVALS = {
  born: 'Mới sinh',
  'married-in': 'Kết hôn, về ở',
  'moved-in': 'Chuyển đến',
  recorded: 'Đã ở từ trước, nay ghi bổ sung',
} as const;
export type MemberArrival = keyof typeof MEMBER_ARRIVALS;

/** How somebody leaves a household; `mistaken`: was never there. */
export const MEMBER_LEAVINGS = {
  died: 'Mất',
  'married-out': 'Kết hôn, đi ở nơi khác',
  'moved-away': 'Chuyển đi',
  mistaken: 'Ghi nhầm, thực ra không ở',
} as const;
export type MemberLeaving = keyof typeof MEMBER_LEAVINGS;

/** What can be done with a household, in the words of its page; events are kept by these verbs. */
export const CHANGES = {
  create: 'Ghi hộ mới vào sổ',
  addMember: 'Thêm thành viên',
  correctMember: 'Sửa thành viên',
  endMember: 'Thành viên rời hộ',
  changeHead: 'Đổi chủ hộ',
  move: 'Chuyển nơi ở',
  split: 'Tách hộ',
  merge: 'Nhập vào hộ khác',
  end: 'Kết thúc hộ',
} as const;
export type Change = keyof typeof CHANGES;

export function isChange(verb: string): verb is Change {
  return Object.hasOwn(CHANGES, verb);
}

type Detail = Readonly<Record<string, unknown>>;

/** What an event says besides its verb: places, codes, relations and days, and no name of a person. */
export function changeSaid(detail: Detail): string {
  const on = typeof detail.on === 'string' ? asDay(detail.on) : undefined;
  const parts = [
    words(detail.relation, relationName),
    words(detail.arrival, (key) => MEMBER_ARRIVALS[key as MemberArrival]),
    words(detail.leaving, (key) => MEMBER_LEAVINGS[key as MemberLeaving]),
    words(detail.came, (key) => ARRIVALS[key as Arrival]),
    words(detail.endReason, (key) => LEAVINGS[key as Leaving]),
    words(detail.from, (place) => `từ ${place}`),
    words(detail.to, (place) => `đến ${place}`),
    words(detail.into, (code) => `vào hộ ${code}`),
    words(detail.newCode, (code) => `thành hộ ${code}`),
    words(detail.origin, (code) => `từ hộ ${code}`),
    on && `ngày ${showDay(on)}`,
  ];
  return parts.filter(Boolean).join(', ');
}

function words(value: unknown, say: (text: string) => string | undefined): string | undefined {
  return typeof value === 'string' && value ? say(value) : undefined;
}
