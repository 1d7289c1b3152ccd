import type { Person } from '../../people/person.ts';
import { act } from '../../shared/act.actions.ts';
import { dayInVietnam } from '../../shared/day.ts';
import type { House, Tx } from '../../shared/house.ts';
import { Problem } from '../../shared/problem.ts';
import { found, must } from '../../shared/web.ts';
import { loadHolder } from '../rounds/rounds.sql.ts';
import type { FormCheck } from './form.ts';
import { mayEditForm } from './form-edit.policy.ts';
import {
  copyParts,
  deleteForm,
  holdEditedForm,
  insertForm,
  loadFormChoices,
  renameForm,
} from './form-edit.sql.ts';
import {
  type EditedField,
  type EditedForm,
  type EditedSection,
  editedFields,
  moved,
  slugOf,
  whyNeeded,
} from './form-edit.ts';
import type { FieldRules, FigureWords, NewFigure } from './form-edit-field.ts';
import {
  deleteCheck,
  deleteField,
  deleteSection,
  insertCheck,
  insertField,
  insertFigure,
  insertSection,
  orderFields,
  orderSections,
  updateCheck,
  updateField,
  updateFigureWords,
  updateSection,
} from './form-edit-parts.sql.ts';

const THIS = 'biểu báo cáo này';
const NEW_NAME = 'Biểu mới';

/** An empty form of a movement; gives its id. */
export function createForm(house: House, person: Person, movementId: string): Promise<string> {
  return act(house, person, async (tx, now) => {
    await mustRunMovement(tx, person, movementId, now);
    const id = await insertForm(tx, { name: NEW_NAME, movementId, copiedFrom: null }, now);
    return [id, { noun: 'form', subjectId: id, verb: 'create' }];
  });
}

/** The same form once more, free to be edited for the next round; the old one stays. */
export function copyForm(house: House, person: Person, formId: string): Promise<string> {
  return act(house, person, async (tx, now) => {
    const form = found(await holdEditedForm(tx, formId), THIS);
    await mustRunMovement(tx, person, form.movementId, now);
    const name = `${form.name} (bản chép)`;
    const id = await insertForm(tx, { ...form, name, copiedFrom: form.id }, now);
    await copyParts(tx, form.id, id);
    return [id, { noun: 'form', subjectId: id, verb: 'copy', detail: { from: form.id } }];
  });
}

async function mustRunMovement(tx: Tx, person: Person, movementId: string, now: Date) {
  const agency = await loadHolder(tx, movementId, 'standing', dayInVietnam(now));
  must(mayEditForm(person, agency), 'các biểu báo cáo');
}

/**
 * One change of a form, held against all others. Refused once a round asks by the form: what
 * was asked then stays as it was asked.
 */
function edit<T>(
  house: House,
  person: Person,
  formId: string,
  verb: string,
  change: (tx: Tx, form: EditedForm) => Promise<T>,
): Promise<T> {
  return act(house, person, async (tx, now) => {
    const form = found(await holdEditedForm(tx, formId), THIS);
    await mustRunMovement(tx, person, form.movementId, now);
    const rounds = form.rounds.map(({ name }) => name).join(', ');
    if (rounds) throw new Problem('formInUse', { rounds });
    return [await change(tx, form), { noun: 'form', subjectId: formId, verb }];
  });
}

export function giveName(house: House, person: Person, formId: string, name: string) {
  return edit(house, person, formId, 'rename', (tx) => renameForm(tx, formId, name));
}

export function removeForm(house: House, person: Person, formId: string) {
  return edit(house, person, formId, 'remove', (tx) => deleteForm(tx, formId));
}

/** A section's title and the clause of the plan that it speaks of. */
export interface SectionWish {
  readonly title: string;
  readonly clausePath: string | null;
}

export function addSection(house: House, person: Person, formId: string, wish: SectionWish) {
  return edit(house, person, formId, 'addSection', async (tx, { sections }) => {
    await orderSections(
      tx,
      sections.map(({ id }) => id),
    );
    return insertSection(tx, formId, wish, sections.length);
  });
}

export function changeSection(
  house: House,
  person: Person,
  of: PartOf,
  wish: SectionWish,
): Promise<void> {
  return edit(house, person, of.formId, 'changeSection', (tx, form) =>
    updateSection(tx, sectionOf(form, of.partId).id, wish),
  );
}

/** A section, field or check of a form. */
export interface PartOf {
  readonly formId: string;
  readonly partId: string;
}

export function moveSection(house: House, person: Person, of: PartOf, way: 'up' | 'down') {
  return edit(house, person, of.formId, 'moveSection', (tx, form) => {
    const { id } = sectionOf(form, of.partId);
    const ids = form.sections.map((section) => section.id);
    return orderSections(tx, moved(ids, id, way));
  });
}

export function removeSection(house: House, person: Person, of: PartOf): Promise<void> {
  return edit(house, person, of.formId, 'removeSection', async (tx, form) => {
    const { id, fields } = sectionOf(form, of.partId);
    const words = { what: 'phần này', why: `còn ${fields.length} số liệu trong đó` };
    if (fields.length > 0) throw new Problem('formPartNeeded', words);
    await deleteSection(tx, id);
  });
}

function sectionOf({ sections }: EditedForm, id: string): EditedSection {
  return found(
    sections.find((section) => section.id === id),
    'phần này của biểu',
  );
}

function fieldOf(form: EditedForm, id: string): EditedField {
  return found(
    editedFields(form).find((field) => field.fieldId === id),
    'số liệu này của biểu',
  );
}

/** Asks for a figure that exists (by id), or for a new one that is made with the field. */
export function addField(
  house: House,
  person: Person,
  formId: string,
  wish: { readonly figure: { readonly id: string } | NewFigure; readonly rules: FieldRules },
): Promise<string> {
  return edit(house, person, formId, 'addField', async (tx, form) => {
    const { figure, rules } = wish;
    const section = sectionOf(form, rules.sectionId);
    const figureId = 'id' in figure ? figure.id : await makeFigure(tx, form, figure);
    if (editedFields(form).some(({ id }) => id === figureId))
      throw new Problem('alreadyExists', { what: 'Số liệu này trong biểu' });
    return insertField(tx, figureId, rules, section.fields.length);
  });
}

async function makeFigure(tx: Tx, form: EditedForm, figure: NewFigure): Promise<string> {
  const { figures } = await loadFormChoices(tx, form.movementId);
  const slug = slugOf(figure.name, new Set(figures.map((one) => one.slug)));
  return insertFigure(tx, form.movementId, { ...figure, slug, source: `Biểu “${form.name}”` });
}

/** Changes how a figure is asked; its words only while no other form or report knows it. */
export function changeField(
  house: House,
  person: Person,
  of: PartOf,
  wish: { readonly rules: FieldRules; readonly words?: FigureWords | undefined },
): Promise<void> {
  return edit(house, person, of.formId, 'changeField', async (tx, form) => {
    const field = fieldOf(form, of.partId);
    const section = sectionOf(form, wish.rules.sectionId);
    const stays = section.fields.some(({ fieldId }) => fieldId === field.fieldId);
    const place = stays ? undefined : section.fields.length;
    await updateField(tx, field.fieldId, wish.rules, place);
    if (wish.words && field.own) await updateFigureWords(tx, field.id, wish.words);
  });
}

export function moveField(house: House, person: Person, of: PartOf, way: 'up' | 'down') {
  return edit(house, person, of.formId, 'moveField', (tx, form) => {
    const { fieldId } = fieldOf(form, of.partId);
    const section = form.sections.find(({ fields }) =>
      fields.some((field) => field.fieldId === fieldId),
    );
    const ids = section?.fields.map((field) => field.fieldId) ?? [];
    return orderFields(tx, moved(ids, fieldId, way));
  });
}

export function removeField(house: House, person: Person, of: PartOf): Promise<void> {
  return edit(house, person, of.formId, 'removeField', async (tx, form) => {
    const field = fieldOf(form, of.partId);
    const why = whyNeeded(form, field);
    if (why) throw new Problem('formPartNeeded', { what: `“${field.name}”`, why });
    await deleteField(tx, field.fieldId);
  });
}

export function addCheck(house: House, person: Person, formId: string, check: FormCheck) {
  return edit(house, person, formId, 'addCheck', (tx) => insertCheck(tx, formId, check));
}

export function changeCheck(house: House, person: Person, of: PartOf, check: FormCheck) {
  return edit(house, person, of.formId, 'changeCheck', (tx, form) =>
    updateCheck(tx, checkOf(form, of.partId).id, check),
  );
}

export function removeCheck(house: House, person: Person, of: PartOf): Promise<void> {
  return edit(house, person, of.formId, 'removeCheck', (tx, form) =>
    deleteCheck(tx, checkOf(form, of.partId).id),
  );
}

function checkOf({ checks }: EditedForm, id: string) {
  return found(
    checks.find((check) => check.id === id),
    'điều kiện này của biểu',
  );
}
