import type { Day } from '../shared/day.ts';
import type { ClauseFigure } from './clause-figures.ts';
import { type PlanRow, type RowTree, treesOf } from './plan-tree.ts';
import { outlineRows, type StoredClause, type StoredPlan } from './stored-plan.ts';
import type { Target } from './target.ts';
import type { RoleReports, RoleToday, Task } from './task.ts';
import {
  needsCare,
  standingOf,
  type TaskStanding,
  type TaskState,
  worstOf,
} from './task-standing.ts';

/** All that a plan and its margin are drawn from, as it is kept. */
export interface BoardSource {
  readonly plan: StoredPlan;
  readonly clauses: readonly StoredClause[];
  readonly tasks: readonly Task[];
  readonly targets: readonly Target[];
  readonly roles: readonly RoleToday[];
  readonly reports: readonly RoleReports[];
  readonly figures: readonly ClauseFigure[];
}

export interface PlacedTask {
  readonly task: Task;
  readonly standing: TaskStanding;
}

/** A clause with all that the system knows of it. */
export interface BoardClause {
  readonly row: PlanRow;
  readonly path: string;
  /** 1 is outermost; deeper than 4 looks like 4. */
  readonly level: 1 | 2 | 3 | 4;
  readonly tasks: readonly PlacedTask[];
  readonly targets: readonly Target[];
  readonly figures: readonly ClauseFigure[];
  /** The worst state of its tasks. */
  readonly state: TaskState | undefined;
  /** A last branch that nobody answers for: neither it nor a clause above it has a task. */
  readonly unanswered: boolean;
}

/** The outline in reading order, each clause with its tasks, targets and figures as of a day. */
export function boardOf(source: BoardSource, today: Day): BoardClause[] {
  const paths = new Map(source.clauses.map(({ id, path }) => [id, path]));
  const tasks = Map.groupBy(source.tasks, (task) => task.clauseId);
  const targets = Map.groupBy(source.targets, (target) => target.clauseId);
  const figures = Map.groupBy(source.figures, (figure) => figure.clausePath);
  const clausesOf = (trees: readonly RowTree[], depth: number, answered: boolean): BoardClause[] =>
    trees.flatMap(({ row, children }) => {
      const path = paths.get(row.id) ?? '';
      const own = (tasks.get(row.id) ?? []).map((task) => ({
        task,
        standing: standingOf(task, source.reports, today),
      }));
      const answeredHere = answered || own.some(({ task }) => !isOver(task, today));
      const clause = {
        ...{ row, path, level: Math.min(depth, 4) as BoardClause['level'], tasks: own },
        targets: targets.get(row.id) ?? [],
        figures: figures.get(path) ?? [],
        state: worstOf(own.map(({ standing }) => standing.state)),
        unanswered: children.length === 0 && !answeredHere,
      };
      return [clause, ...clausesOf(children, depth + 1, answeredHere)];
    });
  return clausesOf(treesOf(outlineRows(source.clauses)), 1, false);
}

function isOver(task: Task, today: Day): boolean {
  return task.validTo !== null && task.validTo < today;
}

/** The parts of a plan that a reader may ask for. */
export const SHOWINGS = {
  late: 'Chậm, cần chú ý',
  'no-task': 'Chưa có nhiệm vụ',
  mine: 'Việc của đơn vị tôi',
} as const;

export type Showing = keyof typeof SHOWINGS;

export function asShowing(text: string | undefined): Showing | undefined {
  return text !== undefined && Object.hasOwn(SHOWINGS, text) ? (text as Showing) : undefined;
}

/** Is a clause what the reader asked for? `ownRoles` are the roles that the reader's unit holds. */
export function isShown(
  clause: BoardClause,
  showing: Showing,
  ownRoles: ReadonlySet<string>,
): boolean {
  if (showing === 'no-task') return clause.unanswered;
  if (showing === 'late') return clause.tasks.some(({ standing }) => needsCare(standing.state));
  return clause.tasks.some(({ task }) =>
    [...task.lead, ...task.with].some((role) => ownRoles.has(role)),
  );
}

/** The clauses asked for with those above them, so that each stands in its place. */
export function shownClauses(
  board: readonly BoardClause[],
  showing: Showing | undefined,
  ownRoles: ReadonlySet<string>,
): readonly BoardClause[] {
  if (!showing) return board;
  const parents = new Map(board.map(({ row }) => [row.id, row.parentId]));
  const kept = new Set<string>();
  for (const clause of board.filter((one) => isShown(one, showing, ownRoles)))
    for (let id: string | null | undefined = clause.row.id; id; id = parents.get(id)) kept.add(id);
  return board.filter(({ row }) => kept.has(row.id));
}

/** The roles that a unit holds today. */
export function rolesHeldBy(roles: readonly RoleToday[], unitId: string): Set<string> {
  const held = roles.filter((role) => role.holders.some((holder) => holder.unitId === unitId));
  return new Set(held.map((role) => role.key));
}
