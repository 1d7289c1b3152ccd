import { fingerprint } from '../../documents/document-text.ts';
import type { OfficialDocument } from '../../documents/official-document.ts';
import type { Person } from '../../people/person.ts';
import { act } from '../../shared/act.actions.ts';
import { type Day, dayInVietnam, showDay } from '../../shared/day.ts';
import type { House, Tx } from '../../shared/house.ts';
import { Problem } from '../../shared/problem.ts';
import { found, must } from '../../shared/web.ts';
import { mayReadIdentity, mayRecogniseReview } from '../households.policy.ts';
import { officeName } from '../procedure/name-lists.sql.ts';
import { type Signing, signingOf } from '../procedure/signing.ts';
import { findHousehold, listMembers } from '../registry/household.sql.ts';
import { livesThere } from '../registry/household.ts';
import { PURPOSES } from '../registry/purpose.ts';
import { noteOfReading, recordReading } from '../registry/readings.actions.ts';
import { loadMemberIdentities } from '../registry/readings.sql.ts';
import { findStandard } from '../standard/standards.sql.ts';
import { type ClassRequest, isBorneOut, PAPERS, paperOf } from './class-request.ts';
import { type Decision, readDecision } from './decision-draft.ts';
import { hasHand, mayDecideReview } from './off-round.policy.ts';
import { takeNumber } from './paper-numbers.sql.ts';
import type { NamedMember } from './paper-sources.ts';
import { describePaper, seriesOf } from './request-papers.ts';
import { storeDecision } from './request-writes.sql.ts';
import { heldRequest, mustFollow, type SeenRequest } from './requests.actions.ts';
import { findPaper } from './requests.sql.ts';
import type { Typed } from './typed-request.ts';

const NOUN = 'classRequest';

type Held = Awaited<ReturnType<typeof heldRequest>>;

/**
 * The chairman grants or refuses a request; the paper is set with its names (the reading is
 * recorded), numbered and frozen. Whoever entered or surveyed the request is refused.
 */
export function decideRequest(
  house: House,
  person: Person,
  seen: SeenRequest,
  typed: Typed,
): Promise<Decision> {
  return act(house, person, async (tx, now) => {
    const request = await heldRequest(tx, person, seen, now);
    mustDecide(person, request);
    const decision = readTyped(typed, request, dayInVietnam(now));
    mustFollow(request, decision.verdict);
    const signing = signingOrRefuse(person.title);
    await number(tx, request, decision);
    const document = await setPaper(tx, request, decision, { signing, name: person.name });
    await recordReading(tx, readingOf(request, purposeOf(request, decision)), person, now);
    const made = { ...decision, granted: decision.verdict === 'grant', at: now, signer: person };
    const paper = { document, fingerprint: fingerprint(document) };
    if (!(await storeDecision(tx, { ...request, ...seen }, { ...made, ...paper })))
      throw new Problem('changedMeanwhile', { what: 'Đề nghị này' });
    const detail = { ...decision, result: request.result, fingerprint: paper.fingerprint };
    return [decision, { noun: NOUN, subjectId: seen.id, verb: decision.verdict, detail }];
  });
}

function mustDecide(person: Person, request: Held): void {
  must(mayRecogniseReview(person, request.place), 'việc quyết định đề nghị này');
  if (hasHand(person, request)) throw new Problem('ownClassRequest');
  must(mayDecideReview(person, request.place, request), 'việc quyết định đề nghị này');
}

function readTyped(typed: Typed, request: ClassRequest, today: Day): Decision {
  const { wish, classBefore, result, receivedOn, surveyedOn } = request;
  const decision = readDecision(typed, {
    ...{ today, borneOut: isBorneOut(wish, classBefore, result) },
    notBefore: surveyedOn !== null && surveyedOn > receivedOn ? surveyedOn : receivedOn,
  });
  if ('faults' in decision) throw new Problem('invalidForm', {}, decision.faults);
  return decision;
}

function signingOrRefuse(title: string): Signing {
  const signing = signingOf(title);
  if (!signing) throw new Problem('notASigner', { title });
  return signing;
}

async function number(tx: Tx, request: Held, { verdict, number, decidedOn }: Decision) {
  const series = seriesOf(paperOf(verdict === 'grant', request.result));
  const { officeId, communeId } = request.place;
  const free = await takeNumber(tx, { officeId, communeId, decidedOn, series, number });
  if (free) return;
  const message = `Số ${number} của năm ${decidedOn.slice(0, 4)} đã dùng cho một quyết định khác. Hãy lấy số tiếp theo.`;
  throw new Problem('invalidForm', {}, [{ field: 'number', message }]);
}

async function setPaper(
  tx: Tx,
  request: Held,
  decision: Decision,
  signer: { readonly signing: Signing; readonly name: string },
): Promise<OfficialDocument> {
  const { decidedOn, reason } = decision;
  const standard = found(await findStandard(tx, request.standardId), 'chuẩn nghèo này');
  const [head, ...others] = await namedMembers(tx, request, decidedOn);
  const commune = request.sight.communes.find(({ communeId }) => communeId === request.communeId);
  return describePaper({
    ...{ request, granted: decision.verdict === 'grant', reason, number: decision.number },
    ...{ decidedOn, communeName: commune?.name ?? '', standardName: standard.name },
    officeName: await officeName(tx, request.place.officeId, decidedOn),
    head: found(head, 'tên chủ hộ của đề nghị này'),
    members: [found(head, 'tên chủ hộ của đề nghị này'), ...others],
    ...{ signing: signer.signing, signerName: signer.name },
  });
}

/** Who lives in the household, the head first. */
async function namedMembers(tx: Tx, { householdId }: ClassRequest, on: Day) {
  const household = found(await findHousehold(tx, householdId, on), 'hộ của đề nghị này');
  const identities = await loadMemberIdentities(tx, household);
  const living = (await listMembers(tx, household)).filter(livesThere);
  const first = (no: number) => (no === household.headNo ? 0 : 1);
  return living
    .sort((one, other) => first(one.no) - first(other.no) || one.no - other.no)
    .flatMap(({ no, sex, ethnicity, relation, birthYear }): NamedMember[] => {
      const identity = identities.get(no);
      if (!identity) return [];
      const { fullName, birthDate, citizenNumber } = identity;
      const born = birthDate ? showDay(birthDate) : String(birthYear);
      return [{ fullName, born, sex, ethnicity, relation, citizenNumber }];
    });
}

function readingOf({ communeId, householdId }: ClassRequest, purpose: string) {
  return { communeId, householdIds: [householdId], purpose };
}

function purposeOf({ code, result }: ClassRequest, { verdict }: Pick<Decision, 'verdict'>): string {
  const paper = paperOf(verdict === 'grant', result);
  const name = paper === 'certificate' ? PURPOSES.certificate : PURPOSES.decision;
  return `${name}: ${PAPERS[paper].toLocaleLowerCase('vi')} cho hộ ${code}`;
}

/** The signed paper with its names, for a file; each reading of it is recorded. */
export function readPaper(house: House, person: Person, id: string) {
  return act(house, person, async (tx, now) => {
    const request = await heldRequest(tx, person, { id, version: 0 }, now);
    must(mayReadIdentity(person, request.place), 'văn bản này');
    const signed = found(await findPaper(tx, request), 'văn bản của đề nghị này');
    const verdict = request.granted ? 'grant' : 'refuse';
    const reading = readingOf(request, purposeOf(request, { verdict }));
    await recordReading(tx, reading, person, now);
    return [{ request, signed }, noteOfReading(reading)];
  });
}
