import { isEmpty, NOTHING, type Value } from '../../reporting/forms/figure.ts';
import { type Form, typedFields } from '../../reporting/forms/form.ts';
import { type Values, warningsOf } from '../../reporting/forms/form-warnings.ts';
import type { Chance } from './chance.ts';
import type { Amounts } from './commune-poverty.ts';
import type { Wording } from './words.ts';

/** A value of a report with the reason why the sender kept it against a doubt. */
export interface Filled extends Value {
  readonly figureId: string;
  readonly slug: string;
  readonly keptReason: string | null;
}

/**
 * A whole report as its unit would fill it, doubts of the form kept with a reason. Throws where
 * the story has no amount for a field, or where something would be missing on sending.
 */
export function filledReport(
  form: Form,
  made: { readonly amounts: Amounts; readonly wording: Wording },
  lastYear: Values,
  reasons: readonly string[],
  chance: Chance,
): Filled[] {
  const values = typedFields(form).map((field) => ({
    figureId: field.id,
    slug: field.slug,
    ...madeValue(field, made.amounts, made.wording),
  }));
  const bySlug = new Map(values.map((value) => [value.slug, value]));
  const doubts = warningsOf(form, bySlug, lastYear);
  const lacking = doubts.find((doubt) => !doubt.keepable);
  if (lacking) throw new Error(`the story leaves out ${lacking.slug} in ${form.name}`);
  const doubted = new Set(doubts.map((doubt) => doubt.slug));
  return values
    .filter((value) => !isEmpty(value))
    .map((value) => ({
      ...value,
      keptReason: doubted.has(value.slug) ? chance.pick(reasons) : null,
    }));
}

function madeValue(
  { slug, kind }: { slug: string; kind: string },
  amounts: Amounts,
  wording: Wording,
): Value {
  if (kind === 'text') return { ...NOTHING, words: wording.highlights() };
  if (kind === 'list') return { ...NOTHING, items: wording.list(slug) };
  const amount = amounts[slug];
  if (amount === undefined) throw new Error(`the story has no amount for ${slug}`);
  return { ...NOTHING, amount };
}
