import { addDays, type Day, parseDay, showDay } from '../shared/day.ts';
import type { FieldProblem } from '../shared/problem.ts';
import { clean, parseNumber } from '../shared/vietnamese.ts';
import type { PeriodRow, SuccessionKind } from './unit.ts';

type Typed = Readonly<Record<string, string | undefined>>;

/** What was made of a form: what to store, or every fault with the sentence that mends it. */
export type Decided<T> =
  | { readonly done: T; readonly problems?: undefined }
  | { readonly done?: undefined; readonly problems: readonly FieldProblem[] };

const WHICH_DAY = 'Hãy ghi một ngày, ví dụ 01/07/2025.';
const WHICH_SOURCE = 'Hãy ghi văn bản làm căn cứ: loại, số, ngày.';

/** A new name from a day on: the period that ends the day before, and the one that begins. */
export interface Renaming {
  readonly closing: { readonly id: string; readonly lastDay: Day };
  readonly opening: Omit<PeriodRow, 'id'>;
}

/**
 * Renames a unit from a day (`name`, `from`, `source` as typed). The day must lie inside the
 * last period and after its first day: earlier names are history and stay.
 */
export function rename(last: PeriodRow, typed: Typed): Decided<Renaming> {
  const fullName = clean(typed.name ?? '');
  const from = parseDay(typed.from ?? '');
  const source = clean(typed.source ?? '');
  const problems = faults({
    name: nameFault(last, fullName),
    from: from ? insideFault(last, from) : WHICH_DAY,
    source: source ? undefined : WHICH_SOURCE,
  });
  if (problems.length || !from) return { problems };
  const { id, level, code, parent_id, area_id, poor_area, unit_id, valid_to } = last;
  const kept = { level, code, parent_id, area_id, poor_area, unit_id, valid_to };
  const opening = { ...kept, ...nameParts(fullName, last.kind), aliases: '', source };
  return {
    done: {
      closing: { id, lastDay: addDays(from, -1) },
      opening: { ...opening, valid_from: from, confirmed: true },
    },
  };
}

function nameFault(last: PeriodRow, fullName: string): string | undefined {
  if (fullName === '') return 'Hãy ghi tên đầy đủ, ví dụ Xã Mường Than.';
  return fullName === last.full_name ? 'Tên này đang dùng rồi; hãy ghi tên mới.' : undefined;
}

function insideFault(last: PeriodRow, from: Day): string | undefined {
  if (from <= last.valid_from)
    return `Tên hiện nay có từ ${showDay(last.valid_from)}; tên mới phải bắt đầu sau ngày đó.`;
  if (last.valid_to && from > last.valid_to)
    return `Đơn vị đã kết thúc ngày ${showDay(last.valid_to)}; tên mới phải bắt đầu trước ngày đó.`;
  return undefined;
}

/** "Phường Đoàn Kết" is a phường of the name Đoàn Kết; an office keeps kind and whole name. */
export function nameParts(fullName: string, kind: string) {
  const met = AREA_KINDS.find((one) => fullName.toLowerCase().startsWith(`${one} `));
  if (!AREA_KINDS.includes(kind) || !met) return { name: fullName, full_name: fullName, kind };
  return { name: fullName.slice(met.length + 1), full_name: fullName, kind: met };
}

export const AREA_KINDS: readonly string[] = [
  'xã',
  'phường',
  'thị trấn',
  'huyện',
  'thành phố',
  'thị xã',
  'tỉnh',
  'bản',
  'thôn',
  'tổ dân phố',
];

/** What stands around a unit that is to end. */
export interface Surroundings {
  /** Units below it that would outlast it. */
  readonly below: number;
  /** The successor chosen, with its periods; undefined: none chosen or none such. */
  readonly successor: { readonly id: string; readonly periods: readonly PeriodRow[] } | undefined;
}

export interface Ending {
  readonly closing: { readonly id: string; readonly lastDay: Day };
  readonly following:
    | {
        readonly to_id: string;
        readonly on_day: Day;
        readonly kind: SuccessionKind;
        readonly share: number;
        readonly source: string;
      }
    | undefined;
}

/**
 * Ends a unit on its last day (`lastDay`, `successor`, `share`, `endSource` as typed), followed by
 * another one wholly or in part, or by nobody.
 */
export function endUnit(last: PeriodRow, around: Surroundings, typed: Typed): Decided<Ending> {
  const lastDay = parseDay(typed.lastDay ?? '');
  const source = clean(typed.endSource ?? '');
  const percent = parseNumber(typed.share || '100');
  const problems = faults({
    lastDay: lastDay ? endFault(last, around, lastDay) : WHICH_DAY,
    successor: lastDay && typed.successor ? successorFault(last, around, lastDay) : undefined,
    share: percent && percent > 0 && percent <= 100 ? undefined : SHARE,
    endSource: source ? undefined : WHICH_SOURCE,
  });
  if (problems.length || !lastDay || !percent) return { problems };
  return {
    done: {
      closing: { id: last.id, lastDay },
      following: around.successor && {
        to_id: around.successor.id,
        on_day: addDays(lastDay, 1),
        kind: percent === 100 ? 'whole' : 'part',
        share: percent / 100,
        source,
      },
    },
  };
}

const SHARE = 'Tỷ lệ là một số trên 0 và không quá 100.';

function endFault(last: PeriodRow, { below }: Surroundings, lastDay: Day): string | undefined {
  if (last.valid_to) return `Đơn vị đã kết thúc ngày ${showDay(last.valid_to)} rồi.`;
  if (lastDay < last.valid_from)
    return `Đơn vị có từ ${showDay(last.valid_from)}; ngày cuối không thể sớm hơn.`;
  if (below > 0)
    return `Còn ${below} đơn vị trực thuộc sau ngày này; hãy kết thúc hoặc chuyển các đơn vị đó trước.`;
  return undefined;
}

function successorFault(
  last: PeriodRow,
  { successor }: Surroundings,
  lastDay: Day,
): string | undefined {
  if (!successor) return 'Không có đơn vị này; hãy chọn trong danh sách.';
  if (successor.id === last.unit_id) return 'Đơn vị không thể tiếp nối chính mình.';
  const first = addDays(lastDay, 1);
  const stands = successor.periods.some(
    (one) => one.valid_from <= first && (!one.valid_to || one.valid_to >= first),
  );
  return stands ? undefined : `Đơn vị tiếp nối chưa có hoặc không còn vào ngày ${showDay(first)}.`;
}

/** The fields with a fault, in their order. */
export function faults(checks: Readonly<Record<string, string | undefined>>): FieldProblem[] {
  return Object.entries(checks).flatMap(([field, message]) =>
    message ? [{ field, message }] : [],
  );
}
