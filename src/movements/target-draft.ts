import type { FieldProblem } from '../shared/problem.ts';
import { clean, parseNumber } from '../shared/vietnamese.ts';
import { readYear } from './movement.ts';

type Typed = Readonly<Record<string, string | undefined>>;
interface Faulty {
  readonly faults: readonly FieldProblem[];
}

/** A target as a person decides it. */
export interface TargetWish {
  readonly name: string;
  readonly measure: string;
  readonly better: 'lower' | 'higher';
  readonly source: string;
}

export function readTarget(typed: Typed): TargetWish | Faulty {
  const faults: FieldProblem[] = [];
  const must = (field: string, message: string) => {
    const words = clean(typed[field] ?? '');
    if (words === '') faults.push({ field, message });
    return words;
  };
  const name = must('name', 'Hãy ghi tên chỉ tiêu.');
  const measure = must('measure', 'Hãy ghi đơn vị tính, ví dụ %, hộ, nhà.');
  const source = must('source', 'Hãy ghi nguồn của chỉ tiêu.');
  const { better } = typed;
  if (better !== 'lower' && better !== 'higher') {
    faults.push({ field: 'better', message: 'Hãy chọn tăng hay giảm là tốt.' });
    return { faults };
  }
  return faults.length > 0 ? { faults } : { name, measure, better, source };
}

/** A target's value of a year; null: not known, which is not 0. */
export interface TargetValueWish {
  readonly year: number;
  readonly planned: number | null;
  readonly reached: number | null;
  readonly source: string;
}

export function readTargetValue(typed: Typed): TargetValueWish | Faulty {
  const faults: FieldProblem[] = [];
  const year = readYear(typed, 'year', faults);
  const planned = numberIn(typed, 'planned', faults);
  const reached = numberIn(typed, 'reached', faults);
  if (planned === null && reached === null && faults.length === 0)
    faults.push({ field: 'planned', message: 'Hãy ghi số kế hoạch hoặc số đạt được.' });
  const source = clean(typed.source ?? '');
  if (source === '') faults.push({ field: 'source', message: 'Hãy ghi nguồn của số này.' });
  return faults.length > 0 ? { faults } : { year, planned, reached, source };
}

function numberIn(typed: Typed, field: string, faults: FieldProblem[]): number | null {
  const written = (typed[field] ?? '').trim();
  if (written === '') return null;
  const value = parseNumber(written);
  if (value === undefined)
    faults.push({ field, message: `“${written}” không phải là một số. Ví dụ: 15,78` });
  return value ?? null;
}
