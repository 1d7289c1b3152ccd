import { sql } from 'kysely';
import { type BulkColumn, BulkRows, insertBulk } from '../../shared/bulk.sql.ts';
import type { Db } from '../../shared/house.ts';
import type { Fault } from './import-fault.ts';
import type { HouseholdDraft } from './imported-household.ts';
import type { Settled } from './known-household.ts';
import type { MemberDraft } from './member-rows.ts';

/** A household of the file that is right so far. */
export interface StagedHousehold {
  readonly communeId: string;
  readonly place: number;
  readonly householdId: Uint8Array;
  /** In the register already. */
  readonly known: boolean;
  readonly seen: number | null;
  readonly draft: HouseholdDraft;
  readonly settled: Settled;
}

export interface StagedMember {
  readonly communeId: string;
  readonly householdId: Uint8Array;
  readonly no: number;
  readonly draft: MemberDraft;
}

const HOUSEHOLD: readonly BulkColumn<StagedHousehold>[] = [
  { name: 'commune_id', type: 'uuid', value: ({ communeId }) => communeId },
  { name: 'place', type: 'integer', value: ({ place }) => place },
  { name: 'household_id', type: 'uuid', value: ({ householdId }) => householdId },
  { name: 'change', type: 'text', value: ({ known }) => (known ? 'same' : 'new') },
  { name: 'seen', type: 'integer', value: ({ seen }) => seen },
  { name: 'code', type: 'text', value: ({ draft }) => draft.code },
  { name: 'village_id', type: 'uuid', value: ({ draft }) => draft.villageId },
  { name: 'area_type', type: 'text', value: ({ draft }) => draft.areaType },
  { name: 'head_name', type: 'text', value: ({ draft }) => draft.headName },
  { name: 'sex', type: 'text', value: ({ draft }) => draft.sex },
  { name: 'birth_year', type: 'integer', value: ({ draft }) => draft.birth?.year },
  { name: 'birth_date', type: 'date', value: ({ draft }) => draft.birth?.on },
  { name: 'ethnicity', type: 'text', value: ({ draft }) => draft.ethnicity },
  { name: 'citizen_number', type: 'text', value: ({ draft }) => draft.citizenNumber },
  { name: 'members', type: 'integer', value: ({ draft }) => draft.members },
  { name: 'opening', type: 'text', value: ({ settled }) => settled.opening },
  { name: 'opening_members', type: 'integer', value: ({ settled }) => settled.openingMembers },
  { name: 'listed', type: 'text', value: ({ settled }) => settled.listed },
  { name: 'income_score', type: 'integer', value: ({ draft }) => draft.incomeScore },
  { name: 'deprived', type: 'text[]', value: ({ draft }) => draft.deprived },
  { name: 'closing', type: 'text', value: ({ settled }) => settled.closing },
  { name: 'children', type: 'integer', value: ({ draft }) => draft.children },
  { name: 'children_health', type: 'integer', value: ({ draft }) => draft.childrenHealth },
  { name: 'children_school', type: 'integer', value: ({ draft }) => draft.childrenSchool },
  { name: 'marks', type: 'text[]', value: ({ draft }) => draft.marks },
  { name: 'reason', type: 'text', value: ({ settled }) => settled.reason },
  { name: 'surveyed_on', type: 'date', value: ({ draft }) => draft.surveyedOn },
  { name: 'surveyor_name', type: 'text', value: ({ draft }) => draft.surveyorName },
  { name: 'note', type: 'text', value: ({ draft }) => draft.note },
];

const MEMBER: readonly BulkColumn<StagedMember>[] = [
  { name: 'commune_id', type: 'uuid', value: ({ communeId }) => communeId },
  { name: 'household_id', type: 'uuid', value: ({ householdId }) => householdId },
  { name: 'member_no', type: 'integer', value: ({ no }) => no },
  { name: 'relation', type: 'text', value: ({ draft }) => draft.relation },
  { name: 'sex', type: 'text', value: ({ draft }) => draft.sex },
  { name: 'birth_year', type: 'integer', value: ({ draft }) => draft.birth.year },
  { name: 'birth_date', type: 'date', value: ({ draft }) => draft.birth.on },
  { name: 'ethnicity', type: 'text', value: ({ draft }) => draft.ethnicity },
  { name: 'full_name', type: 'text', value: ({ draft }) => draft.fullName },
  { name: 'citizen_number', type: 'text', value: ({ draft }) => draft.citizenNumber },
  { name: 'insured', type: 'boolean', value: ({ draft }) => draft.insured },
  { name: 'nourished', type: 'boolean', value: ({ draft }) => draft.nourished },
  { name: 'studying', type: 'boolean', value: ({ draft }) => draft.studying },
];

const FAULT: readonly BulkColumn<Fault>[] = [
  { name: 'sheet', type: 'text', value: ({ sheet }) => sheet },
  { name: 'row_number', type: 'integer', value: ({ row }) => row },
  { name: 'position', type: 'integer', value: ({ position }) => position },
  { name: 'column_name', type: 'text', value: ({ columnName }) => columnName },
  { name: 'message', type: 'text', value: ({ message }) => message },
];

/** Whose rows these are. */
export interface StageOf {
  readonly importId: string;
  readonly communeId: string;
}

export function householdsToStage(): BulkRows<StagedHousehold> {
  return new BulkRows('import_rows', HOUSEHOLD);
}

export function membersToStage(): BulkRows<StagedMember> {
  return new BulkRows('import_members', MEMBER);
}

/** A second fault of a cell that was kept before is said after the first. */
export async function stageFaults(
  db: Db,
  importId: string,
  faults: readonly Fault[],
): Promise<void> {
  const after = `on conflict (import_id, sheet, row_number, position)
    do update set message = import_faults.message || ' ' || excluded.message`;
  await insertBulk(db, 'import_faults', { import_id: importId }, FAULT, faults, after);
}

/** Staged people have done their duty once they are in the register. */
export async function clearStaged(db: Db, importId: string): Promise<void> {
  await sql`delete from import_rows where import_id = ${importId}`.execute(db);
  await sql`delete from import_members where import_id = ${importId}`.execute(db);
}

/** What an earlier reading of the same file left. */
export async function clearStage(db: Db, importId: string): Promise<void> {
  await clearStaged(db, importId);
  await sql`delete from import_faults where import_id = ${importId}`.execute(db);
  await sql`delete from import_communes where import_id = ${importId}`.execute(db);
}

/** Households that were staged and then turned out to be wrong. */
export async function markWrong(
  db: Db,
  importId: string,
  places: readonly number[],
): Promise<void> {
  if (places.length === 0) return;
  await sql`update import_rows set change = 'wrong'
    where import_id = ${importId} and place = any(${places}::integer[])`.execute(db);
}
