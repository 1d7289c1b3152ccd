import { showDay } from '../../shared/day.ts';
import type { House } from '../../shared/house.ts';
import { Problem } from '../../shared/problem.ts';
import {
  formFields,
  formList,
  found,
  idOf,
  must,
  personOf,
  type Reply,
  type Request,
  type Site,
} from '../../shared/web.ts';
import { findStandard } from '../standard/standards.sql.ts';
import { NONE, type TypedSurvey } from '../survey/survey-draft.ts';
import { askedRequest, maskedNames, versionOf } from './asked-request.routes.ts';
import { type ClassRequest, follows, STANDINGS, standingOf } from './class-request.ts';
import { mayEnterReview } from './off-round.policy.ts';
import { RequestSurveyPage } from './request-survey.pages.tsx';
import { surveyRequest } from './requests.actions.ts';

const POLICY = { config: { door: 'policy' } } as const;
const SURVEY = '/class-requests/:request/survey';

/** The survey of a household that asked off the round. */
export function requestSurveyRoutes(site: Site, house: House): void {
  site.get(SURVEY, POLICY, async (request, reply) => {
    const asked = await surveyable(request, house);
    const standing = standingOf(asked);
    if (!follows(standing, 'survey'))
      throw new Problem('requestStepNotPossible', { standing: STANDINGS[standing] });
    return formPage(request, reply, house, asked, typedFrom(asked, request, house));
  });
  site.post(SURVEY, POLICY, (request, reply) => survey(request, reply, house));
}

async function surveyable(request: Request, house: House): Promise<ClassRequest> {
  const { asked, place } = await askedRequest(request, house);
  must(mayEnterReview(personOf(request), place), 'việc khảo sát hộ này');
  return asked;
}

/** What is stored; before the first survey who surveys and today. */
function typedFrom(asked: ClassRequest, request: Request, house: House): TypedSurvey {
  const { areaType, incomeScore, deprived, surveyedOn, surveyorName } = asked;
  return {
    deprived: deprived ?? [],
    marks: [],
    fields: {
      areaType,
      incomeScore: incomeScore === null ? '' : String(incomeScore),
      [NONE]: deprived?.length === 0 ? 'yes' : undefined,
      surveyedOn: showDay(surveyedOn ?? house.today()),
      surveyorName: surveyorName ?? personOf(request).name,
    },
  };
}

async function formPage(
  request: Request,
  reply: Reply,
  house: House,
  asked: ClassRequest,
  typed: TypedSurvey,
  error?: Problem,
): Promise<Reply> {
  const names = await maskedNames(house, [asked]);
  const faults = error?.fields ?? [];
  return reply.page(
    <RequestSurveyPage
      frame={request.frame()}
      {...{ request: asked, typed, faults }}
      headName={names.get(asked.householdId) ?? asked.code}
      standard={found(await findStandard(house.db, asked.standardId), 'chuẩn nghèo này')}
      message={error && faults.length === 0 ? error.message : undefined}
    />,
    error?.status ?? 200,
  );
}

async function survey(request: Request, reply: Reply, house: House): Promise<Reply> {
  const fields = formFields(request);
  const typed = { fields, deprived: formList(request, 'deprived'), marks: [] };
  const id = idOf(request, 'request', 'đề nghị này');
  const asked = await surveyable(request, house);
  try {
    await surveyRequest(house, personOf(request), { id, version: versionOf(fields) }, typed);
    return reply.done(`/class-requests/${id}`, 'Đã lưu phiếu khảo sát.');
  } catch (error) {
    if (!(error instanceof Problem) || error.status === 403) throw error;
    return formPage(request, reply, house, asked, typed, error);
  }
}
