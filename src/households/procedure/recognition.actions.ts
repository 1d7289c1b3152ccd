import { fingerprint } from '../../documents/document-text.ts';
import type { Person } from '../../people/person.ts';
import { act } from '../../shared/act.actions.ts';
import { type Day, showDay } from '../../shared/day.ts';
import type { House, Tx } from '../../shared/house.ts';
import { Problem } from '../../shared/problem.ts';
import { found, must } from '../../shared/web.ts';
import { mayReadIdentities, mayRecogniseReview } from '../households.policy.ts';
import { loadHeads, loadIdentities } from '../registry/identities.sql.ts';
import { PURPOSES } from '../registry/purpose.ts';
import { noteOfReading, type Reading, recordReading } from '../registry/readings.actions.ts';
import type { ReviewPlace } from './addresses.ts';
import { type DecisionWish, describeDecision } from './decision.ts';
import { listNamed, officeName } from './name-lists.sql.ts';
import { nameLists } from './name-lists.ts';
import type { NamedHead } from './name-table.ts';
import { mayPrepareRecognition } from './procedure.policy.ts';
import { procedureState } from './procedure-state.sql.ts';
import { checksOf } from './procedure-state.ts';
import { findRecognition, insertRecognition, takeDecisionNumber } from './recognition.sql.ts';
import type { DecisionDraft, Recognition } from './recognition.ts';
import { type HeldReview, holdReview, takeStep } from './review-steps.sql.ts';
import { type Signing, signingOf } from './signing.ts';

interface Built extends DecisionDraft {
  readonly reading: Reading;
}

/**
 * The decision as it would be issued now, with its names; the reading is recorded. The chairman
 * sees their own signature block, an officer the chairman's without a name.
 */
export function previewDecision(
  house: House,
  person: Person,
  review: HeldReview,
  wish: DecisionWish,
): Promise<DecisionDraft> {
  return act(house, person, async (tx, now) => {
    must(mayPrepareRecognition(person, review.commune), 'dự thảo quyết định của xã này');
    const signing = mayRecogniseReview(person, review.commune) && signingOf(person.title);
    const signer = signing
      ? { signing, name: person.name }
      : { signing: 'head' as const, name: '' };
    const built = await build(tx, review, wish, signer);
    await recordReading(tx, built.reading, person, now);
    return [built, noteOfReading(built.reading)];
  });
}

/**
 * The chairman recognises: every gate is asked again, the number is taken, the decision is frozen
 * with its names and fingerprint, and the review is closed; one transaction. What is signed must
 * be what was seen (`seen.fingerprint`), or whoever changed something meanwhile is told of.
 */
export function recogniseReview(
  house: House,
  person: Person,
  seen: ReviewPlace & { readonly version: number; readonly fingerprint: string },
  wish: DecisionWish,
): Promise<void> {
  return act(house, person, async (tx, now) => {
    const held = await holdReview(tx, seen);
    const { commune } = held;
    must(mayRecogniseReview(person, commune), 'việc công nhận kết quả của xã này');
    await takeStep(tx, held, 'recognise', seen.version);
    await refuseUnready(tx, held, house.today());
    const signing = signingOrRefuse(person.title);
    const made = await build(tx, held, wish, { signing, name: person.name });
    if (made.fingerprint !== seen.fingerprint)
      throw new Problem('changedMeanwhile', { what: 'Danh sách hoặc nội dung quyết định' });
    await store(tx, held, wish, made, { person, now });
    const { number, issuedOn } = wish;
    const detail = { roundId: seen.roundId, number, issuedOn, fingerprint: made.fingerprint };
    const { communeId: subjectId } = commune;
    return [undefined, { noun: 'commune', subjectId, verb: 'recogniseReview', detail }];
  });
}

async function refuseUnready(tx: Tx, { round, commune }: HeldReview, today: Day): Promise<void> {
  const state = await procedureState(tx, round, commune);
  const missing = checksOf(state, today).find(({ done }) => !done);
  if (missing) throw new Problem('reviewNotReady', { step: 'công nhận', why: missing.sentence });
}

function signingOrRefuse(title: string): Signing {
  const signing = signingOf(title);
  if (signing) return signing;
  const why = `Quyết định do Chủ tịch hoặc Phó Chủ tịch ký, mà chức vụ của bạn đang ghi là “${title}”. Hãy nhờ quản trị tài khoản ghi đúng chức vụ.`;
  throw new Problem('reviewNotReady', { step: 'công nhận', why });
}

async function store(
  tx: Tx,
  { round, commune }: HeldReview,
  { number, issuedOn }: DecisionWish,
  { document, fingerprint: mark, reading }: Built,
  { person, now }: { readonly person: Person; readonly now: Date },
): Promise<void> {
  const { communeId, officeId } = commune;
  if (!(await takeDecisionNumber(tx, { officeId, communeId, issuedOn, number })))
    throw numberTaken(number, issuedOn);
  await recordReading(tx, reading, person, now);
  const signer = { signerName: person.name, signerTitle: person.title };
  await insertRecognition(
    tx,
    { roundId: round.id, communeId },
    { number, issuedOn, ...signer, document, fingerprint: mark, at: now },
    person,
  );
}

function numberTaken(number: number, issuedOn: Day): Problem {
  const message = `Số ${number} của năm ${issuedOn.slice(0, 4)} đã dùng cho một quyết định khác. Hãy lấy số tiếp theo.`;
  return new Problem('invalidForm', {}, [{ field: 'number', message }]);
}

async function build(
  tx: Tx,
  { round, commune }: HeldReview,
  wish: DecisionWish,
  signer: { readonly signing: Signing; readonly name: string },
): Promise<Built> {
  const { communeId, communeName, officeId } = commune;
  const households = await listNamed(tx, round, communeId);
  const householdIds = [...new Set(households.map(({ householdId }) => householdId))];
  const heads = await headsOf(tx, round.provinceId, householdIds);
  const document = describeDecision(wish, {
    ...{ round, communeName, lists: nameLists(households), signing: signer.signing },
    officeName: await officeName(tx, officeId, wish.issuedOn),
    headOf: (id) => heads.get(id),
    signerName: signer.name,
  });
  const purpose = `${PURPOSES.decision}: công nhận kết quả rà soát năm ${round.year}`;
  return {
    document,
    fingerprint: fingerprint(document),
    reading: { communeId, householdIds, purpose },
  };
}

/** Names in full with the day of birth, or its year where nobody wrote the day down. */
async function headsOf(
  tx: Tx,
  provinceId: string,
  ids: readonly string[],
): Promise<Map<string, NamedHead>> {
  const days = await loadIdentities(tx, provinceId, ids);
  const heads = await loadHeads(tx, provinceId, ids);
  return new Map(
    [...heads].map(([id, { fullName, birthYear }]) => {
      const birthDate = days.get(id)?.birthDate;
      return [id, { name: fullName, born: birthDate ? showDay(birthDate) : `${birthYear}` }];
    }),
  );
}

/** The signed decision with its names, for a file; each reading of it is recorded. */
export function readSignedDecision(
  house: House,
  person: Person,
  { round, commune }: HeldReview,
): Promise<Recognition> {
  return act(house, person, async (tx, now) => {
    const { communeId } = commune;
    must(mayReadIdentities(person, commune), 'danh sách kèm theo quyết định');
    const place = { roundId: round.id, communeId };
    const signed = found(await findRecognition(tx, place), 'quyết định công nhận của kỳ này');
    const households = await listNamed(tx, round, communeId);
    const householdIds = [...new Set(households.map(({ householdId }) => householdId))];
    const purpose = `${PURPOSES.decision}: xem Quyết định số ${signed.number} ngày ${showDay(signed.issuedOn)}`;
    const reading = { communeId, householdIds, purpose };
    await recordReading(tx, reading, person, now);
    return [signed, noteOfReading(reading)];
  });
}
