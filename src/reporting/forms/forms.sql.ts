import { sql } from 'kysely';
import type { Db } from '../../shared/house.ts';
import type { Form, FormCheck, FormField, FormSection } from './form.ts';
import type { EditedCheck, EditedSection } from './form-edit.ts';

/** A whole form with sections, fields in order, and its identities; `undefined`: no such form. */
export async function loadForm(db: Db, formId: string): Promise<Form | undefined> {
  const head = await db
    .selectFrom('forms')
    .select(['id', 'name'])
    .where('id', '=', formId)
    .executeTakeFirst();
  if (!head) return undefined;
  const [sections, checks] = await Promise.all([loadSections(db, formId), loadChecks(db, formId)]);
  return { ...head, sections, checks };
}

async function loadSections(db: Db, formId: string): Promise<FormSection[]> {
  const rows = await db
    .selectFrom('form_sections as s')
    .leftJoin('form_fields as f', 'f.section_id', 's.id')
    .leftJoin('figures as g', 'g.id', 'f.figure_id')
    .leftJoin('figures as n', 'n.id', 'g.numerator_id')
    .leftJoin('figures as d', 'd.id', 'g.denominator_id')
    .where('s.form_id', '=', formId)
    .orderBy('s.position')
    .orderBy('f.position')
    .select(['s.id as section_id', 's.title', 's.clause_path'])
    .select(['g.id', 'g.slug', 'g.name', 'g.kind', 'g.measure'])
    .select(['f.roles', 'f.required', 'f.minimum', 'f.maximum', 'f.warn_change_percent'])
    .select(['f.prefill', 'f.hint', 'n.slug as numerator', 'd.slug as denominator'])
    .execute();
  const sections = Map.groupBy(rows, (row) => row.section_id);
  return [...sections].map(([id, fields]) => ({
    id,
    title: fields[0]?.title ?? '',
    clausePath: fields[0]?.clause_path ?? null,
    fields: fields.flatMap((row) => asField(row) ?? []),
  }));
}

interface FieldRow {
  readonly id: string | null;
  readonly slug: string | null;
  readonly name: string | null;
  readonly kind: string | null;
  readonly measure: string | null;
  readonly roles: string[] | null;
  readonly required: boolean | null;
  readonly minimum: number | null;
  readonly maximum: number | null;
  readonly warn_change_percent: number | null;
  readonly prefill: string | null;
  readonly hint: string | null;
  readonly numerator: string | null;
  readonly denominator: string | null;
}

function asField(row: FieldRow): FormField | undefined {
  if (!row.id || !row.slug) return undefined; // an empty section
  return {
    id: row.id,
    slug: row.slug,
    name: row.name ?? '',
    kind: row.kind as FormField['kind'],
    measure: row.measure ?? '',
    roles: row.roles ?? [],
    required: row.required ?? false,
    minimum: row.minimum,
    maximum: row.maximum,
    warnChangePercent: row.warn_change_percent,
    prefill: row.prefill,
    hint: row.hint,
    numeratorSlug: row.numerator,
    denominatorSlug: row.denominator,
  };
}

async function loadChecks(db: Db, formId: string): Promise<FormCheck[]> {
  const rows = await db
    .selectFrom('form_checks')
    .where('form_id', '=', formId)
    .orderBy('position')
    .select(['terms', 'relation', 'result', 'message'])
    .execute();
  return rows.map((row) => ({ ...row, relation: row.relation as FormCheck['relation'] }));
}

/** The sections of a form as an editor shows them: every field with its own id. */
export async function loadEditedSections(db: Db, formId: string): Promise<EditedSection[]> {
  const sections = await loadSections(db, formId);
  const rows = await db
    .selectFrom('form_fields as f')
    .innerJoin('form_sections as s', 's.id', 'f.section_id')
    .innerJoin('figures as g', 'g.id', 'f.figure_id')
    .where('s.form_id', '=', formId)
    .select(['f.id as fieldId', 'f.section_id', 'f.figure_id', 'g.short_name as shortName'])
    .select(onlyHere(formId).as('own'))
    .execute();
  const known = new Map(rows.map((row) => [`${row.section_id} ${row.figure_id}`, row]));
  return sections.map((section) => ({
    ...section,
    fields: section.fields.flatMap((field) => {
      const row = known.get(`${section.id} ${field.id}`);
      return row
        ? [{ ...field, fieldId: row.fieldId, shortName: row.shortName, own: row.own }]
        : [];
    }),
  }));
}

/** No other form asks for the figure, and no report or official paper has told it. */
function onlyHere(formId: string) {
  return sql<boolean>`not exists (
      select from form_fields o join form_sections p on p.id = o.section_id
      where o.figure_id = f.figure_id and p.form_id <> ${formId})
    and not exists (select from report_values v where v.figure_id = f.figure_id)
    and not exists (select from official_figures u where u.figure_id = f.figure_id)`;
}

export function loadEditedChecks(db: Db, formId: string): Promise<EditedCheck[]> {
  return db
    .selectFrom('form_checks')
    .where('form_id', '=', formId)
    .orderBy('position')
    .select(['id', 'terms', 'result', 'message'])
    .select((eb) => eb.ref('relation').$castTo<FormCheck['relation']>().as('relation'))
    .execute();
}

/** All forms, newest first, each with the rounds that ask by it. */
export async function loadFormList(db: Db) {
  const forms = await db
    .selectFrom('forms')
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .select(['id', 'name', 'created_at as createdAt'])
    .execute();
  const rounds = await db
    .selectFrom('rounds')
    .orderBy('year')
    .select(['id', 'name', 'form_id'])
    .execute();
  const byForm = Map.groupBy(rounds, (round) => round.form_id);
  return forms.map((form) => ({ ...form, rounds: byForm.get(form.id) ?? [] }));
}
