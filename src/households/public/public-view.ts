import { changeOf, type Printed, rateOf } from './printed.ts';
import { type PrintedIndicator, printedIndicators } from './printed-indicators.ts';
import { type PublicRow, type PublicRows, publicRows } from './public-rows.ts';
import { COLUMN_KEYS, type Column, type PublicYear } from './public-year.ts';
import type { Published } from './published.ts';
import { countKey } from './year-table.ts';

/** Units as they were in the round, or those of today. */
export type Units = 'then' | 'today';

/** A row as anybody may see it; everything reckoned is reckoned from what is printed. */
export interface ViewRow {
  readonly key: string;
  readonly name: string;
  readonly counts: Readonly<Record<Column, Printed>>;
  readonly poorRate: number | undefined;
  readonly nearPoorRate: number | undefined;
  readonly poorChange: number | undefined;
  readonly nearPoorChange: number | undefined;
}

/** What the page, the CSV and the JSON show: one model, so that they cannot differ. */
export interface PublicView {
  readonly about: Omit<PublicYear, 'communes' | 'indicators'>;
  readonly units: Units;
  /** Official years, the latest first. */
  readonly years: readonly number[];
  /** Whether the units of today are others than those of the round. */
  readonly unitsDiffer: boolean;
  /** Communes whose review is not recognised: no part of any sum. */
  readonly missing: readonly string[];
  /** Nothing of the year could be printed safely. */
  readonly withheld: boolean;
  readonly province: ViewRow;
  readonly rows: readonly ViewRow[];
  readonly indicators: readonly PrintedIndicator[];
}

/** A year seen by anybody, on units of the round or of today, beside the year before it. */
export function viewOf(
  years: readonly PublicYear[],
  published: Published,
  year: PublicYear,
  units: Units,
): PublicView {
  const rows = publicRows(year);
  const last = years.find((one) => one.year === year.year - 1);
  const before = last && printedBefore(last, published, units);
  const seen = (row: PublicRow) => viewRow(row, year, published, before);
  const province = seen(rows.province);
  const { communes, indicators: _all, ...about } = year;
  return {
    ...{ about, units, province, rows: rowsOf(rows, units).map(seen) },
    years: years.map((one) => one.year).sort((one, other) => other - one),
    unitsDiffer: communes.some(({ id, todayId }) => id !== todayId),
    missing: communes.flatMap(({ name, counts }) => (counts ? [] : name)),
    withheld: published.withheld.has(year.year),
    indicators: printedIndicators(year, province.counts.poor, province.counts.nearPoor),
  };
}

function rowsOf({ today, asItWas }: PublicRows, units: Units): readonly PublicRow[] {
  return units === 'today' ? today : asItWas;
}

type Before = ReadonlyMap<string, Readonly<Record<Column, Printed>>>;

/** Last year's printed counts by unit, in the same view. */
function printedBefore(last: PublicYear, published: Published, units: Units): Before {
  const rows = publicRows(last);
  const all = [rows.province, ...rowsOf(rows, units)];
  return new Map(all.map((row) => [row.unitId, printedCounts(row, last.year, published)]));
}

function viewRow(
  row: PublicRow,
  { year }: PublicYear,
  published: Published,
  before: Before | undefined,
): ViewRow {
  const counts = printedCounts(row, year, published);
  const last = before?.get(row.unitId);
  return {
    ...{ key: row.key, name: row.name, counts },
    ...{ poorRate: rateOf(counts.poor, counts.total) },
    ...{ nearPoorRate: rateOf(counts.nearPoor, counts.total) },
    ...{ poorChange: changeOf(counts.poor, last?.poor) },
    ...{ nearPoorChange: changeOf(counts.nearPoor, last?.nearPoor) },
  };
}

function printedCounts(row: PublicRow, year: number, { marks }: Published) {
  const printed = (column: Column): Printed => {
    if (!row.counts) return 'none';
    const mark = marks.get(countKey(year, row.key, column)) ?? 'hidden';
    return mark === 'shown' ? row.counts[column] : mark;
  };
  return Object.fromEntries(COLUMN_KEYS.map((key) => [key, printed(key)])) as Record<
    Column,
    Printed
  >;
}
