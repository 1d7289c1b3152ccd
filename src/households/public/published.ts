import type { Count, CountTable, Marks, Relation } from './count-table.ts';
import { everyRow, type PublicRow, publicRows } from './public-rows.ts';
import { COLUMN_KEYS, type Column, type PublicYear, type UnitCounts } from './public-year.ts';
import { suppress } from './suppression.ts';

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

export interface Published {
  readonly marks: Marks;
  /** Years of which nothing could be printed safely. */
  readonly withheld: ReadonlySet<number>;
}

/**
 * Decides what is printed of each official year, in the order of their becoming official: what
 * was printed stays, and a later year hides what would tell an earlier one. Both views and all
 * files read these marks, so there is one published table, whatever it is seen through.
 */
export function publish(years: readonly PublicYear[]): Published {
  let marks: Marks = new Map();
  const withheld = new Set<number>();
  for (const [at, year] of inOrder(years).entries()) {
    const found = suppress(tableOf(inOrder(years).slice(0, at), year), marks);
    marks = found.marks;
    if (found.withheld) withheld.add(year.year);
  }
  return { marks, withheld };
}

/** In the order of their becoming official; of one day, the earlier year first. */
export function inOrder(years: readonly PublicYear[]): PublicYear[] {
  const rank = (year: PublicYear) => `${year.officialOn}/${year.year}`;
  return [...years].sort((one, other) => (rank(one) < rank(other) ? -1 : 1));
}

/** Everything that a reader of a year and of those before it can set equal. */
export function tableOf(earlier: readonly PublicYear[], year: PublicYear): CountTable {
  return {
    counts: [...earlier.flatMap((one) => fixed(countsOf(one))), ...countsOf(year)],
    relations: [
      ...[...earlier, year].flatMap(relationsOf),
      ...earlier.flatMap((one) => unchangedRows(one, year)),
      ...earlier.flatMap((one, at) =>
        earlier.slice(0, at).flatMap((before) => unchangedRows(before, one)),
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

/** Units of which every count is as it was: a reader may take the one year's for the other's. */
function unchangedRows(earlier: PublicYear, later: PublicYear): Relation[] {
  const before = Map.groupBy(rowsOf(earlier), (row) => row.unitId);
  return rowsOf(later).flatMap((row) =>
    (before.get(row.unitId) ?? [])
      .filter(({ counts }) => COLUMN_KEYS.every((column) => counts[column] === row.counts[column]))
      .flatMap((same) =>
        KNOWN.map((column) => ({
          total: countKey(later.year, row.key, column),
          parts: [countKey(earlier.year, same.key, column)],
        })),
      ),
  );
}
