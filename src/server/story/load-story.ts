import { sql } from 'kysely';
import { hashPassword } from '../../people/password.actions.ts';
import { insertPeople } from '../../people/people.actions.ts';
import { noteEvent, SYSTEM } from '../../shared/act.actions.ts';
import type { Db, Tx } from '../../shared/house.ts';
import { showNumber } from '../../shared/vietnamese.ts';
import { officeId } from '../../units/reference-ids.ts';
import { loadReferenceMap, loadReferenceUnits } from '../../units/units.actions.ts';
import { loadHouseholds, type Progress } from './households/load-households.ts';
import { loadVillages, type Villages } from './households/load-villages.ts';
import { bar } from './households/progress.ts';
import type { Reach } from './households/scope.ts';
import { loadForms } from './load-forms.ts';
import { loadMovement, MOVEMENT_ID } from './load-movement.ts';
import { loadPlan } from './load-plan.ts';
import { loadRounds } from './load-rounds.ts';
import { loadSettings } from './load-settings.ts';
import { type Holding, STORY_BEGINS } from './offices.ts';
import { readSeed, type Seed } from './seed.ts';
import { type Staff, staffOf } from './staff.ts';
import { writingOf } from './writing.ts';

/** Any number, as long as no other code takes the same lock. */
const STORY_LOCK = 731_504;

/** The plan's own year; its day was left blank. */
const IMPORTED_AT = new Date('2022-06-20T09:00:00+07:00');
/** After the last of the published figures that it tells. */
const FIGURES_RECORDED_AT = new Date('2025-11-01T09:00:00+07:00');

type Say = (line: string) => void;

/**
 * Fills an empty, migrated database with the whole movement: units, made-up people, the plan,
 * forms, the rounds of 2022 to 2025 up to the day of the story, and the yearly reviews of
 * households in as many communes as `reach` says. `root` is the folder that holds db/seed; `say`
 * hears each part as it is done. All in one transaction: stopped half-way, nothing is there.
 * Where a movement already stands nothing happens.
 */
export async function loadStory(
  db: Db,
  root: string,
  say: Say,
  reach: Reach = 'few',
): Promise<void> {
  const seed = readSeed(root);
  const passwordHash = await hashPassword(seed.demo.password);
  await db.transaction().execute(async (tx) => {
    // On a slow machine loading, and waiting for another process that loads, outlast what a page may.
    await sql`set local statement_timeout = 0`.execute(tx);
    await sql`set local idle_in_transaction_session_timeout = 0`.execute(tx);
    await sql`select pg_advisory_xact_lock(${sql.lit(STORY_LOCK)})`.execute(tx);
    if (await isLoaded(tx)) return say('Đã có phong trào trong cơ sở dữ liệu; không nạp lại.');
    await loadAll(tx, { seed, passwordHash, reach }, say);
  });
}

async function isLoaded(tx: Tx): Promise<boolean> {
  const found = await tx.selectFrom('movements').select('id').limit(1).executeTakeFirst();
  return found !== undefined;
}

interface Wish {
  readonly seed: Seed;
  readonly passwordHash: string;
  readonly reach: Reach;
}

async function loadAll(tx: Tx, wish: Wish, say: Say): Promise<void> {
  const { seed } = wish;
  say('Nạp dữ liệu minh họa (người, hộ và số liệu xã, huyện đều là giả):');
  await loadReferenceUnits(tx, seed.units);
  await loadReferenceMap(tx, seed.map);
  const villages = await loadVillages(tx, seed, wish.reach);
  const holdings = await loadMovement(tx, seed);
  say(`  1/5  ${showNumber(countOffices(holdings))} đơn vị tham gia phong trào`);
  const staff = await loadPeople(tx, wish, holdings, villages);
  say(`  2/5  ${showNumber(staff.people.length)} người`);
  await loadForms(tx, seed, IMPORTED_AT, FIGURES_RECORDED_AT);
  const importer = staff.on(officeId('SO.LDTBXH'), 'receiveReports', STORY_BEGINS);
  const clauses = await loadPlan(tx, seed, importer.personId, IMPORTED_AT);
  say(`  3/5  kế hoạch với ${clauses} khoản mục, ${seed.figures.length} số liệu`);
  await loadRounds(tx, seed, staff, writingOf(seed, await loadMergers(tx)), say);
  await tellHouseholds(tx, { seed, staff, villages }, say);
  await loadSettings(tx, seed, staff, villages);
  const note = { noun: 'movement', subjectId: MOVEMENT_ID, verb: 'loadStory' };
  await noteEvent(tx, SYSTEM, note, new Date(`${seed.rounds.storyDay}T07:00:00+07:00`));
}

function countOffices(holdings: readonly Holding[]): number {
  return new Set(holdings.map((one) => one.id)).size;
}

async function loadPeople(
  tx: Tx,
  { seed, passwordHash }: Wish,
  holdings: readonly Holding[],
  villages: Villages,
): Promise<Staff> {
  const staff = staffOf(seed, holdings, passwordHash, officesOf(villages));
  await insertPeople(tx, staff.people, { at: IMPORTED_AT, by: null });
  return staff;
}

/** The people's committees of the communes that review households, of both times. */
function officesOf(villages: Villages): Set<string> {
  const codes = [...villages.keys()].flatMap(({ code, parts }) => [
    `UBND.C25.${code}`,
    ...parts.map((part) => `UBND.C22.${part.code}`),
  ]);
  return new Set(codes.map(officeId));
}

async function tellHouseholds(
  tx: Tx,
  told: { seed: Seed; staff: Staff; villages: Villages },
  say: Say,
): Promise<void> {
  // Few communes are there at once; of many one wants to see how far it is.
  const heard = told.villages.size > 9 ? (progress: Progress) => say(bar(progress)) : undefined;
  const count = await loadHouseholds(tx, told, heard ?? (() => undefined));
  const quarters = [...told.villages.values()].flat().length;
  say(
    `  5/5  rà soát bốn năm: ${told.villages.size} xã, ${showNumber(quarters)} bản, ${showNumber(count)} hộ`,
  );
}

/** Which units merged whole into a unit. */
async function loadMergers(tx: Tx): Promise<Map<string, string[]>> {
  const rows = await tx
    .selectFrom('unit_successions')
    .where('kind', '=', 'whole')
    .select(['from_id', 'to_id'])
    .execute();
  const grouped = Map.groupBy(rows, (row) => row.to_id);
  return new Map([...grouped].map(([to, from]) => [to, from.map((row) => row.from_id)]));
}
