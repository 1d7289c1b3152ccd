import type { House } from '../../shared/house.ts';
import { Problem } from '../../shared/problem.ts';
import { clean } from '../../shared/vietnamese.ts';
import {
  formFields,
  formList,
  personOf,
  query,
  type Reply,
  type Request,
  type Site,
} from '../../shared/web.ts';
import { CLASSES, changeWords } from '../household-class.ts';
import { POLICY, versionOf } from '../procedure/asked-review.routes.ts';
import { orAgain } from '../registry/form-again.routes.ts';
import { classify } from '../standard/classification.ts';
import { type AskedHousehold, askedHousehold } from './asked.routes.ts';
import { maskedHeads } from './heads.actions.ts';
import { clearSurvey, saveSurvey } from './survey.actions.ts';
import { findReviewed, nextPending } from './survey.sql.ts';
import { standingOf } from './survey.ts';
import { NoSurveyPage } from './survey-closed.pages.tsx';
import { readSurvey, type TypedSurvey, typedFrom } from './survey-draft.ts';
import { SurveyFormPage, type SurveyFormPageProps } from './survey-form.pages.tsx';
import { refuseClosed, refuseUnlisted } from './survey-refusal.ts';
import { SurveyResultPage } from './survey-result.pages.tsx';
import { surveyWarnings } from './survey-warnings.ts';

const SURVEY = '/review-rounds/:round/households/:household';

/** The survey of a household: its form, its result, taking it back. */
export function surveyRoutes(site: Site, house: House): void {
  site.get(SURVEY, POLICY, (request, reply) => showSurvey(request, reply, house));
  site.post(SURVEY, POLICY, (request, reply) => save(request, reply, house));
  site.post(`${SURVEY}/clear`, POLICY, (request, reply) => clear(request, reply, house));
}

async function showSurvey(request: Request, reply: Reply, house: House): Promise<Reply> {
  const asked = await askedHousehold(request, house);
  const standing = standingOf(asked.household);
  const open = asked.sight.reviews && asked.commune.status === 'open';
  if (standing === 'surveyed' && !(open && query(request).edit === 'yes'))
    return showResult(request, reply, house, asked);
  if (open && (standing === 'pending' || standing === 'surveyed')) {
    const usual = { today: house.today(), surveyorName: asked.person.name };
    return showForm(request, reply, house, asked, {
      typed: typedFrom(asked.household, usual),
      faults: [],
    });
  }
  const props = await pageProps(request, house, asked);
  return reply.page(<NoSurveyPage {...props} mayList={open && standing === 'unlisted'} />);
}

async function pageProps(request: Request, house: House, asked: AskedHousehold) {
  const { round, standard, commune, villages, household } = asked;
  const heads = await maskedHeads(house, round.provinceId, [household]);
  const head = heads.get(household.householdId) ?? 'Chưa ghi họ tên chủ hộ';
  return { frame: request.frame(), round, standard, commune, villages, household, head };
}

async function showResult(
  request: Request,
  reply: Reply,
  house: House,
  asked: AskedHousehold,
  reasonFault?: string,
  status = reasonFault ? 422 : 200,
): Promise<Reply> {
  const { household, round, standard, sight, commune } = asked;
  const { incomeScore, deprived, areaType } = household;
  const surveyed = incomeScore !== null && deprived !== null;
  return reply.page(
    <SurveyResultPage
      {...(await pageProps(request, house, asked))}
      result={surveyed ? classify(standard, { areaType, incomeScore, deprived }) : undefined}
      warnings={surveyWarnings(household, round, standard)}
      next={await nextPending(house.db, household, sight.villageIds)}
      mayMend={sight.reviews && commune.status === 'open'}
      reasonFault={reasonFault}
      reason={reasonFault ? formFields(request).reason : undefined}
    />,
    status,
  );
}

type FormState = Pick<SurveyFormPageProps, 'typed' | 'faults' | 'meanwhile' | 'refusal'>;

async function showForm(
  request: Request,
  reply: Reply,
  house: House,
  asked: AskedHousehold,
  state: FormState,
): Promise<Reply> {
  const props = await pageProps(request, house, asked);
  const refused = state.meanwhile || state.refusal;
  const status = refused ? 409 : state.faults.length > 0 ? 422 : 200;
  return reply.page(<SurveyFormPage {...props} {...state} today={house.today()} />, status);
}

async function save(request: Request, reply: Reply, house: House): Promise<Reply> {
  const asked = await askedHousehold(request, house);
  refuseReader(asked);
  const typed = typedOf(request);
  try {
    refuseClosed(asked.commune);
    refuseUnlisted(asked.household);
    const draft = readSurvey(typed, asked.standard, house.today());
    if ('faults' in draft)
      return showForm(request, reply, house, asked, { typed, faults: draft.faults });
    const { roundId, householdId } = asked.household;
    const version = versionOf(typed.fields);
    await saveSurvey(house, personOf(request), { roundId, householdId, version }, draft);
  } catch (problem) {
    if (!(problem instanceof Problem) || problem.status !== 409) throw problem;
    return showAgain(request, reply, house, { asked, typed, problem });
  }
  return reply.done(request.url.split('?')[0] ?? '', await sentenceOf(house, asked));
}

/** The chairman reads the surveys and writes none. */
function refuseReader({ sight, household }: AskedHousehold): void {
  if (!sight.reviews) throw new Problem('notAllowed', { what: `hộ ${household.code}` });
}

function typedOf(request: Request): TypedSurvey {
  return {
    fields: formFields(request),
    deprived: formList(request, 'deprived'),
    marks: ['groups', 'causes', 'needs'].flatMap((name) => formList(request, name)),
  };
}

interface Refused {
  readonly asked: AskedHousehold;
  readonly typed: TypedSurvey;
  readonly problem: Problem;
}

/** The form again with what was typed; where another person was faster, beside what they stored. */
async function showAgain(
  request: Request,
  reply: Reply,
  house: House,
  { asked, typed, problem }: Refused,
): Promise<Reply> {
  const { roundId, householdId } = asked.household;
  const stored = await findReviewed(house.db, roundId, householdId);
  const now = { ...asked, household: stored ?? asked.household };
  const meanwhile = problem.key === 'changedMeanwhile';
  const state = {
    typed,
    faults: [],
    ...(meanwhile ? { meanwhile } : { refusal: problem.message }),
  };
  return showForm(request, reply, house, now, state);
}

async function sentenceOf(house: House, { household }: AskedHousehold): Promise<string> {
  const stored = await findReviewed(house.db, household.roundId, household.householdId);
  if (!stored?.closing || stored.closing === 'gone') return 'Đã lưu phiếu.';
  const change = changeWords(stored).toLocaleLowerCase('vi');
  return `Đã lưu phiếu hộ ${stored.code}: ${CLASSES[stored.closing].toLocaleLowerCase('vi')} (${change}).`;
}

async function clear(request: Request, reply: Reply, house: House): Promise<Reply> {
  const asked = await askedHousehold(request, house);
  refuseReader(asked);
  const { roundId, householdId, code } = asked.household;
  const typed = formFields(request);
  const reason = clean(typed.reason ?? '').slice(0, 1000);
  if (!reason) return showResult(request, reply, house, asked, 'Hãy ghi lý do xóa phiếu.');
  const seen = { roundId, householdId, version: versionOf(typed) };
  return orAgain(
    async () => {
      await clearSurvey(house, personOf(request), seen, reason);
      return reply.done(
        `/review-rounds/${roundId}/households/${householdId}`,
        `Đã xóa phiếu hộ ${code}; hộ về chưa rà soát.`,
      );
    },
    (problem) => keepReason(request, reply, house, problem),
  );
}

/** The result as it stands now with the reason still typed; without a result there is no form. */
async function keepReason(request: Request, reply: Reply, house: House, problem: Problem) {
  const asked = await askedHousehold(request, house);
  if (standingOf(asked.household) !== 'surveyed' || asked.commune.status !== 'open') throw problem;
  return showResult(request, reply, house, asked, problem.message, problem.status);
}
