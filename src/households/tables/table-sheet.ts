import { type Day, showDay } from '../../shared/day.ts';
import type { SheetBook, SheetColumn, SheetValue } from '../../shared/sheet/write.ts';
import { headOf, type TableColumn } from './standard-table.ts';
import { remarksOf, rowsOf, type TableRow, type TableView } from './table-rows.ts';
import { standingWords, tableTitle, tellingWords } from './table-words.ts';

/** Stands where there is no number, as on the page: never 0. */
const NO_NUMBER = '—';

/** A standard table as a workbook: the rows, numbers and words of the page. */
export function tableSheet(view: TableView, today: Day): SheetBook {
  const { title, because } = standingWords(view.round, view.communes);
  const rows = rowsOf(view);
  const sheet = {
    name: `Biểu ${view.table.key}`,
    title: [
      tableTitle(view),
      `${view.units[0]?.name ?? ''}, ${tellingWords(view)}; lấy ngày ${showDay(today)}`,
      `${title}. ${because}`,
      ...(view.table.note ? [view.table.note] : []),
    ],
    columns: [
      { header: 'TT', kind: 'text' as const, width: 8 },
      { header: 'Đơn vị', kind: 'text' as const, width: 32 },
      { header: 'Phân tổ', kind: 'text' as const, width: 14 },
      ...view.columns.map(sheetColumn),
      { header: 'Ghi chú', kind: 'text' as const, width: 36 },
    ],
    rows: rows.map(sheetRow),
    headings: rows.flatMap(({ unit }, at) => (unit.number === '' ? [at] : [])),
  };
  return { sheets: [sheet] };
}

function sheetColumn(column: TableColumn): SheetColumn {
  const head = headOf(column);
  return {
    header: column.group ? `${column.group}: ${head}` : head,
    kind: column.kind === 'rate' ? 'percent' : 'number',
    width: 14,
  };
}

function sheetRow({ unit, splitName, amounts }: TableRow): SheetValue[] {
  const numbers = amounts.map((amount) => amount ?? NO_NUMBER);
  return [unit.number, unit.name, splitName, ...numbers, remarksOf(unit)];
}
