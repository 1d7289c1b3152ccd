import { writeCsv } from '../../shared/csv.ts';
import { showDay } from '../../shared/day.ts';
import { MEANINGS, type Printed, rateOf, showPrinted } from './printed.ts';
import type { PrintedIndicator } from './printed-indicators.ts';
import type { PublicView, Units, ViewRow } from './public-view.ts';
import { COLUMN_KEYS, COLUMNS, type Column } from './public-year.ts';

/** Opens as UTF-8 in Excel. */
const MARK = '\uFEFF';

const SERIES = {
  poorRate: 'Tỷ lệ hộ nghèo (%)',
  poorChange: 'Hộ nghèo so với năm trước',
  nearPoorRate: 'Tỷ lệ hộ cận nghèo (%)',
  nearPoorChange: 'Hộ cận nghèo so với năm trước',
} as const;
type Series = keyof typeof SERIES;
const SERIES_KEYS = Object.keys(SERIES) as Series[];

/** Which units the rows are, in words. */
function unitsName(units: Units): string {
  return units === 'then' ? 'Xã khi rà soát' : 'Xã hiện nay';
}

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
export function standing({ about }: PublicView): string {
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

/** Everything of the page with a dictionary of its own. */
export function povertyJson(view: PublicView | undefined, years: readonly number[]): object {
  if (!view) return { years, rows: [], indicators: [], dictionary: dictionary() };
  const { about, units, withheld, missing } = view;
  return {
    ...{ years, year: about.year, units, withheld, communesMissing: missing },
    source: {
      ...{ name: `Kết quả rà soát hộ nghèo, hộ cận nghèo, ${about.provinceName}` },
      ...{ officialOn: about.officialOn, document: about.officialDocument },
      ...{ standard: about.standardName, madeUp: about.isStory },
    },
    rows: [...view.rows, view.province].map(jsonRow),
    indicators: view.indicators.map(({ poor, nearPoor, ...one }) => ({
      ...{ ...one, poor: coded(poor), nearPoor: coded(nearPoor) },
    })),
    dictionary: dictionary(),
  };
}

function jsonRow(row: ViewRow): object {
  const counts = COLUMN_KEYS.map((column) => [column, coded(row.counts[column])] as const);
  const series = SERIES_KEYS.map((key) => [key, row[key] ?? null] as const);
  return { name: row.name, ...Object.fromEntries([...counts, ...series]) };
}

const CODES = { small: 'under-5', hidden: 'not-told', none: null } as const;

function coded(printed: Printed): number | string | null {
  return typeof printed === 'number' ? printed : CODES[printed];
}

/** What each key and each word means. */
export function dictionary(): object {
  const column = (key: Column) => ({ key, name: COLUMNS[key], unit: 'hộ' });
  return {
    columns: [
      ...COLUMN_KEYS.map(column),
      ...SERIES_KEYS.map((key) => ({
        ...{ key, name: SERIES[key], unit: key.endsWith('Rate') ? '%' : 'hộ' },
      })),
    ],
    values: {
      'under-5': MEANINGS['dưới 5'],
      'not-told': MEANINGS['không nêu'],
      null: MEANINGS['—'],
      '0': MEANINGS['0'],
    },
    units: (['then', 'today'] as const).map((key) => ({ key, name: unitsName(key) })),
  };
}
