/** Something in one cell of a file that has to be mended. */
export interface Fault {
  readonly sheet: string;
  /** As Excel shows it. */
  readonly row: number;
  /** Column from 0. */
  readonly position: number;
  readonly columnName: string;
  readonly message: string;
  /** A name that is no commune: what became of it has still to be looked up. */
  readonly asks?: string;
}

/** More faults than a person mends in a day are counted, not kept. */
const MOST_KEPT = 20_000;

/** Gathers faults as they are met; those of one cell become one. */
export class FaultList {
  readonly #waiting = new Map<string, Fault>();
  #total = 0;

  get total(): number {
    return this.#total;
  }

  add(fault: Fault): void {
    this.#total++;
    if (this.#total > MOST_KEPT) return;
    const key = `${fault.sheet}\n${fault.row}\n${fault.position}`;
    const before = this.#waiting.get(key);
    const message = before ? `${before.message} ${fault.message}` : fault.message;
    this.#waiting.set(key, { ...fault, message });
  }

  get waiting(): number {
    return this.#waiting.size;
  }

  /** Those gathered since the last time. */
  take(): Fault[] {
    const faults = [...this.#waiting.values()];
    this.#waiting.clear();
    return faults;
  }
}
