import type { Person } from '../../people/person.ts';
import { act } from '../../shared/act.actions.ts';
import type { House, Tx } from '../../shared/house.ts';
import { Problem } from '../../shared/problem.ts';
import { found, must } from '../../shared/web.ts';
import { mayReviewCommune } from '../households.policy.ts';
import { queueDuplicates } from '../registry/duplicates.actions.ts';
import { patternOf } from '../registry/next-code.ts';
import type { CommuneReview, ReviewRound } from '../rounds/review-round.ts';
import { findRound, lockCommuneReview } from '../rounds/rounds.sql.ts';
import { findStandard } from '../standard/standards.sql.ts';
import { refuseClosed } from '../survey/survey-refusal.ts';
import { writeChangedHouseholds } from './apply-changed.sql.ts';
import {
  type ApplyScope,
  giveStagedCodes,
  listCodes,
  writeNewHouseholds,
} from './apply-new.sql.ts';
import { countFit, listWritten, markApplied, writeReviews } from './apply-reviews.sql.ts';
import { markColumns, standardPrint } from './finish-reading.actions.ts';
import {
  type HouseholdImport,
  type ImportedCommune,
  mayApply,
  NEXT_STEPS,
  statusesBefore,
} from './household-import.ts';
import { listImportCommunes, refuseCommune } from './import-communes.sql.ts';
import { findImport, moveImport, storeHeartbeat } from './imports.sql.ts';
import { planForRows, planForSets } from './judging.sql.ts';
import { Interrupted, type StopSign } from './reading.actions.ts';
import { clearStaged } from './staging.sql.ts';
import { Writes } from './writes.ts';

/** While one is between two statements the other keeps the database busy. */
const COMMUNES_AT_ONCE = 2;

/**
 * Writes every commune of an import that is right throughout, each in a transaction of its own, all
 * or nothing; one that cannot be written says why and stays as it is.
 */
export async function applyImport(
  house: House,
  person: Person,
  importId: string,
  sign: StopSign,
): Promise<void> {
  const { db } = house;
  const one = found(await findImport(db, importId), 'đợt nhập này');
  const round = found(await findRound(db, one.roundId), 'kỳ rà soát này');
  const standard = found(await findStandard(db, round.standardId), 'chuẩn nghèo của kỳ này');
  if (one.summary?.standard !== standardPrint(standard))
    throw new Problem('importStandardChanged', { standard: standard.name });
  const writes = new Writes(COMMUNES_AT_ONCE);
  for (const commune of (await listImportCommunes(db, importId)).filter(mayApply)) {
    await writes.add(async () => {
      if (sign.stopped) throw new Interrupted();
      await applyOrRefuse(house, person, { one, round, commune }, sign);
      await storeHeartbeat(db, [importId], house.now());
    });
  }
  await writes.done();
  await moveImport(db, importId, statusesBefore('finish'), NEXT_STEPS.applying.finish, house.now());
  await clearStaged(db, importId);
}

interface AppliedCommune {
  readonly one: HouseholdImport;
  readonly round: ReviewRound;
  readonly commune: ImportedCommune;
}

/** What refuses one commune leaves the others alone; a server that stops is no refusal. */
async function applyOrRefuse(
  house: House,
  person: Person,
  applied: AppliedCommune,
  { report }: StopSign,
): Promise<void> {
  try {
    await applyCommune(house, person, applied);
  } catch (error) {
    const of = { importId: applied.one.id, communeId: applied.commune.communeId };
    await refuseCommune(house.db, of, refusalWords(error));
    if (!(error instanceof Problem)) report(error);
  }
}

/** A key of the register taken since the file was read, or whatever else nobody foresaw. */
function refusalWords(error: unknown): string {
  if (error instanceof Problem) return error.message;
  const taken = error instanceof Error && 'code' in error && error.code === '23505';
  return taken
    ? 'Sổ vừa có hộ mang cùng mã nên chưa ghi gì của xã này. Hãy đọc lại tệp để đối chiếu rồi ghi.'
    : 'Có lỗi khi ghi nên chưa ghi gì của xã này. Hãy đọc lại tệp rồi ghi; nếu vẫn lỗi, hãy báo quản trị.';
}

/** One commune: its new and changed households, their people, homes and reviews, and one event. */
function applyCommune(
  house: House,
  person: Person,
  { one, round, commune }: AppliedCommune,
): Promise<void> {
  return act(house, person, async (tx, now) => {
    const { communeId, name, fresh, changed, same } = commune;
    await planForSets(tx);
    const review = found(await lockCommuneReview(tx, round.id, communeId), name);
    must(mayReviewCommune(person, review), `việc rà soát của ${name}`);
    refuseClosed(review);
    const scope = scopeOf(house, person, one, round, communeId);
    if (!(await markApplied(tx, scope, now))) throw new Problem('changedMeanwhile', { what: name });
    if ((await countFit(tx, scope)) < fresh + changed)
      throw new Problem('importStale', { commune: name });
    await writeCommune(tx, scope, review, { fresh, changed });
    await planForRows(tx);
    await queueDuplicates(tx, communeId, await listWritten(tx, scope), now);
    const detail = { importId: one.id, roundId: round.id, fresh, changed, same };
    return [undefined, { noun: 'commune', subjectId: communeId, verb: 'importHouseholds', detail }];
  });
}

function scopeOf(
  house: House,
  person: Person,
  one: HouseholdImport,
  { id: roundId, provinceId, year, unitsOn }: ReviewRound,
  communeId: string,
): ApplyScope {
  const today = house.today();
  return {
    ...{ importId: one.id, communeId, provinceId, roundId, year, today, personName: person.name },
    since: unitsOn < today ? unitsOn : today,
    marks: markColumns(one),
  };
}

async function writeCommune(
  tx: Tx,
  scope: ApplyScope,
  review: CommuneReview,
  { fresh, changed }: { readonly fresh: number; readonly changed: number },
): Promise<void> {
  if (fresh > 0) {
    await giveCodes(tx, scope, review);
    await writeNewHouseholds(tx, scope);
  }
  if (changed > 0) await writeChangedHouseholds(tx, scope);
  await writeReviews(tx, scope);
}

/** Codes for new households that the file gave none, by the pattern of the commune. */
async function giveCodes(tx: Tx, scope: ApplyScope, { communeName }: CommuneReview): Promise<void> {
  const codes = await listCodes(tx, scope);
  if (codes === undefined) return;
  const { prefix, next, width } = patternOf(codes, communeName);
  await giveStagedCodes(tx, scope, { prefix, next, width });
}
