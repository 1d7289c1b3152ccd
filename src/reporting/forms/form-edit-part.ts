import type { FieldProblem } from '../../shared/problem.ts';
import type { Frame } from '../../shared/web.ts';
import type { EditedForm, FormChoices } from './form-edit.ts';
import type { Typed } from './form-edit-field.ts';

/** What every page of a part of a form is handed. */
export interface PartPageProps {
  readonly frame: Frame;
  readonly form: EditedForm;
  /** Where the page sends what was typed. */
  readonly action: string;
  readonly typed: Typed;
  readonly faults: readonly FieldProblem[];
}

/** The name, the value as typed, and the fault of one field. */
export type Bind = (name: string) => {
  readonly name: string;
  readonly value: string | undefined;
  readonly error: string | undefined;
};

/** Ties fields to what was typed and what was wrong. */
export function binder({ typed, faults }: Pick<PartPageProps, 'typed' | 'faults'>): Bind {
  return (name) => ({
    name,
    value: typed[name],
    error: faults.find((one) => one.field === name)?.message,
  });
}

/** The clauses to choose from; one that the plan no longer has stays choosable. */
export function clauseChoices({ clauses }: FormChoices, current: string | undefined) {
  const listed = clauses.map(({ path, title }) => ({ value: path, label: title }));
  const known = !current || listed.some(({ value }) => value === current);
  return known ? listed : [{ value: current, label: `Mục ${current}` }, ...listed];
}
