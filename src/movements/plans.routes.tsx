import { isReportDuty, type Person } from '../people/person.ts';
import { mayReadTotals } from '../reporting/reporting.policy.ts';
import type { House } from '../shared/house.ts';
import { isId } from '../shared/identity.ts';
import {
  found,
  idOf,
  must,
  personOf,
  query,
  type Reply,
  type Request,
  type Site,
} from '../shared/web.ts';
import { loadBoard } from './board.sql.ts';
import { asShowing, boardOf, rolesHeldBy } from './board.ts';
import { loadPlanIdOf } from './clauses.sql.ts';
import { mayReadPlan, mayRunMovement } from './movements.policy.ts';
import { loadNewestPlanId, loadStandingIds } from './movements.sql.ts';
import { PlanPage } from './plan.pages.tsx';
import { adoptPlan, discardPlan } from './plans.actions.ts';
import { loadNotices, loadPlan } from './plans.sql.ts';
import type { StoredPlan } from './stored-plan.ts';
import type { RoleToday } from './task.ts';

const SIGNED_IN = { config: { door: 'signed-in' } } as const;
const POLICY = { config: { door: 'policy' } } as const;

/** The plan itself: the rail leads to the newest in force, the list of all is `/movements`. */
export function plansRoutes(site: Site, house: House): void {
  site.get('/plans', SIGNED_IN, async (_, reply) => {
    const newest = await loadNewestPlanId(house.db, Number(house.today().slice(0, 4)));
    return reply.redirect(newest ? `/plans/${newest}` : '/movements');
  });
  site.get('/plans/:id', POLICY, (request, reply) => showPlan(request, reply, house));
  site.post('/plans/:id/adopt', POLICY, async (request, reply) => {
    const { plan, person } = await askedPlan(request, house, 'run');
    await adoptPlan(house, person, plan.id);
    return reply.done(
      `/plans/${plan.id}`,
      'Đã đưa kế hoạch vào thực hiện; mọi người đều đọc được.',
    );
  });
  site.post('/plans/:id/discard', POLICY, async (request, reply) => {
    const { plan, person } = await askedPlan(request, house, 'run');
    await discardPlan(house, person, plan.id);
    return reply.done('/movements', 'Đã bỏ bản nháp.');
  });
}

/** The plan of the address, for those who may read it, or only for those who run its movement. */
export async function askedPlan(request: Request, house: House, to: 'read' | 'run') {
  const person = personOf(request);
  const plan = found(await loadPlan(house.db, idOf(request, 'id', 'kế hoạch này')), 'kế hoạch này');
  return { plan, person, mayRun: await rightsAt(house, person, plan, to) };
}

/** The plan that a clause of the address belongs to. */
export async function planOfClause(house: House, clauseId: string): Promise<StoredPlan> {
  const planId = isId(clauseId) ? await loadPlanIdOf(house.db, clauseId) : undefined;
  return found(planId ? await loadPlan(house.db, planId) : undefined, 'khoản mục này');
}

/** May the person run the plan's movement? Refuses whoever may not even do what is asked. */
export async function rightsAt(
  house: House,
  person: Person,
  plan: StoredPlan,
  to: 'read' | 'run',
): Promise<boolean> {
  const standingIds = await loadStandingIds(house.db, plan.movementId, house.today());
  const mayRun = mayRunMovement(person, { standingIds });
  must(to === 'run' ? mayRun : mayReadPlan(person, plan, { standingIds }), 'kế hoạch này');
  return mayRun;
}

async function showPlan(request: Request, reply: Reply, house: House): Promise<Reply> {
  const { plan, person, mayRun } = await askedPlan(request, house, 'read');
  const today = house.today();
  const [source, notices] = await Promise.all([
    loadBoard(house.db, plan, today),
    loadNotices(house.db, plan.id),
  ]);
  const { roles } = source;
  const view = { today, roles, mayRun, ...readerOf(person, roles) };
  return reply.page(
    <PlanPage
      frame={request.frame()}
      board={boardOf(source, today)}
      showing={asShowing(query(request).show)}
      ownRoles={rolesHeldBy(roles, person.unitId)}
      openNotices={notices.filter((one) => one.settledAt === null).length}
      {...{ source, view }}
    />,
  );
}

/** Links to totals and rounds are for those who may open them today. */
export function readerOf(person: Person, roles: readonly RoleToday[]) {
  const holder = (key: string) => roles.find((role) => role.key === key)?.holders[0]?.unitId ?? '';
  const round = { receiverId: holder('standing'), topId: holder('issuer') };
  return {
    mayReadTotals: mayReadTotals(person, round),
    mayOpenRounds: person.duties.some(({ duty }) => isReportDuty(duty)),
  };
}
