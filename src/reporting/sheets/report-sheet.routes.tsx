import type { House } from '../../shared/house.ts';
import { isId } from '../../shared/identity.ts';
import { Problem } from '../../shared/problem.ts';
import { markedName, sendWorkbook } from '../../shared/sheet/workbook-reply.ts';
import { writeSheet } from '../../shared/sheet/write.ts';
import {
  found,
  idOf,
  must,
  param,
  personOf,
  type Reply,
  type Request,
  type Site,
} from '../../shared/web.ts';
import { mayApproveReport, mayPrepareReport, mayReadFigures } from '../reporting.policy.ts';
import { isDraft } from '../reports/report.ts';
import { loadReportView } from '../reports/report-view.sql.ts';
import type { ReportView } from '../reports/report-view.ts';
import { mustTakeWriting } from '../reports/reports.actions.ts';
import { type SentFile, takeSheet } from './report-sheet.actions.ts';
import { ReportSheetPage, type ReportSheetPageProps } from './report-sheet.pages.tsx';
import { loadMarkedSheet } from './report-sheet.sql.ts';
import { reportSheet, sheetFileName } from './report-sheet.ts';
import { roundListRoutes } from './round-list.routes.ts';

const POLICY = { config: { door: 'policy' } } as const;
const THIS = 'báo cáo này';

/** A report as a spreadsheet: out, in, and back with what to mend. */
export function reportSheetRoutes(site: Site, house: House): void {
  site.get('/reports/:id/sheet.xlsx', POLICY, async (request, reply) => {
    const view = await askedView(request, house);
    const draft = isDraft(view.report.status);
    must(mayReadFigures(personOf(request), view.report, draft), THIS);
    const bytes = await writeSheet(reportSheet(view, house.now()));
    return sendWorkbook(reply, sheetFileName(view), bytes);
  });
  site.get('/reports/:id/sheet', POLICY, async (request, reply) =>
    showPage(request, reply, house, await ownView(request, house)),
  );
  site.post('/reports/:id/sheet', POLICY, (request, reply) => take(request, reply, house));
  site.get('/reports/:id/sheet/returned/:sheetId', POLICY, (request, reply) =>
    giveBack(request, reply, house),
  );
  roundListRoutes(site, house);
}

async function askedView(request: Request, house: House): Promise<ReportView> {
  return found(await loadReportView(house.db, idOf(request, 'id', THIS)), THIS);
}

/** The report of the person's own unit. */
async function ownView(request: Request, house: House): Promise<ReportView> {
  const view = await askedView(request, house);
  const person = personOf(request);
  must(mayPrepareReport(person, view.report) || mayApproveReport(person, view.report), THIS);
  return view;
}

function showPage(
  request: Request,
  reply: Reply,
  house: House,
  view: ReportView,
  more: Partial<ReportSheetPageProps> = {},
  status = 200,
): Reply {
  const closed = whyClosed(view, house);
  const props = { frame: request.frame(), view, closed, ...more };
  return reply.page(<ReportSheetPage {...props} />, status);
}

function whyClosed(view: ReportView, house: House): string | undefined {
  try {
    mustTakeWriting(view, house.today());
    return undefined;
  } catch (problem) {
    if (problem instanceof Problem) return problem.message;
    throw problem;
  }
}

async function take(request: Request, reply: Reply, house: House): Promise<Reply> {
  const view = await ownView(request, house);
  const { id } = view.report;
  try {
    const file = await sentFile(request);
    const outcome = await takeSheet(house, personOf(request), id, file);
    if (outcome.taken) return reply.done(`/reports/${id}`, takenWords(outcome));
    return showPage(request, reply, house, view, { refused: outcome }, 422);
  } catch (problem) {
    if (!(problem instanceof Problem) || problem.status === 403) throw problem;
    const { message, status } = problem;
    return showPage(request, reply, house, view, { message }, status);
  }
}

function takenWords({ filled, changed }: { filled: number; changed: number }): string {
  const change = changed === 0 ? 'không ô nào đổi' : `${changed} ô đổi`;
  return `Đã nhận ${filled} số liệu từ tệp Excel; ${change} so với bản đã lưu.`;
}

async function sentFile(request: Request): Promise<SentFile> {
  const part = request.isMultipart() ? await request.file() : undefined;
  if (!part?.filename) throw new Problem('fileNotChosen');
  return { name: part.filename.normalize('NFC'), bytes: await part.toBuffer() };
}

async function giveBack(request: Request, reply: Reply, house: House): Promise<Reply> {
  const { report } = await ownView(request, house);
  const id = param(request, 'sheetId');
  const sheet = isId(id) ? await loadMarkedSheet(house.db, report.id, id) : undefined;
  const { fileName, bytes } = found(sheet, 'tệp này; tệp có ghi lỗi chỉ được giữ bảy ngày');
  return sendWorkbook(reply, markedName(fileName), bytes);
}
