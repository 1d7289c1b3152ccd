import type { BulkRows } from '../../shared/bulk.sql.ts';
import type { Day } from '../../shared/day.ts';
import type { Db } from '../../shared/house.ts';
import { searchUnits } from '../../units/units.actions.ts';
import { type Fault, FaultList } from './import-fault.ts';
import { unknownCommune } from './import-places.ts';
import {
  householdsToStage,
  membersToStage,
  type StagedHousehold,
  type StagedMember,
  stageFaults,
} from './staging.sql.ts';
import { Writes } from './writes.ts';

/** Rows that go in one statement: large enough to be fast, small enough to be flat. */
const A_BATCH = 1_000;
const FAULTS_A_BATCH = 1_000;
const AT_ONCE = 2;

/** Rows on their way into one table: a batch is filled while others are stored. */
class Batches<Row> {
  readonly #begin: () => BulkRows<Row>;
  readonly #stored: BulkRows<Row>[] = [];
  filling: BulkRows<Row>;

  constructor(begin: () => BulkRows<Row>) {
    this.#begin = begin;
    this.filling = begin();
  }

  /** The batch that is filled; another one begins, in the memory of one that is stored. */
  take(): BulkRows<Row> {
    const full = this.filling;
    this.filling = this.#stored.pop() ?? this.#begin();
    return full;
  }

  giveBack(stored: BulkRows<Row>): void {
    this.#stored.push(stored);
  }
}

/**
 * Where what is read is written down until a batch is full, and is then stored while the reading
 * goes on. Nothing of a row is kept but its bytes, so that memory stays flat.
 */
export class Stage {
  readonly faults = new FaultList();
  readonly #db: Db;
  readonly #importId: string;
  readonly #today: Day;
  readonly #writes = new Writes(AT_ONCE);
  readonly #households = new Batches(householdsToStage);
  readonly #members = new Batches(membersToStage);
  readonly #unknown = new Map<string, string>();

  constructor(db: Db, importId: string, today: Day) {
    this.#db = db;
    this.#importId = importId;
    this.#today = today;
  }

  /** What it gives has to be waited for before the next row. */
  addHousehold(row: StagedHousehold): Promise<void> | undefined {
    return this.#add(this.#households, row);
  }

  addMember(row: StagedMember): Promise<void> | undefined {
    return this.#add(this.#members, row);
  }

  #add<Row>(batches: Batches<Row>, row: Row): Promise<void> | undefined {
    batches.filling.add(row);
    return batches.filling.count < A_BATCH ? undefined : this.#store(batches);
  }

  #store<Row>(batches: Batches<Row>): Promise<void> {
    const full = batches.take();
    return this.#writes.add(async () => {
      await full.insert(this.#db, { import_id: this.#importId });
      batches.giveBack(full);
    });
  }

  /** Between two pieces of a file. */
  async breathe(): Promise<void> {
    if (this.faults.waiting >= FAULTS_A_BATCH) await this.#storeFaults();
  }

  /** Stores all that still waits. */
  async flush(): Promise<void> {
    await this.#store(this.#households);
    await this.#store(this.#members);
    if (this.faults.waiting > 0) await this.#storeFaults();
    await this.#writes.done();
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
