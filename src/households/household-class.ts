/** What a yearly review says of a household (Decree 07/2021, art. 3). */
export const CLASSES = {
  poor: 'Hộ nghèo',
  'near-poor': 'Hộ cận nghèo',
  'not-poor': 'Hộ không nghèo',
} as const;
export type HouseholdClass = keyof typeof CLASSES;

/** Where a household stands at the opening of a year; absent: it was not in this register. */
export type Opening = HouseholdClass | 'absent';
/** Where it stands at the closing; gone: no longer a household here. */
export type Closing = HouseholdClass | 'gone';

/** Which income line holds; kept per household and round, never read from a unit's name. */
export const AREA_TYPES = { rural: 'Nông thôn', urban: 'Thành thị' } as const;
export type AreaType = keyof typeof AREA_TYPES;

/** Why a household is reviewed (Decision 24/2021, list of households to review). */
export const LISTINGS = {
  'last-list': 'Có trong danh sách năm trước',
  requested: 'Có giấy đề nghị rà soát',
  found: 'Phát hiện khi rà soát',
} as const;
export type Listing = keyof typeof LISTINGS;

/** How a household came or went within a year; both count as "other" in the standard tables. */
export const ARRIVALS = {
  'moved-in': 'Chuyển đến',
  'split-off': 'Tách hộ',
  formed: 'Hộ mới lập',
} as const;
export const LEAVINGS = {
  'moved-away': 'Chuyển đi',
  'died-out': 'Không còn thành viên',
  merged: 'Nhập vào hộ khác',
  'split-up': 'Tách thành các hộ khác',
} as const;
export type Arrival = keyof typeof ARRIVALS;
export type Leaving = keyof typeof LEAVINGS;
export type MoveReason = Arrival | Leaving;

/** The way of a household through a year. A closing that is null is not yet reviewed. */
export interface HouseholdYear {
  readonly opening: Opening;
  readonly closing: Closing | null;
  readonly relapsed: boolean;
  readonly reason: MoveReason | null;
}

/**
 * Was it poor before and not poor at the opening? Then becoming poor again is a relapse, which
 * only history tells. `earlier` are the closings of all reviews before last year's.
 */
export function isRelapse(
  opening: Opening,
  closing: Closing | null,
  earlier: readonly (Closing | null)[],
): boolean {
  const bad = closing === 'poor' ? ['poor'] : closing === 'near-poor' ? ['poor', 'near-poor'] : [];
  return opening === 'not-poor' && earlier.some((one) => one !== null && bad.includes(one));
}

/** What became of a household in a year, in the words of the standard tables. */
export function changeWords(year: HouseholdYear): string {
  const { opening, closing, relapsed, reason } = year;
  if (closing === null) return 'Chưa rà soát';
  if (closing === 'gone') return LEAVINGS[reason as Leaving] ?? 'Giảm khác';
  if (opening === 'absent') return ARRIVALS[reason as Arrival] ?? 'Tăng khác';
  return CHANGES[`${opening}>${closing}`]?.[relapsed ? 1 : 0] ?? '';
}

const CHANGES: Readonly<Record<string, readonly [string, string]>> = {
  'poor>poor': ['Vẫn là hộ nghèo', ''],
  'poor>near-poor': ['Thoát nghèo, còn cận nghèo', ''],
  'poor>not-poor': ['Thoát nghèo', ''],
  'near-poor>poor': ['Từ cận nghèo xuống nghèo', ''],
  'near-poor>near-poor': ['Vẫn là hộ cận nghèo', ''],
  'near-poor>not-poor': ['Thoát cận nghèo', ''],
  'not-poor>poor': ['Nghèo phát sinh mới', 'Tái nghèo'],
  'not-poor>near-poor': ['Cận nghèo phát sinh mới', 'Tái cận nghèo'],
  'not-poor>not-poor': ['Không thuộc diện', ''],
};
