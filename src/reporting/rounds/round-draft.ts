import { addDays, type Day, parseDay } from '../../shared/day.ts';
import type { FieldProblem } from '../../shared/problem.ts';
import { clean, parseNumber } from '../../shared/vietnamese.ts';
import { ROUND_KINDS, type RoundKind } from './round.ts';

/** A round as typed, judged: the values, or what to mend at which field. */
export interface RoundDraft {
  readonly formId: string;
  readonly kind: RoundKind;
  readonly year: number;
  readonly periodFrom: Day;
  readonly periodTo: Day;
  readonly expectedOn: Day;
  readonly legalDue: Day;
  readonly legalInclusive: boolean;
  readonly legalSource: string;
  readonly internalDue: Day | null;
  readonly locksOn: Day;
}

type Typed = Readonly<Record<string, string | undefined>>;

/** Reads the form of a new round. */
export function readRoundDraft(typed: Typed): RoundDraft | { faults: FieldProblem[] } {
  const faults: FieldProblem[] = [];
  const say = (field: string, message: string) => faults.push({ field, message });
  const days = Object.fromEntries(DAYS.map((name) => [name, readDay(typed, name, say)]));
  const { periodFrom, periodTo, expectedOn, legalDue, locksOn } = days;
  const internalDue = typed.internalDue?.trim() ? readDay(typed, 'internalDue', say) : null;
  const year = readYear(typed.year, say);
  const kind = typed.kind ?? '';
  if (!Object.hasOwn(ROUND_KINDS, kind)) say('kind', 'Hãy chọn loại báo cáo.');
  if (!typed.formId) say('formId', 'Hãy chọn biểu báo cáo.');
  const legalSource = clean(typed.legalSource ?? '');
  if (!legalSource) say('legalSource', 'Hãy ghi căn cứ, ví dụ “Kế hoạch, mục V.3”.');
  judgeOrder({ periodFrom, periodTo, legalDue, locksOn, internalDue }, say);
  if (
    faults.length > 0 ||
    !periodFrom ||
    !periodTo ||
    !expectedOn ||
    !legalDue ||
    !locksOn ||
    !year
  )
    return { faults };
  return {
    ...{ formId: typed.formId ?? '', kind: kind as RoundKind, year, periodFrom, periodTo },
    ...{ expectedOn, legalDue, legalInclusive: false, legalSource, locksOn },
    internalDue: internalDue ?? null,
  };
}

const DAYS = ['periodFrom', 'periodTo', 'expectedOn', 'legalDue', 'locksOn'] as const;

type Say = (field: string, message: string) => void;

/** A day typed as 19/11/2025; 31/2 and the like are said at the field. */
export function readDay(typed: Typed, name: string, say: Say): Day | undefined {
  const text = typed[name]?.trim() ?? '';
  const found = parseDay(text);
  if (!found)
    say(
      name,
      text
        ? `“${text}” không phải là một ngày có thật. Hãy nhập ngày/tháng/năm, ví dụ 19/11/2025.`
        : 'Hãy nhập ngày/tháng/năm, ví dụ 19/11/2025.',
    );
  return found;
}

function readYear(typed: string | undefined, say: Say): number | undefined {
  const year = parseNumber(typed ?? '');
  if (year !== undefined && Number.isInteger(year) && year >= 2000 && year <= 2100) return year;
  say('year', 'Hãy nhập năm bằng bốn chữ số, ví dụ 2025.');
  return undefined;
}

interface Order {
  readonly periodFrom: Day | undefined;
  readonly periodTo: Day | undefined;
  readonly legalDue: Day | undefined;
  readonly locksOn: Day | undefined;
  readonly internalDue: Day | null | undefined;
}

function judgeOrder({ periodFrom, periodTo, legalDue, locksOn, internalDue }: Order, say: Say) {
  if (periodFrom && periodTo && periodTo < periodFrom)
    say('periodTo', 'Ngày cuối kỳ đang trước ngày đầu kỳ. Hãy sửa một trong hai ngày.');
  if (legalDue && locksOn && locksOn < addDays(legalDue, -1))
    say('locksOn', 'Ngày khóa không thể trước ngày cuối đúng hạn. Hãy chọn ngày muộn hơn.');
  if (legalDue && internalDue && internalDue > legalDue)
    say('internalDue', 'Hạn nội bộ không thể sau hạn theo kế hoạch. Hãy chọn ngày sớm hơn.');
}
