import { Problem } from '../../shared/problem.ts';
import type { ReadBook } from '../../shared/sheet/cells.ts';
import { readKeys } from '../../shared/sheet/write.ts';
import { fold, showPercent } from '../../shared/vietnamese.ts';
import { isEmpty, NOTHING, readTyped, sameValue, typedText } from '../forms/figure.ts';
import { type DraftChange, judgeDraft } from '../reports/draft.ts';
import type { HeldValue, ReportView } from '../reports/report-view.ts';
import { SHEET_KEYS, shownRatio } from './report-sheet.ts';
import { valueText, wordsText } from './report-sheet-cells.ts';
import { arrangeSheet, type FigureRow, type SheetFault } from './report-sheet-rows.ts';

export interface JudgedSheet {
  readonly changes: readonly DraftChange[];
  /** In the order of the file. With one of them nothing is taken. */
  readonly faults: readonly SheetFault[];
  readonly headerRows: ReadonlyMap<string, number>;
  /** How many rows carry a value. */
  readonly filled: number;
}

type Keys = ReadonlyMap<string, string>;

/**
 * Judges a returned sheet against what the report holds now. Only cells that were changed in
 * the file since it was downloaded count; a cell that a colleague changed meanwhile as well
 * comes back with both numbers. Throws `sheetOfAnother` or `sheetUnknown` for a foreign file.
 */
export function judgeSheet(view: ReportView, book: ReadBook, personId: string): JudgedSheet {
  const keys = readKeys(book);
  mustBeOf(view, book, keys);
  const { rows, faults, headerRows } = arrangeSheet(view.form, book);
  if (rows.length === 0 && faults.length === 0) throw new Problem('sheetUnknown');
  const read = rows.map((row) => ({ row, ...readRow(view, row, keys, personId) }));
  const wishes = read.flatMap(({ wish }) => wish ?? []);
  const judged = judgeDraft(view.form, view.held, {
    typed: new Map(wishes.map(({ slug, text }) => [slug, text])),
    reasons: new Map(wishes.map(({ slug, reason }) => [slug, reason])),
    loadedAt: null, // clashes are told row by row above
    personId,
    source: 'excel',
  });
  const places = new Map(rows.map((row) => [row.field.slug, row]));
  const byDraft = judged.faults.flatMap(({ field, message }) => {
    const row = places.get(field);
    return row ? [faultAt(row, message)] : [];
  });
  const byRow = read.flatMap(({ row, fault }) => (fault ? [faultAt(row, fault)] : []));
  return {
    changes: judged.changes,
    faults: inFileOrder([...faults, ...byRow, ...byDraft], headerRows),
    headerRows,
    filled: rows.filter((row) => row.now.kind !== 'empty' && row.field.kind !== 'ratio').length,
  };
}

/** By the hidden facts; where they were lost, by the names in the lines above the table. */
function mustBeOf({ report, round }: ReportView, book: ReadBook, keys: Keys): void {
  const id = keys.get(SHEET_KEYS.report);
  if (id === report.id) return;
  const unit = keys.get(SHEET_KEYS.unit);
  const of = keys.get(SHEET_KEYS.round);
  if (id && unit && of) throw new Problem('sheetOfAnother', { unit, round: of });
  const head = book.sheets.flatMap((page) => page.rows.slice(0, 8)).flatMap(({ cells }) => cells);
  const lines = head.map((cell) => fold(cell.text));
  const says = (name: string) => lines.some((line) => line === name || line.startsWith(`${name}:`));
  if (!says(fold(report.unitName)) || !says(fold(round.name))) throw new Problem('sheetUnknown');
}

interface Wish {
  readonly slug: string;
  readonly text: string;
  readonly reason: string;
}

interface RowReading {
  readonly wish?: Wish;
  readonly fault?: string;
}

function readRow(view: ReportView, row: FigureRow, keys: Keys, personId: string): RowReading {
  if (row.field.kind === 'ratio') return readRatio(view, row, keys);
  const value = valueText(row.field, row.now);
  if ('fault' in value) return value;
  const reason = row.reason && wordsText(row.reason);
  if (reason && 'fault' in reason) return { fault: `Cột “Giữ nguyên vì”: ${reason.fault}` };
  const { slug } = row.field;
  const held = view.held.get(slug);
  const now = typedText(held ?? NOTHING);
  const was = keys.get(SHEET_KEYS.was + slug);
  const why = keys.get(SHEET_KEYS.why + slug) ?? '';
  const touched = was === undefined ? value.text !== '' : differs(row, value.text, was);
  const keptReason = held?.keptReason ?? '';
  const reasoned = reason !== undefined && reason.text !== why && reason.text !== keptReason;
  if (!touched && !reasoned) return {};
  const text = touched ? value.text : now;
  if (held?.accepted && differs(row, text, now)) return { fault: locked(now) };
  if (touched && was !== undefined && differs(row, now, was) && differs(row, text, now)) {
    if (held && held.updatedById !== personId) return { fault: clash(held, now) };
  }
  return { wish: { slug, text, reason: reasoned ? reason.text : keptReason } };
}

/** `1.234` in a cell of text and the number 1234 are one value; what is no value differs. */
function differs({ field }: FigureRow, left: string, right: string): boolean {
  if (left === right) return false;
  const [one, other] = [readTyped(field, left), readTyped(field, right)];
  return 'fault' in one || 'fault' in other || !sameValue(one, other);
}

function locked(now: string): string {
  return `Số này đã được chấp nhận (${now || 'để trống'}) nên không đổi được. Hãy ghi lại như cũ; nếu số đó sai, hãy đề nghị nơi nhận trả lại.`;
}

function clash(held: HeldValue, now: string): string {
  const who = held.updatedBy ?? 'người khác';
  const what = isEmpty(held) ? 'xóa trống' : `đổi thành “${now}”`;
  return `Sau khi tệp này được tải về, ${who} đã ${what} trên trang. Hãy thống nhất, ghi số đúng trên trang rồi tải biểu mới.`;
}

/** A ratio follows from its parts: left as it was, emptied or right, it is fine. */
function readRatio(view: ReportView, { field, now }: FigureRow, keys: Keys): RowReading {
  if (now.kind === 'empty' || now.kind === 'formula') return {};
  const shown = keys.get(SHEET_KEYS.rate + field.slug);
  const stored = shownRatio(field, view.held);
  const left = String(now.value) === shown || now.value === stored;
  if (left) return {};
  const instead = stored === null ? '' : ` (hiện là ${showPercent(stored)})`;
  return { fault: `Tỷ lệ này do hệ thống tính${instead}. Hãy xóa ô này.` };
}

function faultAt({ sheet, row, field }: FigureRow, message: string): SheetFault {
  return { sheet, row, name: field.name, message };
}

function inFileOrder(faults: readonly SheetFault[], sheets: ReadonlyMap<string, number>) {
  const order = [...sheets.keys()];
  return faults.toSorted(
    (left, right) => order.indexOf(left.sheet) - order.indexOf(right.sheet) || left.row - right.row,
  );
}
