import { showInstant, timeInVietnam } from '../../shared/day.ts';
import type { House } from '../../shared/house.ts';
import { Problem } from '../../shared/problem.ts';
import {
  formFields,
  found,
  idOf,
  must,
  personOf,
  type Reply,
  type Request,
  type Site,
} from '../../shared/web.ts';
import {
  mayApproveReport,
  mayPrepareReport,
  mayReadFigures,
  mayReadReport,
  mayReceiveReport,
} from '../reporting.policy.ts';
import { afterStep, isDraft, isEditable, type Step } from './report.ts';
import { ReportFormPage, type ReportFormPageProps } from './report-form.pages.tsx';
import { type ReportAbilities, ReportReadPage } from './report-read.pages.tsx';
import { loadReviewedView } from './report-view.actions.ts';
import type { ReportView } from './report-view.ts';
import {
  fillAfterAll,
  prepareReport,
  reportNil,
  returnFigures,
  type SaveOutcome,
  saveDraft,
  takeStep,
} from './reports.actions.ts';
import { givingBack, seenVersion, sentDraft } from './sent-draft.routes.tsx';
import { takeFromReview } from './take-from-review.actions.ts';

const POLICY = { config: { door: 'policy' } } as const;

/** The pages of one report and the steps that are taken with it. */
export function reportsRoutes(site: Site, house: House): void {
  site.get('/reports/:id', POLICY, async (request, reply) =>
    reply.page(reportPage(request, house, await askedView(request, house))),
  );
  site.post('/reports/:id/values', POLICY, (request, reply) =>
    givingBack(request, reply, house, () => save(request, reply, house)),
  );
  site.post('/reports/:id/review', POLICY, (request, reply) =>
    givingBack(request, reply, house, () => takeReview(request, reply, house)),
  );
  for (const step of ['prepare', 'approve'] as const)
    site.post(`/reports/:id/${step}`, POLICY, (request, reply) =>
      givingBack(request, reply, house, () => send(request, reply, house, step)),
    );
  site.post('/reports/:id/nil', POLICY, (request, reply) => sendNil(request, reply, house));
  site.post('/reports/:id/fill', POLICY, async (request, reply) => {
    await fillAfterAll(house, personOf(request), reportId(request));
    return reply.done(`/reports/${reportId(request)}`, 'Đã mở lại biểu để điền số liệu.');
  });
  for (const [path, step] of STEP_PATHS)
    site.post(`/reports/:id/${path}`, POLICY, (request, reply) =>
      walk(request, reply, house, step),
    );
  site.post('/reports/:id/return', POLICY, (request, reply) => sendReturn(request, reply, house));
}

const STEP_PATHS: readonly (readonly [string, Step])[] = [
  ['send-back', 'sendBack'],
  ['recall', 'recall'],
  ['receive', 'receive'],
  ['accept', 'accept'],
];

const SAID: Record<Step, string> = {
  prepare: 'Đã trình lãnh đạo duyệt. Lãnh đạo sẽ thấy báo cáo ở “Việc của tôi”.',
  approve: 'Đã duyệt và nộp báo cáo.',
  sendBack: 'Đã trả về cho người lập để sửa.',
  recall: 'Đã rút lại. Báo cáo mở lại để sửa; hãy nộp lại trước hạn.',
  receive: 'Đã tiếp nhận. Hãy xem từng phần rồi chấp nhận hoặc trả lại chỗ chưa được.',
  sendReturn: 'Đã trả lại các chỗ đã ghi lý do; phần còn lại được chấp nhận và đã cộng vào tổng.',
  accept: 'Đã chấp nhận. Số liệu đã cộng vào tổng của tỉnh.',
};

const THIS = 'báo cáo này';

function reportId(request: Request): string {
  return idOf(request, 'id', THIS);
}

async function askedView(request: Request, house: House): Promise<ReportView> {
  const view = found(await loadReviewedView(house.db, reportId(request)), THIS);
  must(mayReadReport(personOf(request), view.report), THIS);
  return view;
}

/** The unit's own people get the form while it is open to them; all others read. */
function reportPage(
  request: Request,
  house: House,
  view: ReportView,
  more: Partial<ReportFormPageProps> = {},
) {
  const person = personOf(request);
  const mayPrepare = mayPrepareReport(person, view.report);
  const mayApprove = mayApproveReport(person, view.report);
  const frame = request.frame();
  const today = house.today();
  if (isEditable(view.report.status) && (mayPrepare || mayApprove)) {
    const props = { frame, view, today, mayPrepare, mayApprove, loadedAt: house.now(), ...more };
    return <ReportFormPage {...props} />;
  }
  const draft = !mayReadFigures(person, view.report, isDraft(view.report.status));
  return <ReportReadPage {...{ frame, view, today, draft }} abilities={abilities(request, view)} />;
}

function abilities(request: Request, { report }: ReportView): ReportAbilities {
  const person = personOf(request);
  const next = (step: Step) => afterStep(report.status, step) !== undefined;
  const own = mayPrepareReport(person, report) || mayApproveReport(person, report);
  const receiving = mayReceiveReport(person, report) && !own;
  return {
    approve: next('approve') && mayApproveReport(person, report),
    sendBack: next('sendBack') && mayApproveReport(person, report),
    recall: next('recall') && own,
    receive: next('receive') && receiving,
    sendReturn: next('sendReturn') && receiving,
    accept: next('accept') && receiving,
  };
}

async function save(request: Request, reply: Reply, house: House): Promise<Reply> {
  const draft = sentDraft(request);
  const outcome = await saveDraft(house, personOf(request), reportId(request), draft);
  if (request.headers.accept === 'application/json')
    return reply.send({
      saved: `Đã lưu ${timeInVietnam(outcome.at)}`,
      at: outcome.at.getTime(),
      faults: outcome.faults,
    });
  if (outcome.faults.length > 0) return showAgain(request, reply, house, outcome.faults, false);
  return reply.done(`/reports/${reportId(request)}`, savedWords(outcome));
}

function savedWords({ saved, at }: SaveOutcome): string {
  if (saved === 0) return 'Không có gì thay đổi so với bản đã lưu.';
  return `Đã lưu ${saved} ô lúc ${showInstant(at)}.`;
}

/** Takes the numbers of the review of households into the draft; what was typed is saved first. */
async function takeReview(request: Request, reply: Reply, house: House): Promise<Reply> {
  const draft = sentDraft(request);
  const { filled, faults } = await takeFromReview(
    house,
    personOf(request),
    reportId(request),
    draft,
  );
  if (faults.length > 0) return showAgain(request, reply, house, faults, false, new Set(filled));
  const words =
    filled.length > 0
      ? `Đã lấy ${filled.length} số từ rà soát vào báo cáo.`
      : 'Không có ô trống nào để điền; các số từ rà soát đã là số mới nhất.';
  return reply.done(`/reports/${reportId(request)}`, words);
}

/** Nothing typed is lost: the same form again, with what was typed and what to mend. */
async function showAgain(
  request: Request,
  reply: Reply,
  house: House,
  faults: SaveOutcome['faults'],
  trying: boolean,
  filled: ReadonlySet<string> = new Set(),
): Promise<Reply> {
  const { typed: sent, reasons } = sentDraft(request);
  const typed = new Map([...sent].filter(([slug]) => !filled.has(slug)));
  const view = await askedView(request, house);
  return reply.page(reportPage(request, house, view, { typed, reasons, faults, trying }), 422);
}

async function send(
  request: Request,
  reply: Reply,
  house: House,
  step: 'prepare' | 'approve',
): Promise<Reply> {
  const wish = { reportId: reportId(request), version: seenVersion(request), step };
  const draft = sentDraft(request);
  try {
    if (draft.typed.size > 0) await prepareReport(house, personOf(request), wish, draft);
    else await takeStep(house, personOf(request), wish);
  } catch (error) {
    if (!(error instanceof Problem) || error.key !== 'reportIncomplete') throw error;
    return showAgain(request, reply, house, draft.typed.size > 0 ? error.fields : [], true);
  }
  return reply.done(`/reports/${wish.reportId}`, SAID[step]);
}

async function sendNil(request: Request, reply: Reply, house: House): Promise<Reply> {
  const person = personOf(request);
  const { report } = await askedView(request, house);
  const step = mayApproveReport(person, report) ? 'approve' : 'prepare';
  await reportNil(house, person, { reportId: report.id, version: seenVersion(request), step });
  return reply.done(`/reports/${report.id}`, `Đã báo “không có phát sinh”. ${SAID[step]}`);
}

async function walk(request: Request, reply: Reply, house: House, step: Step): Promise<Reply> {
  const { note } = formFields(request);
  const wish = { reportId: reportId(request), version: seenVersion(request), step, note };
  await takeStep(house, personOf(request), wish);
  return reply.done(`/reports/${wish.reportId}`, SAID[step]);
}

async function sendReturn(request: Request, reply: Reply, house: House): Promise<Reply> {
  const reasons = new Map(
    Object.entries(formFields(request)).flatMap(([name, value]) =>
      name.startsWith('return.') && value?.trim() ? [[name.slice('return.'.length), value]] : [],
    ),
  );
  const wish = { reportId: reportId(request), version: seenVersion(request) };
  await returnFigures(house, personOf(request), wish, reasons);
  return reply.done(`/reports/${wish.reportId}`, SAID.sendReturn);
}
