import type { House } from '../../shared/house.ts';
import { clean } from '../../shared/vietnamese.ts';
import {
  formFields,
  found,
  idOf,
  must,
  personOf,
  type Reply,
  type Request,
  type Site,
} from '../../shared/web.ts';
import { loadMovementFor } from '../rounds/round-desk.sql.ts';
import { loadHolder } from '../rounds/rounds.sql.ts';
import { copyForm, createForm, giveName, removeForm } from './form-edit.actions.ts';
import { FormPage } from './form-edit.pages.tsx';
import { mayEditForm, mayReadForm } from './form-edit.policy.ts';
import { loadEditedForm, loadFormChoices } from './form-edit.sql.ts';
import type { EditedForm } from './form-edit.ts';
import { checkRoutes } from './form-edit-check.routes.tsx';
import { fieldRoutes } from './form-edit-field.routes.tsx';
import { sectionRoutes } from './form-edit-section.routes.tsx';
import { FormsPage } from './forms.pages.tsx';
import { loadFormList } from './forms.sql.ts';

const POLICY = { config: { door: 'policy' } } as const;
const THESE = 'các biểu báo cáo';

/** Forms: their list, one of them, a copy for the next round, and its editing. */
export function formsRoutes(site: Site, house: House): void {
  site.get('/forms', POLICY, (request, reply) => showForms(request, reply, house));
  site.post('/forms', POLICY, async (request, reply) => {
    const movement = found(await loadMovementFor(house.db, house.today()), 'phong trào');
    const id = await createForm(house, personOf(request), movement.id);
    return reply.done(`/forms/${id}`, 'Đã tạo biểu trống. Hãy đặt tên và thêm phần đầu tiên.');
  });
  site.get('/forms/:id', POLICY, (request, reply) => showForm(request, reply, house));
  site.post('/forms/:id', POLICY, (request, reply) => rename(request, reply, house));
  site.post('/forms/:id/copy', POLICY, async (request, reply) => {
    const id = await copyForm(house, personOf(request), formId(request));
    return reply.done(`/forms/${id}`, 'Đã chép thành biểu mới. Sửa ở đây không đổi gì ở biểu cũ.');
  });
  site.post('/forms/:id/remove', POLICY, async (request, reply) => {
    await removeForm(house, personOf(request), formId(request));
    return reply.done('/forms', 'Đã xóa biểu chưa dùng.');
  });
  sectionRoutes(site, house);
  fieldRoutes(site, house);
  checkRoutes(site, house);
}

function formId(request: Request): string {
  return idOf(request, 'id', 'biểu báo cáo này');
}

async function mayEditNow(request: Request, house: House, movementId: string | undefined) {
  if (!movementId) return false;
  const agency = await loadHolder(house.db, movementId, 'standing', house.today());
  return mayEditForm(personOf(request), agency);
}

async function showForms(request: Request, reply: Reply, house: House): Promise<Reply> {
  must(mayReadForm(personOf(request)), THESE);
  const forms = await loadFormList(house.db);
  const movement = await loadMovementFor(house.db, house.today());
  const mayEdit = await mayEditNow(request, house, movement?.id);
  return reply.page(<FormsPage frame={request.frame()} forms={forms} mayEdit={mayEdit} />);
}

async function showForm(
  request: Request,
  reply: Reply,
  house: House,
  name?: { typed: string; fault: string },
): Promise<Reply> {
  must(mayReadForm(personOf(request)), THESE);
  const form: EditedForm = found(
    await loadEditedForm(house.db, formId(request)),
    'biểu báo cáo này',
  );
  const choices = await loadFormChoices(house.db, form.movementId);
  const mayEdit = await mayEditNow(request, house, form.movementId);
  const props = { frame: request.frame(), form, choices, mayEdit, name };
  return reply.page(<FormPage {...props} />, name ? 422 : 200);
}

async function rename(request: Request, reply: Reply, house: House): Promise<Reply> {
  const id = formId(request);
  const typed = formFields(request).name ?? '';
  const name = clean(typed);
  const form = found(await loadEditedForm(house.db, id), 'biểu báo cáo này');
  must(await mayEditNow(request, house, form.movementId), THESE);
  const fault = name ? 'Tên biểu dài quá 200 ký tự. Hãy rút gọn.' : 'Hãy ghi tên biểu.';
  if (!name || name.length > 200) return showForm(request, reply, house, { typed, fault });
  await giveName(house, personOf(request), id, name);
  return reply.done(`/forms/${id}`, 'Đã lưu tên biểu.');
}
