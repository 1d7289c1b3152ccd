import { isId } from '../../shared/identity.ts';
import { clean } from '../../shared/vietnamese.ts';
import {
  ARRIVALS,
  CLASSES,
  type Closing,
  changeWords,
  LEAVINGS,
  LISTINGS,
  type MoveReason,
  type Opening,
} from '../household-class.ts';
import { MARKS } from '../household-marks.ts';

/** Classes that the list can be narrowed to; pending: not yet reviewed, which is no class. */
export const CLOSINGS = {
  pending: 'Chưa rà soát',
  ...CLASSES,
  gone: 'Không còn hộ',
} as const;
export type ListedClosing = Closing | 'pending';

/** Reviewed or not, and why. */
export const LISTED = {
  listed: 'Có trong danh sách rà soát',
  unlisted: 'Không trong danh sách rà soát',
  ...LISTINGS,
} as const;
type ListedWish = keyof typeof LISTED;

export const SORTS = {
  code: 'Mã hộ',
  class: 'Phân loại, hộ nghèo trước',
  income: 'Điểm A, thấp trước',
} as const;
export type Sort = keyof typeof SORTS;

/** How a household went through the year; parts left out may be any. */
export interface Way {
  readonly opening?: Opening;
  readonly closing?: Closing;
  readonly relapsed?: boolean;
  readonly reason?: MoveReason;
}

const YEARS = {
  'escaped-poor': { opening: 'poor', closing: 'not-poor', relapsed: false },
  'poor-to-near-poor': { opening: 'poor', closing: 'near-poor', relapsed: false },
  'escaped-near-poor': { opening: 'near-poor', closing: 'not-poor', relapsed: false },
  'near-poor-to-poor': { opening: 'near-poor', closing: 'poor', relapsed: false },
  'relapse-poor': { opening: 'not-poor', closing: 'poor', relapsed: true },
  'relapse-near-poor': { opening: 'not-poor', closing: 'near-poor', relapsed: true },
  'new-poor': { opening: 'not-poor', closing: 'poor', relapsed: false },
  'new-near-poor': { opening: 'not-poor', closing: 'near-poor', relapsed: false },
  'still-poor': { opening: 'poor', closing: 'poor', relapsed: false },
  'still-near-poor': { opening: 'near-poor', closing: 'near-poor', relapsed: false },
} as const satisfies Record<string, Way>;

/** The ways that one can ask for, each by its key of the address. */
export const WAYS: Readonly<Record<string, Way>> = {
  ...YEARS,
  ...Object.fromEntries(reasons().map((reason) => [reason, { reason }])),
};

/** What each way is called, in the words of the standard tables. */
export const WAY_NAMES: Readonly<Record<string, string>> = {
  ...Object.fromEntries(
    Object.entries(YEARS).map(([key, year]) => [key, changeWords({ ...year, reason: null })]),
  ),
  ...ARRIVALS,
  ...LEAVINGS,
};

function reasons(): MoveReason[] {
  return Object.keys({ ...ARRIVALS, ...LEAVINGS }) as MoveReason[];
}

/** The row after which a page goes on: its code, and its rank or score where the sort has one. */
export interface After {
  readonly at: number | null;
  readonly code: string;
}

/** What the list of a commune's households is narrowed to; what is not there narrows nothing. */
export interface HouseholdFilter {
  readonly villageId?: string | undefined;
  readonly closing?: ListedClosing | undefined;
  readonly listed?: ListedWish | undefined;
  /** A key of `WAYS`. */
  readonly change?: string | undefined;
  /** A group, cause or need of `MARKS`. */
  readonly mark?: string | undefined;
  /** The key of an indicator. */
  readonly deprived?: string | undefined;
  /** A code or a name, as typed. */
  readonly words?: string | undefined;
  readonly sort?: Sort | undefined;
  readonly after?: After | undefined;
}

type Query = Readonly<Record<string, string | undefined>>;

/** The filter that an address asks for; values that mean nothing are left out. */
export function readFilter(query: Query): HouseholdFilter {
  const { village = '', closing, listed, change, mark, deprived = '', words = '', sort } = query;
  return {
    villageId: isId(village) ? village : undefined,
    closing: keyAmong(CLOSINGS, closing),
    listed: keyAmong(LISTED, listed),
    change: keyAmong(WAYS, change),
    mark: keyAmong(MARKS, mark),
    deprived: /^[\w-]{1,40}$/.test(deprived) ? deprived : undefined,
    words: clean(words).slice(0, 80) || undefined,
    sort: sort === 'code' ? undefined : keyAmong(SORTS, sort),
    after: readAfter(query.after),
  };
}

function keyAmong<Key extends string>(
  names: Readonly<Record<Key, unknown>>,
  asked: string | undefined,
): Key | undefined {
  return (Object.keys(names) as Key[]).find((key) => key === asked);
}

function readAfter(text: string | undefined): After | undefined {
  const parts = /^(\d{0,9})~(.{1,60})$/su.exec(text ?? '');
  if (!parts?.[2]) return undefined;
  return { at: parts[1] ? Number(parts[1]) : null, code: parts[2] };
}

/**
 * The words of an address for a filter, with some of them changed; `undefined` takes one out.
 * A changed filter begins again at its first page.
 */
export function filterQuery(filter: HouseholdFilter, changes: HouseholdFilter = {}): string {
  const { villageId, after, ...rest } = { ...filter, after: undefined, ...changes };
  const words = { village: villageId, ...rest, after: after && `${after.at ?? ''}~${after.code}` };
  return new URLSearchParams(
    Object.entries(words).filter((pair): pair is [string, string] => Boolean(pair[1])),
  ).toString();
}

/** Is anything asked for besides village, class and order? Then the kept counts do not fit. */
export function isNarrowed({ listed, change, mark, deprived, words }: HouseholdFilter): boolean {
  return Boolean(listed ?? change ?? mark ?? deprived ?? words);
}
