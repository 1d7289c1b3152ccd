import type { Tx } from '../../shared/house.ts';
import { officeId, stableId } from '../../units/reference-ids.ts';
import { insertRows } from './insert-rows.ts';
import { MOVEMENT_ID } from './load-movement.ts';
import type { Seed } from './seed.ts';
import type { CheckSeed, FieldSeed, FigureSeed, FormSeed, SectionSeed } from './seed-shapes.ts';
import { wholeForms } from './whole-forms.ts';

export function figureId(slug: string): string {
  return stableId(`figure:${slug}`);
}

export function formId(key: string): string {
  return stableId(`form:${key}`);
}

/** Figures, the published values among them (known from `recordedAt`), and both forms. */
export async function loadForms(tx: Tx, seed: Seed, at: Date, recordedAt: Date): Promise<void> {
  await insertRows(tx, 'figures', seed.figures.map(figureRow));
  await insertRows(
    tx,
    'official_figures',
    seed.official.map(({ figure, year, amount, source }) => ({
      id: stableId(`official:${figure}:${year}`),
      figure_id: figureId(figure),
      unit_id: officeId('UBND'),
      year,
      amount,
      source,
      made_up: false,
      recorded_at: recordedAt,
    })),
  );
  for (const form of wholeForms(seed.forms)) await loadForm(tx, form, at);
}

function figureRow(figure: FigureSeed) {
  return {
    id: figureId(figure.slug),
    movement_id: MOVEMENT_ID,
    slug: figure.slug,
    name: figure.name,
    short_name: figure.short,
    kind: figure.kind,
    measure: figure.measure ?? '',
    numerator_id: figure.numerator ? figureId(figure.numerator) : null,
    denominator_id: figure.denominator ? figureId(figure.denominator) : null,
    better: figure.better ?? null,
    follows_review: figure.review ?? false,
    clause_path: figure.clause,
    source: figure.source,
    // No form of the movement's own was found in the province: all of it wants confirming.
    confirmed: false,
  };
}

async function loadForm(
  tx: Tx,
  form: FormSeed & { sections: readonly SectionSeed[] },
  at: Date,
): Promise<void> {
  const id = formId(form.key);
  const copied = form.copiedFrom && formId(form.copiedFrom);
  const head = { id, movement_id: MOVEMENT_ID, name: form.name };
  await insertRows(tx, 'forms', [{ ...head, copied_from: copied, created_at: at }]);
  const sections = form.sections.map((section, place) => ({
    id: stableId(`section:${form.key}:${place}`),
    place,
    section,
  }));
  await insertRows(
    tx,
    'form_sections',
    sections.map(({ id: sectionId, place, section }) => ({
      id: sectionId,
      form_id: id,
      position: place + 1,
      title: section.title,
      clause_path: section.clause,
    })),
  );
  const fields = sections.flatMap(({ id: sectionId, section }) =>
    section.fields.map((field, place) => fieldRow(sectionId, field, place)),
  );
  await insertRows(tx, 'form_fields', fields);
  await insertRows(
    tx,
    'form_checks',
    form.checks.map((check, place) => checkRow(id, check, place)),
  );
}

function fieldRow(sectionId: string, field: FieldSeed, place: number) {
  return {
    id: stableId(`field:${sectionId}:${field.figure}`),
    section_id: sectionId,
    figure_id: figureId(field.figure),
    position: place + 1,
    roles: field.roles,
    required: field.required ?? true,
    minimum: field.min ?? null,
    maximum: field.max ?? null,
    warn_change_percent: field.warn ?? null,
    prefill: field.prefill ?? null,
    hint: field.hint ?? null,
  };
}

function checkRow(form: string, { terms, relation, result, message }: CheckSeed, place: number) {
  return {
    id: stableId(`check:${form}:${place}`),
    form_id: form,
    position: place + 1,
    terms: terms.map((term) => ({
      figure: term.slice(1),
      sign: term.startsWith('-') ? -1 : 1,
    })),
    relation,
    result,
    message,
  };
}
