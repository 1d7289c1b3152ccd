import { parseDay, showDay } from '../../shared/day.ts';
import type { House } from '../../shared/house.ts';
import { personOf, query, type Reply, type Request, type Site } from '../../shared/web.ts';
import { mayGiveRoles } from '../movements.policy.ts';
import { askedMovement } from './asked-movement.routes.ts';
import { holdingRoutes } from './role-forms.routes.tsx';
import { roleGroupRoutes } from './role-group.routes.tsx';
import { RolesPage } from './roles.pages.tsx';
import { loadRolesOn } from './roles.sql.ts';

/** Roles in a movement: anyone signed in reads who holds them, those who lead it give them. */
export function rolesRoutes(site: Site, house: House): void {
  site.get('/movements/:id/roles', { config: { door: 'signed-in' } }, (request, reply) =>
    showRoles(request, reply, house),
  );
  holdingRoutes(site, house);
  roleGroupRoutes(site, house);
}

async function showRoles(request: Request, reply: Reply, house: House): Promise<Reply> {
  const movement = await askedMovement(request, house);
  const typedDay = query(request).on ?? showDay(house.today());
  const asked = parseDay(typedDay);
  const dayFault = asked ? undefined : 'Hãy nhập ngày/tháng/năm, ví dụ 01/07/2025.';
  const on = asked ?? house.today();
  const roles = await loadRolesOn(house.db, movement.id, on);
  const mayGive = mayGiveRoles(personOf(request), movement);
  const props = { movement, typedDay, dayFault, on, roles, mayGive };
  return reply.page(<RolesPage frame={request.frame()} {...props} />, asked ? 200 : 422);
}
