import { ratio } from '../forms/figure.ts';
import type { FormField } from '../forms/form.ts';
import type { Status } from '../reports/report.ts';

/** A figure added up at one place: an office of the round's tree, or an area of another day. */
export interface Total {
  /** In the figure's own measure; of a ratio the percent. Null where a ratio has no base. */
  readonly amount: number | null;
  /** Accepted values in the sum. */
  readonly reported: number;
  /** A level changed the sum with a signed reason, here or below. */
  readonly adjusted: boolean;
  /** A value was split between successors by share, so the sum is an estimate. */
  readonly estimated: boolean;
  /** Of a ratio: what it follows from. */
  readonly parts?: { readonly numerator: number; readonly denominator: number };
}

/** Totals by place, then by the slug of the figure. */
export type Totals = ReadonlyMap<string, ReadonlyMap<string, Total>>;

/** The place of signed adjustments where areas are those of another day: they stay apart. */
export const ADJUSTED_APART = 'adjustments';

/** A report as consolidation sees it. */
export interface CountedReport {
  readonly id: string;
  readonly unitId: string;
  readonly unitName: string;
  readonly role: string;
  readonly roleName: string;
  /** What sort of office it was when the list was made, as "so"; null where none is known. */
  readonly officeKind: string | null;
  /** The office whose sum it adds into. */
  readonly parentId: string | null;
  /** From the top down to the unit itself. */
  readonly path: readonly string[];
  readonly areaId: string | null;
  readonly status: Status;
  readonly nil: boolean;
}

/** Where a report counts when told in the units of a day. */
export interface Placement {
  readonly reportId: string;
  readonly placeId: string;
  readonly placeName: string;
  /** The place is an area of that day; false: the unit as it was when it reported. */
  readonly moved: boolean;
  readonly share: number;
}

/** Amounts of single reports, by report id and slug. */
export type Given = ReadonlyMap<
  string,
  ReadonlyMap<string, { readonly amount: number; readonly accepted: boolean }>
>;

/** How one report stands to one figure, where it has no number of its own to show. */
export type Silence = 'unasked' | 'nil' | 'waiting' | 'missing';

/** The accepted number of one report for a field; a ratio follows from its two parts. */
export function acceptedOf(given: Given, reportId: string, field: FormField): number | null {
  const of = (slug: string | null) => {
    const held = slug === null ? undefined : given.get(reportId)?.get(slug);
    return held?.accepted ? held.amount : null;
  };
  if (field.kind !== 'ratio') return of(field.slug);
  return ratio(of(field.numeratorSlug), of(field.denominatorSlug));
}

/** Why some reports give no number for a field: not asked, nil, sent and waiting, or nothing. */
export function silenceOf(
  given: Given,
  reports: readonly CountedReport[],
  field: FormField,
): Silence {
  const asked = reports.filter((report) => field.roles.includes(report.role));
  if (asked.length === 0) return 'unasked';
  if (asked.every(isNil)) return 'nil';
  const slugs = [field.slug, field.numeratorSlug, field.denominatorSlug];
  const waits = ({ id }: CountedReport) =>
    slugs.some((slug) => slug !== null && given.get(id)?.get(slug)?.accepted === false);
  return asked.some(waits) ? 'waiting' : 'missing';
}

export function totalAt(totals: Totals, place: string, slug: string): Total | undefined {
  return totals.get(place)?.get(slug);
}

/** The reports that add into a level, its own among them. */
export function reportsUnder(
  reports: readonly CountedReport[],
  levelId: string,
): readonly CountedReport[] {
  return reports.filter((report) => report.path.includes(levelId));
}

/** The units that are levels: others add into them, or they are the top. */
export function levelsOf(reports: readonly CountedReport[], topId: string): Set<string> {
  return new Set([topId, ...reports.flatMap(({ parentId }) => (parentId ? [parentId] : []))]);
}

/** How many of those who are asked for a figure have answered. */
export interface Coverage {
  /** Accepted reports with a number. */
  readonly reported: number;
  /** Accepted reports that said "không phát sinh". */
  readonly nil: number;
  /** Reports of the round's dated list whose role has the field. */
  readonly expected: number;
}

/**
 * The reporting rate of a figure. Only those who are asked count, each once, so the rate
 * never exceeds 100 %. `has` tells whether a report has an accepted number for it.
 */
export function coverageOf(
  field: Pick<FormField, 'roles'>,
  reports: readonly CountedReport[],
  has: (report: CountedReport) => boolean,
): Coverage {
  const asked = reports.filter((report) => field.roles.includes(report.role));
  const reported = asked.filter(has).length;
  const nil = asked.filter((report) => isNil(report) && !has(report)).length;
  return { reported, nil, expected: asked.length };
}

/** "Không phát sinh", said by the head and accepted. */
export function isNil({ nil, status }: Pick<CountedReport, 'nil' | 'status'>): boolean {
  return nil && status === 'accepted';
}

/** `36/38 đơn vị đã có số, 1 đơn vị không phát sinh` */
export function coverageInWords({ reported, nil, expected }: Coverage): string {
  const words = `${reported}/${expected} đơn vị đã có số`;
  return nil > 0 ? `${words}, ${nil} đơn vị không phát sinh` : words;
}

/** From the top down to a level; `undefined` for a unit that nothing adds into. */
export function levelPath(
  reports: readonly CountedReport[],
  topId: string,
  levelId: string,
): readonly string[] | undefined {
  if (levelId === topId) return [topId];
  if (!levelsOf(reports, topId).has(levelId)) return undefined;
  return reports.find((report) => report.unitId === levelId)?.path;
}
