import type { Day } from '../shared/day.ts';
import type { Db } from '../shared/house.ts';
import type { BoardSource } from './board.ts';
import { loadClauseFigures } from './figures.sql.ts';
import { loadClauses } from './plans.sql.ts';
import type { StoredPlan } from './stored-plan.ts';
import { loadRoleReports, loadRoles, loadTargets, loadTasks } from './tasks.sql.ts';

/** The plan and its margin: seven statements at once, however many clauses there are. */
export async function loadBoard(db: Db, plan: StoredPlan, today: Day): Promise<BoardSource> {
  const { id, movementId } = plan;
  const [clauses, tasks, targets, roles, reports, figures] = await Promise.all([
    loadClauses(db, id),
    loadTasks(db, id),
    loadTargets(db, id),
    loadRoles(db, movementId, today),
    loadRoleReports(db, movementId, today),
    loadClauseFigures(db, movementId, Number(today.slice(0, 4))),
  ]);
  return { plan, clauses, tasks, targets, roles, reports, figures };
}
