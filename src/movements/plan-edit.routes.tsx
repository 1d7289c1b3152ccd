import type { House } from '../shared/house.ts';
import { isId } from '../shared/identity.ts';
import { type FieldProblem, Problem } from '../shared/problem.ts';
import { clean } from '../shared/vietnamese.ts';
import {
  formFields,
  found,
  param,
  personOf,
  query,
  type Reply,
  type Request,
  type Site,
} from '../shared/web.ts';
import { CLAUSE_STEPS, type ClauseStep, type ClauseWords } from './clause-steps.ts';
import {
  addClause,
  moveClause,
  rewriteClause,
  rewritePart,
  splitClause,
} from './clauses.actions.ts';
import { CLAUSE_KINDS, type ClauseKind } from './plan-clause.ts';
import {
  PART_WORDS,
  PlanEditPage,
  type PlanEditPageProps,
  type TreeRow,
} from './plan-edit.pages.tsx';
import { readHead, readVersion } from './plan-head.ts';
import { anchorOf } from './plan-paper.pages.tsx';
import { type RowTree, treesOf } from './plan-tree.ts';
import { rewriteHead, settleNotice } from './plans.actions.ts';
import { askedPlan, planOfClause, rightsAt } from './plans.routes.tsx';
import { loadClauses, loadNotices, loadPlan } from './plans.sql.ts';
import { outlineRows, type PartKind, type StoredClause, type StoredPlan } from './stored-plan.ts';

const POLICY = { config: { door: 'policy' } } as const;
const MOST_LETTERS = 100_000;

/** Correcting the tree: each step a small form of its own, judged against what its page showed. */
export function planEditRoutes(site: Site, house: House): void {
  site.get('/plans/:id/edit', POLICY, async (request, reply) => {
    const { plan } = await askedPlan(request, house, 'run');
    return showEdit(request, reply, house, plan, { selectedId: query(request).clause });
  });
  site.post('/plans/:id/head', POLICY, (request, reply) => saveHead(request, reply, house));
  site.post('/plans/:id/clauses', POLICY, (request, reply) => add(request, reply, house));
  site.post('/plans/:id/parts/:part', POLICY, (request, reply) => savePart(request, reply, house));
  site.post('/plans/:id/notices/:notice/settle', POLICY, async (request, reply) => {
    const { plan, person } = await askedPlan(request, house, 'run');
    const notice = param(request, 'notice');
    const id = found(isId(notice) ? notice : undefined, 'điều cần xem lại này');
    await settleNotice(house, person, plan.id, id);
    return reply.done(`/plans/${plan.id}/edit#dieu-can-xem`, 'Đã ghi là đã xem.');
  });
  site.post('/clauses/:id/move', POLICY, (request, reply) => move(request, reply, house));
  site.post('/clauses/:id/rewrite', POLICY, (request, reply) => rewriteOne(request, reply, house));
  site.post('/clauses/:id/split', POLICY, (request, reply) => splitOne(request, reply, house));
}

type EditState = Pick<
  PlanEditPageProps,
  'selectedId' | 'typed' | 'typedFor' | 'faults' | 'message'
>;

async function showEdit(
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
async function tryAt(
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

async function saveHead(request: Request, reply: Reply, house: House): Promise<Reply> {
  const { plan, person } = await askedPlan(request, house, 'run');
  const typed = formFields(request);
  const state = { selectedId: undefined, typed, typedFor: 'head' } as const;
  const head = readHead(typed);
  if ('faults' in head)
    return showEdit(request, reply, house, plan, { ...state, faults: head.faults }, 422);
  return tryAt({ request, reply, house, planId: plan.id }, state, async () => {
    await rewriteHead(house, person, plan.id, head);
    return reply.done(`/plans/${plan.id}/edit`, 'Đã lưu đầu văn bản.');
  });
}

async function add(request: Request, reply: Reply, house: House): Promise<Reply> {
  const { plan, person } = await askedPlan(request, house, 'run');
  const typed = formFields(request);
  const text = clean(typed.text ?? '').slice(0, MOST_LETTERS);
  const state = { selectedId: undefined, typed, typedFor: 'added' } as const;
  if (text === '') {
    const message = 'Hãy ghi nội dung của mục cần thêm.';
    return showEdit(request, reply, house, plan, { ...state, message }, 422);
  }
  return tryAt({ request, reply, house, planId: plan.id }, state, async () => {
    const wish = { planId: plan.id, version: readVersion(typed), text };
    const id = await addClause(house, person, wish);
    return backTo(reply, house, plan.id, id, 'Đã thêm mục ở cuối cây.');
  });
}

async function savePart(request: Request, reply: Reply, house: House): Promise<Reply> {
  const { plan, person } = await askedPlan(request, house, 'run');
  const typed = formFields(request);
  const kind = found(
    (Object.keys(PART_WORDS) as PartKind[]).find(
      (one) => PART_WORDS[one] === param(request, 'part'),
    ),
    'phần này của kế hoạch',
  );
  const texts = (typed.texts ?? '').split(/\r?\n/).map(clean).filter(Boolean);
  const state = { selectedId: undefined, typed, typedFor: kind } as const;
  return tryAt({ request, reply, house, planId: plan.id }, state, async () => {
    await rewritePart(house, person, { planId: plan.id, version: readVersion(typed), kind, texts });
    return reply.done(`/plans/${plan.id}/edit`, `Đã lưu ${texts.length} đoạn.`);
  });
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

/** To where the clause stands now, its tools open; to the tree when the clause is gone. */
async function backTo(
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
