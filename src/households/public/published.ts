import type { CountTable, Marks } from './count-table.ts';
import type { PublicYear } from './public-year.ts';
import { NOTHING_STANDS, type Standing, type Suppression, suppress } from './suppression.ts';
import { tableOf, unchangedKeys } from './year-table.ts';

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
  let standing = NOTHING_STANDS;
  const withheld = new Set<number>();
  for (const [at, year] of inOrder(years).entries()) {
    const { suppression } = publishYear(inOrder(years).slice(0, at), year, standing);
    standing = suppression;
    if (suppression.withheld) withheld.add(year.year);
  }
  return { marks: standing.marks, withheld };
}

/** One year after those that stand, with all that a reader could set equal. */
export interface PublishedYear {
  readonly table: CountTable;
  readonly suppression: Suppression;
}

/**
 * Where units that have not changed tie the year so closely to an earlier one that no choice
 * keeps every small count in doubt, these units are not told at all: then nobody sees that they
 * are as they were.
 */
export function publishYear(
  earlier: readonly PublicYear[],
  year: PublicYear,
  standing: Standing,
): PublishedYear {
  const table = tableOf(earlier, year, standing.marks);
  const suppression = suppress(table, standing);
  if (!suppression.withheld) return { table, suppression };
  const marks = new Map(standing.marks);
  for (const key of unchangedKeys(earlier, year)) marks.set(key, 'hidden');
  const apart = tableOf(earlier, year, marks);
  return { table: apart, suppression: suppress(apart, { ...standing, marks }) };
}

/** In the order of their becoming official; of one day, the earlier year first. */
export function inOrder(years: readonly PublicYear[]): PublicYear[] {
  const rank = (year: PublicYear) => `${year.officialOn}/${year.year}`;
  return [...years].sort((one, other) => (rank(one) < rank(other) ? -1 : 1));
}
