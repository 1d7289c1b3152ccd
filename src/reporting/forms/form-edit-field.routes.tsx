import type { House } from '../../shared/house.ts';
import {
  formFields,
  formList,
  found,
  param,
  personOf,
  query,
  type Reply,
  type Site,
} from '../../shared/web.ts';
import { addField, changeField, moveField, removeField } from './form-edit.actions.ts';
import type { EditedField } from './form-edit.ts';
import {
  atDesk,
  back,
  type Desk,
  type Faults,
  POLICY,
  partOf,
  wayOf,
} from './form-edit-desk.routes.ts';
import { FieldPage } from './form-edit-field.pages.tsx';
import {
  type FieldRules,
  type FigureWords,
  readChosenFigure,
  readFieldRules,
  readFigureWords,
  readNewFigure,
  type Typed,
  typedField,
} from './form-edit-field.ts';

/** Fields of a form: figures that exist or new ones, how they are asked, their order. */
export function fieldRoutes(site: Site, house: House): void {
  const base = '/forms/:id/fields';
  site.get(`${base}/new`, POLICY, atDesk(house, newField));
  site.post(base, POLICY, atDesk(house, saveNewField));
  site.get(
    `${base}/:part`,
    POLICY,
    atDesk(house, (desk) => {
      const { field, sectionId } = askedField(desk);
      return showField(desk, field, typedField(field, sectionId), field.roles, []);
    }),
  );
  site.post(`${base}/:part`, POLICY, atDesk(house, saveField));
  site.post(
    `${base}/:part/move`,
    POLICY,
    atDesk(house, async (desk) => {
      await moveField(house, personOf(desk.request), partOf(desk), wayOf(desk));
      return back(desk, 'Đã đổi chỗ số liệu này.');
    }),
  );
  site.post(
    `${base}/:part/remove`,
    POLICY,
    atDesk(house, async (desk) => {
      await removeField(house, personOf(desk.request), partOf(desk));
      return back(desk, 'Đã bỏ số liệu khỏi biểu. Số đã báo cáo ở các kỳ cũ vẫn giữ nguyên.');
    }),
  );
}

function askedField({ request, form }: Desk): { field: EditedField; sectionId: string } {
  const id = param(request, 'part');
  const section = form.sections.find(({ fields }) => fields.some((one) => one.fieldId === id));
  const field = found(
    section?.fields.find((one) => one.fieldId === id),
    'số liệu này của biểu',
  );
  return { field, sectionId: section?.id ?? '' };
}

function newField(desk: Desk): Reply {
  const { section, from } = query(desk.request);
  const typed = { sectionId: section, required: 'yes' };
  return showField(desk, from === 'new' ? 'new' : 'existing', typed, [], []);
}

function showField(
  desk: Desk,
  from: 'existing' | 'new' | EditedField,
  typed: Typed,
  roles: readonly string[],
  faults: Faults,
): Reply {
  const { request, reply, form, choices } = desk;
  const action = `/forms/${form.id}/fields${typeof from === 'object' ? `/${from.fieldId}` : ''}`;
  const props = { frame: request.frame(), form, choices, action, from, typed, roles, faults };
  return reply.page(<FieldPage {...props} />, faults.length > 0 ? 422 : 200);
}

async function saveNewField(desk: Desk): Promise<Reply> {
  const { request, house, form, choices } = desk;
  const typed = formFields(request);
  const roles = formList(request, 'roles');
  const from = typed.from === 'new' ? 'new' : 'existing';
  const rules = readFieldRules(typed, roles, form, choices);
  const figure =
    from === 'new' ? readNewFigure(typed, form) : readChosenFigure(typed, form, choices);
  if ('faults' in figure || 'faults' in rules) {
    const faults = [...faultsOf(figure), ...faultsOf(rules)];
    return showField(desk, from, typed, roles, faults);
  }
  await addField(house, personOf(request), form.id, { figure, rules });
  return back(desk, `Đã thêm “${figure.name}” vào biểu.`);
}

function faultsOf(read: object | { readonly faults: Faults }): Faults {
  return 'faults' in read ? read.faults : [];
}

async function saveField(desk: Desk): Promise<Reply> {
  const { request, house, form, choices } = desk;
  const { field } = askedField(desk);
  const typed = formFields(request);
  const ticked = formList(request, 'roles');
  const faults: { field: string; message: string }[] = [];
  const rules: FieldRules | { readonly faults: Faults } = readFieldRules(
    typed,
    ticked,
    form,
    choices,
  );
  const words: FigureWords | undefined = field.own
    ? readFigureWords(
        // What a kind does not ask for stays as it is.
        { ...typed, measure: typed.measure ?? field.measure },
        (name, message) => faults.push({ field: name, message }),
      )
    : undefined;
  if ('faults' in rules || faults.length > 0)
    return showField(desk, field, typed, ticked, [...faults, ...faultsOf(rules)]);
  await changeField(house, personOf(request), partOf(desk), { rules, words });
  return back(desk, `Đã lưu cách hỏi “${words?.name ?? field.name}”.`);
}
