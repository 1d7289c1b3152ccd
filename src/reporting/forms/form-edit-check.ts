import type { FieldProblem } from '../../shared/problem.ts';
import { clean } from '../../shared/vietnamese.ts';
import type { FormCheck } from './form.ts';
import { checkSentence, type EditedForm, summableFields } from './form-edit.ts';
import type { Faulty, Typed } from './form-edit-field.ts';

/** How many lines for terms the page offers. */
export const TERM_LINES = 8;

/**
 * An identity as typed: `sign1 … sign8` ("+", "-") before `figure1 … figure8`, a relation, a
 * result and what to say when it does not hold. Lines without a figure are left out.
 */
export function readCheck(typed: Typed, form: EditedForm): FormCheck | Faulty {
  const faults: FieldProblem[] = [];
  const say = (field: string, message: string) => faults.push({ field, message });
  const fields = summableFields(form);
  const known = new Set(fields.map(({ slug }) => slug));
  const terms = termsOf(typed).filter(({ figure }) => known.has(figure));
  const result = typed.result ?? '';
  if (terms.length === 0) say('figure1', 'Hãy chọn ít nhất một số liệu cho vế trái.');
  const used = [...terms.map(({ figure }) => figure), result];
  if (!known.has(result)) say('result', 'Hãy chọn số liệu của vế phải.');
  else if (new Set(used).size < used.length)
    say('result', 'Một số liệu đang được dùng hai lần. Hãy bỏ bớt một chỗ.');
  if (faults.length > 0) return { faults };
  const check = { terms, relation: typed.relation === '<=' ? '<=' : '=', result } as const;
  const nameOf = (slug: string) => fields.find((one) => one.slug === slug)?.name ?? '';
  const message = clean(typed.message ?? '') || `Phải đúng: ${checkSentence(check, nameOf)}.`;
  return { ...check, message };
}

function termsOf(typed: Typed): FormCheck['terms'] {
  return Array.from({ length: TERM_LINES }, (_, at) => ({
    figure: typed[`figure${at + 1}`] ?? '',
    sign: typed[`sign${at + 1}`] === '-' ? (-1 as const) : (1 as const),
  }));
}

/** An identity as its form would have been typed. */
export function typedCheck({
  terms,
  relation,
  result,
  message,
}: FormCheck): Record<string, string> {
  const lines = terms.flatMap(({ figure, sign }, at) => [
    [`figure${at + 1}`, figure],
    [`sign${at + 1}`, sign < 0 ? '-' : '+'],
  ]);
  return { ...Object.fromEntries(lines), relation, result, message };
}
