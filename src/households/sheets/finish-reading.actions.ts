import { createHash } from 'node:crypto';
import type { House, Tx } from '../../shared/house.ts';
import { MARKS } from '../household-marks.ts';
import type { PovertyStandard } from '../standard/poverty-standard.ts';
import {
  type HouseholdImport,
  type ImportSummary,
  type MetFont,
  NEXT_STEPS,
  type SheetOddity,
  statusesBefore,
} from './household-import.ts';
import type { IdList } from './id-list.ts';
import { insertImportCommunes } from './import-communes.sql.ts';
import type { ImportCommune } from './import-places.ts';
import { moveImport, storeProgress, storeSummary } from './imports.sql.ts';
import {
  countChanges,
  countListed,
  type JudgeScope,
  judgeKnown,
  planForRows,
  planForSets,
} from './judging.sql.ts';
import type { ReadingGround } from './reading.actions.ts';
import type { RollCall } from './roll-call.ts';
import { completeHeads, stageHeads } from './staged-heads.sql.ts';
import { markWrong } from './staging.sql.ts';
import { Writes } from './writes.ts';

/** What a reading hands over when the last row went by. */
export interface ReadFile {
  readonly roll: RollCall;
  readonly ids: IdList;
  readonly unplaced: number;
  /** Of these, people: each may belong to any household that lists its members. */
  readonly strays: number;
  readonly households: number;
  readonly members: number;
  readonly faults: number;
  readonly fonts: readonly MetFont[];
  readonly oddities: readonly SheetOddity[];
}

/** What is known of a commune before the database has judged its rows. */
interface CommuneTally {
  readonly commune: ImportCommune;
  wrong: number;
  known: number;
  listed: number;
  unlisted: number;
}

/** Holds the staged rows against what is stored, counts, and opens the preview. */
export async function finishReading(
  house: House,
  one: HouseholdImport,
  { round, standard }: ReadingGround,
  file: ReadFile,
): Promise<void> {
  const { db } = house;
  const wrong = file.roll.wrongPlaces();
  await markWrong(
    db,
    one.id,
    wrong.filter((place) => file.ids.has(place)),
  );
  const tallies = tallyOf(file);
  const scope = { importId: one.id, provinceId: round.provinceId, roundId: round.id };
  const marks = markColumns(one);
  const judged: Parameters<typeof insertImportCommunes>[2][number][] = [];
  const writes = new Writes(2);
  for (const tally of tallies)
    await writes.add(async () => {
      const of = { ...scope, marks, communeId: tally.commune.communeId };
      const counts = await db.transaction().execute((tx) => judge(tx, of, tally));
      judged.push({ ...counts, ...communeOf(tally, file, tallies.length) });
    });
  await writes.done();
  await insertImportCommunes(db, one.id, judged);
  await storeSummary(db, one.id, { ...summaryOf(file), standard: standardPrint(standard) });
  const read = file.households + file.members;
  await storeProgress(db, one.id, { read, expected: read, at: house.now() });
  await moveImport(db, one.id, statusesBefore('check'), NEXT_STEPS.reading.check, house.now());
}

async function judge(tx: Tx, of: JudgeScope, { listed, unlisted, known }: CommuneTally) {
  await planForSets(tx);
  if (listed > 0) {
    await countListed(tx, of);
    await completeHeads(tx, of);
  }
  if (unlisted > 0) await stageHeads(tx, of);
  if (known > 0) await judgeKnown(tx, of);
  await planForRows(tx);
  return countChanges(tx, of);
}

const NOBODY = { wrong: 0, known: 0, listed: 0, unlisted: 0 };

function tallyOf({ roll }: ReadFile): CommuneTally[] {
  const tallies = new Map<string, CommuneTally>();
  for (let place = 0; place < roll.count; place++) {
    const commune = roll.communeOf(place);
    if (!commune) continue;
    const tally = tallies.get(commune.communeId) ?? { commune, ...NOBODY };
    tallies.set(commune.communeId, tally);
    if (!roll.isRight(place)) tally.wrong++;
    if (roll.isKnown(place)) tally.known++;
    if (roll.isListed(place)) tally.listed++;
    else tally.unlisted++;
  }
  return [...tallies.values()];
}

/**
 * Rows of no known commune belong to the only one that the file speaks of; a person of no household
 * of the file to any commune that lists people, for who is not in a list has left.
 */
function communeOf({ commune, wrong, listed }: CommuneTally, file: ReadFile, communes: number) {
  const { communeId, name, refusal = null } = commune;
  const strays = listed > 0 ? file.strays : 0;
  return { communeId, name, refusal, wrong: wrong + (communes === 1 ? file.unplaced : strays) };
}

/** Groups, causes and needs that the file has a column for. */
export function markColumns({ plans }: HouseholdImport): string[] {
  const meanings = plans
    .filter(({ role }) => role === 'households')
    .flatMap(({ columns }) => columns.map(({ meaning }) => meaning));
  return Object.keys(MARKS).filter((key) => meanings.includes(key));
}

/** Tells a standard that was edited since from the one that was read by. */
export function standardPrint(standard: PovertyStandard): string {
  return createHash('sha256').update(JSON.stringify(standard)).digest('hex');
}

function summaryOf(file: ReadFile): Omit<ImportSummary, 'standard'> {
  const { households, members, faults, unplaced, oddities, fonts } = file;
  return { households, members, faults, unplaced, oddities, fonts };
}
