import { createHash } from 'node:crypto';
import type { Person } from '../people/person.ts';
import { act } from '../shared/act.actions.ts';
import type { House, Tx } from '../shared/house.ts';
import { newId } from '../shared/identity.ts';
import { Problem } from '../shared/problem.ts';
import { found } from '../shared/web.ts';
import { mustRun } from './movements.actions.ts';
import type { PlanHead } from './plan-head.ts';
import { planRows } from './plan-rows.ts';
import { insertPlan, loadPlan, loadTitleOfFile } from './plans.sql.ts';
import { readPlanFile, readPlanText } from './reading/plan-file.ts';
import { parsePlan } from './reading/plan-parsing.ts';
import type { StoredPlan } from './stored-plan.ts';

/** A plan's file as it was chosen; pasted text comes as its UTF-8 bytes and says so. */
export interface PlanUpload {
  readonly movementId: string;
  /** Ends in `.docx`, `.md` or `.txt`, unless `pasted`. */
  readonly fileName: string;
  readonly bytes: Uint8Array;
  readonly pasted?: boolean;
}

/**
 * Reads a plan's file into a draft of the movement and gives the draft's id. Kept as a draft at
 * once rather than carried through a form: a tree of a hundred clauses takes an hour to look
 * through, and must survive a lost connection and be open to a colleague. A draft is seen by
 * nobody else and can be discarded. Throws `planAlreadyThere` for the same bytes again, and what
 * `readPlanFile` throws.
 */
export async function importPlan(
  house: House,
  person: Person,
  { movementId, fileName, bytes, pasted }: PlanUpload,
): Promise<string> {
  const today = house.today();
  await mustRun(house.db, person, movementId, today, 'việc nhập kế hoạch');
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  await refuseAgain(house, movementId, sha256);
  const paragraphs = pasted
    ? readPlanText(new TextDecoder().decode(bytes))
    : readPlanFile(fileName, bytes);
  const parsed = parsePlan(paragraphs);
  return act(house, person, async (tx, now) => {
    const file = { movementId, name: fileName, bytes, sha256 };
    const rows = planRows(parsed, { ...file, importedAt: now, importedBy: person.id }, newId);
    await insertPlan(tx, rows);
    const detail = { fileName, clauses: rows.clauses.length, notices: rows.notices.length };
    return [rows.plan.id, { noun: 'plan', subjectId: rows.plan.id, verb: 'import', detail }];
  });
}

async function refuseAgain(house: House, movementId: string, sha256: string): Promise<void> {
  const title = await loadTitleOfFile(house.db, movementId, sha256);
  if (title !== undefined) throw new Problem('planAlreadyThere', { title });
}

/** The draft becomes the movement's plan: everyone reads it, tasks may hang on it. */
export function adoptPlan(house: House, person: Person, planId: string): Promise<void> {
  return act(house, person, async (tx) => {
    const plan = await planToRun(tx, house, person, planId);
    await tx.updateTable('plans').set({ is_draft: false }).where('id', '=', plan.id).execute();
    return [undefined, { noun: 'plan', subjectId: plan.id, verb: 'adopt' }];
  });
}

/** Takes a draft away with all its rows. Throws `planNotDraft` once it is in force. */
export function discardPlan(house: House, person: Person, planId: string): Promise<void> {
  return act(house, person, async (tx) => {
    const plan = await planToRun(tx, house, person, planId);
    if (!plan.isDraft) throw new Problem('planNotDraft');
    await tx.deleteFrom('plans').where('id', '=', plan.id).execute();
    const detail = { title: plan.title, fileName: plan.fileName };
    return [undefined, { noun: 'plan', subjectId: plan.id, verb: 'discard', detail }];
  });
}

/** Writes the head of a plan as the person typed it: a blank number or day filled in later. */
export function rewriteHead(
  house: House,
  person: Person,
  planId: string,
  { number, symbol, title, place, issuedOn, issuerName, version }: PlanHead,
): Promise<void> {
  return act(house, person, async (tx) => {
    const plan = await planToRun(tx, house, person, planId);
    mustBeAsSeen(plan, version);
    const issuedYear = issuedOn ? Number(issuedOn.slice(0, 4)) : plan.issuedYear;
    const head = { number, symbol, title, place, issuer_name: issuerName };
    await tx
      .updateTable('plans')
      .set({ ...head, issued_on: issuedOn, issued_year: issuedYear, version: plan.version + 1 })
      .where('id', '=', plan.id)
      .execute();
    const detail = { before: { number: plan.number, title: plan.title }, ...head, issuedOn };
    return [undefined, { noun: 'plan', subjectId: plan.id, verb: 'rewrite', detail }];
  });
}

/** Somebody has looked at a notice: it leaves the list of open ones, and stays readable. */
export function settleNotice(
  house: House,
  person: Person,
  planId: string,
  noticeId: string,
): Promise<void> {
  return act(house, person, async (tx, now) => {
    const plan = await planToRun(tx, house, person, planId);
    const { numUpdatedRows } = await tx
      .updateTable('plan_notices')
      .set({ settled_at: now })
      .where('id', '=', noticeId)
      .where('plan_id', '=', plan.id)
      .where('settled_at', 'is', null)
      .executeTakeFirst();
    if (numUpdatedRows === 0n) throw new Problem('notFound', { what: 'điều cần xem lại này' });
    return [undefined, { noun: 'planNotice', subjectId: noticeId, verb: 'settle' }];
  });
}

/** The plan, locked until commit, after it is sure that the person runs its movement. */
export async function planToRun(
  tx: Tx,
  house: House,
  person: Person,
  planId: string,
): Promise<StoredPlan> {
  const plan = found(await loadPlan(tx, planId, 'lock'), 'kế hoạch này');
  await mustRun(tx, person, plan.movementId, house.today(), 'kế hoạch này');
  return plan;
}

/** Two editors at once: the later one is told instead of writing over the earlier. */
export function mustBeAsSeen(plan: StoredPlan, version: number): void {
  if (plan.version !== version) throw new Problem('changedMeanwhile', { what: 'Kế hoạch' });
}
