import type { Duty } from '../../people/person.ts';
import { newId } from '../../shared/identity.ts';
import type { Course, CourseStep } from './course.ts';
import { figureId } from './load-forms.ts';
import type { RoundToFill, ToldReport } from './load-reports.ts';
import type { Post, Staff } from './staff.ts';

/** Rows of the tables of a round's reports. */
export interface ReportRows {
  readonly reports: readonly object[];
  readonly steps: readonly object[];
  readonly values: readonly object[];
  readonly returns: readonly object[];
}

const WHO: Record<CourseStep, Duty> = {
  prepare: 'prepareReports',
  approve: 'approveReports',
  receive: 'receiveReports',
  sendReturn: 'receiveReports',
  accept: 'receiveReports',
};

export function rowsOf(told: readonly ToldReport[], round: RoundToFill, staff: Staff): ReportRows {
  return {
    reports: told.map(reportRow),
    steps: told.flatMap((one) => stepRows(one, staff)),
    values: told.flatMap((one) => valueRows(one, round, staff)),
    returns: told.flatMap((one) => returnRows(one, round, staff)),
  };
}

function reportRow({ report, fate, course, chance }: ToldReport) {
  return {
    id: report.id,
    status: course.status,
    version: course.steps.length,
    nil: fate.to === 'accepted' && fate.nil,
    sent_on: course.sentOn,
    minutes: fate.to === 'unsent' ? 0 : chance.between(9, 54),
  };
}

function stepRows({ report, course }: ToldReport, staff: Staff) {
  return course.steps.map(({ step, at, on }) => {
    const where = WHO[step] === 'receiveReports' ? report.receiverId : report.unitId;
    const { personId, name, title } = staff.on(where, WHO[step], on);
    return {
      id: newId(),
      report_id: report.id,
      step,
      at,
      person_id: personId,
      person_name: name,
      position_title: title,
    };
  });
}

function valueRows(told: ToldReport, round: RoundToFill, staff: Staff) {
  const { report, fate, course } = told;
  const officer = staff.on(report.unitId, 'prepareReports', round.expectedOn);
  const at = lastPrepared(course) ?? new Date(`${round.expectedOn}T14:05:00+07:00`);
  const returned = new Set(fate.to === 'returned' ? fate.figures.map((one) => one.figure) : []);
  const counts = course.status === 'accepted' || course.status === 'returned';
  return told.values.map((value) => ({
    report_id: report.id,
    figure_id: value.figureId,
    amount: value.amount,
    words: value.words,
    items: value.items,
    kept_reason: value.keptReason,
    source: 'typed',
    accepted: counts && !returned.has(value.slug),
    updated_at: at,
    updated_by: officer.personId,
  }));
}

function lastPrepared({ steps }: Course): Date | undefined {
  return steps.findLast(({ step }) => step === 'prepare')?.at;
}

/** Figures sent back: once and long settled, or still waiting for an answer. */
function returnRows(told: ToldReport, { seed }: RoundToFill, staff: Staff) {
  const { fate, course, report, chance } = told;
  const sent = course.steps.find(({ step }) => step === 'sendReturn');
  if (!sent || (fate.to !== 'settled' && fate.to !== 'returned')) return [];
  const by = staff.on(report.receiverId, 'receiveReports', sent.on);
  const row = (slug: string, reason: string, settledAt: Date | null) =>
    returnRow(report.id, by, { slug, reason, at: sent.at, settledAt });
  if (fate.to === 'returned')
    return fate.figures.map(({ figure, reason }) => row(figure, reason, null));
  const again = course.steps.findLast(({ step }) => step === 'approve')?.at ?? null;
  return fate.figures.map((slug) => row(slug, chance.pick(seed.words.returnReasons), again));
}

function returnRow(
  reportId: string,
  by: Post,
  {
    slug,
    reason,
    at,
    settledAt,
  }: { slug: string; reason: string; at: Date; settledAt: Date | null },
) {
  return {
    id: newId(),
    report_id: reportId,
    figure_id: figureId(slug),
    reason,
    at,
    person_id: by.personId,
    person_name: by.name,
    settled_at: settledAt,
  };
}
