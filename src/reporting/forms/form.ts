import type { Figure } from './figure.ts';

/** One field of a form: a figure with who fills it and what is worth a question. */
export interface FormField extends Figure {
  readonly roles: readonly string[];
  readonly required: boolean;
  readonly minimum: number | null;
  readonly maximum: number | null;
  readonly warnChangePercent: number | null;
  readonly prefill: string | null;
  readonly hint: string | null;
  readonly numeratorSlug: string | null;
  readonly denominatorSlug: string | null;
}

export interface FormSection {
  readonly id: string;
  readonly title: string;
  readonly clausePath: string | null;
  readonly fields: readonly FormField[];
}

/** An accounting identity: the signed sum of figures against one figure. */
export interface FormCheck {
  readonly terms: readonly { readonly figure: string; readonly sign: 1 | -1 }[];
  readonly relation: '=' | '<=';
  readonly result: string;
  readonly message: string;
}

export interface Form {
  readonly id: string;
  readonly name: string;
  readonly sections: readonly FormSection[];
  readonly checks: readonly FormCheck[];
}

/** The form as one role fills it: its own fields, and no empty section. */
export function formFor(form: Form, role: string): Form {
  const sections = form.sections
    .map((section) => ({
      ...section,
      fields: section.fields.filter((field) => field.roles.includes(role)),
    }))
    .filter((section) => section.fields.length > 0);
  return { ...form, sections };
}

export function fieldsOf(form: Form): FormField[] {
  return form.sections.flatMap((section) => section.fields);
}

/** The fields that a person types; a ratio follows from its parts. */
export function typedFields(form: Form): FormField[] {
  return fieldsOf(form).filter((field) => field.kind !== 'ratio');
}
