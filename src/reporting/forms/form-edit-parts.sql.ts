import { sql } from 'kysely';
import type { Tx } from '../../shared/house.ts';
import { newId } from '../../shared/identity.ts';
import type { FormCheck } from './form.ts';
import type { FieldRules, FigureWords, NewFigure } from './form-edit-field.ts';

export async function insertSection(
  tx: Tx,
  formId: string,
  section: { readonly title: string; readonly clausePath: string | null },
  position: number,
): Promise<string> {
  const id = newId();
  const { title, clausePath: clause_path } = section;
  await tx
    .insertInto('form_sections')
    .values({ id, form_id: formId, position, title, clause_path })
    .execute();
  return id;
}

export async function updateSection(
  tx: Tx,
  id: string,
  section: { readonly title: string; readonly clausePath: string | null },
): Promise<void> {
  const { title, clausePath: clause_path } = section;
  await tx.updateTable('form_sections').set({ title, clause_path }).where('id', '=', id).execute();
}

/** Positions are unique in a form at every moment: first all out of the way, then in place. */
export async function orderSections(tx: Tx, ids: readonly string[]): Promise<void> {
  for (const place of [(at: number) => -1 - at, (at: number) => at])
    for (const [at, id] of ids.entries())
      await tx
        .updateTable('form_sections')
        .set({ position: place(at) })
        .where('id', '=', id)
        .execute();
}

export async function orderFields(tx: Tx, ids: readonly string[]): Promise<void> {
  for (const [position, id] of ids.entries())
    await tx.updateTable('form_fields').set({ position }).where('id', '=', id).execute();
}

export async function deleteSection(tx: Tx, id: string): Promise<void> {
  await tx.deleteFrom('form_sections').where('id', '=', id).execute();
}

export async function insertFigure(
  tx: Tx,
  movementId: string,
  figure: NewFigure & { readonly slug: string; readonly source: string },
): Promise<string> {
  const id = newId();
  await tx
    .insertInto('figures')
    .values({
      ...{ id, movement_id: movementId, slug: figure.slug, source: figure.source },
      ...{ name: figure.name, short_name: figure.shortName, kind: figure.kind },
      ...{ measure: figure.measure, better: figure.better, clause_path: figure.clausePath },
      ...{ numerator_id: figure.numeratorId, denominator_id: figure.denominatorId },
      follows_review: figure.followsReview,
    })
    .execute();
  return id;
}

export async function updateFigureWords(tx: Tx, id: string, words: FigureWords): Promise<void> {
  const { name, shortName: short_name, measure } = words;
  await tx.updateTable('figures').set({ name, short_name, measure }).where('id', '=', id).execute();
}

export async function insertField(
  tx: Tx,
  figureId: string,
  rules: FieldRules,
  position: number,
): Promise<string> {
  const id = newId();
  await tx
    .insertInto('form_fields')
    .values({ id, figure_id: figureId, position, ...fieldRow(rules) })
    .execute();
  return id;
}

export async function updateField(
  tx: Tx,
  id: string,
  rules: FieldRules,
  position: number | undefined,
): Promise<void> {
  await tx
    .updateTable('form_fields')
    .set({ ...fieldRow(rules), ...(position !== undefined && { position }) })
    .where('id', '=', id)
    .execute();
}

function fieldRow(rules: FieldRules) {
  return {
    section_id: rules.sectionId,
    roles: [...rules.roles],
    required: rules.required,
    minimum: rules.minimum,
    maximum: rules.maximum,
    warn_change_percent: rules.warnChangePercent,
    prefill: rules.prefill,
    hint: rules.hint,
  };
}

export async function deleteField(tx: Tx, id: string): Promise<void> {
  await tx.deleteFrom('form_fields').where('id', '=', id).execute();
}

export async function insertCheck(tx: Tx, formId: string, check: FormCheck): Promise<string> {
  const id = newId();
  const place = sql<number>`(select coalesce(max(position) + 1, 0) from form_checks where form_id = ${formId})`;
  await tx
    .insertInto('form_checks')
    .values({ id, form_id: formId, position: place, ...checkRow(check) })
    .execute();
  return id;
}

export async function updateCheck(tx: Tx, id: string, check: FormCheck): Promise<void> {
  await tx.updateTable('form_checks').set(checkRow(check)).where('id', '=', id).execute();
}

function checkRow({ terms, relation, result, message }: FormCheck) {
  return { terms: JSON.stringify(terms), relation, result, message };
}

export async function deleteCheck(tx: Tx, id: string): Promise<void> {
  await tx.deleteFrom('form_checks').where('id', '=', id).execute();
}
