import type { Db, House } from '../../shared/house.ts';
import { Problem } from '../../shared/problem.ts';
import { INTERRUPTED, INTERRUPTED_APPLYING } from './household-import.ts';
import { breakImport, breakInterrupted, storeHeartbeat } from './imports.sql.ts';
import { Interrupted, type StopSign } from './reading.actions.ts';

const HEARTBEAT_MS = 5_000;
/** Nobody says anything for so long: the server that was at it is gone. */
const SILENCE_MS = 30_000;

/** A piece of work that waits for its turn. */
interface Turn {
  readonly importId: string;
  readonly kind: 'reading' | 'applying';
  readonly work: (sign: StopSign) => Promise<void>;
}

/**
 * Imports at work in this server, one at a time, so that pages go on being answered; the others
 * wait their turn. Whoever waits or works says so in the database now and then: silence means that
 * a server was stopped, and the import says so (`breakSilent`).
 */
export class ImportQueue {
  readonly #house: House;
  readonly #turns: Turn[] = [];
  readonly #sign = { stopped: false, report: (_error: unknown): void => undefined };
  #running: Promise<void> = Promise.resolve();
  #timer: NodeJS.Timeout | undefined;

  constructor(house: House) {
    this.#house = house;
  }

  /** Where errors go that nobody foresaw: the log of the server. */
  reportTo(report: (error: unknown) => void): void {
    this.#sign.report = report;
  }

  /** Takes work in; it begins when everything before it is done. */
  add(turn: Turn): void {
    this.#turns.push(turn);
    this.#timer ??= setInterval(() => this.#beat(), HEARTBEAT_MS).unref();
    this.#running = this.#running.then(() => this.#work(turn));
  }

  /** How many others are before an import; -1: it is not here. */
  before(importId: string): number {
    return this.#turns.findIndex((one) => one.importId === importId);
  }

  /** Until all that was taken in is done; for tests, and for whoever measures. */
  async idle(): Promise<void> {
    await this.#running;
  }

  /** The server stops: what works ends at the next piece, what waits never begins. */
  async stop(): Promise<void> {
    this.#sign.stopped = true;
    clearInterval(this.#timer);
    await this.#running;
  }

  async #work(turn: Turn): Promise<void> {
    const { importId, work } = turn;
    try {
      if (this.#sign.stopped) throw new Interrupted();
      await work(this.#sign);
    } catch (error) {
      await this.#break(turn, error);
    }
    this.#turns.splice(0, this.#turns.findIndex((one) => one.importId === importId) + 1);
  }

  async #break({ importId, kind }: Turn, error: unknown): Promise<void> {
    const { report } = this.#sign;
    if (!(error instanceof Problem) && !(error instanceof Interrupted)) report(error);
    await breakImport(this.#house.db, importId, whyBroken(error, kind)).catch(report);
  }

  #beat(): void {
    const ids = this.#turns.map(({ importId }) => importId);
    if (ids.length === 0) return;
    void storeHeartbeat(this.#house.db, ids, this.#house.now()).catch(this.#sign.report);
  }
}

function whyBroken(error: unknown, kind: Turn['kind']): string {
  if (error instanceof Problem) return error.message;
  if (error instanceof Interrupted) return kind === 'reading' ? INTERRUPTED : INTERRUPTED_APPLYING;
  return kind === 'reading'
    ? 'Không đọc hết được tệp vì một lỗi chưa rõ, chưa có gì được ghi. Hãy đọc lại; nếu vẫn lỗi, hãy báo quản trị.'
    : INTERRUPTED_APPLYING;
}

const queues = new WeakMap<Db, ImportQueue>();

/** The queue of this server. */
export function queueOf(house: House): ImportQueue {
  const known = queues.get(house.db);
  if (known) return known;
  const queue = new ImportQueue(house);
  queues.set(house.db, queue);
  return queue;
}

/** Imports that a stopped server left at work are broken from now on. */
export async function breakSilent(house: House): Promise<void> {
  const silentSince = new Date(house.now().getTime() - SILENCE_MS);
  const words = { reading: INTERRUPTED, applying: INTERRUPTED_APPLYING };
  await breakInterrupted(house.db, silentSince, words);
}
