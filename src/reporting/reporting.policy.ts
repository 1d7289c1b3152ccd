import { carries, type Duty, type Person, unitsWithDuty } from '../people/person.ts';

/** What a policy needs to know of a report: its unit, its line upwards, who receives. */
export interface ReportPlace {
  readonly unitId: string;
  readonly path: readonly string[];
  readonly receiverId: string;
  readonly roundReceiverId: string;
  /** The standing agency of now: it answers for the rounds of the one before it too. */
  readonly standingId: string | null;
}

export interface RoundPlace {
  readonly receiverId: string;
  readonly topId: string;
}

/** The officer of the unit itself writes its report. */
export function mayPrepareReport(person: Person, report: ReportPlace): boolean {
  return carries(person, 'prepareReports', [report.unitId]);
}

/** The head of the unit itself approves, by name (plan III.1). */
export function mayApproveReport(person: Person, report: ReportPlace): boolean {
  return carries(person, 'approveReports', [report.unitId]);
}

/** The office that the report is sent to takes it in, returns or accepts. */
export function mayReceiveReport(person: Person, report: ReportPlace): boolean {
  return carries(person, 'receiveReports', [report.receiverId]);
}

/** The unit's own people, the receivers above it, and those who oversee or issue there. */
export function mayReadReport(person: Person, report: ReportPlace): boolean {
  const offices = [report.receiverId, report.roundReceiverId, report.standingId];
  const line = [...report.path, ...offices.filter((office) => office !== null)];
  return (
    mayPrepareReport(person, report) ||
    mayApproveReport(person, report) ||
    carries(person, 'receiveReports', line) ||
    carries(person, 'oversee', line) ||
    carries(person, 'issueDocuments', line)
  );
}

/** The figures themselves: a draft shows them to its own unit only. */
export function mayReadFigures(person: Person, report: ReportPlace, draft: boolean): boolean {
  const own = mayPrepareReport(person, report) || mayApproveReport(person, report);
  return own || (!draft && mayReadReport(person, report));
}

/** The standing agency runs a round: opens it, grants time, closes it. */
export function mayRunRound(person: Person, round: RoundPlace): boolean {
  return carries(person, 'receiveReports', [round.receiverId]);
}

/** Totals of the province: the standing agency, those who oversee, those who issue. */
export function mayReadTotals(person: Person, round: RoundPlace): boolean {
  const line = [round.topId, round.receiverId];
  return (['receiveReports', 'oversee', 'issueDocuments'] as const).some((duty) =>
    carries(person, duty, line),
  );
}

/** A level signs an adjustment of its own total. */
export function mayAdjustTotal(person: Person, levelId: string, round: RoundPlace): boolean {
  const line = levelId === round.topId ? [round.receiverId, round.topId] : [levelId];
  return carries(person, 'receiveReports', line);
}

/** Where a person sees reports: those of own units, and all that stand under an office. */
export interface Sight {
  readonly own: readonly string[];
  readonly above: readonly string[];
}

/** The same rights as `mayReadReport`, as the places that a list asks for. */
export function sightOf(person: Person): Sight {
  const units = (duties: readonly Duty[]) => [
    ...new Set(duties.flatMap((duty) => unitsWithDuty(person, duty))),
  ];
  return {
    own: units(['prepareReports', 'approveReports']),
    above: units(['receiveReports', 'oversee', 'issueDocuments']),
  };
}
