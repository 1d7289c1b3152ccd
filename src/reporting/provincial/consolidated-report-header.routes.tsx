import type { House } from '../../shared/house.ts';
import { type FieldProblem, Problem } from '../../shared/problem.ts';
import {
  formFields,
  found,
  must,
  personOf,
  type Reply,
  type Request,
  type Site,
} from '../../shared/web.ts';
import type { Round } from '../rounds/round.ts';
import { askedRound } from '../rounds/rounds.routes.tsx';
import { editHeader } from './consolidated-report.actions.ts';
import { mayWriteDocument } from './consolidated-report.policy.ts';
import { loadDraft } from './consolidated-report.sql.ts';
import type { ReportDraft, ReportHeader } from './consolidated-report.ts';
import { ReportHeaderPage } from './consolidated-report-header.pages.tsx';
import { readHeader } from './consolidated-report-header.ts';
import { versionOf } from './consolidated-report-version.ts';

const POLICY = { config: { door: 'policy' } } as const;
const THIS = 'báo cáo cấp tỉnh của kỳ này';

/** The header of the draft: issuer, symbol, addressees, legal bases, signature, recipients. */
export function headerRoutes(site: Site, house: House): void {
  site.get('/rounds/:id/document/header', POLICY, async (request, reply) => {
    const { draft } = await writableDraft(request, house);
    return headerPage(request, reply, draft, typedHeader(draft.header), { faults: [] });
  });
  site.post('/rounds/:id/document/header', POLICY, (request, reply) =>
    saveHeader(request, reply, house),
  );
}

async function writableDraft(
  request: Request,
  house: House,
): Promise<{ round: Round; draft: ReportDraft }> {
  const round = await askedRound(request, house);
  must(mayWriteDocument(personOf(request), round), THIS);
  const draft = found(await loadDraft(house.db, round.id), 'dự thảo báo cáo của kỳ này');
  if (draft.status === 'issued') throw new Problem('documentIssued');
  return { round, draft };
}

/** The header as the texts of its form. */
function typedHeader(header: ReportHeader): Record<string, string> {
  const { addressees, legalBases, recipients, ...texts } = header;
  const lines = { addressees, legalBases, recipients };
  const joined = Object.entries(lines).map(([name, list]) => [name, list.join('\n')]);
  return { ...texts, ...Object.fromEntries(joined) };
}

interface Outcome {
  readonly faults: readonly FieldProblem[];
  readonly message?: string;
  readonly status?: number;
}

function headerPage(
  request: Request,
  reply: Reply,
  draft: ReportDraft,
  typed: Record<string, string | undefined>,
  { faults, message, status }: Outcome,
): Reply {
  const page = <ReportHeaderPage frame={request.frame()} {...{ draft, typed, faults, message }} />;
  return reply.page(page, status ?? (faults.length > 0 ? 422 : 200));
}

async function saveHeader(request: Request, reply: Reply, house: House): Promise<Reply> {
  const { round, draft } = await writableDraft(request, house);
  const typed = formFields(request);
  const { header, faults } = readHeader(typed, draft.header);
  if (faults.length > 0) return headerPage(request, reply, draft, typed, { faults });
  try {
    await editHeader(house, personOf(request), { round, version: versionOf(typed) }, header);
  } catch (error) {
    if (!(error instanceof Problem) || error.key !== 'changedMeanwhile') throw error;
    const { message, status } = error;
    const now = found(await loadDraft(house.db, round.id), THIS);
    return headerPage(request, reply, now, typed, { faults: [], message, status });
  }
  return reply.done(`/rounds/${round.id}/document`, 'Đã lưu phần đầu và nơi nhận.');
}
