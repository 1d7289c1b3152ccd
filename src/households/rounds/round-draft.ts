import { type Day, day, parseDay } from '../../shared/day.ts';
import type { FieldProblem } from '../../shared/problem.ts';
import { clean, parseNumber } from '../../shared/vietnamese.ts';

/** What is decided when the yearly review is opened. */
export interface RoundWish {
  readonly year: number;
  readonly standardId: string;
  readonly unitsOn: Day;
  readonly beginsOn: Day;
  readonly endsOn: Day;
  readonly postingDays: number;
  /** In percent of those at the meeting. */
  readonly agreedPercent: number;
  readonly source: string;
}

type Typed = Readonly<Record<string, string | undefined>>;

/** The form as it is offered: the window of Decision 24/2021, 1 September to 14 December. */
export function usualRound(year: number, standardId: string): Record<string, string> {
  return {
    ...{ year: String(year), standardId, beginsOn: `01/09/${year}`, unitsOn: `01/09/${year}` },
    ...{ endsOn: `14/12/${year}`, postingDays: '3', agreedPercent: '50' },
    source: 'Quyết định 24/2021/QĐ-TTg (số ngày niêm yết cần xác nhận)',
  };
}

/** Reads the form of a new round: the wish, or what to mend at which field. */
export function readRoundDraft(typed: Typed): RoundWish | { readonly faults: FieldProblem[] } {
  const faults: FieldProblem[] = [];
  const say = (field: string, message: string) => faults.push({ field, message });
  const year = readWhole(typed, 'year', [2016, 2100], say);
  const beginsOn = readDay(typed, 'beginsOn', say);
  const endsOn = readDay(typed, 'endsOn', say);
  const wish = {
    ...{ year, beginsOn, endsOn, unitsOn: readDay(typed, 'unitsOn', say) },
    standardId: typed.standardId ?? '',
    postingDays: readWhole(typed, 'postingDays', [1, 30], say),
    agreedPercent: readWhole(typed, 'agreedPercent', [1, 100], say),
    source: clean(typed.source ?? ''),
  };
  if (!wish.standardId) say('standardId', 'Hãy chọn chuẩn nghèo dùng cho kỳ này.');
  if (!wish.source) say('source', 'Hãy ghi căn cứ, ví dụ “Quyết định 24/2021/QĐ-TTg”.');
  if (Number(beginsOn.slice(0, 4)) !== year && faults.length === 0)
    say('beginsOn', `Ngày bắt đầu không nằm trong năm ${year}. Hãy sửa năm hoặc sửa ngày.`);
  if (endsOn < beginsOn) say('endsOn', 'Ngày cuối đang trước ngày đầu. Hãy sửa một trong hai.');
  return faults.length > 0 ? { faults } : wish;
}

type Say = (field: string, message: string) => void;

const NO_DAY = day('1970-01-01');

function readDay(typed: Typed, name: string, say: Say): Day {
  const found = parseDay(typed[name] ?? '');
  if (!found) say(name, 'Hãy nhập ngày/tháng/năm có thật, ví dụ 01/09/2026.');
  return found ?? NO_DAY;
}

function readWhole(typed: Typed, name: string, [least, most]: [number, number], say: Say): number {
  const found = parseNumber(typed[name] ?? '') ?? Number.NaN;
  if (Number.isInteger(found) && found >= least && found <= most) return found;
  say(name, `Hãy nhập một số từ ${least} đến ${most}.`);
  return least;
}
