import type { FormField } from '../forms/form.ts';
import type { Adjustment } from './adjustments.ts';
import type { OfficialFigure } from './official-figures.ts';
import { type CountedReport, coverageOf, levelsOf, type Total } from './totals.ts';

/** What one report gave for a figure; null: nothing that was accepted. */
export interface FigureRow {
  readonly reportId: string;
  /** Accepted; of a ratio the percent from both parts. */
  readonly amount: number | null;
  readonly numerator: number | null;
  readonly denominator: number | null;
  /** When the receiver accepted it, and who; null where the log does not tell. */
  readonly acceptedAt: Date | null;
  readonly acceptedBy: string | null;
  /** Part of the report that counts at the place asked, above 0, at most 1. */
  readonly share: number;
}

/** A line under a total: a level with what it adds, or a report with what it gave. */
export type FigurePart =
  | { readonly kind: 'level'; readonly report: CountedReport; readonly total: Total | undefined }
  | { readonly kind: 'report'; readonly report: CountedReport; readonly row: FigureRow };

/** Everything that the page of one figure at one level tells. */
export interface FigureView {
  readonly field: FormField;
  readonly numerator: FormField | undefined;
  readonly denominator: FormField | undefined;
  readonly levelId: string;
  readonly levelName: string;
  readonly total: Total | undefined;
  readonly reports: readonly CountedReport[];
  readonly rows: readonly FigureRow[];
  readonly parts: readonly FigurePart[];
  readonly adjustments: readonly Adjustment[];
  /** Undefined: not recorded; null: this figure has no official value of its own. */
  readonly official: OfficialFigure | undefined | null;
  /** This round and those before, oldest first; undefined: no total. */
  readonly years: readonly { readonly year: number; readonly value: number | undefined }[];
}

/** The reporting rate of the figure at this level. */
export function figureCoverage({ field, reports, rows }: FigureView) {
  const given = new Set(rows.flatMap((row) => (row.amount === null ? [] : [row.reportId])));
  return coverageOf(field, reports, ({ id }) => given.has(id));
}

/** The lines directly under a level: its own report first, then levels, then single units. */
export function partsOf(
  levelId: string,
  reports: readonly CountedReport[],
  rows: readonly FigureRow[],
  field: FormField,
  totalOf: (unitId: string) => Total | undefined,
): FigurePart[] {
  const byReport = new Map(rows.map((row) => [row.reportId, row]));
  const levels = levelsOf(reports, levelId);
  const direct = reports.filter(
    (report) => report.unitId === levelId || report.parentId === levelId,
  );
  const parts = direct.flatMap((report): FigurePart[] => {
    if (report.unitId !== levelId && levels.has(report.unitId))
      return [{ kind: 'level', report, total: totalOf(report.unitId) }];
    const row = byReport.get(report.id);
    return row && field.roles.includes(report.role) ? [{ kind: 'report', report, row }] : [];
  });
  return parts.toSorted((left, right) => order(left, levelId) - order(right, levelId));
}

function order({ kind, report }: FigurePart, levelId: string): number {
  if (report.unitId === levelId) return 0;
  return kind === 'level' ? 1 : 2;
}
