import type { Person } from '../../people/person.ts';
import { act } from '../../shared/act.actions.ts';
import { dayInVietnam } from '../../shared/day.ts';
import type { House } from '../../shared/house.ts';
import type { FieldProblem } from '../../shared/problem.ts';
import { must } from '../../shared/web.ts';
import { mayApproveReport, mayPrepareReport } from '../reporting.policy.ts';
import { type Draft, type DraftChange, judgeDraft } from './draft.ts';
import { prefillText } from './report-marks.ts';
import { storeValues } from './report-values.sql.ts';
import type { ReportView } from './report-view.ts';
import { holdView, mustTakeWriting } from './reports.actions.ts';
import { fillsFromReview, type SourcedValue } from './review-figures.ts';

/** Which fields now hold the review's number, and what of the rest could not be taken. */
export interface TakenFromReview {
  readonly filled: readonly string[];
  readonly faults: readonly FieldProblem[];
}

/**
 * Saves what stands in the form, then takes the review's numbers into what is still empty or
 * came from the review before. What a person typed stays.
 */
export function takeFromReview(
  house: House,
  person: Person,
  reportId: string,
  sent: Omit<Draft, 'personId'>,
): Promise<TakenFromReview> {
  return act(house, person, async (tx, now) => {
    const view = await holdView(tx, reportId);
    const { report, form, held, review } = view;
    must(mayPrepareReport(person, report) || mayApproveReport(person, report), 'báo cáo này');
    mustTakeWriting(view, dayInVietnam(now));
    const draft = { ...sent, typed: withoutOffers(view, sent.typed), personId: person.id };
    const { changes, faults } = judgeDraft(form, held, draft);
    const wrong = new Set(faults.map(({ field }) => field));
    const after = withChanges(held, changes, now);
    const fills = review ? fillsFromReview(form, after, review) : [];
    const right = fills.filter(({ slug }) => !wrong.has(slug));
    const filled = right.map(({ slug }) => slug);
    const kept = changes.filter(({ slug }) => !filled.includes(slug));
    await storeValues(tx, report.id, person.id, [...kept, ...right], now);
    const note = { noun: 'report', subjectId: report.id, verb: 'takeFromReview' };
    return [
      { filled, faults },
      { ...note, detail: { figures: filled, fields: changes.length } },
    ];
  });
}

/** A number of last year that the form only offers was not typed by anybody. */
function withoutOffers(view: ReportView, typed: Draft['typed']): Draft['typed'] {
  const offers = view.form.sections.flatMap(({ fields }) =>
    fields.flatMap((field) =>
      view.held.has(field.slug) ? [] : [[field.slug, prefillText(field, view)] as const],
    ),
  );
  const offered = new Map(offers);
  return new Map([...typed].filter(([slug, text]) => text === '' || offered.get(slug) !== text));
}

function withChanges(
  held: ReportView['held'],
  changes: readonly DraftChange[],
  updatedAt: Date,
): Map<string, SourcedValue> {
  const own = { accepted: false, updatedAt, updatedById: null, updatedBy: null };
  return new Map<string, SourcedValue>([
    ...held,
    ...changes.map((change) => [change.slug, { ...own, ...change }] as const),
  ]);
}
