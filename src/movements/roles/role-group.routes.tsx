import { showDay } from '../../shared/day.ts';
import type { House } from '../../shared/house.ts';
import { isId } from '../../shared/identity.ts';
import { type FieldProblem, Problem } from '../../shared/problem.ts';
import {
  formFields,
  formList,
  personOf,
  type Reply,
  type Request,
  type Site,
} from '../../shared/web.ts';
import { movementToGive } from './asked-movement.routes.ts';
import type { GroupOffice } from './role.ts';
import { type GroupDraft, readGroup, type Typed } from './role-draft.ts';
import { RoleGroupPage } from './role-group.pages.tsx';
import { giveRoleToGroup } from './roles.actions.ts';
import { loadGroup, loadRolesOn } from './roles.sql.ts';

const POLICY = { config: { door: 'policy' } } as const;

/** Giving a role to all offices of some kinds: the list first, then the change. */
export function roleGroupRoutes(site: Site, house: House): void {
  const base = '/movements/:id/roles/group';
  site.get(base, POLICY, (request, reply) =>
    groupPage(request, reply, house, { typed: { from: showDay(house.today()) }, kinds: [] }),
  );
  site.post(base, POLICY, (request, reply) => takeGroup(request, reply, house));
}

interface Shown {
  readonly typed: Typed;
  readonly kinds: readonly string[];
  readonly faults?: readonly FieldProblem[];
  readonly members?: readonly GroupOffice[];
  readonly unitIds?: readonly string[];
}

async function groupPage(request: Request, reply: Reply, house: House, shown: Shown) {
  const movement = await movementToGive(request, house);
  const roles = await loadRolesOn(house.db, movement.id, house.today());
  const all = shown.members?.filter(({ holds }) => !holds).map(({ unitId }) => unitId) ?? [];
  const props = { faults: [], unitIds: all, members: undefined, ...shown, movement, roles };
  const status = shown.faults?.length ? 422 : 200;
  return reply.page(<RoleGroupPage frame={request.frame()} {...props} />, status);
}

async function takeGroup(request: Request, reply: Reply, house: House): Promise<Reply> {
  const movement = await movementToGive(request, house);
  const typed = formFields(request);
  const kinds = formList(request, 'kinds');
  const roles = await loadRolesOn(house.db, movement.id, house.today());
  const draft = readGroup(
    typed,
    kinds,
    roles.map(({ key }) => key),
  );
  if ('faults' in draft)
    return groupPage(request, reply, house, { typed, kinds, faults: draft.faults });
  const members = await loadGroup(house.db, { ...draft, kinds, movementId: movement.id });
  const shown = { typed, kinds, members };
  if (typed.step !== 'give') return groupPage(request, reply, house, shown);
  const unitIds = formList(request, 'units').filter(isId);
  try {
    return await give(request, reply, house, movement.id, { ...draft, unitIds });
  } catch (problem) {
    if (!(problem instanceof Problem) || problem.fields.length === 0) throw problem;
    return groupPage(request, reply, house, { ...shown, unitIds, faults: problem.fields });
  }
}

type GroupWish = GroupDraft & { readonly unitIds: readonly string[] };

async function give(
  request: Request,
  reply: Reply,
  house: House,
  movementId: string,
  wish: GroupWish,
): Promise<Reply> {
  const { given, skipped } = await giveRoleToGroup(house, personOf(request), movementId, wish);
  const rest = skipped > 0 ? ` Bỏ qua ${skipped} đơn vị đã giữ vai hoặc chưa có vào ngày đó.` : '';
  const address = `/movements/${movementId}/roles?on=${showDay(wish.from)}#${wish.role}`;
  return reply.done(address, `Đã giao vai cho ${given} đơn vị.${rest}`);
}
