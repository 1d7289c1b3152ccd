import type { Day } from '../../shared/day.ts';
import type { Db } from '../../shared/house.ts';
import { searchUnits } from '../../units/units.actions.ts';
import { type Fault, FaultList } from './import-fault.ts';
import { unknownCommune } from './import-places.ts';
import {
  type StagedHousehold,
  type StagedMember,
  stageFaults,
  stageHouseholds,
  stageMembers,
} from './staging.sql.ts';
import { Writes } from './writes.ts';

/** Rows of a commune that go in one statement: large enough to be fast, small enough to be flat. */
const A_BATCH = 1_000;
const FAULTS_A_BATCH = 1_000;
const AT_ONCE = 2;

/**
 * Where what is read waits by commune until a batch is full, and is then stored while the reading
 * goes on.
 */
export class Stage {
  readonly faults = new FaultList();
  readonly #db: Db;
  readonly #importId: string;
  readonly #today: Day;
  readonly #writes = new Writes(AT_ONCE);
  readonly #households = new Map<string, StagedHousehold[]>();
  readonly #members = new Map<string, StagedMember[]>();
  readonly #unknown = new Map<string, string>();

  constructor(db: Db, importId: string, today: Day) {
    this.#db = db;
    this.#importId = importId;
    this.#today = today;
  }

  addHousehold(communeId: string, row: StagedHousehold): Promise<void> | undefined {
    const rows = gather(this.#households, communeId, row);
    return rows ? this.#storeHouseholds(communeId, rows) : undefined;
  }

  addMember(communeId: string, row: StagedMember): Promise<void> | undefined {
    const rows = gather(this.#members, communeId, row);
    return rows ? this.#storeMembers(communeId, rows) : undefined;
  }

  /** Between two pieces of a file. */
  async breathe(): Promise<void> {
    if (this.faults.waiting >= FAULTS_A_BATCH) await this.#storeFaults();
  }

  /** Stores all that still waits. */
  async flush(): Promise<void> {
    for (const [communeId, rows] of this.#households)
      if (rows.length > 0) await this.#storeHouseholds(communeId, rows);
    this.#households.clear();
    for (const [communeId, rows] of this.#members)
      if (rows.length > 0) await this.#storeMembers(communeId, rows);
    this.#members.clear();
    if (this.faults.waiting > 0) await this.#storeFaults();
    await this.#writes.done();
  }

  #storeHouseholds(communeId: string, rows: readonly StagedHousehold[]): Promise<void> {
    const of = { importId: this.#importId, communeId };
    return this.#writes.add(() => stageHouseholds(this.#db, of, rows));
  }

  #storeMembers(communeId: string, rows: readonly StagedMember[]): Promise<void> {
    const of = { importId: this.#importId, communeId };
    return this.#writes.add(() => stageMembers(this.#db, of, rows));
  }

  async #storeFaults(): Promise<void> {
    const faults = this.faults.take();
    for (const one of faults) if (one.asks !== undefined) await this.#lookUp(one.asks);
    const said = faults.map((one) => this.#said(one));
    await this.#writes.add(() => stageFaults(this.#db, this.#importId, said));
  }

  #said(fault: Fault): Fault {
    if (fault.asks === undefined) return fault;
    const message = `${this.#unknown.get(fault.asks) ?? ''} ${fault.message}`.trim();
    return { ...fault, message };
  }

  /** What became of a commune of an earlier list: asked once for each text. */
  async #lookUp(text: string): Promise<void> {
    if (this.#unknown.has(text)) return;
    const hits = await searchUnits(this.#db, text, this.#today);
    const areas = hits.filter(({ sort, kind }) => sort === 'area' && COMMUNES.has(kind));
    const former = areas.slice(0, MOST_HITS).map((hit) => ({
      name: hit.parentName ? `${hit.fullName}, ${hit.parentName}` : hit.fullName,
      ...{ when: hit.when, living: hit.living },
      became: [...new Set(hit.becameNames.map(({ name }) => name))],
    }));
    this.#unknown.set(text, unknownCommune(text, former));
  }
}

const MOST_HITS = 4;
const COMMUNES: ReadonlySet<string> = new Set(['xã', 'phường', 'thị trấn', 'commune']);

/** The batch, once it is full; a new one begins. */
function gather<Row>(batches: Map<string, Row[]>, key: string, row: Row): Row[] | undefined {
  const rows = batches.get(key);
  if (!rows) {
    batches.set(key, [row]);
    return undefined;
  }
  rows.push(row);
  if (rows.length < A_BATCH) return undefined;
  batches.delete(key);
  return rows;
}
