import type { Person } from '../people/person.ts';
import { act } from '../shared/act.actions.ts';
import type { House, Tx } from '../shared/house.ts';
import { newId } from '../shared/identity.ts';
import { Problem } from '../shared/problem.ts';
import { found } from '../shared/web.ts';
import { CLAUSE_STEPS, type ClauseStep, type ClauseWords } from './clause-steps.ts';
import { hasBurden, loadPlanIdOf, storePart, storeTree } from './clauses.sql.ts';
import { rewrite, split } from './plan-moves.ts';
import { type PlanRow, rowFromText, staysBecause } from './plan-tree.ts';
import { mustBeAsSeen, planToRun } from './plans.actions.ts';
import { loadClauses } from './plans.sql.ts';
import { isOutline, outlineRows, type PartKind, type StoredClause } from './stored-plan.ts';
import { treeWrites } from './tree-writes.ts';

/** Which clause is corrected, and the version of the plan on the page where it was decided. */
export interface SeenClause {
  readonly clauseId: string;
  readonly version: number;
}

interface Correction {
  readonly verb: string;
  readonly detail?: Record<string, unknown>;
  /** The outline as it shall be. */
  readonly change: (rows: readonly PlanRow[], tx: Tx) => PlanRow[] | Promise<PlanRow[]>;
}

/** Moves, merges or removes a clause. Throws `changedMeanwhile`, `clauseStays`. Gives the plan's id. */
export function moveClause(
  house: House,
  person: Person,
  seen: SeenClause,
  step: ClauseStep,
): Promise<string> {
  return correct(house, person, seen, {
    verb: step,
    async change(rows, tx) {
      if (step === 'remove' && (await hasBurden(tx, seen.clauseId)))
        throw staysBecause('bỏ', 'mục còn nhiệm vụ hoặc chỉ tiêu');
      return CLAUSE_STEPS[step].move(rows, seen.clauseId);
    },
  });
}

/** Cuts a clause before the character `at` of its text. Throws as `moveClause`. */
export function splitClause(
  house: House,
  person: Person,
  seen: SeenClause,
  at: number,
): Promise<string> {
  const change = (rows: readonly PlanRow[]) => split(rows, seen.clauseId, at, newId());
  return correct(house, person, seen, { verb: 'split', detail: { at }, change });
}

/** Writes number, heading, kind and text of a clause, or the text of a paragraph around the outline. */
export function rewriteClause(
  house: House,
  person: Person,
  seen: SeenClause,
  words: ClauseWords,
): Promise<string> {
  return correct(house, person, seen, {
    verb: 'rewrite',
    detail: { words },
    change: (rows) => rewrite(rows, seen.clauseId, words),
  });
}

/** Adds a clause at the end of the outline; a number at the start of the text counts. */
export function addClause(
  house: House,
  person: Person,
  { planId, version, text }: { planId: string; version: number; text: string },
): Promise<string> {
  const clauseId = newId();
  return act(house, person, async (tx) => {
    const plan = await planToRun(tx, house, person, planId);
    mustBeAsSeen(plan, version);
    const kept = await loadClauses(tx, plan.id);
    const added = { ...rowFromText(clauseId, text), position: kept.length };
    await storeTree(tx, plan, treeWrites(kept, [...outlineRows(kept), added]));
    await countChange(tx, plan);
    const detail = { planId, text };
    return [clauseId, { noun: 'clause', subjectId: clauseId, verb: 'add', detail }];
  });
}

/** One correction of the outline: lock the plan, compare with what was seen, change, store. */
async function correct(
  house: House,
  person: Person,
  { clauseId, version }: SeenClause,
  { verb, detail, change }: Correction,
): Promise<string> {
  return act(house, person, async (tx) => {
    const planId = found(await loadPlanIdOf(tx, clauseId), 'khoản mục này');
    const plan = await planToRun(tx, house, person, planId);
    mustBeAsSeen(plan, version);
    const kept = await loadClauses(tx, planId);
    const before = found(
      kept.find((one) => one.id === clauseId),
      'khoản mục này',
    );
    if (!isOutline(before)) throw new Problem('notFound', { what: 'khoản mục này' });
    await storeTree(tx, plan, treeWrites(kept, await change(outlineRows(kept), tx)));
    await countChange(tx, plan);
    const note = { noun: 'clause', subjectId: clauseId, verb };
    return [planId, { ...note, detail: { planId, before: wordsOf(before), ...detail } }];
  });
}

function wordsOf({ path, heading, text }: StoredClause) {
  return { path, heading, text };
}

async function countChange(tx: Tx, plan: { id: string; version: number }): Promise<void> {
  const version = plan.version + 1;
  await tx.updateTable('plans').set({ version }).where('id', '=', plan.id).execute();
}

/** Writes all paragraphs of one part around the outline anew: one line, one row. */
export function rewritePart(
  house: House,
  person: Person,
  part: { planId: string; version: number; kind: PartKind; texts: readonly string[] },
): Promise<void> {
  return act(house, person, async (tx) => {
    const plan = await planToRun(tx, house, person, part.planId);
    mustBeAsSeen(plan, part.version);
    const kept = await loadClauses(tx, plan.id);
    const before = kept.filter((one) => one.kind === part.kind).map((one) => one.text);
    await storePart(tx, plan.id, part.kind, part.texts);
    await countChange(tx, plan);
    const detail = { part: part.kind, before, after: part.texts };
    return [undefined, { noun: 'plan', subjectId: plan.id, verb: 'rewritePart', detail }];
  });
}
