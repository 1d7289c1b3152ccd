import type { House } from '../shared/house.ts';
import { Problem } from '../shared/problem.ts';
import { found, type Reply, type Request } from '../shared/web.ts';
import type { EditView, TreeRow } from './edit-view.ts';
import { PlanEditPage } from './plan-edit.pages.tsx';
import { anchorOf } from './plan-paper.pages.tsx';
import { type RowTree, treesOf } from './plan-tree.ts';
import { loadClauses, loadNotices, loadPlan } from './plans.sql.ts';
import { outlineRows, type StoredClause, type StoredPlan } from './stored-plan.ts';

/** Which clause is open, and what was typed and not taken. */
export type EditState = Pick<EditView, 'selectedId' | 'typed' | 'typedFor' | 'faults' | 'message'>;

/** The correction page as the plan stands now. */
export async function showEdit(
  request: Request,
  reply: Reply,
  house: House,
  plan: StoredPlan,
  state: EditState,
  status = 200,
): Promise<Reply> {
  const [clauses, notices] = await Promise.all([
    loadClauses(house.db, plan.id),
    loadNotices(house.db, plan.id),
  ]);
  const tree = treeRows(clauses);
  const props = { plan, clauses, notices, tree, ...state };
  return reply.page(<PlanEditPage frame={request.frame()} {...props} />, status);
}

function treeRows(clauses: readonly StoredClause[]): TreeRow[] {
  const paths = new Map(clauses.map(({ id, path }) => [id, path]));
  const under = (trees: readonly RowTree[], depth: number): TreeRow[] =>
    trees.flatMap(({ row, children }) => [
      { row, path: paths.get(row.id) ?? '', depth },
      ...under(children, depth + 1),
    ]);
  return under(treesOf(outlineRows(clauses)), 1);
}

/** The page again with what was typed and why it was not taken; other troubles go their way. */
export async function tryAt(
  context: { request: Request; reply: Reply; house: House; planId: string },
  state: EditState,
  change: () => Promise<Reply>,
): Promise<Reply> {
  try {
    return await change();
  } catch (problem) {
    if (!(problem instanceof Problem) || ![409, 422].includes(problem.status)) throw problem;
    const { request, reply, house, planId } = context;
    const plan = found(await loadPlan(house.db, planId), 'kế hoạch này');
    const { message, status } = problem;
    return showEdit(request, reply, house, plan, { ...state, message }, status);
  }
}

/** To where the clause stands now, its tools open; to the tree when the clause is gone. */
export async function backTo(
  reply: Reply,
  house: House,
  planId: string,
  clauseId: string,
  said: string,
): Promise<Reply> {
  const clause = (await loadClauses(house.db, planId)).find((one) => one.id === clauseId);
  const address = `/plans/${planId}/edit`;
  if (!clause) return reply.done(`${address}#cay`, said);
  const anchor = encodeURIComponent(anchorOf(clause.path));
  return reply.done(`${address}?clause=${clause.id}#${anchor}`, said);
}
