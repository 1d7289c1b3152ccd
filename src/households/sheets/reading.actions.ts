import type { Person } from '../../people/person.ts';
import type { House } from '../../shared/house.ts';
import type { ReadRow } from '../../shared/sheet/cells.ts';
import { type SheetEnd, type StreamedSheet, streamSheet } from '../../shared/sheet/stream.ts';
import { found } from '../../shared/web.ts';
import type { ReviewRound } from '../rounds/review-round.ts';
import { findRound } from '../rounds/rounds.sql.ts';
import type { PovertyStandard } from '../standard/poverty-standard.ts';
import { findStandard } from '../standard/standards.sql.ts';
import { finishReading } from './finish-reading.actions.ts';
import {
  type HouseholdImport,
  IMPORT_LIMITS,
  type MetFont,
  type SheetOddity,
} from './household-import.ts';
import { columnsOf, type SheetRole } from './household-layout.ts';
import { HouseholdRows } from './household-rows.ts';
import { IdList } from './id-list.ts';
import { listReviewedBefore, noteSeenEvents } from './import-communes.sql.ts';
import type { ImportPlaces } from './import-places.ts';
import { findImport, loadFile, storeProgress } from './imports.sql.ts';
import type { KnownHousehold, SettleContext } from './known-household.ts';
import { type Entered, loadMeant } from './meant-households.actions.ts';
import { MemberRows } from './member-rows.ts';
import { loadPlaces } from './places.actions.ts';
import { RollCall } from './roll-call.ts';
import { settle } from './settle.ts';
import { mergedCells, SheetNotes } from './sheet-notes.ts';
import type { SheetPlan } from './sheet-plan.ts';
import { SheetRows } from './sheet-rows.ts';
import { Stage } from './stage.actions.ts';
import { clearStage } from './staging.sql.ts';
import { Writes } from './writes.ts';

const A_BATCH = 100;
const PROGRESS_EVERY = 10_000;

/** Asked to stop: nothing of the register was touched, the file can be read again. */
export class Interrupted extends Error {}

/** Who works in the queue asks between two pieces whether to stop, and reports what nobody foresaw. */
export interface StopSign {
  readonly stopped: boolean;
  readonly report: (error: unknown) => void;
}

/**
 * Reads the file of an import, row by row with flat memory: checks each row against the layout,
 * the register and the round, stages what is right, keeps what is wrong with its row and column.
 * Nothing of the register changes. Throws what the reader of sheets throws, and `Interrupted`.
 */
export async function readImport(
  house: House,
  person: Person,
  importId: string,
  sign: StopSign,
): Promise<void> {
  const { db } = house;
  const one = found(await findImport(db, importId), 'đợt nhập này');
  const round = found(await findRound(db, one.roundId), 'kỳ rà soát này');
  const standard = found(await findStandard(db, round.standardId), 'chuẩn nghèo của kỳ này');
  const places = await loadPlaces(db, person, round);
  const reviewedLastYear = await listReviewedBefore(db, round);
  await clearStage(db, importId);
  await noteSeenEvents(db, importId);
  const ground = { round, standard, places, reviewedLastYear };
  await new Reading(house, one, ground, sign).read();
}

/** What a reading goes by. */
export interface ReadingGround {
  readonly round: ReviewRound;
  readonly standard: PovertyStandard;
  readonly places: ImportPlaces;
  readonly reviewedLastYear: ReadonlySet<string>;
}

class Reading {
  readonly #house: House;
  readonly #import: HouseholdImport;
  readonly #ground: ReadingGround;
  readonly #sign: StopSign;
  readonly #stage: Stage;
  readonly #roll = new RollCall();
  /** Of settled households by their place in the file. */
  readonly #ids = new IdList();
  readonly #oddities: SheetOddity[] = [];
  readonly #fonts: MetFont[] = [];
  #households = 0;
  #members = 0;
  #unplaced = 0;
  #strays = 0;
  #told = 0;
  #packed = { whole: 0, done: 0 };

  constructor(house: House, one: HouseholdImport, ground: ReadingGround, sign: StopSign) {
    this.#house = house;
    this.#import = one;
    this.#ground = ground;
    this.#sign = sign;
    this.#stage = new Stage(house.db, one.id, house.today());
  }

  async read(): Promise<void> {
    const { sheets } = await streamSheet(
      await loadFile(this.#house.db, this.#import.id),
      IMPORT_LIMITS,
    );
    const asked = this.#asked(sheets);
    this.#packed.whole = asked.reduce((sum, { sheet }) => sum + sheet.packed, 0);
    for (const { sheet, plan } of asked) {
      await (plan.role === 'members'
        ? this.#readMembers(sheet, plan)
        : this.#readHouseholds(sheet, plan));
      this.#packed.done += sheet.packed;
    }
    this.#roll.close();
    await this.#stage.flush();
    await finishReading(this.#house, this.#import, this.#ground, {
      ...{ roll: this.#roll, ids: this.#ids, unplaced: this.#unplaced },
      strays: this.#strays,
      ...{ households: this.#households, members: this.#members, fonts: this.#fonts },
      ...{ oddities: this.#oddities, faults: this.#stage.faults.total },
    });
  }

  /** The sheets that are read, those of households before those of members. */
  #asked(sheets: readonly StreamedSheet[]) {
    const planned = sheets.flatMap((sheet) => {
      const plan = this.#import.plans.find(({ name }) => name === sheet.name);
      return plan?.role ? [{ sheet, plan }] : [];
    });
    const of = (role: SheetRole) => planned.filter(({ plan }) => plan.role === role);
    return [...of('households'), ...of('members')];
  }

  async #readHouseholds(sheet: StreamedSheet, plan: SheetPlan): Promise<void> {
    const { places, standard } = this.#ground;
    const rows = this.#rowsOf(plan);
    const reader = new HouseholdRows(rows, {
      ...{ places, standard, today: this.#house.today() },
      communeId: this.#import.communeId,
    });
    const settling = new Writes(2);
    const context = this.#settleContext(rows);
    let batch: Entered[] = [];
    await this.#pass(sheet, rows, async (some) => {
      for (const row of some) {
        const taken = reader.take(row);
        if (!taken) continue;
        this.#households++;
        const place = this.#roll.enter(taken, rows);
        if (!taken.commune) this.#unplaced++;
        if (taken.draft && this.#roll.isRight(place)) batch.push({ place, draft: taken.draft });
      }
      if (batch.length < A_BATCH) return;
      const full = batch;
      batch = [];
      await settling.add(() => this.#settle(full, context));
    });
    await settling.add(() => this.#settle(batch, context));
    await settling.done();
  }

  #settleContext(rows: SheetRows): SettleContext {
    const { places, standard, round, reviewedLastYear } = this.#ground;
    const scored = rows.column('incomeScore').exists;
    return { places, standard, scored, reviewedLastYear, lastYear: round.year - 1 };
  }

  /** Holds a batch against the register and the round, and stages what is right. */
  async #settle(batch: readonly Entered[], context: SettleContext): Promise<void> {
    const { provinceId, id: roundId, previousId } = this.#ground.round;
    const scope = { provinceId, roundId, previousId };
    const communes = Map.groupBy(batch, ({ draft }) => draft.commune.communeId);
    for (const [communeId, entered] of communes) {
      const known = await loadMeant(this.#house.db, { ...scope, communeId }, entered);
      for (const one of entered) await this.#settleOne(one, known(one), communeId, context);
    }
  }

  #settleOne(
    { place, draft }: Entered,
    answers: readonly KnownHousehold[],
    communeId: string,
    context: SettleContext,
  ): Promise<void> | undefined {
    const one = this.#only(place, answers);
    if (one === null) return undefined;
    const say = (key: string, message: string) => this.#roll.say(place, key, message);
    const settled = settle(draft, one, context, say);
    if (!settled) return undefined;
    this.#ids.set(place, one?.householdId);
    const householdId = this.#ids.at(place);
    const seen = one?.version ?? null;
    const known = one !== undefined;
    return this.#stage.addHousehold({ communeId, place, householdId, known, seen, draft, settled });
  }

  /** The household that a row means; null: it cannot be told, which was said. */
  #only(place: number, answers: readonly KnownHousehold[]): KnownHousehold | undefined | null {
    const [one] = answers;
    if (answers.length > 1) {
      const why = `Thôn, bản có ${answers.length} hộ cùng tên chủ hộ và năm sinh. Hãy ghi mã hộ để biết là hộ nào.`;
      this.#roll.say(place, 'headName', why);
      return null;
    }
    if (one && !this.#roll.recognise(place, one.householdId)) {
      this.#roll.say(
        place,
        'headName',
        `Đây là hộ ${one.code}, đã có ở một dòng khác. Hãy bỏ một dòng.`,
      );
      return null;
    }
    return one;
  }

  async #readMembers(sheet: StreamedSheet, plan: SheetPlan): Promise<void> {
    const rows = this.#rowsOf(plan);
    const reader = new MemberRows(rows, this.#house.today());
    await this.#pass(sheet, rows, async (some) => {
      for (const row of some) {
        const taken = reader.take(row);
        if (!taken) continue;
        this.#members++;
        const called = this.#roll.call(taken, rows);
        const commune = called && this.#roll.communeOf(called.place);
        if (!called && !this.#roll.knows(taken.code)) this.#stray();
        if (!called || !commune || !taken.draft || !this.#ids.has(called.place)) continue;
        const { communeId } = commune;
        const own = { communeId, householdId: this.#ids.at(called.place), no: called.no };
        const full = this.#stage.addMember({ ...own, draft: taken.draft });
        if (full) await full;
      }
    });
  }

  /** A person of no household of the file. */
  #stray(): void {
    this.#unplaced++;
    this.#strays++;
  }

  #rowsOf(plan: SheetPlan): SheetRows {
    const layout = columnsOf(plan.role ?? 'households', this.#ground.standard);
    const typed = new Set(layout.filter((one) => one.typed).map(({ key }) => key));
    return new SheetRows(plan, typed, this.#stage.faults);
  }

  /** Lets all rows of a sheet go by, then says what only its end tells. */
  async #pass(
    sheet: StreamedSheet,
    rows: SheetRows,
    take: (some: readonly ReadRow[]) => Promise<void>,
  ): Promise<void> {
    const notes = new SheetNotes(sheet.name);
    const reading = sheet.rows();
    for (let step = await reading.next(); ; step = await reading.next()) {
      if (step.done) return this.#end(step.value, rows, notes);
      if (this.#sign.stopped) throw new Interrupted();
      for (const row of step.value.rows) notes.see(row);
      await take(step.value.rows);
      await this.#stage.breathe();
      await this.#tell(this.#packed.done + step.value.share * sheet.packed);
    }
  }

  #end(end: SheetEnd, rows: SheetRows, notes: SheetNotes): void {
    const { plan } = rows;
    const oddity = notes.oddity(end, plan.headerRow);
    if (oddity) this.#oddities.push(oddity);
    this.#fonts.push(...rows.metFonts);
    for (const { row, column, message } of mergedCells(
      end.merges,
      plan.headerRow,
      rows.positions,
    )) {
      rows.sayOfColumn(row, column, message);
      const place = this.#roll.placeOfRow(rows, row);
      if (place !== undefined) this.#roll.condemn(place);
    }
  }

  /** How far the reading is, now and then. */
  async #tell(packed: number): Promise<void> {
    const read = this.#households + this.#members;
    if (read - this.#told < PROGRESS_EVERY) return;
    this.#told = read;
    const expected = Math.max(read, Math.round((read * this.#packed.whole) / Math.max(1, packed)));
    const at = this.#house.now();
    await storeProgress(this.#house.db, this.#import.id, { read, expected, at });
  }
}
