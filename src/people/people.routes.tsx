import { showDay } from '../shared/day.ts';
import type { House } from '../shared/house.ts';
import { isId, newId } from '../shared/identity.ts';
import { Problem } from '../shared/problem.ts';
import {
  formFields,
  formList,
  idOf,
  param,
  personOf,
  query,
  type Reply,
  type Request,
  type Site,
} from '../shared/web.ts';
import { createPeople, disableAccount, resetPassword } from './accounts.actions.ts';
import { assignmentRoutes } from './assignment.routes.tsx';
import { bulkRoutes } from './bulk.routes.tsx';
import { PeoplePage } from './people.pages.tsx';
import { PersonPage } from './person.pages.tsx';
import { checkPerson, type TypedPerson } from './person-draft.ts';
import { PersonFormPage } from './person-form.pages.tsx';
import { listPeople, PEOPLE_A_PAGE, personSheet, reachOf } from './person-sheet.actions.ts';
import { showSlips } from './slips.routes.tsx';

const POLICY = { config: { door: 'policy' } } as const;

/** The room of accounts: lists, people, slips. Every action asks the policy itself. */
export function peopleRoutes(site: Site, house: House): void {
  site.get('/people', POLICY, (request, reply) => showPeople(request, reply, house));
  site.get('/people/new', POLICY, (request, reply) => showForm(request, reply, house));
  site.post('/people', POLICY, (request, reply) => createOne(request, reply, house));
  bulkRoutes(site, house);
  site.get('/people/:id', POLICY, async (request, reply) => {
    const sheet = await personSheet(house, personOf(request), param(request, 'id'));
    return reply.page(<PersonPage frame={request.frame()} {...sheet} />);
  });
  accountRoutes(site, house);
  assignmentRoutes(site, house);
}

async function showPeople(request: Request, reply: Reply, house: House): Promise<Reply> {
  const { words = '', unit = '', from = '0' } = query(request);
  const start = /^\d{1,6}$/.test(from) ? Number(from) : 0;
  const wanted = { words, unitId: unit, from: start };
  const list = await listPeople(house, personOf(request), wanted);
  return reply.page(
    <PeoplePage frame={request.frame()} {...list} {...wanted} pageSize={PEOPLE_A_PAGE} />,
  );
}

async function showForm(request: Request, reply: Reply, house: House): Promise<Reply> {
  const units = await reachOf(house, personOf(request));
  const from = showDay(house.today());
  const typed = { ...NOTHING_TYPED, unitId: units[0]?.id ?? '', from };
  return reply.page(
    <PersonFormPage frame={request.frame()} formId={newId()} units={units} typed={typed} />,
  );
}

const NOTHING_TYPED: TypedPerson = {
  ...{ fullName: '', email: '', login: '', unitId: '', title: '', from: '' },
  duties: [],
};

async function createOne(request: Request, reply: Reply, house: House): Promise<Reply> {
  const admin = personOf(request);
  const units = await reachOf(house, admin);
  const { formId = '', ...fields } = formFields(request);
  const typed = { ...NOTHING_TYPED, ...fields, duties: formList(request, 'duties') };
  const id = isId(formId) ? formId : newId();
  try {
    const checked = checkPerson(id, typed);
    if ('faults' in checked) throw new Problem('invalidForm', {}, checked.faults);
    if (!isId(typed.unitId)) throw new Problem('notFound', { what: 'đơn vị này' });
    const slips = await createPeople(house, admin, id, [checked.draft]);
    return showSlips(request, reply, slips);
  } catch (problem) {
    if (!(problem instanceof Problem) || problem.fields.length === 0) throw problem;
    const props = { formId: id, units, typed, problems: problem.fields };
    return reply.page(<PersonFormPage frame={request.frame()} {...props} />, problem.status);
  }
}

function accountRoutes(site: Site, house: House): void {
  site.post('/people/:id/password', POLICY, async (request, reply) => {
    const slip = await resetPassword(house, personOf(request), personId(request));
    return showSlips(request, reply, [slip]);
  });
  site.post('/people/:id/disable', POLICY, async (request, reply) => {
    await disableAccount(house, personOf(request), personId(request), true);
    return reply.done(`/people/${personId(request)}`, 'Đã khóa tài khoản và kết thúc mọi phiên.');
  });
  site.post('/people/:id/enable', POLICY, async (request, reply) => {
    await disableAccount(house, personOf(request), personId(request), false);
    return reply.done(`/people/${personId(request)}`, 'Đã mở khóa tài khoản.');
  });
}

/** The person named by the address; a foreign text names nobody. */
function personId(request: Request): string {
  return idOf(request, 'id', 'người này');
}
