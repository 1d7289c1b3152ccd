import type { Day } from '../shared/day.ts';
import type { FieldProblem } from '../shared/problem.ts';
import { clean } from '../shared/vietnamese.ts';
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
