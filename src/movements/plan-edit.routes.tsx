import type { House } from '../shared/house.ts';
import { isId } from '../shared/identity.ts';
import { clean } from '../shared/vietnamese.ts';
import {
  formFields,
  found,
  param,
  query,
  type Reply,
  type Request,
  type Site,
} from '../shared/web.ts';
import { clauseStepsRoutes } from './clause-steps.routes.tsx';
import { addClause, rewritePart } from './clauses.actions.ts';
import { backTo, showEdit, tryAt } from './edit-answer.routes.tsx';
import { PART_WORDS } from './edit-view.ts';
import { readHead, readVersion } from './plan-head.ts';
import { rewriteHead, settleNotice } from './plans.actions.ts';
import { askedPlan } from './plans.routes.tsx';
import type { PartKind } from './stored-plan.ts';

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
  clauseStepsRoutes(site, house);
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
