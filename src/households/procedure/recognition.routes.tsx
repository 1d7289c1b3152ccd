import { fingerprint } from '../../documents/document-text.ts';
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
import { mayReadIdentities, mayRecogniseReview } from '../households.policy.ts';
import { stepAddress } from './addresses.ts';
import { type AskedReview, askedReview, POLICY, REVIEW, versionOf } from './asked-review.routes.ts';
import { readDecision, usualDecision } from './decision-draft.ts';
import { DecisionPreviewPage } from './decision-preview.pages.tsx';
import { FILE_KINDS, sendDocument } from './document-file.routes.ts';
import { mayPrepareRecognition } from './procedure.policy.ts';
import { checksOf } from './procedure-state.ts';
import { RecognisedPage } from './recognised.pages.tsx';
import { previewDecision, readSignedDecision, recogniseReview } from './recognition.actions.ts';
import { RecognitionPage } from './recognition.pages.tsx';
import { findRecognition, nextDecisionNumber } from './recognition.sql.ts';
import { mustBe } from './review-steps.sql.ts';
import { signingOf } from './signing.ts';

const RECOGNITION = `${REVIEW}/recognition`;
const THIS = 'việc công nhận kết quả của xã này';

/** The recognition: what blocks it, the decision before and after it is signed, its files. */
export function recognitionRoutes(site: Site, house: House): void {
  site.get(RECOGNITION, POLICY, (request, reply) => show(request, reply, house));
  site.post(`${RECOGNITION}/preview`, POLICY, (request, reply) => preview(request, reply, house));
  site.post(RECOGNITION, POLICY, (request, reply) => recognise(request, reply, house));
  for (const kind of FILE_KINDS)
    site.get(`${RECOGNITION}.${kind}`, POLICY, async (request, reply) => {
      const asked = await askedReview(request, house);
      const signed = await readSignedDecision(house, personOf(request), asked);
      const name = `${String(signed.number).padStart(2, '0')}-QD-UBND-${asked.commune.communeName}`;
      return sendDocument(reply, kind, name, signed.document);
    });
}

async function show(request: Request, reply: Reply, house: House): Promise<Reply> {
  const asked = await askedReview(request, house);
  if (asked.state.status === 'recognised') return showSigned(request, reply, house, asked);
  const { round, commune } = asked;
  const today = house.today();
  const year = Number(today.slice(0, 4));
  const next = await nextDecisionNumber(house.db, commune.officeId, year);
  const typed = usualDecision({ year: round.year, today, next }, commune.communeName);
  return draftPage(request, reply, house, asked, { typed, problems: [] });
}

interface Outcome {
  readonly typed: Readonly<Record<string, string | undefined>>;
  readonly problems: readonly FieldProblem[];
  readonly message?: string;
}

function draftPage(
  request: Request,
  reply: Reply,
  house: House,
  { round, commune, state }: AskedReview,
  { typed, problems, message }: Outcome,
): Reply {
  const person = personOf(request);
  const page = (
    <RecognitionPage
      frame={request.frame()}
      today={house.today()}
      {...{ round, state, typed, problems, message, communeName: commune.communeName }}
      mayPrepare={mayPrepareRecognition(person, commune)}
      mayRecognise={mayRecogniseReview(person, commune)}
    />
  );
  return reply.page(page, problems.length > 0 || message ? 422 : 200);
}

/** Names stay in the files: the page shows the decision without its annex. */
async function showSigned(
  request: Request,
  reply: Reply,
  house: House,
  { round, commune, state }: AskedReview,
): Promise<Reply> {
  const signed = await findRecognition(house.db, state);
  const person = personOf(request);
  const page = (
    <RecognisedPage
      frame={request.frame()}
      {...{ round, state, signed, communeName: commune.communeName }}
      intact={signed !== undefined && fingerprint(signed.document) === signed.fingerprint}
      mayReadNames={mayReadIdentities(person, commune)}
    />
  );
  return reply.page(page);
}

async function preview(request: Request, reply: Reply, house: House): Promise<Reply> {
  const asked = await askedReview(request, house);
  const { commune, state } = asked;
  const person = personOf(request);
  must(mayPrepareRecognition(person, commune), THIS);
  mustBe(commune, ['posted'], 'lập quyết định công nhận');
  const typed = formFields(request);
  const why = blockedBy(asked, house);
  if (typed.again || why)
    return draftPage(request, reply, house, asked, { typed, ...why, problems: [] });
  const read = readTyped(typed, asked, house);
  if ('faults' in read)
    return draftPage(request, reply, house, asked, { typed, problems: read.faults });
  const draft = await previewDecision(house, person, asked, read.wish);
  const mayIssue = mayRecogniseReview(person, commune) && signingOf(person.title) !== undefined;
  const { communeName } = commune;
  return reply.page(
    <DecisionPreviewPage
      frame={request.frame()}
      {...{ state, draft, mayIssue, typed, communeName }}
    />,
  );
}

/** What still stands in the way: then the page shows its checks and no form. */
function blockedBy({ state }: AskedReview, house: House): { readonly message: string } | undefined {
  const missing = checksOf(state, house.today()).find(({ done }) => !done);
  return missing && { message: `Chưa công nhận được. ${missing.sentence}` };
}

function readTyped(typed: Outcome['typed'], { state }: AskedReview, house: House) {
  const { until } = found(state.posting, 'lần niêm yết của xã này');
  return readDecision(typed, { today: house.today(), until });
}

async function recognise(request: Request, reply: Reply, house: House): Promise<Reply> {
  const asked = await askedReview(request, house);
  const { commune, state } = asked;
  const person = personOf(request);
  must(mayRecogniseReview(person, commune), THIS);
  mustBe(commune, ['posted'], 'công nhận kết quả');
  const typed = formFields(request);
  const again = (problems: readonly FieldProblem[], why?: { readonly message: string }) =>
    draftPage(request, reply, house, asked, { typed, problems, ...why });
  const blocked = blockedBy(asked, house);
  if (blocked) return again([], blocked);
  const read = readTyped(typed, asked, house);
  if ('faults' in read) return again(read.faults);
  const { roundId, communeId } = state;
  const seen = { roundId, communeId, version: versionOf(typed) };
  try {
    const fingerprint = typed.fingerprint ?? '';
    await recogniseReview(house, person, { ...seen, fingerprint }, read.wish);
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    if (error.key === 'invalidForm') return again(error.fields);
    if (error.key === 'reviewNotReady') return again([], { message: error.message });
    throw error;
  }
  return reply.done(
    stepAddress(state, 'recognition'),
    'Đã ban hành quyết định công nhận. Từ nay kết quả của kỳ được giữ nguyên.',
  );
}
