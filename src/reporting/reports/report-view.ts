import type { HouseholdFigures } from '../../households/tables/report-figures.ts';
import type { Day } from '../../shared/day.ts';
import type { Value } from '../forms/figure.ts';
import type { Form } from '../forms/form.ts';
import type { Warning } from '../forms/form-warnings.ts';
import type { ReportPlace } from '../reporting.policy.ts';
import type { Round } from '../rounds/round.ts';
import type { Status } from './report.ts';

/** A report without its values. */
export interface Report extends ReportPlace {
  readonly id: string;
  readonly roundId: string;
  readonly unitName: string;
  readonly role: string;
  readonly areaId: string | null;
  readonly status: Status;
  readonly version: number;
  readonly nil: boolean;
  readonly sentOn: Day | null;
}

/** A row of a round's list. */
export interface ListedReport
  extends Pick<
    Report,
    'id' | 'unitId' | 'unitName' | 'role' | 'receiverId' | 'status' | 'nil' | 'sentOn'
  > {
  readonly extendedUntil: Day | null;
  readonly openReturns: number;
}

/** A step taken, kept with the name and position that the person had then. */
export interface TakenStep {
  readonly step: string;
  readonly at: Date;
  readonly personName: string;
  readonly positionTitle: string;
  readonly note: string | null;
}

/** A value as a report holds it, with what is known about it. */
export interface HeldValue extends Value {
  readonly figureId: string;
  readonly slug: string;
  readonly keptReason: string | null;
  readonly source: string;
  readonly accepted: boolean;
  readonly updatedAt: Date;
  readonly updatedById: string | null;
  readonly updatedBy: string | null;
}

/** A figure or paragraph sent back, with its reason. */
export interface ReportReturn {
  readonly figureId: string;
  readonly slug: string;
  readonly reason: string;
  readonly at: Date;
  readonly personName: string;
  readonly settledAt: Date | null;
}

/** Last round's accepted value of a figure, with whose it was. */
export interface LastYearValue extends Value {
  readonly slug: string;
  /** Units that it was added up from: the unit itself, or those merged into it. */
  readonly unitNames: readonly string[];
}

/** Everything that a report's page and its steps need to know. */
export interface ReportView {
  readonly report: Report;
  readonly round: Round;
  readonly extendedUntil: Day | null;
  /** The form as this unit's role fills it. */
  readonly form: Form;
  readonly held: ReadonlyMap<string, HeldValue>;
  readonly lastYear: ReadonlyMap<string, LastYearValue>;
  readonly returns: readonly ReportReturn[];
  readonly steps: readonly TakenStep[];
  readonly warnings: readonly Warning[];
  /** What the review of households has for this area and year; null: nothing (whole). */
  readonly review: HouseholdFigures | null;
}
