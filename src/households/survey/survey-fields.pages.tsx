import { errorOf } from '../../shared/html/error-summary.tsx';
import type { FieldProblem } from '../../shared/problem.ts';
import type { TypedSurvey } from './survey-draft.ts';

interface FieldsProps {
  readonly typed: TypedSurvey;
  readonly faults: readonly FieldProblem[];
}

/** What each field of the form is given: its name, what was typed, the sentence that mends it. */
export function surveyField({ typed, faults }: FieldsProps) {
  return (name: string) => ({ name, value: typed.fields[name], error: errorOf(faults, name) });
}
