import { showDay } from '../shared/day.ts';
import type { House } from '../shared/house.ts';
import { isId } from '../shared/identity.ts';
import type { FieldProblem } from '../shared/problem.ts';
import {
  formFields,
  formList,
  found,
  param,
  type Reply,
  type Request,
  type Site,
} from '../shared/web.ts';
import type { BoardClause } from './board.ts';
import { clauseOf } from './clauses.routes.tsx';
import { dueAsTyped } from './due-words.ts';
import { clauseLine } from './reading/plan-text.ts';
import type { Task } from './task.ts';
import { readResult, readTask } from './task-draft.ts';
import { ResultFormPage, TaskFormPage } from './task-form.pages.tsx';
import { addTask, endTask, recordResult, rewriteTask } from './tasks.actions.ts';
import { loadClauseIdOfTask } from './tasks.sql.ts';

const POLICY = { config: { door: 'policy' } } as const;

/** Tasks: given to roles, said anew, ended, done. All by those who run the movement. */
export function tasksRoutes(site: Site, house: House): void {
  site.get('/clauses/:id/tasks/new', POLICY, async (request, reply) => {
    const at = await clauseOf(request, house, param(request, 'id'), 'run');
    return taskPage(request, reply, at, { due: 'before', evidence: 'report' }, NOTHING_CHOSEN);
  });
  site.post('/clauses/:id/tasks', POLICY, (request, reply) => add(request, reply, house));
  site.get('/tasks/:id/edit', POLICY, async (request, reply) => {
    const at = await askedTask(request, house);
    const { name, evidence, due, lead, with: beside } = at.task;
    const typed = { name, evidence, ...dueAsTyped(due) };
    return taskPage(request, reply, at, typed, { lead, beside });
  });
  site.post('/tasks/:id/rewrite', POLICY, (request, reply) => save(request, reply, house));
  site.post('/tasks/:id/end', POLICY, async (request, reply) => {
    const { task, person, clause } = await askedTask(request, house);
    await endTask(house, person, task.id);
    return reply.done(addressOf(clause), 'Đã kết thúc nhiệm vụ; từ hôm nay không ai bị hỏi nữa.');
  });
  site.get('/tasks/:id/results/new', POLICY, async (request, reply) => {
    const today = house.today();
    const typed = { year: today.slice(0, 4), doneOn: showDay(today) };
    return resultPage(request, reply, await askedTask(request, house), typed, []);
  });
  site.post('/tasks/:id/results', POLICY, (request, reply) => record(request, reply, house));
}

type AtClause = Awaited<ReturnType<typeof clauseOf>> & { readonly task?: Task };
type AtTask = Awaited<ReturnType<typeof clauseOf>> & { readonly task: Task };
type Typed = Record<string, string | undefined>;
interface Chosen {
  readonly lead: readonly string[];
  readonly beside: readonly string[];
}
const NOTHING_CHOSEN: Chosen = { lead: [], beside: [] };

async function askedTask(request: Request, house: House): Promise<AtTask> {
  const id = param(request, 'id');
  const clauseId = isId(id) ? await loadClauseIdOfTask(house.db, id) : undefined;
  const at = await clauseOf(request, house, found(clauseId, 'nhiệm vụ này'), 'run');
  const placed = at.clause.tasks.find(({ task }) => task.id === id);
  return { ...at, task: found(placed, 'nhiệm vụ này').task };
}

export function addressOf(clause: BoardClause): string {
  return `/clauses/${clause.row.id}`;
}

/** The clause as a form names it: its label, and its words. */
export function namedClause({ row, path }: BoardClause) {
  return { id: row.id, path, words: clauseLine(row) };
}

function taskPage(
  request: Request,
  reply: Reply,
  { clause, view, task }: AtClause,
  typed: Typed,
  chosen: Chosen,
  faults: readonly FieldProblem[] = [],
): Reply {
  const action = task ? `/tasks/${task.id}/rewrite` : `${addressOf(clause)}/tasks`;
  const title = task ? 'Lưu nhiệm vụ' : 'Giao nhiệm vụ';
  const props = { action, title, clause: namedClause(clause), roles: view.roles, ...chosen };
  const page = <TaskFormPage frame={request.frame()} {...{ typed, faults }} {...props} />;
  return reply.page(page, faults.length > 0 ? 422 : 200);
}

function readForm(request: Request, at: AtClause) {
  const typed = formFields(request);
  const chosen = { lead: formList(request, 'lead'), beside: formList(request, 'with') };
  const known = at.view.roles.map((role) => role.key);
  const wish = readTask(typed, { lead: chosen.lead, with: chosen.beside }, known);
  return { typed, chosen, wish };
}

async function add(request: Request, reply: Reply, house: House): Promise<Reply> {
  const at = await clauseOf(request, house, param(request, 'id'), 'run');
  const { typed, chosen, wish } = readForm(request, at);
  if ('faults' in wish) return taskPage(request, reply, at, typed, chosen, wish.faults);
  await addTask(house, at.person, at.clause.row.id, wish);
  return reply.done(addressOf(at.clause), `Đã giao nhiệm vụ “${wish.name}”.`);
}

async function save(request: Request, reply: Reply, house: House): Promise<Reply> {
  const at = await askedTask(request, house);
  const { typed, chosen, wish } = readForm(request, at);
  if ('faults' in wish) return taskPage(request, reply, at, typed, chosen, wish.faults);
  await rewriteTask(house, at.person, at.task.id, wish);
  return reply.done(addressOf(at.clause), 'Đã lưu nhiệm vụ.');
}

function resultPage(
  request: Request,
  reply: Reply,
  { clause, task }: AtTask,
  typed: Typed,
  faults: readonly FieldProblem[],
): Reply {
  const named = { ...namedClause(clause), words: task.name };
  const props = { title: 'Ghi kết quả', action: `/tasks/${task.id}/results`, clause: named };
  const page = <ResultFormPage frame={request.frame()} {...{ typed, faults }} {...props} />;
  return reply.page(page, faults.length > 0 ? 422 : 200);
}

async function record(request: Request, reply: Reply, house: House): Promise<Reply> {
  const at = await askedTask(request, house);
  const typed = formFields(request);
  const wish = readResult(typed, house.today());
  if ('faults' in wish) return resultPage(request, reply, at, typed, wish.faults);
  await recordResult(house, at.person, at.task.id, wish);
  return reply.done(addressOf(at.clause), `Đã ghi kết quả năm ${wish.year}.`);
}
