import type { House } from '../shared/house.ts';
import { found, param, personOf, type Reply, type Request, type Site } from '../shared/web.ts';
import { loadBoard } from './board.sql.ts';
import { boardOf } from './board.ts';
import { ClausePage } from './clause.pages.tsx';
import { planOfClause, readerOf, rightsAt } from './plans.routes.tsx';

/** The page of one clause. */
export function clausesRoutes(site: Site, house: House): void {
  site.get('/clauses/:id', { config: { door: 'policy' } }, (request, reply) =>
    showClause(request, reply, house),
  );
}

async function showClause(request: Request, reply: Reply, house: House): Promise<Reply> {
  const { plan, clause, view } = await clauseOf(request, house, param(request, 'id'), 'read');
  return reply.page(<ClausePage frame={request.frame()} {...{ plan, clause, view }} />);
}

/** A clause of the outline with its plan and margin, for those who may read or run it. */
export async function clauseOf(
  request: Request,
  house: House,
  clauseId: string,
  to: 'read' | 'run',
) {
  const person = personOf(request);
  const plan = await planOfClause(house, clauseId);
  const mayRun = await rightsAt(house, person, plan, to);
  const today = house.today();
  const source = await loadBoard(house.db, plan, today);
  const clause = found(
    boardOf(source, today).find(({ row }) => row.id === clauseId),
    'khoản mục này',
  );
  const { roles } = source;
  const view = { today, roles, mayRun, ...readerOf(person, roles) };
  return { plan, clause, view, person };
}
