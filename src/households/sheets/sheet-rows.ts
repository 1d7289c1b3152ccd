import { columnLetters, type ReadRow } from '../../shared/sheet/cells.ts';
import { shortened } from '../../shared/sheet/shortened.ts';
import { fold } from '../../shared/vietnamese.ts';
import { isBlank } from './cell-values.ts';
import { FontWatch } from './font-watch.ts';
import type { MetFont } from './household-import.ts';
import type { FaultList } from './import-fault.ts';
import { briefly } from './quoted.ts';
import { RowColumn, type RowNow } from './row-column.ts';
import type { PlannedColumn, SheetPlan } from './sheet-plan.ts';

/**
 * The rows of one sheet by what their columns mean: where a key stands, which rows say something,
 * and where a fault belongs.
 */
export class SheetRows {
  readonly plan: SheetPlan;
  readonly #faults: FaultList;
  readonly #columns = new Map<string, RowColumn>();
  readonly #read: readonly PlannedColumn[];
  readonly #fonts: FontWatch;
  readonly #now: RowNow = { row: { number: 0, cells: [] }, wrong: false };
  /** The fewest cells that a row fills above the sums, counted up to `FEW`; -1: no row yet. */
  #fewest = -1;
  #summed = false;
  #last = 0;
  readonly #sums = new Set<number>();
  /** Rows under the sums that were passed over. */
  readonly #under: number[] = [];

  /** `typed`: keys of free text, in which an old font can hide. */
  constructor(plan: SheetPlan, typed: ReadonlySet<string>, faults: FaultList) {
    this.plan = plan;
    this.#faults = faults;
    this.#fonts = new FontWatch(plan, typed);
    this.#read = plan.columns.filter(({ meaning }) => meaning !== null);
  }

  /** The column of a key; one that the sheet does not have is always blank. */
  column(key: string): RowColumn {
    const known = this.#columns.get(key);
    if (known) return known;
    const planned = this.#read.find(({ meaning }) => meaning === key);
    const column = new RowColumn(key, planned, {
      ...{ now: this.#now, fonts: this.#fonts },
      sayAt: (row, of, message) => this.sayAt(row, of, message),
    });
    this.#columns.set(key, column);
    return column;
  }

  /** Begins a row; false where it says nothing: headings, their numbers, blanks, sums, signatures. */
  begin(row: ReadRow): boolean {
    if (row.number <= this.plan.headerRow) return false;
    this.#now.wrong = false;
    this.#now.row = row;
    const filled = this.#filled(row);
    if (filled === 0) return false;
    const under = row.number - this.plan.headerRow;
    if (under <= NUMBERS_UNDER && isNumbering(row)) return false;
    if (isSum(row)) {
      this.#sums.add(row.number);
      this.#summed = this.#fewest > 0;
      return false;
    }
    if (this.#summed && filled < this.#fewest) {
      this.#under.push(row.number);
      return false;
    }
    this.#goOn(row, filled);
    return true;
  }

  /** A table that goes on under its sums had rows there that were passed over: they are told. */
  #goOn(row: ReadRow, filled: number): void {
    this.#last = row.number;
    if (!this.#summed) this.#fewest = this.#fewest < 0 ? filled : Math.min(this.#fewest, filled);
    const key = this.#read[0]?.meaning ?? '';
    for (const number of this.#under.splice(0)) this.sayAt(number, key, UNDER_SUMS);
  }

  /** How many of the cells that are read a row fills; of many it is enough to know that. */
  #filled({ cells }: ReadRow): number {
    let count = 0;
    for (const { position } of this.#read)
      if (!isBlank(cells[position]) && ++count === FEW) return count;
    return count;
  }

  /** Was anything said of this row? */
  get wrong(): boolean {
    return this.#now.wrong;
  }

  /** Old fonts that were met in this sheet. */
  get metFonts(): MetFont[] {
    return this.#fonts.met();
  }

  /** Says what is wrong with the cell of a key in this row. */
  say(key: string, message: string): void {
    this.column(key).say(message);
  }

  /** A name that is no commune of the round: the sentence waits until it is looked up. */
  sayUnknownCommune(text: string): void {
    const { row } = this.#now;
    this.#now.wrong = true;
    const asks = shortened(text, LONGEST_NAME);
    this.#faults.add({ ...this.#placeOf('commune', row.number), message: '', asks });
  }

  /** The same about a row that went by. */
  sayAt(row: number, key: string, message: string): void {
    this.#faults.add({ ...this.#placeOf(key, row), message });
  }

  /** Where the columns that are read stand, from the left. */
  get positions(): readonly number[] {
    return this.#read.map(({ position }) => position).sort((left, right) => left - right);
  }

  /** About a cell that its column does not tell of; of sums and signatures nothing is said. */
  sayOfColumn(row: number, position: number, message: string): void {
    if (row > this.#last || this.#sums.has(row)) return;
    const column = this.plan.columns.find((one) => one.position === position);
    const columnName = nameOf(column, position);
    this.#faults.add({ sheet: this.plan.name, row, position, columnName, message });
  }

  #placeOf(key: string, row: number) {
    const column = this.column(key).planned ?? this.#read[0];
    const position = column?.position ?? 0;
    const columnName = nameOf(column, position);
    return { sheet: this.plan.name, row, position, columnName };
  }
}

function nameOf(column: PlannedColumn | undefined, position: number): string {
  return column ? briefly(column.heading) : columnLetters(position);
}

/**
 * Names of places, days and signatures stand under the sums of a table and fill one or two of its
 * columns. A table whose own rows fill no more keeps them.
 */
const FEW = 3;
const UNDER_SUMS =
  'Dòng này ở dưới dòng tổng và chỉ ghi một, hai ô nên chưa được đọc. Hãy ghi đủ dòng, hoặc xóa dòng.';

/** A whole page in the cell of a commune is looked up by its beginning. */
const LONGEST_NAME = 200;

/** Numbers of columns stand right under the headings. */
const NUMBERS_UNDER = 2;
const LEAST_NUMBERS = 4;

/** The row of column numbers under the headings of an official form: (1) (2) (3), A B 1 2. */
function isNumbering({ cells }: ReadRow): boolean {
  const filled = cells.filter((cell) => !isBlank(cell));
  return (
    filled.length >= LEAST_NUMBERS &&
    filled.every(({ text }, at) => {
      const plain = text.replace(/[()\s]/g, '');
      return /^[A-Z]$/.test(plain) || (/^\d{1,2}$/.test(plain) && Number(plain) <= at + 1);
    })
  );
}

const SUM = /^(tong|tong so|tong cong|cong)[ :.]*$/;

function isSum({ cells }: ReadRow): boolean {
  const first = cells.find((cell) => !isBlank(cell));
  // The whole cell: Tòng is a family name too.
  return first?.kind === 'text' && /^[tc]/i.test(first.text) && SUM.test(fold(first.text));
}
