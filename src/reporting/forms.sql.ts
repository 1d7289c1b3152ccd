import type { Db } from '../shared/house.ts';
import type { Form, FormCheck, FormField, FormSection } from './form.ts';

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
