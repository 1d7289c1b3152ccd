import { createHash } from 'node:crypto';
import type { Person } from '../../people/person.ts';
import { act, type EventNote } from '../../shared/act.actions.ts';
import type { House, Tx } from '../../shared/house.ts';
import { newId } from '../../shared/identity.ts';
import { Problem } from '../../shared/problem.ts';
import { found, must } from '../../shared/web.ts';
import type { ReviewRound } from '../rounds/review-round.ts';
import { applyImport } from './apply.actions.ts';
import {
  FILE_GONE,
  type HouseholdImport,
  IMPORT_STATUSES,
  LARGEST_FILE,
  nextStatus,
} from './household-import.ts';
import { queueOf } from './import-queue.actions.ts';
import {
  dropPieces,
  findImport,
  insertImport,
  insertPiece,
  lockImport,
  moveImport,
  remember,
  storePlans,
} from './imports.sql.ts';
import { clearOldImports } from './old-imports.actions.ts';
import { readImport } from './reading.actions.ts';
import { matchesOf } from './remembered-headings.ts';
import type { PlanWish, SheetPlan } from './sheet-plan.ts';
import { lookAgain, planWorkbook } from './workbook-plans.actions.ts';

const A_PIECE = 1024 * 1024;

/** A file as it arrives, and for what. */
export interface SentWorkbook {
  readonly name: string;
  readonly bytes: AsyncIterable<Uint8Array>;
  readonly round: ReviewRound;
  readonly officeId: string;
  /** Whose households it lists where no column names a commune. */
  readonly communeId: string | null;
}

/**
 * Takes a file in, piece by piece as it arrives, looks at its first rows and plans what each column
 * holds. Gives the id of the import. A file that is no workbook leaves nothing behind.
 */
export async function takeWorkbook(
  house: House,
  person: Person,
  sent: SentWorkbook,
): Promise<string> {
  const id = newId();
  await clearOldImports(house);
  try {
    const { fingerprint, file } = await storePieces(house, id, sent.bytes);
    const plans = await planWorkbook(house.db, sent.round, sent.officeId, Buffer.from(file));
    // Given back at once: whoever reads the file next needs as much.
    file.resize(0);
    return await act(house, person, async (tx, at) => {
      const { round, officeId, communeId, name } = sent;
      const known = { id, fileName: name, fingerprint, plans, at, roundId: round.id };
      await insertImport(tx, { ...known, officeId, communeId, person });
      const detail = { roundId: round.id, sheets: plans.length };
      return [id, { noun: 'import', subjectId: id, verb: 'upload', detail }];
    });
  } catch (error) {
    await dropPieces(house.db, id);
    throw error;
  }
}

/**
 * Stores a file as it arrives, piece by piece; gives it whole, with its fingerprint. It grows where
 * it lies: put together at the end it would stand in memory twice.
 */
async function storePieces({ db }: House, id: string, bytes: AsyncIterable<Uint8Array>) {
  const hash = createHash('sha256');
  const file = new ArrayBuffer(0, { maxByteLength: LARGEST_FILE });
  let [pieces, stored] = [0, 0];
  const store = async () => {
    const piece = Buffer.from(file, stored, file.byteLength - stored);
    await insertPiece(db, id, pieces++, piece);
    stored = file.byteLength;
  };
  for await (const some of bytes) {
    hash.update(some);
    const at = file.byteLength;
    file.resize(at + some.length);
    new Uint8Array(file).set(some, at);
    if (file.byteLength - stored >= A_PIECE) await store();
  }
  if (file.byteLength > stored) await store();
  if (pieces === 0) throw new Problem('fileEmpty');
  return { fingerprint: hash.digest('hex'), file };
}

/**
 * Looks at the file again where the person says that a sheet holds something else, or has its
 * headings in another row; the others stay as they were set right (`plans`).
 */
export async function planAgain(
  house: House,
  person: Person,
  importId: string,
  plans: readonly SheetPlan[],
  wishes: ReadonlyMap<string, PlanWish>,
): Promise<void> {
  const one = found(await findImport(house.db, importId), THIS);
  const again = await lookAgain(house.db, one, plans, wishes);
  await act(house, person, async (tx, now) => {
    const locked = await step(tx, person, importId, 'match', now);
    await storePlans(tx, importId, again);
    return [undefined, noteOf(locked, 'match')];
  });
}

/** What the person confirmed: reads the file by it in its turn, and remembers it for the office. */
export async function startReading(
  house: House,
  person: Person,
  importId: string,
  plans?: readonly SheetPlan[],
): Promise<void> {
  await act(house, person, async (tx, now) => {
    const one = await step(tx, person, importId, 'read', now);
    if (plans) {
      await storePlans(tx, importId, plans);
      await remember(tx, one.officeId, matchesOf(plans), now);
    }
    return [undefined, noteOf(one, 'read')];
  });
  queueOf(house).add({
    ...{ importId, kind: 'reading' },
    work: (sign) => readImport(house, person, importId, sign),
  });
}

/** Begins the writing of what was checked, in its turn. */
export async function startApplying(house: House, person: Person, importId: string): Promise<void> {
  await act(house, person, async (tx, now) => {
    const one = await step(tx, person, importId, 'apply', now);
    return [undefined, noteOf(one, 'apply')];
  });
  queueOf(house).add({
    ...{ importId, kind: 'applying' },
    work: (sign) => applyImport(house, person, importId, sign),
  });
}

const THIS = 'đợt nhập này';
/** What a person may do with an import, as a refusal says it. */
const STEP_WORDS = { match: 'khớp lại cột', read: 'đọc tệp', apply: 'ghi vào sổ' } as const;

/** The step of the person's own import, only from where it may be taken. */
async function step(
  tx: Tx,
  person: Person,
  importId: string,
  wanted: keyof typeof STEP_WORDS,
  now: Date,
): Promise<HouseholdImport> {
  const one = found(await lockImport(tx, importId), THIS);
  must(one.personId === person.id, 'đợt nhập của người khác');
  found(one.cleared ? undefined : one, FILE_GONE);
  const next = nextStatus(one.status, wanted);
  if (!next)
    throw new Problem('importStepNotPossible', {
      ...{ status: IMPORT_STATUSES[one.status], step: STEP_WORDS[wanted] },
    });
  await moveImport(tx, importId, [one.status], next, now);
  return one;
}

function noteOf({ id, roundId }: HouseholdImport, verb: string): EventNote {
  return { noun: 'import', subjectId: id, verb, detail: { roundId } };
}
