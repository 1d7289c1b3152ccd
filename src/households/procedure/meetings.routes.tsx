import type { House } from '../../shared/house.ts';
import { isId } from '../../shared/identity.ts';
import type { FieldProblem } from '../../shared/problem.ts';
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
import { orAgain } from '../registry/form-again.routes.ts';
import { stepAddress } from './addresses.ts';
import { type AskedReview, askedReview, POLICY, REVIEW } from './asked-review.routes.ts';
import { FILE_KINDS, sendDocument } from './document-file.routes.ts';
import { isAgreed, type VillageReview } from './meeting.ts';
import { readMeeting } from './meeting-draft.ts';
import { MeetingFormPage } from './meeting-form.pages.tsx';
import { readMinutes, recordMeeting, tooEarly, villageOf } from './meetings.actions.ts';
import { MeetingsPage } from './meetings.pages.tsx';
import { listMeetings } from './meetings.sql.ts';
import { mayAnswerObjection, mayRecordMeeting } from './procedure.policy.ts';
import type { ProcedureState } from './procedure-state.ts';

const MEETINGS = `${REVIEW}/meetings`;

/** Village meetings: how far each village is, recording one, its minutes. */
export function meetingsRoutes(site: Site, house: House): void {
  site.get(MEETINGS, POLICY, (request, reply) => showMeetings(request, reply, house));
  site.get(`${MEETINGS}/new`, POLICY, async (request, reply) => {
    const asked = await askedReview(request, house);
    return formPage(request, reply, asked, query(request), { problems: [] });
  });
  site.post(MEETINGS, POLICY, (request, reply) => record(request, reply, house));
  for (const kind of FILE_KINDS)
    site.get(`${MEETINGS}/:meeting.${kind}`, POLICY, async (request, reply) => {
      const asked = await askedReview(request, house);
      const id = param(request, 'meeting');
      found(isId(id) || undefined, 'cuộc họp này');
      const { meeting, document } = await readMinutes(house, personOf(request), asked, id);
      const name = `bien-ban-hop-dan-${meeting.villageName}-${meeting.heldOn}`;
      return sendDocument(reply, kind, name, document);
    });
}

/** A village's own reviewer sees that village only. */
async function showMeetings(request: Request, reply: Reply, house: House): Promise<Reply> {
  const asked = await askedReview(request, house);
  const { round, commune, state } = asked;
  const person = personOf(request);
  const whole = mayAnswerObjection(person, commune);
  const villages = state.villages
    .map((one) => ({
      ...one,
      mayRecord: mayRecordMeeting(person, { ...commune, villageId: one.id }),
    }))
    .filter(({ mayRecord }) => whole || mayRecord);
  const seen = new Set(villages.map(({ id }) => id));
  const meetings = await listMeetings(house.db, state);
  return reply.page(
    <MeetingsPage
      frame={request.frame()}
      {...{ round, state, villages, communeName: commune.communeName }}
      meetings={meetings.filter(({ villageId }) => seen.has(villageId))}
      withObjections={whole}
    />,
  );
}

interface Outcome {
  readonly problems: readonly FieldProblem[];
  readonly message?: string;
  readonly status?: number;
}

function formPage(
  request: Request,
  reply: Reply,
  { round, commune, state }: AskedReview,
  typed: Record<string, string | undefined>,
  { problems, message, status }: Outcome,
): Reply {
  const village = villageOf(state.villages, typed.village);
  const may = mayRecordMeeting(personOf(request), { ...commune, villageId: village.id });
  must(may, 'cuộc họp của thôn, bản này');
  const page = (
    <MeetingFormPage
      frame={request.frame()}
      {...{ round, state, village, typed, problems, message }}
      communeName={commune.communeName}
      tooEarly={notNow(state, village)}
    />
  );
  return reply.page(page, status ?? (problems.length > 0 ? 422 : 200));
}

/** Why the village cannot meet now; whoever has filled in the form keeps it, with the refusal. */
function notNow({ status }: ProcedureState, { name, listed, pending }: VillageReview) {
  if (status === 'open') return tooEarly(name, listed, pending);
  return 'Danh sách đang niêm yết hoặc đã được công nhận nên không ghi thêm cuộc họp.';
}

async function record(request: Request, reply: Reply, house: House): Promise<Reply> {
  const asked = await askedReview(request, house);
  const typed = formFields(request);
  const { round, commune, state } = asked;
  const village = villageOf(state.villages, typed.village);
  const person = personOf(request);
  must(mayRecordMeeting(person, { ...commune, villageId: village.id }), 'cuộc họp này');
  const bounds = { today: house.today(), beginsOn: round.beginsOn, lastSurvey: village.lastSurvey };
  const read = readMeeting(typed, bounds);
  if ('faults' in read) return formPage(request, reply, asked, typed, { problems: read.faults });
  const enough = isAgreed(read.wish, round.agreedShare);
  return orAgain(
    async () => {
      const place = { roundId: state.roundId, communeId: state.communeId, villageId: village.id };
      await recordMeeting(house, person, place, read.wish);
      return reply.done(
        stepAddress(state, 'meetings'),
        enough
          ? `Đã ghi cuộc họp của ${village.name}: đủ đồng ý. Hãy tải biên bản, in 02 bản để ký.`
          : `Đã ghi cuộc họp của ${village.name}: chưa đủ đồng ý, phải họp lại.`,
      );
    },
    ({ message, status }) =>
      formPage(request, reply, asked, typed, { problems: [], message, status }),
  );
}
