import { writeCsv } from '../../shared/csv.ts';
import { showDay } from '../../shared/day.ts';
import { type Printed, rateOf, showPrinted } from './printed.ts';
import type { PrintedIndicator } from './printed-indicators.ts';
import type { PublicView, ViewRow } from './public-view.ts';
import { COLUMN_KEYS, COLUMNS } from './public-year.ts';
import { SERIES, SERIES_KEYS, unitsName } from './series.ts';

/** Opens as UTF-8 in Excel. */
const MARK = '\uFEFF';

/** One row a unit, the province last; opens in Excel, and no cell becomes a formula. */
export function unitsCsv(view: PublicView | undefined): string {
  const head = ['Năm', 'Tính theo', 'Đơn vị', ...Object.values(COLUMNS), ...Object.values(SERIES)];
  const rows = view ? [...view.rows, view.province].map((row) => unitLine(view, row)) : [];
  return MARK + writeCsv([[...head, 'Số liệu'], ...rows].map((row) => row.map(withoutFormula)));
}

function unitLine(view: PublicView, row: ViewRow): string[] {
  return [
    ...[String(view.about.year), unitsName(view.units), row.name],
    ...COLUMN_KEYS.map((column) => plain(row.counts[column])),
    ...SERIES_KEYS.map((key) => rounded(row[key])),
    standing(view),
  ];
}

/** The deprived households of the province, one row an indicator. */
export function indicatorsCsv(view: PublicView | undefined): string {
  const head = ['Năm', 'Chiều', 'Chỉ số', 'Hộ nghèo thiếu hụt', 'Tỷ lệ trong hộ nghèo (%)'];
  const near = ['Hộ cận nghèo thiếu hụt', 'Tỷ lệ trong hộ cận nghèo (%)', 'Số liệu'];
  const rows = view ? view.indicators.map((one) => indicatorLine(view, one)) : [];
  return MARK + writeCsv([[...head, ...near], ...rows].map((row) => row.map(withoutFormula)));
}

function indicatorLine(view: PublicView, one: PrintedIndicator): string[] {
  const { poor, nearPoor } = view.province.counts;
  return [
    ...[String(view.about.year), one.dimension, one.name],
    ...[plain(one.poor), rounded(rateOf(one.poor, poor))],
    ...[plain(one.nearPoor), rounded(rateOf(one.nearPoor, nearPoor)), standing(view)],
  ];
}

/** Whether the numbers are real, and since when they are official; beside every row. */
function standing({ about }: PublicView): string {
  const official = `Chính thức từ ${showDay(about.officialOn)}`;
  return about.isStory ? `${official}; số liệu dùng thử, không phải số thật` : official;
}

function plain(printed: Printed): string {
  return typeof printed === 'number' ? String(printed) : showPrinted(printed);
}

function rounded(value: number | undefined): string {
  return value === undefined ? '' : String(Math.round(value * 100) / 100);
}

/** A text that a spreadsheet would reckon is kept a text; a number is a number. */
function withoutFormula(cell: string): string {
  return /^[=+@\t\r]|^-(?!\d)/.test(cell) ? `'${cell}` : cell;
}
