import type { FigureSnapshot } from './consolidated-report.ts';
import type { FigureBook } from './consolidated-report-figures.ts';
import { readRef } from './consolidated-report-figures.ts';
import type { ErratumLine } from './erratum.ts';

/**
 * Figures that would be printed otherwise today than in the document issued, errata counted as
 * part of it. A change inside the digits that print does not show is none. The words of a
 * change (`giảm …`) are left out where the figure itself differs: they follow from it.
 */
export function changesSince(
  issued: FigureSnapshot,
  corrected: readonly ErratumLine[],
  now: FigureBook,
): ErratumLine[] {
  const told = new Map(Object.entries(issued).map(([ref, { text }]) => [ref, text]));
  for (const line of corrected) told.set(line.ref, line.now);
  const lines = [...told].flatMap(([ref, was]): ErratumLine[] => {
    const text = now.get(ref)?.text ?? 'không còn trong kỳ';
    return text === was ? [] : [{ ref, name: issued[ref]?.name ?? ref, was, now: text }];
  });
  const differing = new Set(lines.map(({ ref }) => ref));
  return lines.filter(({ ref }) => !ref.endsWith('|change') || !followsFrom(ref, differing));
}

function followsFrom(ref: string, differing: ReadonlySet<string>): boolean {
  const base = ref.replace(/\|change$/, '');
  return differing.has(base) || differing.has(`${base}|last`);
}

/** Something that happened to the reports of a round after the document was issued. */
export interface SourceEvent {
  readonly at: Date;
  /** `UBND xã Mường Than: Trả lại số liệu`, in the office's words. */
  readonly what: string;
  readonly personName: string;
  /** Figures that it touches; null: any. */
  readonly slugs: readonly string[] | null;
  readonly unitIds: readonly string[];
}

/** The latest event that may have changed a figure: touches it, or a part of it, at its place. */
export function causeOf(
  ref: string,
  events: readonly SourceEvent[],
  partsOf: (slug: string) => readonly string[],
): SourceEvent | undefined {
  const { slug, unitId } = readRef(ref);
  const parts = partsOf(slug);
  const touches = (event: SourceEvent) =>
    (event.slugs === null ||
      slug.startsWith('reports.') ||
      parts.some((one) => event.slugs?.includes(one))) &&
    (unitId === undefined || event.unitIds.includes(unitId));
  return events
    .filter(touches)
    .toSorted((left, right) => right.at.getTime() - left.at.getTime())[0];
}
