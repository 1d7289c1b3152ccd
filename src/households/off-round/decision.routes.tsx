import { showDay } from '../../shared/day.ts';
import type { House } from '../../shared/house.ts';
import { Problem } from '../../shared/problem.ts';
import {
  formFields,
  idOf,
  personOf,
  type Reply,
  type Request,
  type Site,
} from '../../shared/web.ts';
import { mayRecogniseReview } from '../households.policy.ts';
import { FILE_KINDS, sendDocument } from '../procedure/document-file.routes.ts';
import { findStandard } from '../standard/standards.sql.ts';
import { askedRequest, maskedNames, versionOf } from './asked-request.routes.ts';
import { type ClassRequest, isBorneOut, PAPERS, paperOf } from './class-request.ts';
import { decideRequest, readPaper } from './decisions.actions.ts';
import { hasHand, mayDecideReview, mayEnterReview } from './off-round.policy.ts';
import { nextNumber } from './paper-numbers.sql.ts';
import { RequestPage } from './request.pages.tsx';
import { seriesOf } from './request-papers.ts';
import type { Typed } from './typed-request.ts';

const POLICY = { config: { door: 'policy' } } as const;
const ONE = '/class-requests/:request';
const THIS = 'đề nghị này';

/** A request, the chairman's decision on it, and the signed paper as a file. */
export function decisionRoutes(site: Site, house: House): void {
  site.get(ONE, POLICY, (request, reply) => showOne(request, reply, house));
  site.post(`${ONE}/decision`, POLICY, (request, reply) => decide(request, reply, house));
  for (const kind of FILE_KINDS)
    site.get(`${ONE}/paper.${kind}`, POLICY, async (request, reply) => {
      const id = idOf(request, 'request', THIS);
      const { signed, request: decided } = await readPaper(house, personOf(request), id);
      return sendDocument(reply, kind, nameOf(decided), signed.document);
    });
}

/** `Giấy chứng nhận-01-MT-001` */
function nameOf({ granted, result, number, code }: ClassRequest): string {
  const paper = PAPERS[paperOf(granted === true, result)];
  return `${paper}-${String(number ?? 0).padStart(2, '0')}-${code}`;
}

interface Outcome {
  readonly typed: Typed;
  readonly error?: Problem;
}

async function showOne(
  request: Request,
  reply: Reply,
  house: House,
  outcome?: Outcome,
): Promise<Reply> {
  const { asked, place } = await askedRequest(request, house);
  const person = personOf(request);
  const names = await maskedNames(house, [asked]);
  const { error } = outcome ?? {};
  const faults = error?.fields ?? [];
  return reply.page(
    <RequestPage
      frame={request.frame()}
      today={house.today()}
      {...{ request: asked, faults }}
      headName={names.get(asked.householdId) ?? asked.code}
      standard={await findStandard(house.db, asked.standardId)}
      mayEnter={mayEnterReview(person, place)}
      mayDecide={mayDecideReview(person, place, asked)}
      hasHand={mayRecogniseReview(person, place) && hasHand(person, asked)}
      typed={outcome?.typed ?? (await usualDecision(house, place.officeId, asked))}
      message={error && faults.length === 0 ? error.message : undefined}
    />,
    error?.status ?? 200,
  );
}

/** The form as it is offered: what the survey bears out, the next number, today. */
async function usualDecision(
  house: House,
  officeId: string,
  asked: ClassRequest,
): Promise<Record<string, string>> {
  const { wish, classBefore, result } = asked;
  const borneOut = isBorneOut(wish, classBefore, result);
  const today = house.today();
  const year = Number(today.slice(0, 4));
  const series = seriesOf(paperOf(borneOut, result));
  const next = await nextNumber(house.db, officeId, year, series);
  return {
    ...{ verdict: borneOut ? 'grant' : result === null ? '' : 'refuse', reason: '' },
    ...{ number: String(next).padStart(2, '0'), decidedOn: showDay(today) },
  };
}

async function decide(request: Request, reply: Reply, house: House): Promise<Reply> {
  const typed = formFields(request);
  const id = idOf(request, 'request', THIS);
  try {
    const seen = { id, version: versionOf(typed) };
    const { verdict } = await decideRequest(house, personOf(request), seen, typed);
    const done = verdict === 'grant' ? 'Đã công nhận.' : 'Đã từ chối.';
    return reply.done(`/class-requests/${id}`, `${done} Hãy in văn bản và trao cho hộ.`);
  } catch (error) {
    if (!(error instanceof Problem) || error.status === 403 || error.status === 404) throw error;
    return showOne(request, reply, house, { typed, error });
  }
}
