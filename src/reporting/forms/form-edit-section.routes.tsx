import type { House } from '../../shared/house.ts';
import { clean } from '../../shared/vietnamese.ts';
import { formFields, found, personOf, type Reply, type Site } from '../../shared/web.ts';
import {
  addSection,
  changeSection,
  moveSection,
  type PartOf,
  removeSection,
} from './form-edit.actions.ts';
import {
  atDesk,
  back,
  type Desk,
  type Faults,
  POLICY,
  partOf,
  wayOf,
} from './form-edit-desk.routes.ts';
import type { Typed } from './form-edit-field.ts';
import { SectionPage } from './form-edit-section.pages.tsx';

/** Sections of a form: their pages and what may be done with them. */
export function sectionRoutes(site: Site, house: House): void {
  const base = '/forms/:id/sections';
  site.get(
    `${base}/new`,
    POLICY,
    atDesk(house, (desk) => showSection(desk, '', {}, [])),
  );
  site.post(
    base,
    POLICY,
    atDesk(house, (desk) => saveSection(desk, undefined)),
  );
  site.get(
    `${base}/:part`,
    POLICY,
    atDesk(house, (desk) => {
      const { partId } = partOf(desk);
      const section = found(
        desk.form.sections.find(({ id }) => id === partId),
        'phần này',
      );
      const typed = { title: section.title, clausePath: section.clausePath ?? undefined };
      return showSection(desk, `/${partId}`, typed, []);
    }),
  );
  site.post(
    `${base}/:part`,
    POLICY,
    atDesk(house, (desk) => saveSection(desk, partOf(desk))),
  );
  site.post(
    `${base}/:part/move`,
    POLICY,
    atDesk(house, async (desk) => {
      await moveSection(house, personOf(desk.request), partOf(desk), wayOf(desk));
      return back(desk, 'Đã đổi chỗ phần này.');
    }),
  );
  site.post(
    `${base}/:part/remove`,
    POLICY,
    atDesk(house, async (desk) => {
      await removeSection(house, personOf(desk.request), partOf(desk));
      return back(desk, 'Đã bỏ phần này khỏi biểu.');
    }),
  );
}

function showSection(desk: Desk, rest: string, typed: Typed, faults: Faults): Reply {
  const { request, reply, form, choices } = desk;
  const action = `/forms/${form.id}/sections${rest}`;
  const props = { frame: request.frame(), form, choices, action, typed, faults };
  return reply.page(<SectionPage {...props} />, faults.length > 0 ? 422 : 200);
}

async function saveSection(desk: Desk, part: PartOf | undefined): Promise<Reply> {
  const { request, house, form } = desk;
  const typed = formFields(request);
  const title = clean(typed.title ?? '');
  const wish = { title, clausePath: typed.clausePath || null };
  if (!title || title.length > 200) {
    const message = title ? 'Tên phần dài quá 200 ký tự. Hãy rút gọn.' : 'Hãy ghi tên phần.';
    return showSection(desk, part ? `/${part.partId}` : '', typed, [{ field: 'title', message }]);
  }
  if (part) await changeSection(house, personOf(request), part, wish);
  else await addSection(house, personOf(request), form.id, wish);
  return back(desk, `Đã lưu phần “${title}”.`);
}
