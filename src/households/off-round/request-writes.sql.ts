import type { OfficialDocument } from '../../documents/official-document.ts';
import type { Day } from '../../shared/day.ts';
import type { Tx } from '../../shared/house.ts';
import type { HouseholdClass } from '../household-class.ts';
import type { Household } from '../registry/household.ts';
import type { ClassRequest } from './class-request.ts';
import type { RequestWish } from './request-draft.ts';
import type { RequestSurvey } from './request-survey.ts';

/** Stores a new request of a household. */
export async function insertRequest(
  tx: Tx,
  made: {
    readonly id: string;
    readonly household: Household;
    readonly wish: RequestWish;
    readonly classBefore: HouseholdClass;
    readonly dueOn: Day;
    readonly at: Date;
    readonly person: { readonly id: string; readonly name: string };
  },
): Promise<void> {
  const { household, wish, person } = made;
  await tx
    .insertInto('class_requests')
    .values({
      ...{ commune_id: household.place.communeId, id: made.id, household_id: household.id },
      ...{ village_id: household.villageId, code: household.code, wish: wish.wish },
      ...{ class_before: made.classBefore, received_on: wish.receivedOn, due_on: made.dueOn },
      ...{ content: wish.content, at: made.at, standard_id: wish.standardId },
      ...{ area_type: household.areaType, person_id: person.id, person_name: person.name },
    })
    .execute();
}

type Key = Pick<ClassRequest, 'communeId' | 'id' | 'version'>;

/** Stores what the survey found, if the request still stands as it was seen. */
export async function storeSurvey(
  tx: Tx,
  { communeId, id, version }: Key,
  survey: RequestSurvey,
  found: { readonly result: HouseholdClass; readonly because: string; readonly by: string },
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('class_requests')
    .set({
      ...{ area_type: survey.areaType, income_score: survey.incomeScore },
      ...{ deprived: [...survey.deprived], surveyed_on: survey.surveyedOn },
      ...{ surveyor_name: survey.surveyorName, surveyed_by: found.by },
      ...{ result: found.result, because: found.because, version: version + 1 },
    })
    .where('commune_id', '=', communeId)
    .where('id', '=', id)
    .where('version', '=', version)
    .where('decided_on', 'is', null)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

/** Stores the decision with its paper; from then on the row stands. */
export async function storeDecision(
  tx: Tx,
  { communeId, id, version }: Key,
  made: {
    readonly granted: boolean;
    readonly reason: string | null;
    readonly number: number;
    readonly decidedOn: Day;
    readonly at: Date;
    readonly signer: { readonly id: string; readonly name: string; readonly title: string };
    readonly document: OfficialDocument;
    readonly fingerprint: string;
  },
): Promise<boolean> {
  const { granted, reason, number, signer } = made;
  const { numUpdatedRows } = await tx
    .updateTable('class_requests')
    .set({
      ...{ granted, reason, number, decided_on: made.decidedOn, decided_at: made.at },
      ...{ decided_by: signer.id, signer_name: signer.name, signer_title: signer.title },
      ...{ document: JSON.stringify(made.document), fingerprint: made.fingerprint },
      version: version + 1,
    })
    .where('commune_id', '=', communeId)
    .where('id', '=', id)
    .where('version', '=', version)
    .where('decided_on', 'is', null)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}
