import { sql } from 'kysely';
import type { Db, Tx } from '../../shared/house.ts';
import { newId } from '../../shared/identity.ts';
import type {
  ChoosableFigure,
  ClauseChoice,
  EditedForm,
  FormChoices,
  RoleName,
} from './form-edit.ts';
import { loadEditedChecks, loadEditedSections } from './forms.sql.ts';

/** A form with all that an editor shows; `undefined`: no such form. */
export async function loadEditedForm(db: Db | Tx, id: string): Promise<EditedForm | undefined> {
  const head = await db
    .selectFrom('forms')
    .where('id', '=', id)
    .select(['id', 'name', 'movement_id as movementId'])
    .executeTakeFirst();
  if (!head) return undefined;
  const rounds = await db
    .selectFrom('rounds')
    .where('form_id', '=', id)
    .orderBy('year')
    .select(['id', 'name'])
    .execute();
  const sections = await loadEditedSections(db, id);
  return { ...head, rounds, sections, checks: await loadEditedChecks(db, id) };
}

/** The same, held: no round can be opened by the form, and no one edits it, until the end. */
export async function holdEditedForm(tx: Tx, id: string): Promise<EditedForm | undefined> {
  await tx.selectFrom('forms').where('id', '=', id).select('id').forUpdate().execute();
  return loadEditedForm(tx, id);
}

/** Figures, roles and clauses that a form of this movement can be made of. */
export async function loadFormChoices(db: Db | Tx, movementId: string): Promise<FormChoices> {
  return {
    figures: await loadFigures(db, movementId),
    roles: await loadRoles(db),
    clauses: await loadClauses(db, movementId),
  };
}

function loadFigures(db: Db | Tx, movementId: string): Promise<ChoosableFigure[]> {
  return db
    .selectFrom('figures')
    .where('movement_id', '=', movementId)
    .orderBy(sql`name collate "vi-x-icu"`)
    .select(['id', 'slug', 'name', 'measure'])
    .select(['numerator_id as numeratorId', 'denominator_id as denominatorId'])
    .select((eb) => eb.ref('kind').$castTo<ChoosableFigure['kind']>().as('kind'))
    .execute();
}

function loadRoles(db: Db | Tx): Promise<RoleName[]> {
  return db.selectFrom('movement_roles').orderBy('position').select(['key', 'name']).execute();
}

/** The clauses of the movement's newest plan that have a number of their own. */
async function loadClauses(db: Db | Tx, movementId: string): Promise<ClauseChoice[]> {
  const rows = await db
    .selectFrom('clauses as c')
    .where('c.plan_id', '=', (eb) =>
      eb
        .selectFrom('plans')
        .where('movement_id', '=', movementId)
        .orderBy('imported_at', 'desc')
        .select('id')
        .limit(1),
    )
    .where('c.marker', '<>', '')
    .orderBy('c.position')
    .select(['c.path', 'c.marker', 'c.heading', 'c.text'])
    .execute();
  return rows.map(({ path, marker, heading, text }) => ({
    path,
    title: `${marker} ${shortened(heading ?? text)}`,
  }));
}

/** As much of a long clause as tells it from its neighbours, cut between words. */
function shortened(text: string): string {
  if (text.length <= 90) return text;
  return `${text.slice(0, 90).replace(/\s+\S*$/, '')}…`;
}

export async function insertForm(
  tx: Tx,
  form: { readonly name: string; readonly movementId: string; readonly copiedFrom: string | null },
  at: Date,
): Promise<string> {
  const id = newId();
  const { name, movementId: movement_id, copiedFrom: copied_from } = form;
  await tx
    .insertInto('forms')
    .values({ id, name, movement_id, copied_from, created_at: at })
    .execute();
  return id;
}

/** Sections, fields and checks of one form once more in another; figures are shared. */
export async function copyParts(tx: Tx, fromId: string, toId: string): Promise<void> {
  await sql`
    with copied as (
      select id as old_id, gen_random_uuid() as new_id, position, title, clause_path
      from form_sections where form_id = ${fromId}
    ), sections as (
      insert into form_sections (id, form_id, position, title, clause_path)
      select new_id, ${toId}::uuid, position, title, clause_path from copied
    )
    insert into form_fields (id, section_id, figure_id, position, roles, required, minimum,
                             maximum, warn_change_percent, prefill, hint)
    select gen_random_uuid(), c.new_id, f.figure_id, f.position, f.roles, f.required, f.minimum,
           f.maximum, f.warn_change_percent, f.prefill, f.hint
    from form_fields f join copied c on c.old_id = f.section_id`.execute(tx);
  await sql`
    insert into form_checks (id, form_id, position, terms, relation, result, message)
    select gen_random_uuid(), ${toId}::uuid, position, terms, relation, result, message
    from form_checks where form_id = ${fromId}`.execute(tx);
}

export async function renameForm(tx: Tx, id: string, name: string): Promise<void> {
  await tx.updateTable('forms').set({ name }).where('id', '=', id).execute();
}

/** Takes a form away; copies made of it become copies of what it was copied from. */
export async function deleteForm(tx: Tx, id: string): Promise<void> {
  await sql`
    update forms set copied_from = (select copied_from from forms where id = ${id})
    where copied_from = ${id}`.execute(tx);
  await tx.deleteFrom('forms').where('id', '=', id).execute();
}
