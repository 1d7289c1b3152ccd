import type { House } from '../shared/house.ts';
import type { FieldProblem } from '../shared/problem.ts';
import { formFields, must, personOf, type Reply, type Request, type Site } from '../shared/web.ts';
import { clausesRoutes } from './clauses.routes.tsx';
import { readMovement } from './movement.ts';
import { startMovement } from './movements.actions.ts';
import { MovementFormPage, MovementsPage } from './movements.pages.tsx';
import { mayRunMovement, mayStartMovement } from './movements.policy.ts';
import { loadMovements } from './movements.sql.ts';
import { planEditRoutes } from './plan-edit.routes.tsx';
import { planImportRoutes } from './plan-import.routes.tsx';
import { plansRoutes } from './plans.routes.tsx';
import { rolesRoutes } from './roles/roles.routes.tsx';
import { targetsRoutes } from './targets.routes.tsx';
import { tasksRoutes } from './tasks.routes.tsx';

/** Everything of this room: movements, their plans, and what hangs on the clauses. */
export function movementsRoutes(site: Site, house: House): void {
  site.get('/movements', { config: { door: 'signed-in' } }, (request, reply) =>
    showMovements(request, reply, house),
  );
  site.get('/movements/new', { config: { door: 'policy' } }, (request, reply) =>
    showForm(request, reply, house, {}, []),
  );
  site.post('/movements', { config: { door: 'policy' } }, (request, reply) =>
    start(request, reply, house),
  );
  rolesRoutes(site, house);
  planImportRoutes(site, house);
  plansRoutes(site, house);
  planEditRoutes(site, house);
  clausesRoutes(site, house);
  tasksRoutes(site, house);
  targetsRoutes(site, house);
}

async function showMovements(request: Request, reply: Reply, house: House): Promise<Reply> {
  const person = personOf(request);
  const all = await loadMovements(house.db, house.today());
  const movements = all.map((movement) => {
    const mayRun = mayRunMovement(person, movement);
    return { ...movement, mayRun, plans: movement.plans.filter((one) => mayRun || !one.isDraft) };
  });
  const mayStart = mayStartMovement(person, all);
  return reply.page(<MovementsPage frame={request.frame()} {...{ movements, mayStart }} />);
}

async function showForm(
  request: Request,
  reply: Reply,
  house: House,
  typed: Record<string, string | undefined>,
  faults: readonly FieldProblem[],
): Promise<Reply> {
  const movements = await loadMovements(house.db, house.today());
  must(mayStartMovement(personOf(request), movements), 'việc lập phong trào');
  const page = <MovementFormPage frame={request.frame()} {...{ typed, faults, movements }} />;
  return reply.page(page, faults.length > 0 ? 422 : 200);
}

async function start(request: Request, reply: Reply, house: House): Promise<Reply> {
  const typed = formFields(request);
  const wish = readMovement(typed);
  if ('faults' in wish) return showForm(request, reply, house, typed, wish.faults);
  const id = await startMovement(house, personOf(request), wish);
  return reply.done(
    `/plans/new?movement=${id}`,
    `Đã lập phong trào “${wish.name}”. Bước tiếp theo là nhập kế hoạch.`,
  );
}
