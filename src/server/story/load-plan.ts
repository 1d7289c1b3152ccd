import { createHash } from 'node:crypto';
import { planRows } from '../../movements/plan-rows.ts';
import { CLAUSE_KINDS } from '../../movements/reading/plan-clause.ts';
import { readPlanFile } from '../../movements/reading/plan-file.ts';
import { parsePlan } from '../../movements/reading/plan-parsing.ts';
import type { Tx } from '../../shared/house.ts';
import { stableId } from '../../units/reference-ids.ts';
import { insertRows } from './insert-rows.ts';
import { figureId } from './load-forms.ts';
import { MOVEMENT_ID } from './load-movement.ts';
import type { Seed } from './seed.ts';
import type { TargetSeed, TaskSeed } from './seed-shapes.ts';

const FILE_NAME = 'ke-hoach-2022.md';

/** Finds the id of a clause by its path; throws where the plan has no such clause. */
type ClauseId = (path: string) => string;

/** The signed plan of 2022 with the tasks and targets on its clauses; gives their number. */
export async function loadPlan(tx: Tx, seed: Seed, importedBy: string, at: Date): Promise<number> {
  const parsed = parsePlan(readPlanFile(FILE_NAME, seed.planBytes));
  let count = 0;
  const file = {
    movementId: MOVEMENT_ID,
    name: FILE_NAME,
    bytes: seed.planBytes,
    sha256: createHash('sha256').update(seed.planBytes).digest('hex'),
    importedAt: at,
    importedBy,
  };
  const { plan, clauses, notices } = planRows(parsed, file, () => stableId(`plan:${count++}`));
  await tx.insertInto('plans').values(plan).execute();
  await insertRows(tx, 'clauses', clauses);
  await insertRows(tx, 'plan_notices', notices);
  const ids = new Map(clauses.map((clause) => [clause.path, clause.id]));
  const clauseId = (path: string) => {
    const id = ids.get(path);
    if (!id) throw new Error(`tasks.json: the plan has no clause ${path}`);
    return id;
  };
  await loadTasks(tx, seed.tasks.tasks, clauseId);
  await loadTargets(tx, seed.tasks.targets, clauseId);
  return clauses.filter(({ kind }) => CLAUSE_KINDS.some((known) => known === kind)).length;
}

async function loadTasks(tx: Tx, tasks: readonly TaskSeed[], clauseId: ClauseId): Promise<void> {
  const placed = tasks.map((task, place) => ({ id: stableId(`task:${task.name}`), place, task }));
  await insertRows(
    tx,
    'tasks',
    placed.map(({ id, place, task }) => ({
      id,
      clause_id: clauseId(task.clause),
      position: place,
      name: task.name,
      due_rule: task.due,
      evidence: task.evidence,
    })),
  );
  const roles = placed.flatMap(({ id, task }) => [
    ...task.lead.map((role) => ({ task_id: id, role, part: 'lead' })),
    ...task.with.map((role) => ({ task_id: id, role, part: 'with' })),
  ]);
  await insertRows(tx, 'task_roles', roles);
}

async function loadTargets(
  tx: Tx,
  targets: readonly TargetSeed[],
  clauseId: ClauseId,
): Promise<void> {
  const placed = targets.map((target) => ({ id: stableId(`target:${target.name}`), target }));
  await insertRows(
    tx,
    'targets',
    placed.map(({ id, target }, place) => ({
      id,
      clause_id: clauseId(target.clause),
      position: place,
      name: target.name,
      measure: target.measure,
      better: target.better,
      figure_id: target.figure && figureId(target.figure),
      source: target.source,
      confirmed: target.confirmed,
    })),
  );
  const values = placed.flatMap(({ id, target }) =>
    target.values.map(({ year, planned = null, reached = null, source, confirmed }) => ({
      target_id: id,
      year,
      planned,
      reached,
      source,
      confirmed,
    })),
  );
  await insertRows(tx, 'target_values', values);
}
