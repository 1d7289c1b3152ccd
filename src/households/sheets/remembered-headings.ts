import { fold } from '../../shared/vietnamese.ts';
import type { SheetRole } from './household-layout.ts';

/** Headings that an office has matched before: `role:folded heading` → meaning. */
export type Remembered = ReadonlyMap<string, string>;

/** What is longer is a text that somebody typed above a table, not the name of a column. */
const LONGEST = 200;

/**
 * How each heading of a sheet is remembered, in their order; `undefined`: it tells no column, being
 * too long or standing twice.
 */
export function rememberedHeadings(
  role: SheetRole,
  headings: readonly string[],
): (string | undefined)[] {
  const folded = headings.map(fold);
  const same = Map.groupBy(folded, (heading) => heading);
  return headings.map((heading, at) => {
    const key = folded[at] ?? '';
    const tells = heading.length <= LONGEST && same.get(key)?.length === 1;
    return tells ? `${role}:${key}` : undefined;
  });
}

interface MatchedSheet {
  readonly role: SheetRole | null;
  readonly columns: readonly { readonly heading: string; readonly meaning: string | null }[];
}

/** What an office is to remember of the sheets that a person has set right. */
export function matchesOf(sheets: readonly MatchedSheet[]): Remembered {
  return new Map(
    sheets.flatMap(({ role, columns }) => {
      if (!role) return [];
      const headings = columns.map(({ heading }) => heading);
      return rememberedHeadings(role, headings).flatMap((key, at) => {
        const meaning = columns[at]?.meaning;
        return key && meaning ? [[key, meaning] as const] : [];
      });
    }),
  );
}
