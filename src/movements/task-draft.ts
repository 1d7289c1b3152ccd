import type { Day } from '../shared/day.ts';
import type { FieldProblem } from '../shared/problem.ts';
import { clean, parseNumber } from '../shared/vietnamese.ts';
import type { DueRule } from './due-rule.ts';
import { dayIn, readDueRule } from './due-words.ts';
import { readYear } from './movement.ts';
import { EVIDENCES, type Evidence } from './task.ts';

type Typed = Readonly<Record<string, string | undefined>>;
interface Faulty {
  readonly faults: readonly FieldProblem[];
}

/** A task as a person decides it. A role that leads does not also co-ordinate. */
export interface TaskWish {
  readonly name: string;
  readonly due: DueRule;
  readonly evidence: Evidence;
  readonly lead: readonly string[];
  readonly with: readonly string[];
}

/** The form of a task, or what is wrong with it. `known` are the roles of the movement. */
export function readTask(
  typed: Typed,
  chosen: { readonly lead: readonly string[]; readonly with: readonly string[] },
  known: readonly string[],
): TaskWish | Faulty {
  const faults: FieldProblem[] = [];
  const name = clean(typed.name ?? '');
  if (name === '') faults.push({ field: 'name', message: 'Hãy ghi việc phải làm.' });
  const lead = chosen.lead.filter((role) => known.includes(role));
  if (lead.length === 0)
    faults.push({ field: 'lead', message: 'Hãy chọn ít nhất một vai chủ trì.' });
  const due = readDueRule(typed, faults);
  const evidence = typed.evidence ?? '';
  if (!isEvidence(evidence)) {
    faults.push({ field: 'evidence', message: 'Hãy chọn loại minh chứng.' });
    return { faults };
  }
  if (faults.length > 0 || !due) return { faults };
  const beside = chosen.with.filter((role) => known.includes(role) && !lead.includes(role));
  return { name, due, evidence, lead, with: beside };
}

function isEvidence(text: string): text is Evidence {
  return Object.hasOwn(EVIDENCES, text);
}

/** That a task was done: the year that it counts for, the day, the proof in words. */
export interface ResultWish {
  readonly year: number;
  readonly doneOn: Day;
  readonly proof: string;
}

export function readResult(typed: Typed, today: Day): ResultWish | Faulty {
  const faults: FieldProblem[] = [];
  const year = readYear(typed, 'year', faults);
  const doneOn = dayIn(typed, 'doneOn', faults);
  if (doneOn && doneOn > today)
    faults.push({ field: 'doneOn', message: 'Ngày hoàn thành không thể sau hôm nay.' });
  const proof = clean(typed.proof ?? '');
  if (proof === '')
    faults.push({
      field: 'proof',
      message: 'Hãy ghi minh chứng: số văn bản, biên bản, đường dẫn.',
    });
  return faults.length > 0 || !doneOn ? { faults } : { year, doneOn, proof };
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
