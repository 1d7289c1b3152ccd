import type { House } from '../../shared/house.ts';
import { Problem } from '../../shared/problem.ts';
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
import { mayReviewHousehold } from '../households.policy.ts';
import { draftOf, duplicateWords, orAgain } from './form-again.routes.ts';
import { askedHousehold, maskedTitle } from './household.routes.tsx';
import { listMembers } from './household.sql.ts';
import { type Household, livesThere, type Member, seenOf } from './household.ts';
import { checkCorrection, type Typed } from './member-draft.ts';
import { checkArrival, checkLeaving, typedOf } from './member-forms.ts';
import {
  addMember,
  changeHead,
  correctMember,
  endMember,
  type MemberChange,
} from './members.actions.ts';
import { MemberEditPage, NewMemberPage } from './members.pages.tsx';

const POLICY = { config: { door: 'policy' } } as const;
const MEMBERS = '/households/:household/members';

/** Members of a household: add, correct, make the head, end. */
export function membersRoutes(site: Site, house: House): void {
  site.get(`${MEMBERS}/new`, POLICY, async (request, reply) =>
    showNew(request, reply, await openForm(request, house)),
  );
  site.post(`${MEMBERS}/new`, POLICY, (request, reply) => add(request, reply, house));
  site.get(`${MEMBERS}/:member`, POLICY, async (request, reply) =>
    showOne(request, reply, await openForm(request, house)),
  );
  site.post(`${MEMBERS}/:member`, POLICY, (request, reply) => correct(request, reply, house));
  site.post(`${MEMBERS}/:member/head`, POLICY, (request, reply) => makeHead(request, reply, house));
  site.post(`${MEMBERS}/:member/end`, POLICY, (request, reply) => end(request, reply, house));
}

/** What a form stands on: the household, its people, and what the person saw of them. */
interface OpenForm {
  readonly household: Household;
  readonly members: readonly Member[];
  readonly title: string;
  readonly seen: string;
}

async function openForm(request: Request, house: House): Promise<OpenForm> {
  const household = await askedHousehold(request, house);
  must(mayReviewHousehold(personOf(request), household.place), 'thành viên của hộ này');
  if (household.endedOn) throw new Problem('householdEnded', { code: household.code });
  const members = await listMembers(house.db, household);
  const title = await maskedTitle(house.db, household);
  return { household, members, title, seen: seenOf(household, members) };
}

function asked(request: Request) {
  return { householdId: param(request, 'household'), seen: formFields(request).seen ?? '' };
}

async function add(request: Request, reply: Reply, house: House): Promise<Reply> {
  const form = await openForm(request, house);
  return orAgain(
    async () => {
      const draft = draftOf(checkArrival(formFields(request), house.today()));
      const change = await addMember(house, personOf(request), asked(request), draft);
      return done(reply, form, 'Đã thêm thành viên.', change);
    },
    (problem) => showNew(request, reply, form, problem),
  );
}

async function correct(request: Request, reply: Reply, house: House): Promise<Reply> {
  const form = await openForm(request, house);
  return orAgain(
    async () => {
      const draft = draftOf(checkCorrection(formFields(request), house.today()));
      const which = { ...asked(request), memberNo: memberOf(request, form).no };
      const change = await correctMember(house, personOf(request), which, draft);
      return done(reply, form, 'Đã lưu chỗ sửa.', change);
    },
    (problem) => showOne(request, reply, form, problem),
  );
}

async function makeHead(request: Request, reply: Reply, house: House): Promise<Reply> {
  const form = await openForm(request, house);
  return orAgain(
    async () => {
      const { no } = memberOf(request, form);
      const change = await changeHead(house, personOf(request), asked(request), no);
      return done(reply, form, 'Đã đổi chủ hộ; hãy xem lại quan hệ của từng người.', change);
    },
    (problem) => showOne(request, reply, form, problem),
  );
}

async function end(request: Request, reply: Reply, house: House): Promise<Reply> {
  const form = await openForm(request, house);
  return orAgain(
    async () => {
      const draft = draftOf(checkLeaving(formFields(request), house.today()));
      const wish = { ...draft, memberNo: memberOf(request, form).no };
      const change = await endMember(house, personOf(request), asked(request), wish);
      return done(reply, form, 'Đã ghi rời hộ.', change);
    },
    (problem) => showOne(request, reply, form, problem),
  );
}

function done(reply: Reply, { household }: OpenForm, said: string, change: MemberChange): Reply {
  return reply.done(
    `/households/${household.id}`,
    `${said}${change.review}${duplicateWords(change.duplicates)}`,
  );
}

/** After a change by someone else the form shows what stands now, and the next press is for that. */
async function showNew(
  request: Request,
  reply: Reply,
  form: OpenForm,
  problem?: Problem,
): Promise<Reply> {
  return reply.page(
    <NewMemberPage frame={request.frame()} {...common(form, formFields(request), problem)} />,
    problem?.status ?? 200,
  );
}

async function showOne(
  request: Request,
  reply: Reply,
  form: OpenForm,
  problem?: Problem,
): Promise<Reply> {
  const member = memberOf(request, form);
  const typed = { ...typedOf(member), ...(problem ? formFields(request) : {}) };
  return reply.page(
    <MemberEditPage
      frame={request.frame()}
      {...common(form, typed, problem)}
      member={member}
      isHead={member.no === form.household.headNo}
    />,
    problem?.status ?? 200,
  );
}

function memberOf(request: Request, { members }: OpenForm): Member {
  const no = Number(param(request, 'member'));
  return found(
    members.find((one) => one.no === no && livesThere(one)),
    'người này trong hộ',
  );
}

function common({ household, title, seen }: OpenForm, typed: Typed, problem?: Problem) {
  const problems = problem?.fields ?? [];
  return {
    ...{ typed, problems, seen, household: title, address: `/households/${household.id}` },
    message: problem && problems.length === 0 ? problem.message : undefined,
  };
}
