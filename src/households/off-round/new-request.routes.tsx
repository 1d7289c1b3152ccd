import { showDay } from '../../shared/day.ts';
import type { House } from '../../shared/house.ts';
import { isId } from '../../shared/identity.ts';
import { Problem } from '../../shared/problem.ts';
import { clean } from '../../shared/vietnamese.ts';
import {
  formFields,
  found,
  must,
  personOf,
  query,
  type Reply,
  type Request,
  type Site,
} from '../../shared/web.ts';
import { findByCode, findHousehold } from '../registry/household.sql.ts';
import type { Household } from '../registry/household.ts';
import { findProvince } from '../rounds/begin.sql.ts';
import { standardsFor } from '../standard/poverty-standard.ts';
import { listStandards } from '../standard/standards.sql.ts';
import { askedSight, maskedNames } from './asked-request.routes.ts';
import { FindHouseholdPage } from './find-household.pages.tsx';
import { findClassNow, findOpen } from './household-requests.sql.ts';
import { mayEnterReview } from './off-round.policy.ts';
import { RequestFormPage } from './request-form.pages.tsx';
import { enterRequest } from './requests.actions.ts';
import type { Typed } from './typed-request.ts';

const POLICY = { config: { door: 'policy' } } as const;

/** Taking in the request of a household, found by its code or opened from its page. */
export function newRequestRoutes(site: Site, house: House): void {
  site.get('/class-requests/new', POLICY, (request, reply) => showNew(request, reply, house));
  site.post('/class-requests', POLICY, (request, reply) => enter(request, reply, house));
}

async function showNew(request: Request, reply: Reply, house: House): Promise<Reply> {
  const { enters } = await askedSight(request, house);
  must(enters, 'việc nhận đề nghị');
  const asked = clean(query(request).household ?? '');
  const page = (fault?: string) => (
    <FindHouseholdPage frame={request.frame()} code={isId(asked) ? '' : asked} fault={fault} />
  );
  if (!asked) return reply.page(page());
  const household = await findEither(house, asked);
  if (!household)
    return reply.page(page(`Không có hộ nào mang mã “${asked}”. Hãy xem lại mã trong sổ hộ.`), 404);
  must(mayEnterReview(personOf(request), household.place), 'đề nghị của hộ này');
  const open = await findOpen(house.db, household.id);
  if (open)
    return reply.done(
      `/class-requests/${open}`,
      'Hộ này đang có đề nghị chưa trả lời, ở dưới đây.',
    );
  if (household.endedOn !== null)
    return reply.page(
      page(`Hộ ${household.code} đã kết thúc trong sổ từ ${showDay(household.endedOn)}.`),
      422,
    );
  return formPage(request, reply, house, {
    household,
    typed: { receivedOn: showDay(house.today()) },
  });
}

/** By id from a link, or by the code that a person typed. */
async function findEither({ db, today }: House, asked: string): Promise<Household | undefined> {
  const on = today();
  if (isId(asked)) return findHousehold(db, asked, on);
  const provinceId = await findProvince(db, on);
  return provinceId ? findByCode(db, provinceId, asked, on) : undefined;
}

interface Shown {
  readonly household: Household;
  readonly typed: Typed;
  readonly error?: Problem;
}

async function formPage(
  request: Request,
  reply: Reply,
  house: House,
  { household, typed, error }: Shown,
): Promise<Reply> {
  const year = Number(house.today().slice(0, 4));
  const { communeId } = household.place;
  const names = await maskedNames(house, [{ communeId, householdId: household.id }]);
  const faults = error?.fields ?? [];
  return reply.page(
    <RequestFormPage
      frame={request.frame()}
      {...{ household, typed, year, faults }}
      headName={names.get(household.id) ?? household.code}
      classNow={await findClassNow(house.db, household.id)}
      standards={standardsFor(await listStandards(house.db), year)}
      message={error && faults.length === 0 ? error.message : undefined}
    />,
    error?.status ?? 200,
  );
}

async function enter(request: Request, reply: Reply, house: House): Promise<Reply> {
  const { enters } = await askedSight(request, house);
  must(enters, 'việc nhận đề nghị');
  const typed = formFields(request);
  const id = typed.household ?? '';
  const household = found(
    isId(id) ? await findHousehold(house.db, id, house.today()) : undefined,
    'hộ này',
  );
  try {
    const made = await enterRequest(house, personOf(request), id, typed);
    return reply.done(`/class-requests/${made}`, 'Đã nhận đề nghị. Việc tiếp theo là khảo sát hộ.');
  } catch (error) {
    if (!(error instanceof Problem) || error.status === 403) throw error;
    return formPage(request, reply, house, { household, typed, error });
  }
}
