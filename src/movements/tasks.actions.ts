import type { Person } from '../people/person.ts';
import { act, type EventNote } from '../shared/act.actions.ts';
import { addDays } from '../shared/day.ts';
import type { House, Tx } from '../shared/house.ts';
import { newId } from '../shared/identity.ts';
import { Problem } from '../shared/problem.ts';
import { found } from '../shared/web.ts';
import { loadPlanIdOf } from './clauses.sql.ts';
import { planToRun } from './plans.actions.ts';
import type { ResultWish, TaskWish } from './task-draft.ts';

type Change<T> = (tx: Tx, now: Date) => Promise<[T, EventNote]>;

/** A task for a clause, answered for by the roles chosen. Gives the task's id. */
export function addTask(
  house: House,
  person: Person,
  clauseId: string,
  wish: TaskWish,
): Promise<string> {
  return atClause(house, person, clauseId, async (tx) => {
    const id = newId();
    const { count } = await tx
      .selectFrom('tasks')
      .where('clause_id', '=', clauseId)
      .select(({ fn }) => fn.countAll<number>().as('count'))
      .executeTakeFirstOrThrow();
    await tx
      .insertInto('tasks')
      .values({ id, clause_id: clauseId, position: Number(count), ...rowOf(wish) })
      .execute();
    await insertRoles(tx, id, wish);
    return [id, { noun: 'task', subjectId: id, verb: 'add', detail: { clauseId, ...wish } }];
  });
}

/** Says a task anew: its name, roles, due rule and kind of proof. */
export function rewriteTask(
  house: House,
  person: Person,
  taskId: string,
  wish: TaskWish,
): Promise<void> {
  return atTask(house, person, taskId, async (tx) => {
    await tx.updateTable('tasks').set(rowOf(wish)).where('id', '=', taskId).execute();
    await tx.deleteFrom('task_roles').where('task_id', '=', taskId).execute();
    await insertRoles(tx, taskId, wish);
    return [undefined, { noun: 'task', subjectId: taskId, verb: 'rewrite', detail: wish }];
  });
}

/** From today nobody is asked for the task any more; what it was stays readable. */
export function endTask(house: House, person: Person, taskId: string): Promise<void> {
  return atTask(house, person, taskId, async (tx) => {
    const lastDay = addDays(house.today(), -1);
    await tx.updateTable('tasks').set({ valid_to: lastDay }).where('id', '=', taskId).execute();
    return [undefined, { noun: 'task', subjectId: taskId, verb: 'end', detail: { lastDay } }];
  });
}

/** Writes down that a task was done in a year, and its proof. Once a year; the log keeps who. */
export function recordResult(
  house: House,
  person: Person,
  taskId: string,
  { year, doneOn, proof }: ResultWish,
): Promise<void> {
  return atTask(house, person, taskId, async (tx, at) => {
    const { numInsertedOrUpdatedRows } = await tx
      .insertInto('task_results')
      .values({
        ...{ task_id: taskId, year, done_on: doneOn, proof, at },
        ...{ person_id: person.id, person_name: person.name },
      })
      .onConflict((conflict) => conflict.columns(['task_id', 'year']).doNothing())
      .executeTakeFirst();
    if (numInsertedOrUpdatedRows === 0n)
      throw new Problem('alreadyExists', { what: `Kết quả năm ${year} của nhiệm vụ này` });
    const detail = { year, doneOn, proof };
    return [undefined, { noun: 'taskResult', subjectId: taskId, verb: 'record', detail }];
  });
}

function rowOf({ name, due, evidence }: TaskWish) {
  return { name, due_rule: JSON.stringify(due), evidence };
}

async function insertRoles(tx: Tx, task_id: string, wish: TaskWish): Promise<void> {
  const rows = [
    ...wish.lead.map((role) => ({ task_id, role, part: 'lead' })),
    ...wish.with.map((role) => ({ task_id, role, part: 'with' })),
  ];
  await tx.insertInto('task_roles').values(rows).execute();
}

/** A change of what hangs on a clause, by those who run its movement; the plan waits locked. */
export function atClause<T>(
  house: House,
  person: Person,
  clauseId: string,
  change: Change<T>,
): Promise<T> {
  return act(house, person, async (tx, now) => {
    const planId = found(await loadPlanIdOf(tx, clauseId), 'khoản mục này');
    await planToRun(tx, house, person, planId);
    return change(tx, now);
  });
}

function atTask<T>(house: House, person: Person, taskId: string, change: Change<T>): Promise<T> {
  return act(house, person, async (tx, now) => {
    const row = await tx
      .selectFrom('tasks as t')
      .innerJoin('clauses as c', 'c.id', 't.clause_id')
      .where('t.id', '=', taskId)
      .select('c.plan_id')
      .executeTakeFirst();
    await planToRun(tx, house, person, found(row, 'nhiệm vụ này').plan_id);
    return change(tx, now);
  });
}
