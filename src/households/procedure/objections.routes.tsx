import { showDay } from '../../shared/day.ts';
import type { House } from '../../shared/house.ts';
import { isId } from '../../shared/identity.ts';
import type { FieldProblem } from '../../shared/problem.ts';
import {
  formFields,
  found,
  must,
  param,
  personOf,
  type Reply,
  type Request,
  type Site,
} from '../../shared/web.ts';
import { maskName } from '../masking.ts';
import { orAgain } from '../registry/form-again.routes.ts';
import { loadHeads } from '../registry/identities.sql.ts';
import { stepAddress } from './addresses.ts';
import { type AskedReview, askedReview, POLICY, REVIEW } from './asked-review.routes.ts';
import { ObjectionPage } from './objection.pages.tsx';
import { notTaken, type Objection } from './objection.ts';
import { readAnswer, readObjection } from './objection-draft.ts';
import { type Answered, answerObjection, receiveObjection } from './objections.actions.ts';
import { type ListedObjection, ObjectionsPage } from './objections.pages.tsx';
import { findObjection, listObjections } from './objections.sql.ts';
import { mayAnswerObjection } from './procedure.policy.ts';

const OBJECTIONS = `${REVIEW}/objections`;

/** Objections as cases: their list, taking one in, answering it. */
export function objectionsRoutes(site: Site, house: House): void {
  site.get(OBJECTIONS, POLICY, async (request, reply) => {
    const asked = await answerable(request, house);
    const typed = { receivedOn: showDay(house.today()) };
    return listPage(request, reply, house, asked, { typed, problems: [] });
  });
  site.post(OBJECTIONS, POLICY, (request, reply) => receive(request, reply, house));
  site.get(`${OBJECTIONS}/:objection`, POLICY, async (request, reply) => {
    const asked = await answerable(request, house);
    const objection = await askedObjection(request, house, asked);
    const typed = { code: objection.household?.code };
    return casePage(request, reply, house, asked, { objection, typed, problems: [] });
  });
  site.post(`${OBJECTIONS}/:objection`, POLICY, (request, reply) => answer(request, reply, house));
}

async function answerable(request: Request, house: House): Promise<AskedReview> {
  const asked = await askedReview(request, house);
  must(mayAnswerObjection(personOf(request), asked.commune), 'ý kiến phản ánh của xã này');
  return asked;
}

interface Outcome {
  readonly typed: Readonly<Record<string, string | undefined>>;
  readonly problems: readonly FieldProblem[];
  readonly message?: string;
  readonly status?: number;
}

type Refused = Pick<Outcome, 'message' | 'status'>;

/** What is said above the form, unless it is said at a field. */
function refusedOf(fields: readonly FieldProblem[], message: string, status: number): Refused {
  return fields.length > 0 ? {} : { message, status };
}

async function listPage(
  request: Request,
  reply: Reply,
  house: House,
  { round, commune, state }: AskedReview,
  { typed, problems, message, status }: Outcome,
): Promise<Reply> {
  const objections = await masked(house, round.provinceId, await listObjections(house.db, state));
  const { communeName } = commune;
  const page = (
    <ObjectionsPage
      frame={request.frame()}
      {...{ communeName, state, objections, typed, problems, message }}
    />
  );
  return reply.page(page, status ?? (problems.length > 0 || message ? 422 : 200));
}

async function masked(
  house: House,
  provinceId: string,
  objections: readonly Objection[],
): Promise<ListedObjection[]> {
  const ids = objections.flatMap(({ household }) => (household ? [household.id] : []));
  const heads = await loadHeads(house.db, provinceId, ids);
  return objections.map((one) => {
    const head = one.household && heads.get(one.household.id);
    return { ...one, maskedHead: head ? maskName(head.fullName) : undefined };
  });
}

async function receive(request: Request, reply: Reply, house: House): Promise<Reply> {
  const asked = await answerable(request, house);
  const { state } = asked;
  const typed = formFields(request);
  const again = (problems: readonly FieldProblem[], refused: Refused = {}) =>
    listPage(request, reply, house, asked, { typed, problems, ...refused });
  const { firstPostedOn } = state;
  const why = notTaken(state.status, firstPostedOn);
  if (why || firstPostedOn === null) return again([], why ? { message: why } : {});
  const read = readObjection(typed, { today: house.today(), firstPostedOn });
  if ('faults' in read) return again(read.faults);
  return orAgain(
    async () => {
      await receiveObjection(house, personOf(request), state, read.wish);
      return reply.done(
        stepAddress(state, 'objections'),
        'Đã ghi ý kiến phản ánh. Hãy xác minh và trả lời trước khi công nhận.',
      );
    },
    ({ fields, message, status }) => again(fields, refusedOf(fields, message, status)),
  );
}

async function askedObjection(
  request: Request,
  house: House,
  { state }: AskedReview,
): Promise<Objection> {
  const id = param(request, 'objection');
  const objection = isId(id) ? await findObjection(house.db, state, id) : undefined;
  return found(objection, 'ý kiến phản ánh này');
}

async function casePage(
  request: Request,
  reply: Reply,
  house: House,
  { round, commune, state }: AskedReview,
  { objection, typed, problems, message, status }: Outcome & { readonly objection: Objection },
): Promise<Reply> {
  const shown = await masked(house, round.provinceId, [objection]);
  const page = (
    <ObjectionPage
      frame={request.frame()}
      {...{ communeName: commune.communeName, state, typed, problems, message }}
      objection={found(shown[0], 'ý kiến phản ánh này')}
    />
  );
  return reply.page(page, status ?? (problems.length > 0 || message ? 422 : 200));
}

async function answer(request: Request, reply: Reply, house: House): Promise<Reply> {
  const asked = await answerable(request, house);
  const objection = await askedObjection(request, house, asked);
  const typed = formFields(request);
  const again = (problems: readonly FieldProblem[], refused: Refused = {}) =>
    casePage(request, reply, house, asked, { objection, typed, problems, ...refused });
  const read = readAnswer(typed);
  if ('faults' in read) return again(read.faults);
  const { state } = asked;
  return orAgain(
    async () => {
      const { wish } = read;
      const answered = await answerObjection(house, personOf(request), state, objection.id, wish);
      return reply.done(`${stepAddress(state, 'objections')}/${objection.id}`, saidOf(answered));
    },
    ({ fields, message, status }) => again(fields, refusedOf(fields, message, status)),
  );
}

function saidOf({ withdrawn, reopened }: Answered): string {
  const taken = withdrawn ? ' Danh sách đã được rút; niêm yết lại sau khi họp dân.' : '';
  const again = reopened ? ` Hộ ${reopened.code} phải rà soát lại.` : '';
  return `Đã ghi trả lời.${again}${taken}`;
}
