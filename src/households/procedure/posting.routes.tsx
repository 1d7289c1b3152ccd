import { showDay } from '../../shared/day.ts';
import type { House } from '../../shared/house.ts';
import type { FieldProblem } from '../../shared/problem.ts';
import { clean } from '../../shared/vietnamese.ts';
import {
  formFields,
  must,
  personOf,
  type Reply,
  type Request,
  type Site,
} from '../../shared/web.ts';
import { orAgain } from '../registry/form-again.routes.ts';
import { stepAddress } from './addresses.ts';
import { type AskedReview, askedReview, POLICY, REVIEW, versionOf } from './asked-review.routes.ts';
import { sendDocument } from './document-file.routes.ts';
import { buildNotice, postList, takeListDown } from './posting.actions.ts';
import { PostingListPage, PostingPage } from './posting.pages.tsx';
import { lastMeetingOf, readPosting } from './posting-draft.ts';
import { listPostings } from './postings.sql.ts';
import { mayAnswerObjection, mayKeepPosting, mayPrepareRecognition } from './procedure.policy.ts';

const POSTING = `${REVIEW}/posting`;
const THIS = 'việc niêm yết của xã này';

/** The list in public: its page, hanging it, taking it down, the list itself. */
export function postingRoutes(site: Site, house: House): void {
  site.get(POSTING, POLICY, async (request, reply) => {
    const asked = await askedReview(request, house);
    const typed = { postedOn: showDay(house.today()) };
    return postingPage(request, reply, house, asked, { typed, problems: [] });
  });
  site.post(POSTING, POLICY, (request, reply) => post(request, reply, house));
  site.post(`${POSTING}/withdraw`, POLICY, (request, reply) => withdraw(request, reply, house));
  site.get(`${POSTING}/list`, POLICY, (request, reply) => showList(request, reply, house));
  site.get(`${POSTING}/list.pdf`, POLICY, async (request, reply) => {
    const { commune, document } = await notice(request, house);
    return sendDocument(reply, 'pdf', `danh-sach-niem-yet-${commune.communeName}`, document);
  });
}

interface Outcome {
  readonly typed: Readonly<Record<string, string | undefined>>;
  readonly problems: readonly FieldProblem[];
  readonly message?: string;
  readonly status?: number;
}

async function postingPage(
  request: Request,
  reply: Reply,
  house: House,
  { round, commune, state }: AskedReview,
  { typed, problems, message, status }: Outcome,
): Promise<Reply> {
  const person = personOf(request);
  const page = (
    <PostingPage
      frame={request.frame()}
      today={house.today()}
      {...{ round, state, typed, problems, message, communeName: commune.communeName }}
      postings={await listPostings(house.db, state)}
      mayPost={mayKeepPosting(person, commune)}
      withObjections={mayAnswerObjection(person, commune)}
      mayPreview={mayPrepareRecognition(person, commune)}
    />
  );
  return reply.page(page, status ?? (problems.length > 0 ? 422 : 200));
}

async function post(request: Request, reply: Reply, house: House): Promise<Reply> {
  const asked = await askedReview(request, house);
  const { round, commune, state } = asked;
  const person = personOf(request);
  must(mayKeepPosting(person, commune), THIS);
  const typed = formFields(request);
  const read = readPosting(typed, {
    ...{ today: house.today(), beginsOn: round.beginsOn, postingDays: round.postingDays },
    lastMeeting: lastMeetingOf(state.villages),
  });
  if ('faults' in read)
    return postingPage(request, reply, house, asked, { typed, problems: read.faults });
  return orStanding(request, reply, house, async () => {
    await postList(house, person, { ...placeOf(asked), version: versionOf(typed) }, read.wish);
    return reply.done(
      stepAddress(state, 'posting'),
      `Đã ghi niêm yết, đến hết ngày ${showDay(read.wish.until)}. Hãy in danh sách và dán tại các nơi đã ghi.`,
    );
  });
}

/** Where somebody was faster: the page as it stands now, with the sentence and what was typed. */
function orStanding(request: Request, reply: Reply, house: House, step: () => Promise<Reply>) {
  return orAgain(step, async ({ message, status }) => {
    const asked = await askedReview(request, house);
    const typed = formFields(request);
    return postingPage(request, reply, house, asked, { typed, problems: [], message, status });
  });
}

function placeOf({ state: { roundId, communeId } }: AskedReview) {
  return { roundId, communeId };
}

async function withdraw(request: Request, reply: Reply, house: House): Promise<Reply> {
  const asked = await askedReview(request, house);
  const person = personOf(request);
  must(mayKeepPosting(person, asked.commune), THIS);
  const typed = formFields(request);
  const reason = clean(typed.reason ?? '');
  if (reason === '') {
    const message = 'Hãy ghi lý do rút; lý do được giữ cùng lần niêm yết này.';
    const problems = [{ field: 'reason', message }];
    return postingPage(request, reply, house, asked, { typed, problems });
  }
  return orStanding(request, reply, house, async () => {
    await takeListDown(house, person, { ...placeOf(asked), version: versionOf(typed) }, reason);
    return reply.done(
      stepAddress(asked.state, 'posting'),
      'Đã rút niêm yết; việc rà soát mở lại để sửa. Sửa xong thì niêm yết lại.',
    );
  });
}

/** Before it hangs the list is of the commune's own people; a village's reviewer sees it hang. */
async function notice(request: Request, house: House) {
  const { round, commune, state } = await askedReview(request, house);
  const hangs = state.posting !== null;
  must(hangs || mayPrepareRecognition(personOf(request), commune), 'danh sách chưa niêm yết');
  const document = await buildNotice(house.db, round, commune, state.posting, house.today());
  return { commune, state, document };
}

async function showList(request: Request, reply: Reply, house: House): Promise<Reply> {
  const { commune, state, document } = await notice(request, house);
  return reply.page(
    <PostingListPage
      frame={request.frame()}
      {...{ state, document, communeName: commune.communeName }}
    />,
  );
}
