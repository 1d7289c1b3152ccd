import {
  EMPTY_CELL,
  type MergedArea,
  parseAddress,
  type ReadCell,
  type ReadPage,
  type ReadRow,
  type SheetLimits,
  tooLarge,
} from './cells.ts';
import { type CellContext, understand } from './rows.ts';
import type { SheetPart } from './workbook.ts';
import { type Attributes, readXml, unescapeXstring } from './xml.ts';
import type { ByteBudget } from './zip.ts';

const MOST_MERGES = 20_000;

/** Cells that may still be kept; shared by all sheets of a file. */
export interface CellCount {
  left: number;
}

/**
 * Reads one sheet in a stream. Only content counts: formatting that reaches to the last row
 * of Excel neither costs memory nor makes the file too large.
 */
export async function readPage(
  sheet: SheetPart,
  context: CellContext,
  limits: SheetLimits,
  budget: ByteBudget,
  count: CellCount,
): Promise<ReadPage> {
  const taker = new PageTaker(context, limits, count);
  await readXml(sheet.part, budget, {
    open: (name, attributes) => taker.open(name, attributes),
    text: (text) => taker.take(text),
    close: (name) => taker.close(name),
  });
  const { rows, merges, hiddenColumns } = taker;
  const marked = merges.length > 0 ? rows.map((row) => markMerged(row, merges)) : rows;
  return { name: sheet.name, hidden: sheet.hidden, hiddenColumns, merges, rows: marked };
}

type Capture = 'value' | 'formula' | 'inline';

const CAPTURES: Readonly<Record<string, Capture>> = { v: 'value', f: 'formula', t: 'inline' };

/** Gathers rows while the marks of a sheet pass by. */
export class PageTaker {
  readonly rows: ReadRow[] = [];
  readonly merges: MergedArea[] = [];
  readonly hiddenColumns: number[] = [];
  private readonly context: CellContext;
  private readonly limits: SheetLimits;
  private readonly count: CellCount;
  private rowNumber = 0;
  private taken = 0;
  private rowHidden = false;
  private cells: ReadCell[] = [];
  private column = -1;
  private cell: Attributes | undefined;
  private texts = { value: '', inline: '', formula: '' };
  private hasFormula = false;
  private inHint = false;
  private capture: Capture | undefined;

  constructor(context: CellContext, limits: SheetLimits, count: CellCount) {
    this.context = context;
    this.limits = limits;
    this.count = count;
  }

  /** A row that came another way counts too. */
  passRow({ number, cells }: ReadRow): void {
    this.rowNumber = number;
    if (cells.length > this.limits.columns) throw tooLarge(this.limits.columns, 'cột');
    this.countCells(cells.length);
    if (cells.length > 0) this.countRow();
  }

  /** The number of the row that comes next, where the file does not say it. */
  get nextNumber(): number {
    return this.rowNumber + 1;
  }

  open(name: string, attributes: Attributes): void {
    if (name === 'c') this.openCell(attributes);
    else if (name === 'row') this.openRow(attributes);
    else if (name === 'rPh') this.inHint = true;
    else if (name === 'col') this.noteHiddenColumns(attributes);
    else if (name === 'mergeCell') this.noteMerge(attributes.ref ?? '');
    else if (this.cell && CAPTURES[name]) this.openText(CAPTURES[name]);
  }

  take(text: string): void {
    if (this.capture && !this.inHint) this.texts[this.capture] += text;
  }

  close(name: string): void {
    if (name === 'c') this.closeCell();
    else if (name === 'row') this.closeRow();
    else if (name === 'rPh') this.inHint = false;
    else if (CAPTURES[name]) this.capture = undefined;
  }

  private openRow({ r, hidden }: Attributes): void {
    this.rowNumber = r ? Number(r) : this.rowNumber + 1;
    this.rowHidden = hidden === '1' || hidden === 'true';
    this.cells = [];
    this.column = -1;
  }

  private openCell(attributes: Attributes): void {
    const address = attributes.r ? parseAddress(attributes.r) : undefined;
    this.column = address?.column ?? this.column + 1;
    this.cell = attributes;
    this.texts = { value: '', inline: '', formula: '' };
    this.hasFormula = false;
  }

  private openText(capture: Capture): void {
    this.capture = capture;
    if (capture === 'formula') this.hasFormula = true;
  }

  private closeCell(): void {
    const attributes = this.cell ?? {};
    const { value, inline, formula } = this.texts;
    this.cell = undefined;
    const type = attributes.t ?? 'n';
    const found = understand(
      {
        type,
        style: Number(attributes.s ?? 0),
        value: type === 'str' ? unescapeXstring(value) : value.trim(),
        inline: unescapeXstring(inline),
        formula: this.hasFormula ? formula : undefined,
      },
      this.context,
    );
    if (found.kind !== 'empty') this.keep(found);
  }

  private keep(cell: ReadCell): void {
    if (this.column >= this.limits.columns) throw tooLarge(this.limits.columns, 'cột');
    this.countCells(Math.max(0, this.column + 1 - this.cells.length));
    while (this.cells.length < this.column) this.cells.push(EMPTY_CELL);
    this.cells[this.column] = cell;
  }

  private countCells(added: number): void {
    this.count.left -= added;
    if (this.count.left < 0) throw tooLarge(this.limits.cells, 'ô');
  }

  private countRow(): void {
    this.taken++;
    if (this.taken > this.limits.rows) throw tooLarge(this.limits.rows, 'dòng');
  }

  private closeRow(): void {
    if (this.cells.length === 0) return;
    this.countRow();
    const row = { number: this.rowNumber, cells: this.cells };
    this.rows.push(this.rowHidden ? { ...row, hidden: true } : row);
  }

  private noteHiddenColumns({ min, max, hidden }: Attributes): void {
    if (hidden !== '1' && hidden !== 'true') return;
    const last = Math.min(Number(max), this.limits.columns);
    for (let column = Number(min); column <= last; column++) this.hiddenColumns.push(column - 1);
  }

  private noteMerge(reference: string): void {
    const [from = '', to = from] = reference.split(':');
    const start = parseAddress(from);
    const end = parseAddress(to);
    if (!start || !end || this.merges.length >= MOST_MERGES) return;
    this.merges.push({ top: start.row, bottom: end.row, left: start.column, right: end.column });
  }
}

function markMerged(row: ReadRow, merges: readonly MergedArea[]): ReadRow {
  const areas = merges.filter(({ top, bottom }) => top <= row.number && row.number <= bottom);
  if (areas.length === 0) return row;
  const inside = (column: number) =>
    areas.some(({ left, right }) => left <= column && column <= right);
  const cells = row.cells.map(
    (cell, column): ReadCell => (inside(column) ? { ...cell, merged: true } : cell),
  );
  return { ...row, cells };
}
