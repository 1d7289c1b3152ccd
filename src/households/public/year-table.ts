import type { Count, CountTable, Marks, Relation } from './count-table.ts';
import { everyRow, type PublicRow, publicRows } from './public-rows.ts';
import { COLUMN_KEYS, type Column, type PublicYear, type UnitCounts } from './public-year.ts';

/** What is left of the total: never printed, but a reader can subtract. */
type Known = Column | 'notPoor';
const KNOWN: readonly Known[] = [...COLUMN_KEYS, 'notPoor'];

/** The sums of a row. */
const SUMS: readonly (readonly [Known, readonly Known[]])[] = [
  ['total', ['poor', 'nearPoor', 'notPoor']],
  ['poor', ['poorKinh', 'poorMinority']],
  ['nearPoor', ['nearPoorKinh', 'nearPoorMinority']],
];

/** What the reader loses with a count of a commune; of a unit of today and the province far more. */
const WEIGHTS: Readonly<Record<Column, number>> = {
  total: 200,
  ...{ poor: 40, nearPoor: 40 },
  ...{ poorKinh: 10, poorMinority: 10, nearPoorKinh: 10, nearPoorMinority: 10 },
};

/** Where a count stands: year, row, column. */
export function countKey(year: number, rowKey: string, column: Known): string {
  return `${year}/${rowKey}/${column}`;
}

/**
 * Everything that a reader of a year and of those before it can set equal. `marks` are those of
 * the earlier years, and of counts of this year that are hidden from the start.
 */
export function tableOf(
  earlier: readonly PublicYear[],
  year: PublicYear,
  marks: Marks = new Map(),
): CountTable {
  const years = [...earlier, year];
  return {
    counts: [...earlier.flatMap((one) => fixed(countsOf(one))), ...countsOf(year)],
    relations: [
      ...years.flatMap(relationsOf),
      ...years.flatMap((later, at) =>
        years.slice(0, at).flatMap((before) => equalities(before, later, marks)),
      ),
    ],
  };
}

function fixed(counts: readonly Count[]): Count[] {
  return counts.map((one) => ({ ...one, weight: Number.POSITIVE_INFINITY }));
}

function countOf(counts: UnitCounts, column: Known): number {
  return column === 'notPoor' ? counts.total - counts.poor - counts.nearPoor : counts[column];
}

function rowsOf(year: PublicYear): (PublicRow & { readonly counts: UnitCounts })[] {
  return everyRow(publicRows(year)).flatMap((row) =>
    row.counts ? { ...row, counts: row.counts } : [],
  );
}

function countsOf(year: PublicYear): Count[] {
  return rowsOf(year).flatMap((row) =>
    KNOWN.map((column): Count => {
      const at = { key: countKey(year.year, row.key, column), value: countOf(row.counts, column) };
      if (column === 'notPoor') return { ...at, weight: 0, silent: true };
      return { ...at, weight: WEIGHTS[column] * levelWeight(row) + Math.log10(1 + at.value) };
    }),
  );
}

function levelWeight({ key, partKeys }: PublicRow): number {
  if (key === 'province') return 100;
  return partKeys.length > 0 ? 4 : 1;
}

function relationsOf(year: PublicYear): Relation[] {
  const rows = rowsOf(year);
  const across = rows.flatMap((row) =>
    SUMS.map(([total, parts]) => ({
      total: countKey(year.year, row.key, total),
      parts: parts.map((part) => countKey(year.year, row.key, part)),
    })),
  );
  const down = rows
    .filter(({ partKeys }) => partKeys.length > 0)
    .flatMap((row) =>
      COLUMN_KEYS.map((column) => ({
        total: countKey(year.year, row.key, column),
        parts: row.partKeys.map((part) => countKey(year.year, part, column)),
      })),
    );
  return [...across, ...down];
}

type CountedRow = ReturnType<typeof rowsOf>[number];

/** Rows of two years that are one unit with the same counts. */
function unchangedRows(earlier: PublicYear, later: PublicYear): [CountedRow, CountedRow][] {
  const before = Map.groupBy(rowsOf(earlier), (row) => row.unitId);
  return rowsOf(later).flatMap((row) =>
    (before.get(row.unitId) ?? [])
      .filter(({ counts }) => COLUMN_KEYS.every((column) => counts[column] === row.counts[column]))
      .map((same): [CountedRow, CountedRow] => [same, row]),
  );
}

/** A reader takes the one year's counts for the other's, where anything shows that they are equal. */
function equalities(earlier: PublicYear, later: PublicYear, marks: Marks): Relation[] {
  const shows = ({ year }: PublicYear, { key }: CountedRow) =>
    COLUMN_KEYS.some((column) => marks.get(countKey(year, key, column)) !== 'hidden');
  return unchangedRows(earlier, later)
    .filter(([same, row]) => shows(earlier, same) && shows(later, row))
    .flatMap(([same, row]) =>
      KNOWN.map((column) => ({
        total: countKey(later.year, row.key, column),
        parts: [countKey(earlier.year, same.key, column)],
      })),
    );
}

/** Every count of the units that have not changed since an earlier year. */
export function unchangedKeys(earlier: readonly PublicYear[], year: PublicYear): string[] {
  return earlier
    .flatMap((one) => unchangedRows(one, year))
    .flatMap(([, { key }]) => COLUMN_KEYS.map((column) => countKey(year.year, key, column)));
}
