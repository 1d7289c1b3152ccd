import { figure } from '../../documents/official-document.ts';
import type { House } from '../../shared/house.ts';
import { Problem } from '../../shared/problem.ts';
import {
  formFields,
  found,
  must,
  param,
  personOf,
  query,
  type Reply,
  type Request,
  type Site,
} from '../../shared/web.ts';
import type { Round } from '../rounds/round.ts';
import { askedRound } from '../rounds/rounds.routes.tsx';
import {
  addBlock,
  type BuiltDraft,
  buildDraft,
  draftReport,
  editBlock,
  hideBlock,
  moveBlock,
  resetBlock,
} from './consolidated-report.actions.ts';
import { BeginReportPage, DraftReportPage } from './consolidated-report.pages.tsx';
import {
  mayIssueDocument,
  mayReadDocument,
  mayWriteDocument,
} from './consolidated-report.policy.ts';
import { blockFaults, notAccepted } from './consolidated-report-checks.ts';
import { describeReport } from './consolidated-report-document.ts';
import { figureBook, isBehindOfficial } from './consolidated-report-figures.ts';
import { filesRoutes } from './consolidated-report-files.routes.tsx';
import { headerRoutes } from './consolidated-report-header.routes.tsx';
import { issueRoutes, showIssued } from './consolidated-report-issue.routes.tsx';
import { draftLinks, editRef } from './consolidated-report-links.pages.tsx';
import { versionOf } from './consolidated-report-version.ts';
import { erratumRoutes } from './erratum.routes.tsx';
import { BlockEditor, type BlockEditorProps, BlockOutline } from './report-block.pages.tsx';
import { keptText, unknownSentence } from './report-block-tokens.ts';

const POLICY = { config: { door: 'policy' } } as const;
const THIS = 'báo cáo cấp tỉnh của kỳ này';

/** The provincial report of a round: draft, its blocks, its header, issue, files, errata. */
export function consolidatedReportRoutes(site: Site, house: House): void {
  site.get('/rounds/:id/document', POLICY, (request, reply) => show(request, reply, house));
  site.post('/rounds/:id/document', POLICY, (request, reply) => begin(request, reply, house));
  site.post('/rounds/:id/document/blocks/:block', POLICY, (request, reply) =>
    edit(request, reply, house),
  );
  for (const step of STEPS)
    site.post(`/rounds/:id/document/blocks/:block/${step}`, POLICY, (request, reply) =>
      take(step, request, reply, house),
    );
  headerRoutes(site, house);
  issueRoutes(site, house);
  filesRoutes(site, house);
  erratumRoutes(site, house);
}

/** The round of the address, open to those who may read its document. */
export async function readableRound(request: Request, house: House): Promise<Round> {
  const round = await askedRound(request, house);
  must(mayReadDocument(personOf(request), round), THIS);
  return round;
}

async function show(request: Request, reply: Reply, house: House): Promise<Reply> {
  const round = await readableRound(request, house);
  const built = await buildDraft(house.db, round, house.today());
  const mayWrite = mayWriteDocument(personOf(request), round);
  if (!built)
    return reply.page(<BeginReportPage frame={request.frame()} {...{ round, mayWrite }} />);
  if (built.draft.status === 'issued') return showIssued(request, reply, house, round);
  return draftPage(request, reply, round, built, { blockId: query(request).edit });
}

interface Editing extends Pick<BlockEditorProps, 'typed' | 'error' | 'message'> {
  readonly blockId: string | undefined;
  readonly status?: number;
}

function draftPage(
  request: Request,
  reply: Reply,
  round: Round,
  { draft, sources }: BuiltDraft,
  { blockId, status, ...editing }: Editing,
): Reply {
  const person = personOf(request);
  const mayWrite = mayWriteDocument(person, round);
  const book = figureBook(sources, draft.header.series);
  const document = describeReport(draft, sources, undefined, ({ id }) =>
    mayWrite ? figure('Sửa đoạn', editRef(id)) : undefined,
  );
  const block = mayWrite ? draft.blocks.find(({ id }) => id === blockId) : undefined;
  const { figures } = sources;
  const side = block ? (
    <BlockEditor {...{ draft, block, figures, book, ...editing }} />
  ) : mayWrite ? (
    <BlockOutline draft={draft} />
  ) : null;
  const page = (
    <DraftReportPage
      frame={request.frame()}
      {...{ round, draft, document, mayWrite, side }}
      figureHref={draftLinks(round, book)}
      faults={blockFaults(draft, sources)}
      waiting={notAccepted(sources).length}
      isBehind={isBehindOfficial(sources, draft.header.series)}
      mayIssue={mayIssueDocument(person, draft.issuerId)}
    />
  );
  return reply.page(page, status);
}

async function begin(request: Request, reply: Reply, house: House): Promise<Reply> {
  const round = await askedRound(request, house);
  await draftReport(house, personOf(request), round);
  return reply.done(
    `/rounds/${round.id}/document`,
    'Đã lập dự thảo. Hãy viết phần đánh giá chung và phương hướng, rồi trình ban hành.',
  );
}

/** A block's new words; wrong ones, or a draft that moved on, come back with what was typed. */
async function edit(request: Request, reply: Reply, house: House): Promise<Reply> {
  const round = await askedRound(request, house);
  must(mayWriteDocument(personOf(request), round), THIS);
  const typed = formFields(request);
  const blockId = param(request, 'block');
  const again = async (editing: Omit<Editing, 'blockId' | 'typed'>) => {
    const built = found(await buildDraft(house.db, round, house.today()), THIS);
    return draftPage(request, reply, round, built, { ...editing, blockId, typed });
  };
  const { figures } = found(await buildDraft(house.db, round, house.today()), THIS).sources;
  const { body, unknown } = keptText(typed.body ?? '', figures);
  if (unknown.length > 0) return again({ error: unknownSentence(unknown), status: 422 });
  const heading = typed.heading?.normalize('NFC').trim().replace(/\s+/g, ' ') ?? null;
  try {
    const turn = { round, version: versionOf(typed) };
    await editBlock(house, personOf(request), turn, { blockId, body, heading });
  } catch (error) {
    if (!(error instanceof Problem) || error.key !== 'changedMeanwhile') throw error;
    return again({ message: error.message, status: error.status });
  }
  return reply.done(`/rounds/${round.id}/document`, 'Đã lưu đoạn.');
}

const STEPS = ['reset', 'move', 'hide', 'add'] as const;

const DONE = {
  reset: 'Đã trả đoạn về bản hệ thống viết.',
  move: 'Đã chuyển chỗ đoạn.',
  hide: 'Đã đổi việc ẩn, hiện đoạn.',
  add: 'Đã thêm một đoạn trống. Hãy viết nội dung.',
} as const;

async function take(
  step: (typeof STEPS)[number],
  request: Request,
  reply: Reply,
  house: House,
): Promise<Reply> {
  const round = await askedRound(request, house);
  const person = personOf(request);
  must(mayWriteDocument(person, round), THIS);
  const typed = formFields(request);
  const turn = { round, version: versionOf(typed) };
  let blockId = param(request, 'block');
  if (step === 'reset') await resetBlock(house, person, turn, blockId);
  if (step === 'hide') await hideBlock(house, person, turn, blockId);
  if (step === 'move')
    await moveBlock(house, person, turn, { blockId, by: typed.by === 'up' ? -1 : 1 });
  if (step === 'add') blockId = await addBlock(house, person, turn, blockId);
  return reply.done(`/rounds/${round.id}/document?edit=${blockId}`, DONE[step]);
}
