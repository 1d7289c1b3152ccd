import type { House } from '../../shared/house.ts';
import { formFields, found, personOf, type Reply, type Site } from '../../shared/web.ts';
import type { FormCheck } from './form.ts';
import { addCheck, changeCheck, type PartOf, removeCheck } from './form-edit.actions.ts';
import { checkSentence, editedFields } from './form-edit.ts';
import { CheckPage } from './form-edit-check.pages.tsx';
import { readCheck, typedCheck } from './form-edit-check.ts';
import { atDesk, back, type Desk, type Faults, POLICY, partOf } from './form-edit-desk.routes.ts';
import type { Typed } from './form-edit-field.ts';

/** Conditions between figures: read out first, then kept. */
export function checkRoutes(site: Site, house: House): void {
  const base = '/forms/:id/checks';
  site.get(
    `${base}/new`,
    POLICY,
    atDesk(house, (desk) => showCheck(desk, '', {}, [])),
  );
  site.post(
    base,
    POLICY,
    atDesk(house, (desk) => saveCheck(desk, undefined)),
  );
  site.get(
    `${base}/:part`,
    POLICY,
    atDesk(house, (desk) => {
      const { partId } = partOf(desk);
      const check = found(
        desk.form.checks.find(({ id }) => id === partId),
        'điều kiện này',
      );
      return showCheck(desk, `/${partId}`, typedCheck(check), [], check);
    }),
  );
  site.post(
    `${base}/:part`,
    POLICY,
    atDesk(house, (desk) => saveCheck(desk, partOf(desk))),
  );
  site.post(
    `${base}/:part/remove`,
    POLICY,
    atDesk(house, async (desk) => {
      await removeCheck(house, personOf(desk.request), partOf(desk));
      return back(desk, 'Đã bỏ điều kiện khỏi biểu.');
    }),
  );
}

function showCheck(
  desk: Desk,
  rest: string,
  typed: Typed,
  faults: Faults,
  check?: FormCheck,
): Reply {
  const { request, reply, form } = desk;
  const nameOf = (slug: string) =>
    editedFields(form).find((field) => field.slug === slug)?.name ?? '';
  const sentence = check && `Điều kiện: ${checkSentence(check, nameOf)}.`;
  const action = `/forms/${form.id}/checks${rest}`;
  const props = { frame: request.frame(), form, action, typed, faults, sentence };
  return reply.page(<CheckPage {...props} />, faults.length > 0 ? 422 : 200);
}

async function saveCheck(desk: Desk, part: PartOf | undefined): Promise<Reply> {
  const { request, house, form } = desk;
  const typed = formFields(request);
  const rest = part ? `/${part.partId}` : '';
  const check = readCheck(typed, form);
  if ('faults' in check) return showCheck(desk, rest, typed, check.faults);
  if (typed.step === 'preview') return showCheck(desk, rest, typed, [], check);
  if (part) await changeCheck(house, personOf(request), part, check);
  else await addCheck(house, personOf(request), form.id, check);
  return back(desk, 'Đã lưu điều kiện.');
}
