import type { OfficialDocument } from '../../documents/official-document.ts';
import { showDay } from '../../shared/day.ts';
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
import { type BuiltDraft, buildDraft } from './consolidated-report.actions.ts';
import { mayIssueDocument, mayWriteDocument } from './consolidated-report.policy.ts';
import { blockFaults, notAccepted, readIssue } from './consolidated-report-checks.ts';
import { issueReport } from './consolidated-report-issue.actions.ts';
import { IssueReportPage } from './consolidated-report-issue.pages.tsx';
import { IssuedReportPage } from './consolidated-report-issued.pages.tsx';
import { issuedLinks } from './consolidated-report-links.pages.tsx';
import { nextNumber } from './consolidated-report-numbers.sql.ts';
import { versionOf } from './consolidated-report-version.ts';
import { watchDocument } from './erratum.actions.ts';

const POLICY = { config: { door: 'policy' } } as const;
const THIS = 'việc ban hành báo cáo này';

/** Issue: number, day, signer, and the page of what was issued. */
export function issueRoutes(site: Site, house: House): void {
  site.get('/rounds/:id/document/issue', POLICY, async (request, reply) => {
    const { built } = await issuable(request, house);
    const typed = await firstTyped(house, request, built);
    return issuePage(request, reply, built, typed, { problems: [] });
  });
  site.post('/rounds/:id/document/issue', POLICY, (request, reply) => issue(request, reply, house));
}

async function issuable(
  request: Request,
  house: House,
): Promise<{ round: Round; built: BuiltDraft }> {
  const round = await askedRound(request, house);
  const person = personOf(request);
  must(mayIssueDocument(person, round.receiverId) || mayIssueDocument(person, round.topId), THIS);
  const built = found(
    await buildDraft(house.db, round, house.today()),
    'dự thảo báo cáo của kỳ này',
  );
  must(mayIssueDocument(person, built.draft.issuerId), THIS);
  return { round, built };
}

/** The number that comes next, today, and the signer of the header or the person at the desk. */
async function firstTyped(house: House, request: Request, { draft }: BuiltDraft) {
  const year = Number(house.today().slice(0, 4));
  const next = await nextNumber(house.db, draft.issuerId, year, 'BC');
  return {
    number: String(next).padStart(2, '0'),
    date: showDay(house.today()),
    signing: draft.header.signing,
    signer: draft.header.signer || personOf(request).name,
  };
}

interface Outcome {
  readonly problems: readonly FieldProblem[];
  readonly message?: string;
  readonly status?: number;
}

function issuePage(
  request: Request,
  reply: Reply,
  { draft, sources }: BuiltDraft,
  typed: Record<string, string | undefined>,
  { problems, message, status }: Outcome,
): Reply {
  if (draft.status === 'issued') throw new Problem('documentIssued');
  const page = (
    <IssueReportPage
      frame={request.frame()}
      {...{ draft, typed, problems, message }}
      faults={blockFaults(draft, sources)}
      waiting={notAccepted(sources)}
    />
  );
  return reply.page(page, status ?? (problems.length > 0 ? 422 : 200));
}

async function issue(request: Request, reply: Reply, house: House): Promise<Reply> {
  const { round, built } = await issuable(request, house);
  const typed = formFields(request);
  const read = readIssue(typed, {
    today: house.today(),
    openedOn: built.sources.openedOn,
    held: built.draft.header.signing,
    waiting: notAccepted(built.sources).length,
  });
  if ('faults' in read) return issuePage(request, reply, built, typed, { problems: read.faults });
  try {
    await issueReport(house, personOf(request), round, versionOf(typed), read.wish);
  } catch (error) {
    if (!(error instanceof Problem) || error.key !== 'invalidForm') throw error;
    return issuePage(request, reply, built, typed, { problems: error.fields });
  }
  return reply.done(
    `/rounds/${round.id}/document`,
    'Đã ban hành báo cáo. Từ nay văn bản được giữ nguyên, kèm dấu vân tay.',
  );
}

/** What was issued, word for word, and how its sources stand today. */
export async function showIssued(
  request: Request,
  reply: Reply,
  house: House,
  round: Round,
): Promise<Reply> {
  const watched = found(await watchDocument(house.db, round), 'văn bản đã ban hành của kỳ này');
  const { document: issued, errata, changes } = watched;
  const page = (
    <IssuedReportPage
      frame={request.frame()}
      back={{ href: `/rounds/${round.id}`, label: round.name }}
      document={issued.description as OfficialDocument}
      figureHref={issuedLinks(round, issued.figures)}
      mayWrite={mayWriteDocument(personOf(request), round)}
      {...{ issued, errata, changes }}
    />
  );
  return reply.page(page);
}
