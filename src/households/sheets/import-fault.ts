import { shortened } from '../../shared/sheet/shortened.ts';

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
export const MOST_KEPT = 20_000;

/** What is said of one cell at most, whatever of it is quoted. */
const LONGEST_MESSAGE = 2_000;

/** Gathers faults as they are met; those of one cell become one. */
export class FaultList {
  readonly #waiting = new Map<string, Fault>();
  #total = 0;

  get total(): number {
    return this.#total;
  }

  add(fault: Fault): void {
    const key = `${fault.sheet}\n${fault.row}\n${fault.position}`;
    const before = this.#waiting.get(key);
    if (!before) this.#total++;
    if (this.#total > MOST_KEPT) return;
    const message = before ? `${before.message} ${fault.message}` : fault.message;
    this.#waiting.set(key, { ...fault, message: shortened(message, LONGEST_MESSAGE) });
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

/** The same thing to mend in one column, with the rows in which it stands. */
export interface FaultGroup extends Omit<Fault, 'row' | 'position'> {
  /** `2, 5–9, 12`. */
  readonly rows: string;
}

/** A village written wrong two hundred times is one thing to mend, not two hundred. */
export function groupFaults(faults: readonly Fault[]): FaultGroup[] {
  const groups = Map.groupBy(
    faults,
    ({ sheet, columnName, message }) => `${sheet}\n${columnName}\n${message}`,
  );
  return [...groups.values()].flatMap((same) => {
    const [first] = same;
    if (!first) return [];
    const { sheet, columnName, message } = first;
    return [{ sheet, columnName, message, rows: rowRanges(same.map(({ row }) => row)) }];
  });
}

/** Rows in order, neighbours as a range. */
function rowRanges(rows: readonly number[]): string {
  const ranges: [number, number][] = [];
  for (const row of rows) {
    const last = ranges.at(-1);
    if (last && row <= last[1] + 1) last[1] = row;
    else ranges.push([row, row]);
  }
  return ranges.map(([from, to]) => (from === to ? `${from}` : `${from}–${to}`)).join(', ');
}
