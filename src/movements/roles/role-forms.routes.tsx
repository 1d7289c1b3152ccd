import { addDays, type Day, showDay } from '../../shared/day.ts';
import type { House } from '../../shared/house.ts';
import { isId } from '../../shared/identity.ts';
import { type FieldProblem, Problem } from '../../shared/problem.ts';
import {
  formFields,
  found,
  param,
  personOf,
  query,
  type Reply,
  type Request,
  type Site,
} from '../../shared/web.ts';
import { movementToGive } from './asked-movement.routes.ts';
import { meantOffice } from './meant-office.routes.ts';
import type { OfficeChoice } from './role.ts';
import { readHolding, readLastDay, readSource, type Typed } from './role-draft.ts';
import { EndRolePage, GiveRolePage, HandOverRolePage } from './role-forms.pages.tsx';
import { endRole, giveRole, handOverRole } from './roles.actions.ts';
import { loadFollowers, loadRoleHolder, loadRolesOn } from './roles.sql.ts';

const POLICY = { config: { door: 'policy' } } as const;

/** Giving a role to one office, ending a holding, handing it over. */
export function holdingRoutes(site: Site, house: House): void {
  const base = '/movements/:id/roles';
  site.get(`${base}/new`, POLICY, (request, reply) => {
    const { role } = query(request);
    const typed = { role, from: showDay(house.today()), confirmed: 'yes' };
    return givePage(request, reply, house, { typed });
  });
  site.post(base, POLICY, (request, reply) => give(request, reply, house));
  site.get(`${base}/:held/end`, POLICY, async (request, reply) =>
    endPage(request, reply, house, { typed: { lastDay: showDay(house.today()) } }),
  );
  site.post(`${base}/:held/end`, POLICY, (request, reply) => end(request, reply, house));
  site.get(`${base}/:held/hand-over`, POLICY, async (request, reply) => {
    const typed = { lastDay: showDay(addDays(house.today(), -1)) };
    return handOverPage(request, reply, house, { typed });
  });
  site.post(`${base}/:held/hand-over`, POLICY, (request, reply) => handOver(request, reply, house));
}

/** What a form is shown with again: as typed, with what is wrong. */
interface Shown {
  readonly typed: Typed;
  readonly faults?: readonly FieldProblem[];
  readonly message?: string | undefined;
  readonly choices?: readonly OfficeChoice[];
}

const statusOf = ({ faults = [], message }: Shown) => (faults.length > 0 || message ? 422 : 200);

async function givePage(request: Request, reply: Reply, house: House, shown: Shown) {
  const movement = await movementToGive(request, house);
  const roles = await loadRolesOn(house.db, movement.id, house.today());
  const props = { faults: [], choices: [], ...shown, movement, roles };
  return reply.page(<GiveRolePage frame={request.frame()} {...props} />, statusOf(shown));
}

async function give(request: Request, reply: Reply, house: House): Promise<Reply> {
  const movement = await movementToGive(request, house);
  const typed = formFields(request);
  const roles = await loadRolesOn(house.db, movement.id, house.today());
  const draft = readHolding(
    typed,
    roles.map(({ key }) => key),
  );
  const meant = await meantOffice(house, typed, []);
  if ('faults' in draft || 'faults' in meant)
    return givePage(request, reply, house, { typed, ...joined(draft, meant) });
  const wish = { ...draft, unitId: meant.unitId };
  return saying(
    async () => {
      const name = await giveRole(house, personOf(request), movement.id, wish);
      const address = rolesAddress(movement.id, house, draft.from);
      return reply.done(address, `Đã giao vai cho ${name}.`);
    },
    (wrong) => givePage(request, reply, house, { typed, choices: meant.choices, ...wrong }),
  );
}

/** The list on a day on which what was just done shows. */
function rolesAddress(movementId: string, house: House, from: Day): string {
  const today = house.today();
  return `/movements/${movementId}/roles${from > today ? `?on=${showDay(from)}` : ''}`;
}

type Faulty = { readonly faults: readonly FieldProblem[] } | object;

/** All faults of the parts of a form, and the offices to choose from. */
function joined(...parts: readonly (Faulty & { choices?: readonly OfficeChoice[] })[]) {
  return {
    faults: parts.flatMap((part) => ('faults' in part ? part.faults : [])),
    choices: parts.flatMap((part) => part.choices ?? []),
  };
}

/** What an action refuses is said on the form again, where nothing typed is lost. */
async function saying(
  change: () => Promise<Reply>,
  again: (wrong: Pick<Shown, 'faults' | 'message'>) => Promise<Reply>,
): Promise<Reply> {
  try {
    return await change();
  } catch (problem) {
    if (!(problem instanceof Problem) || ![409, 422].includes(problem.status)) throw problem;
    const { fields: faults, message } = problem;
    return again(faults.length > 0 ? { faults } : { message });
  }
}

async function askedHolder(request: Request, house: House) {
  const movement = await movementToGive(request, house);
  const id = param(request, 'held');
  const holder = isId(id)
    ? await loadRoleHolder(house.db, movement.id, id, house.today())
    : undefined;
  return { movement, holder: found(holder, 'đơn vị giữ vai này') };
}

async function endPage(request: Request, reply: Reply, house: House, shown: Shown) {
  const props = { faults: [], ...shown, ...(await askedHolder(request, house)) };
  return reply.page(<EndRolePage frame={request.frame()} {...props} />, statusOf(shown));
}

async function end(request: Request, reply: Reply, house: House): Promise<Reply> {
  const { movement, holder } = await askedHolder(request, house);
  const typed = formFields(request);
  const judged = readLastDay(typed, holder);
  if ('faults' in judged) return endPage(request, reply, house, { typed, faults: judged.faults });
  const { lastDay } = judged;
  return saying(
    async () => {
      const name = await endRole(house, personOf(request), movement.id, holder.id, lastDay);
      const notice = `${name} giữ vai đến hết ngày ${showDay(lastDay)}.`;
      return reply.done(`/movements/${movement.id}/roles`, notice);
    },
    (wrong) => endPage(request, reply, house, { typed, ...wrong }),
  );
}

async function handOverPage(request: Request, reply: Reply, house: House, shown: Shown) {
  const asked = await askedHolder(request, house);
  const followers = await loadFollowers(house.db, asked.holder.unitId, house.today());
  const choices = shown.choices?.length ? shown.choices : followers;
  const props = { faults: [], ...shown, ...asked, choices };
  return reply.page(<HandOverRolePage frame={request.frame()} {...props} />, statusOf(shown));
}

async function handOver(request: Request, reply: Reply, house: House): Promise<Reply> {
  const { movement, holder } = await askedHolder(request, house);
  const typed = formFields(request);
  const judged = readLastDay(typed, holder);
  const sourceFaults: FieldProblem[] = [];
  const source = readSource(typed, sourceFaults);
  const followers = await loadFollowers(house.db, holder.unitId, house.today());
  const meant = await meantOffice(house, typed, followers);
  if ('faults' in judged || 'faults' in meant || sourceFaults.length > 0) {
    const wrong = joined(judged, meant, { faults: sourceFaults });
    return handOverPage(request, reply, house, { typed, ...wrong });
  }
  const wish = { lastDay: judged.lastDay, unitId: meant.unitId, source };
  return saying(
    async () => {
      const name = await handOverRole(house, personOf(request), movement.id, holder.id, wish);
      const first = addDays(wish.lastDay, 1);
      const address = rolesAddress(movement.id, house, first);
      return reply.done(address, `${name} giữ vai từ ngày ${showDay(first)}.`);
    },
    (wrong) => handOverPage(request, reply, house, { typed, choices: meant.choices, ...wrong }),
  );
}
