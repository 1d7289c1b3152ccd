import type { House } from '../shared/house.ts';
import type { FieldProblem } from '../shared/problem.ts';
import { clean } from '../shared/vietnamese.ts';
import {
  formFields,
  found,
  param,
  personOf,
  type Reply,
  type Request,
  type Site,
} from '../shared/web.ts';
import { CLAUSE_STEPS, type ClauseStep, type ClauseWords } from './clause-steps.ts';
import { moveClause, rewriteClause, splitClause } from './clauses.actions.ts';
import { backTo, showEdit, tryAt } from './edit-answer.routes.tsx';
import { readVersion } from './plan-head.ts';
import { planOfClause, rightsAt } from './plans.routes.tsx';
import { loadPlan } from './plans.sql.ts';
import { CLAUSE_KINDS, type ClauseKind } from './reading/plan-clause.ts';

const POLICY = { config: { door: 'policy' } } as const;
const MOST_LETTERS = 100_000;

/** What is done with one clause of the tree. */
export function clauseStepsRoutes(site: Site, house: House): void {
  site.post('/clauses/:id/move', POLICY, (request, reply) => move(request, reply, house));
  site.post('/clauses/:id/rewrite', POLICY, (request, reply) => rewriteOne(request, reply, house));
  site.post('/clauses/:id/split', POLICY, (request, reply) => splitOne(request, reply, house));
}

/** The clause of the address with its plan, for those who run the movement. */
async function askedClause(request: Request, house: House) {
  const person = personOf(request);
  const clauseId = param(request, 'id');
  const plan = await planOfClause(house, clauseId);
  await rightsAt(house, person, plan, 'run');
  const typed = formFields(request);
  return { person, typed, planId: plan.id, seen: { clauseId, version: readVersion(typed) } };
}

async function move(request: Request, reply: Reply, house: House): Promise<Reply> {
  const { person, typed, planId, seen } = await askedClause(request, house);
  const step = found(isStep(typed.step) ? typed.step : undefined, 'cách chuyển mục này');
  return tryAt({ request, reply, house, planId }, { selectedId: seen.clauseId }, async () => {
    await moveClause(house, person, seen, step);
    return backTo(reply, house, planId, seen.clauseId, CLAUSE_STEPS[step].done);
  });
}

function isStep(text: string | undefined): text is ClauseStep {
  return text !== undefined && Object.hasOwn(CLAUSE_STEPS, text);
}

async function rewriteOne(request: Request, reply: Reply, house: House): Promise<Reply> {
  const { person, typed, planId, seen } = await askedClause(request, house);
  const state = { selectedId: seen.clauseId, typed, typedFor: 'clause' } as const;
  const words = readWords(typed);
  if ('faults' in words) {
    const plan = found(await loadPlan(house.db, planId), 'kế hoạch này');
    return showEdit(request, reply, house, plan, { ...state, faults: words.faults }, 422);
  }
  return tryAt({ request, reply, house, planId }, state, async () => {
    await rewriteClause(house, person, seen, words);
    return backTo(reply, house, planId, seen.clauseId, 'Đã lưu mục.');
  });
}

function readWords(
  typed: Record<string, string | undefined>,
): ClauseWords | { readonly faults: readonly FieldProblem[] } {
  const kind = CLAUSE_KINDS.find((one) => one === typed.kind);
  const oneLine = (field: string) => clean((typed[field] ?? '').replace(/\s+/g, ' '));
  const text = oneLine('text');
  const faults: FieldProblem[] = [];
  if (!kind) faults.push({ field: 'kind', message: 'Hãy chọn loại mục.' });
  if (oneLine('marker').length > 40)
    faults.push({ field: 'marker', message: 'Số mục dài quá 40 chữ; hãy ghi vào tên mục.' });
  if (text.length > MOST_LETTERS)
    faults.push({ field: 'text', message: 'Nội dung dài quá; hãy tách thành nhiều mục.' });
  if (faults.length > 0) return { faults };
  return { kind: kind as ClauseKind, marker: oneLine('marker'), heading: oneLine('heading'), text };
}

async function splitOne(request: Request, reply: Reply, house: House): Promise<Reply> {
  const { person, typed, planId, seen } = await askedClause(request, house);
  const at = /^\d{1,6}$/.test(typed.at ?? '') ? Number(typed.at) : 0;
  return tryAt({ request, reply, house, planId }, { selectedId: seen.clauseId }, async () => {
    await splitClause(house, person, seen, at);
    return backTo(reply, house, planId, seen.clauseId, 'Đã tách thành hai mục.');
  });
}
