import { fingerprint } from '../../documents/document-text.ts';
import type { OfficialDocument } from '../../documents/official-document.ts';
import type { Person } from '../../people/person.ts';
import { act } from '../../shared/act.actions.ts';
import type { Day } from '../../shared/day.ts';
import type { Db, House, Tx } from '../../shared/house.ts';
import { newId } from '../../shared/identity.ts';
import { Problem } from '../../shared/problem.ts';
import { found, must } from '../../shared/web.ts';
import type { Round } from '../rounds/round.ts';
import { mayWriteDocument } from './consolidated-report.policy.ts';
import {
  insertBlock,
  insertDraft,
  loadDraft,
  placeBlocks,
  takeTurn,
  updateBlock,
} from './consolidated-report.sql.ts';
import type { ReportBlock, ReportDraft, ReportHeader } from './consolidated-report.ts';
import { describeReport, type Issue } from './consolidated-report-document.ts';
import { hasOfficial, type ReportSources } from './consolidated-report-figures.ts';
import { firstHeader, issuerLines } from './consolidated-report-header.ts';
import { legalBasesOf, planWords } from './consolidated-report-plan.ts';
import { loadPlan, loadSources } from './consolidated-report-sources.sql.ts';
import { closingText, firstBlocks, openingText } from './report-block-generator.ts';

const DRAFT = 'Dự thảo báo cáo';

/** Makes the first draft of a round's report. `alreadyExists` where there is one. */
export function draftReport(house: House, person: Person, round: Round): Promise<void> {
  must(mayWriteDocument(person, round), 'báo cáo của kỳ này');
  return act(house, person, async (tx, now) => {
    const sources = await loadSources(tx, round, house.today());
    const plan = await loadPlan(tx, round.movementId);
    const issuer = sources.topName;
    const series = hasOfficial(sources) ? 'official' : 'provisional';
    const header = firstHeader(sources, legalBasesOf(plan, issuer), series);
    const id = newId();
    const draft = {
      id,
      roundId: round.id,
      issuerId: round.receiverId,
      header,
      createdBy: person.id,
    };
    const blocks = firstBlocks(sources, planWords(plan, issuer));
    if (!(await insertDraft(tx, draft, blocks, now)))
      throw new Problem('alreadyExists', { what: 'Dự thảo báo cáo của kỳ này' });
    const detail = { roundId: round.id, blocks: blocks.length };
    return [undefined, { noun: 'consolidatedReport', subjectId: id, verb: 'open', detail }];
  });
}

/** A draft with the document that it would be now. */
export interface BuiltDraft {
  readonly draft: ReportDraft;
  readonly sources: ReportSources;
  readonly document: OfficialDocument;
  readonly fingerprint: string;
}

/** Describes the draft with the figures of now, or as it would be issued. */
export async function buildDraft(
  db: Db | Tx,
  round: Round,
  asOf: Day,
  issue?: Issue & { readonly header: Partial<ReportHeader> },
): Promise<BuiltDraft | undefined> {
  const held = await loadDraft(db, round.id);
  if (!held) return undefined;
  const draft = issue ? { ...held, header: { ...held.header, ...issue.header } } : held;
  const sources = await loadSources(db, round, asOf);
  const document = describeReport(draft, sources, issue);
  return { draft, sources, document, fingerprint: fingerprint(document) };
}

interface Turn {
  readonly round: Round;
  /** The version that the person saw. */
  readonly version: number;
}

/** One change of a draft by one who may write it, on the version that the person saw. */
function write(
  house: House,
  person: Person,
  { round, version }: Turn,
  verb: string,
  change: (tx: Tx, draft: ReportDraft, now: Date) => Promise<Parameters<typeof takeTurn>[3]>,
): Promise<void> {
  must(mayWriteDocument(person, round), 'báo cáo của kỳ này');
  return act(house, person, async (tx, now) => {
    const draft = found(await loadDraft(tx, round.id), 'dự thảo báo cáo của kỳ này');
    if (draft.status === 'issued') throw new Problem('documentIssued');
    const more = await change(tx, draft, now);
    if (!(await takeTurn(tx, draft.id, version, more)))
      throw new Problem('changedMeanwhile', { what: DRAFT });
    return [undefined, { noun: 'consolidatedReport', subjectId: draft.id, verb }];
  });
}

function blockOf(draft: ReportDraft, id: string): ReportBlock {
  return found(
    draft.blocks.find((block) => block.id === id),
    'đoạn này của báo cáo',
  );
}

/** Keeps the words of a block (slugs in braces), with the heading of one that has it. */
export function editBlock(
  house: House,
  person: Person,
  turn: Turn,
  wish: { readonly blockId: string; readonly body: string; readonly heading: string | null },
): Promise<void> {
  return write(house, person, turn, 'edit', async (tx, draft, at) => {
    const block = blockOf(draft, wish.blockId);
    const heading = block.heading === null ? null : wish.heading || block.heading;
    const body = block.kind === 'text' ? wish.body : block.body;
    await updateBlock(tx, { ...block, body, heading }, { id: person.id, at });
    return undefined;
  });
}

/** Back to the words that the system wrote. */
export function resetBlock(house: House, person: Person, turn: Turn, blockId: string) {
  return write(house, person, turn, 'reset', async (tx, draft, at) => {
    const block = blockOf(draft, blockId);
    const body = block.options.generated ?? block.body;
    await updateBlock(tx, { ...block, body }, { id: person.id, at });
    return undefined;
  });
}

/** Hides a block from the document, or shows it again; its words are kept. */
export function hideBlock(house: House, person: Person, turn: Turn, blockId: string) {
  return write(house, person, turn, 'hide', async (tx, draft) => {
    const block = blockOf(draft, blockId);
    const options = { ...block.options, hidden: !block.options.hidden };
    await updateBlock(tx, { ...block, options }, null);
    return undefined;
  });
}

/** One place up or down; at either end nothing moves. */
export function moveBlock(
  house: House,
  person: Person,
  turn: Turn,
  wish: { readonly blockId: string; readonly by: -1 | 1 },
): Promise<void> {
  return write(house, person, turn, 'move', async (tx, draft) => {
    blockOf(draft, wish.blockId);
    const ids = draft.blocks.map(({ id }) => id);
    const from = ids.indexOf(wish.blockId);
    const to = from + wish.by;
    const other = ids[to];
    if (other !== undefined) {
      ids[to] = wish.blockId;
      ids[from] = other;
    }
    await placeBlocks(tx, ids);
    return undefined;
  });
}

/** A paragraph of the officer's own after a block; gives its id. */
export async function addBlock(
  house: House,
  person: Person,
  turn: Turn,
  afterId: string,
): Promise<string> {
  let added = '';
  await write(house, person, turn, 'add', async (tx, draft) => {
    const after = blockOf(draft, afterId);
    const { clausePath } = after;
    const blank = { kind: 'text', clausePath, heading: null, body: '', options: {} } as const;
    added = await insertBlock(tx, draft.id, blank, draft.blocks.length);
    const ids = draft.blocks.map(({ id }) => id);
    await placeBlocks(tx, ids.toSpliced(ids.indexOf(afterId) + 1, 0, added));
    return undefined;
  });
  return added;
}

/** Keeps the header. Another issuer brings its own names, addressees and words of the frame. */
export function editHeader(
  house: House,
  person: Person,
  turn: Turn,
  wanted: ReportHeader,
): Promise<void> {
  return write(house, person, turn, 'edit', async (tx, draft, at) => {
    if (wanted.issuedBy === draft.header.issuedBy) return { header: JSON.stringify(wanted) };
    const sources = await loadSources(tx, turn.round, house.today());
    const header = { ...wanted, ...issuerLines(wanted.issuedBy, sources), signer: '' };
    await renameIssuer(tx, draft, header, sources, { id: person.id, at });
    const { receiverId, topId } = turn.round;
    const issuer_id = header.issuedBy === 'agency' ? receiverId : topId;
    return { header: JSON.stringify(header), issuer_id };
  });
}

/** The opening and the closing name the issuer; what an officer wrote there stays. */
async function renameIssuer(
  tx: Tx,
  draft: ReportDraft,
  { issuer, addressees }: ReportHeader,
  sources: ReportSources,
  by: { readonly id: string; readonly at: Date },
): Promise<void> {
  const plan = await loadPlan(tx, sources.round.movementId);
  const { citation } = planWords(plan, sources.topName);
  const words = {
    opening: openingText(sources, issuer, citation),
    closing: closingText(sources, issuer, addressees.join(', ')),
  };
  for (const block of draft.blocks) {
    const { part, generated } = block.options;
    if (!part) continue;
    const body = block.body === generated ? words[part] : block.body;
    const options = { ...block.options, generated: words[part] };
    await updateBlock(tx, { ...block, body, options }, by);
  }
}
