import type { FieldProblem } from '../shared/problem.ts';
import { clean } from '../shared/vietnamese.ts';

/** A movement with who leads it today and what has been imported for it. */
export interface Movement {
  readonly id: string;
  readonly name: string;
  readonly shortName: string;
  readonly fromYear: number;
  readonly toYear: number;
  readonly standingIds: readonly string[];
  readonly plans: readonly MovementPlan[];
}

export interface MovementPlan {
  readonly id: string;
  readonly kind: string;
  readonly title: string;
  readonly number: string | null;
  readonly symbol: string | null;
  readonly issuedYear: number | null;
  readonly isDraft: boolean;
  readonly openNotices: number;
}

/** A movement about to be started; `templateId` names the one whose role holders it takes over. */
export interface MovementWish {
  readonly name: string;
  readonly shortName: string;
  readonly fromYear: number;
  readonly toYear: number;
  readonly templateId: string | null;
}

type Typed = Readonly<Record<string, string | undefined>>;

/** The form of a new movement, or what is wrong with it. */
export function readMovement(
  typed: Typed,
): MovementWish | { readonly faults: readonly FieldProblem[] } {
  const faults: FieldProblem[] = [];
  const name = clean(typed.name ?? '');
  if (name === '') faults.push({ field: 'name', message: 'Hãy ghi tên đầy đủ của phong trào.' });
  const fromYear = readYear(typed, 'fromYear', faults);
  const toYear = readYear(typed, 'toYear', faults);
  if (fromYear && toYear && toYear < fromYear)
    faults.push({ field: 'toYear', message: 'Năm kết thúc phải từ năm bắt đầu trở đi.' });
  if (faults.length > 0) return { faults };
  const shortName = clean(typed.shortName ?? '') || name;
  return { name, shortName, fromYear, toYear, templateId: typed.templateId || null };
}

/** A year of this century, or 0 with a sentence. */
export function readYear(typed: Typed, field: string, faults: FieldProblem[]): number {
  const text = (typed[field] ?? '').trim();
  if (/^20\d\d$/.test(text)) return Number(text);
  faults.push({ field, message: 'Hãy ghi năm bằng bốn chữ số, ví dụ 2026.' });
  return 0;
}
