import type { Person } from '../../people/person.ts';
import { act, type EventNote } from '../../shared/act.actions.ts';
import { type Day, dayInVietnam } from '../../shared/day.ts';
import type { House, Tx } from '../../shared/house.ts';
import { type FieldProblem, Problem } from '../../shared/problem.ts';
import { found, must } from '../../shared/web.ts';
import { fieldsOf } from '../forms/form.ts';
import { mayApproveReport, mayPrepareReport, mayReceiveReport } from '../reporting.policy.ts';
import { isLocked } from '../rounds/deadline.ts';
import { type Draft, judgeDraft } from './draft.ts';
import { afterStep, isEditable, STATUS_NAMES, STEP_NAMES, type Step } from './report.ts';
import { acceptValues, addReturns, settleReturns, storeValues } from './report-values.sql.ts';
import { reviewedViewOf } from './report-view.actions.ts';
import type { ReportView } from './report-view.ts';
import { addStep, hasTaken, holdReport, moveReport } from './reports.sql.ts';

/** What a save came to: how many fields changed, and what could not be taken. */
export interface SaveOutcome {
  readonly saved: number;
  readonly faults: readonly FieldProblem[];
  readonly at: Date;
}

/**
 * Keeps a draft as typed. Right fields are stored even when others are wrong; those come
 * back as `faults`. Throws where the person may not write or the report takes no writing.
 */
export function saveDraft(
  house: House,
  person: Person,
  reportId: string,
  draft: Omit<Draft, 'personId'>,
): Promise<SaveOutcome> {
  return act(house, person, async (tx, now) => {
    const view = await holdView(tx, reportId);
    must(mayPrepareReport(person, view.report) || mayApproveReport(person, view.report), THIS);
    mustTakeWriting(view, dayInVietnam(now));
    const outcome = await store(tx, view, { ...draft, personId: person.id }, now);
    return [outcome, note(view, 'save', { fields: outcome.saved })];
  });
}

const THIS = 'báo cáo này';

async function store(tx: Tx, view: ReportView, draft: Draft, at: Date): Promise<SaveOutcome> {
  const { changes, faults } = judgeDraft(view.form, view.held, draft);
  await storeValues(tx, view.report.id, draft.personId, changes, at);
  return { saved: changes.length, faults, at };
}

/** A report and all about it, held against other writers until the transaction ends. */
export async function holdView(tx: Tx, reportId: string): Promise<ReportView> {
  return reviewedViewOf(tx, found(await holdReport(tx, reportId), THIS));
}

/** Throws the sentence why the report takes no writing today, if it takes none. */
export function mustTakeWriting({ report, round, extendedUntil }: ReportView, today: Day): void {
  if (!isEditable(report.status))
    throw new Problem('reportNotEditable', { status: STATUS_NAMES[report.status] });
  if (report.status === 'open') mustBeUnlocked(round, extendedUntil, today);
}

function mustBeUnlocked(round: ReportView['round'], extendedUntil: Day | null, today: Day): void {
  if (!round.closedAt && !isLocked(round, extendedUntil, today)) return;
  const [year, month, date] = round.locksOn.split('-');
  throw new Problem('reportClosed', { day: `${date}/${month}/${year}` });
}

/** One step of a report: who may, what must hold, what else is stored. */
interface StepRule {
  readonly may: (person: Person, report: ReportView['report']) => boolean;
  readonly before?: (view: ReportView, context: StepContext) => Promise<void> | void;
  readonly change?: (view: ReportView, now: Date) => { nil?: boolean; sent_on?: Day };
}

interface StepContext {
  readonly tx: Tx;
  readonly person: Person;
  readonly now: Date;
}

const RULES: Record<Step, StepRule> = {
  prepare: { may: mayPrepareReport, before: mustBeComplete },
  approve: {
    may: mayApproveReport,
    before: async (view, context) => {
      mustBeComplete(view, context);
      await settleReturns(context.tx, view.report.id, context.now);
    },
    change: ({ report }, now) => ({ sent_on: report.sentOn ?? dayInVietnam(now) }),
  },
  sendBack: { may: mayApproveReport },
  recall: {
    may: (person, report) => mayPrepareReport(person, report) || mayApproveReport(person, report),
    // After the lock it could never be sent again, and a report that came in time would be lost.
    before: ({ round, extendedUntil }, { now }) =>
      mustBeUnlocked(round, extendedUntil, dayInVietnam(now)),
  },
  receive: { may: mayReceiveReport, before: mustBeAnothers },
  sendReturn: { may: mayReceiveReport, before: mustBeAnothers },
  accept: {
    may: mayReceiveReport,
    before: async (view, context) => {
      await mustBeAnothers(view, context);
      await acceptValues(context.tx, view.report.id, []);
    },
  },
};

function mustBeComplete(view: ReportView, { now }: StepContext): void {
  if (view.report.status === 'open')
    mustBeUnlocked(view.round, view.extendedUntil, dayInVietnam(now));
  const { warnings } = view;
  if (warnings.length === 0) return;
  const fields = warnings.map(({ slug, message }) => ({ field: slug, message }));
  throw new Problem('reportIncomplete', { count: warnings.length }, fields);
}

/** Whoever typed a number that stands in it has written the report too, step or no step. */
async function mustBeAnothers(view: ReportView, { tx, person }: StepContext): Promise<void> {
  const wrote = [...view.held.values()].some(({ updatedById }) => updatedById === person.id);
  if (wrote || (await hasTaken(tx, view.report.id, person.id, ['prepare', 'approve'])))
    throw new Problem('ownReport');
}

/**
 * Takes one step with a report. `version` is the one that the person saw: had somebody been
 * faster, nothing happens and the person is told. The same press twice is one step.
 */
export function takeStep(
  house: House,
  person: Person,
  wish: { reportId: string; step: Step; version: number; note?: string | undefined },
): Promise<void> {
  return act(house, person, async (tx, now) => {
    const view = await holdView(tx, wish.reportId);
    await step(view, { tx, person, now }, wish);
    return [undefined, note(view, wish.step, { note: wish.note })];
  });
}

async function step(
  view: ReportView,
  context: StepContext,
  wish: { step: Step; version: number; note?: string | undefined; nil?: boolean },
): Promise<void> {
  const { report } = view;
  const rule = RULES[wish.step];
  must(rule.may(context.person, report), THIS);
  const to = afterStep(report.status, wish.step);
  if (!to || report.version !== wish.version) throw stepNotPossible(view, wish.step);
  await rule.before?.(view, context);
  const change = { ...rule.change?.(view, context.now), ...(wish.nil && { nil: true }) };
  if (!(await moveReport(context.tx, report, to, change))) throw stepNotPossible(view, wish.step);
  await addStep(context.tx, report.id, context.person.id, {
    step: wish.step,
    at: context.now,
    personName: context.person.name,
    positionTitle: context.person.title,
    note: wish.note?.trim() || null,
  });
}

function stepNotPossible({ report }: ReportView, wanted: Step): Problem {
  return new Problem('stepNotPossible', {
    status: STATUS_NAMES[report.status],
    step: STEP_NAMES[wanted].toLocaleLowerCase('vi'),
  });
}

/** Saves what is on the page and hands the report to the head, in one go. */
export function prepareReport(
  house: House,
  person: Person,
  wish: { reportId: string; version: number; step: 'prepare' | 'approve' },
  draft: Omit<Draft, 'personId'>,
): Promise<SaveOutcome> {
  return saveDraft(house, person, wish.reportId, draft).then(async (outcome) => {
    if (outcome.faults.length > 0)
      throw new Problem('reportIncomplete', { count: outcome.faults.length }, outcome.faults);
    await takeStep(house, person, wish);
    return outcome;
  });
}

/**
 * "Không có phát sinh": said once, it is neither zeros nor silence. Refused when the draft
 * already holds an amount other than 0, or words.
 */
export function reportNil(
  house: House,
  person: Person,
  wish: { reportId: string; version: number; step: 'prepare' | 'approve' },
): Promise<void> {
  return act(house, person, async (tx, now) => {
    const view = await holdView(tx, wish.reportId);
    mustTakeWriting(view, dayInVietnam(now));
    const filled = [...view.held.values()].some(
      (value) => value.amount || value.words || value.items,
    );
    if (filled) throw new Problem('nilHasFigures');
    await step({ ...view, warnings: [] }, { tx, person, now }, { ...wish, nil: true });
    return [undefined, note(view, 'reportNil')];
  });
}

/** Back from nil to an ordinary draft, while the unit still holds the report. */
export function fillAfterAll(house: House, person: Person, reportId: string): Promise<void> {
  return act(house, person, async (tx, now) => {
    const view = await holdView(tx, reportId);
    must(mayPrepareReport(person, view.report), THIS);
    mustTakeWriting(view, dayInVietnam(now));
    await moveReport(tx, view.report, view.report.status, { nil: false });
    return [undefined, note(view, 'fillAfterAll')];
  });
}

/**
 * Sends single figures or paragraphs back, each with a reason; all else in the report
 * counts as accepted from this commit on. Works on a received and on an accepted report.
 */
export function returnFigures(
  house: House,
  person: Person,
  wish: { reportId: string; version: number },
  reasons: ReadonlyMap<string, string>,
): Promise<void> {
  return act(house, person, async (tx, now) => {
    const view = await holdView(tx, wish.reportId);
    must(mayReceiveReport(person, view.report), THIS);
    const returns = chosenFields(view, reasons);
    await step(view, { tx, person, now }, { ...wish, step: 'sendReturn' });
    await addReturns(tx, view.report.id, person, returns, now);
    await acceptValues(
      tx,
      view.report.id,
      returns.map((one) => one.figureId),
    );
    const slugs = returns.map((one) => one.slug);
    return [undefined, note(view, 'sendReturn', { figures: slugs })];
  });
}

function chosenFields(view: ReportView, reasons: ReadonlyMap<string, string>) {
  const chosen = fieldsOf(view.form).flatMap(({ id, slug }) => {
    const reason = reasons.get(slug)?.trim();
    return reason ? [{ figureId: id, slug, reason }] : [];
  });
  if (chosen.length === 0) throw new Problem('returnNeedsReason');
  return chosen;
}

function note({ report }: ReportView, verb: string, detail: object = {}): EventNote {
  return { noun: 'report', subjectId: report.id, verb, detail };
}
