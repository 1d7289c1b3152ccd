import { type Day, parseDay, showDay } from '../../shared/day.ts';
import type { FieldProblem } from '../../shared/problem.ts';
import { clean } from '../../shared/vietnamese.ts';
import { isSole } from './role.ts';

export type Typed = Readonly<Record<string, string | undefined>>;
type Judged<Draft> = Draft | { readonly faults: readonly FieldProblem[] };

/** A role for one unit, all but the unit. */
export interface HoldingDraft {
  readonly role: string;
  readonly from: Day;
  readonly to: Day | null;
  readonly source: string;
  readonly confirmed: boolean;
}

/** Reads the form that gives a role; `known` are the keys of the roles there are. */
export function readHolding(typed: Typed, known: readonly string[]): Judged<HoldingDraft> {
  const faults: FieldProblem[] = [];
  const role = readRole(typed, known, faults);
  const from = readDay(typed, 'from', faults);
  const to = typed.to?.trim() ? readDay(typed, 'to', faults) : null;
  const source = readSource(typed, faults);
  if (from && to && to < from)
    faults.push({ field: 'to', message: 'Ngày cuối đang trước ngày đầu. Hãy sửa một trong hai.' });
  if (faults.length > 0 || !from || to === undefined) return { faults };
  return { role, from, to, source, confirmed: typed.confirmed === 'yes' };
}

/** A role for many units from a day on. */
export interface GroupDraft {
  readonly role: string;
  readonly from: Day;
  readonly source: string;
  readonly level: string;
}

/** Reads the form that gives a role to a group; a sole role goes to no group. */
export function readGroup(
  typed: Typed,
  kinds: readonly string[],
  known: readonly string[],
): Judged<GroupDraft> {
  const faults: FieldProblem[] = [];
  const groupRoles = known.filter((key) => !isSole(key));
  const role = readRole(typed, groupRoles, faults);
  if (kinds.length === 0)
    faults.push({ field: 'kinds', message: 'Hãy chọn ít nhất một loại cơ quan.' });
  const from = readDay(typed, 'from', faults);
  const source = readSource(typed, faults);
  if (faults.length > 0 || !from) return { faults };
  return { role, from, source, level: typed.level ?? '' };
}

/** The last day of a holding, judged against the holding itself. */
export function readLastDay(
  typed: Typed,
  held: { readonly from: Day; readonly to: Day | null },
): Judged<{ readonly lastDay: Day }> {
  const faults: FieldProblem[] = [];
  const lastDay = readDay(typed, 'lastDay', faults);
  const message = lastDay && lastDayFault(lastDay, held);
  if (message) faults.push({ field: 'lastDay', message });
  return faults.length > 0 || !lastDay ? { faults } : { lastDay };
}

function lastDayFault(lastDay: Day, { from, to }: { from: Day; to: Day | null }) {
  if (lastDay < from)
    return `Đơn vị giữ vai từ ${showDay(from)}; ngày cuối không thể trước ngày đó.`;
  if (to && lastDay > to)
    return `Vai này đã kết thúc ngày ${showDay(to)}. Muốn kéo dài, hãy giao vai từ ngày hôm sau.`;
  return undefined;
}

/** Where the giving of a role is written; what is taken on trust cannot be checked later. */
export function readSource(typed: Typed, faults: FieldProblem[]): string {
  const source = clean(typed.source ?? '');
  if (!source)
    faults.push({
      field: 'source',
      message: 'Hãy ghi căn cứ, ví dụ “Kế hoạch số 123/KH-UBND, mục V.1”.',
    });
  if (source.length > 500)
    faults.push({ field: 'source', message: 'Căn cứ dài quá 500 chữ. Hãy rút gọn.' });
  return source;
}

function readRole(typed: Typed, known: readonly string[], faults: FieldProblem[]): string {
  const role = typed.role ?? '';
  if (!known.includes(role)) faults.push({ field: 'role', message: 'Hãy chọn một vai trò.' });
  return role;
}

function readDay(typed: Typed, field: string, faults: FieldProblem[]): Day | undefined {
  const day = parseDay(typed[field] ?? '');
  const message = 'Hãy nhập một ngày có thật theo ngày/tháng/năm, ví dụ 01/07/2025.';
  if (!day) faults.push({ field, message });
  return day;
}
