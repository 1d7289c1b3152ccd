import { sql } from 'kysely';
import type { Form } from '../../reporting/forms/form.ts';
import { loadForm } from '../../reporting/forms/forms.sql.ts';
import type { Day } from '../../shared/day.ts';
import type { Tx } from '../../shared/house.ts';
import { type Chance, chanceOf } from './chance.ts';
import { type Course, courseOf } from './course.ts';
import { type Fate, fateIn, fateToday } from './fate.ts';
import type { Filled } from './filling.ts';
import { insertRows } from './insert-rows.ts';
import type { Reported } from './last-year.ts';
import { formId } from './load-forms.ts';
import type { OpenedRound } from './load-rounds.ts';
import { type ReportRows, rowsOf } from './report-rows.ts';
import type { Seed } from './seed.ts';
import type { Staff } from './staff.ts';
import type { RoundSeed } from './story-shapes.ts';
import type { Writing } from './writing.ts';

export interface RoundToFill extends OpenedRound {
  readonly round: RoundSeed;
  readonly seed: Seed;
}

/** A report that the round expects, as `insertRound` left it: open and empty. */
interface ExpectedReport {
  readonly id: string;
  readonly unitId: string;
  readonly unitName: string;
  readonly role: string;
  readonly receiverId: string;
}

/** One report with its fate decided, its way through the offices and its values. */
export interface ToldReport {
  readonly report: ExpectedReport;
  readonly fate: Fate;
  readonly course: Course;
  readonly values: readonly Filled[];
  readonly chance: Chance;
}

/** Fills all reports of a round in five statements; gives what counts as reported. */
export async function fillRound(
  tx: Tx,
  opened: RoundToFill,
  { writing, staff, before }: { writing: Writing; staff: Staff; before: Reported },
): Promise<{ reported: Reported; values: number }> {
  const form = await loadForm(tx, formId(opened.round.form));
  if (!form) throw new Error(`no form ${opened.round.form}`);
  const reports = await loadExpected(tx, opened.roundId);
  const told = reports.map((report) => tell(report, opened, form, writing, before));
  const rows = rowsOf(told, opened, staff);
  await storeRows(tx, rows);
  const counted = ({ fate, values }: ToldReport) =>
    fate.to === 'accepted' || fate.to === 'settled' ? values : [];
  return {
    reported: new Map(told.map((one) => [one.report.unitId, counted(one)])),
    values: rows.values.length,
  };
}

function loadExpected(tx: Tx, roundId: string): Promise<ExpectedReport[]> {
  return tx
    .selectFrom('reports')
    .where('round_id', '=', roundId)
    .select(['id', 'unit_id as unitId', 'unit_name as unitName', 'role'])
    .select('receiver_id as receiverId')
    .execute();
}

function tell(
  report: ExpectedReport,
  { round, seed, expectedOn }: RoundToFill,
  form: Form,
  writing: Writing,
  before: Reported,
): ToldReport {
  const open = isOpen(expectedOn, seed.rounds.storyDay);
  const fate = open
    ? fateToday(seed.rounds.today, round, report.unitId)
    : fateIn(round, report.unitId);
  const chance = chanceOf(`${round.year}:${report.unitId}:course`);
  const empty = fate.to === 'unsent' || (fate.to === 'accepted' && fate.nil);
  const whole = empty ? [] : writing(report, round.year, form, before);
  return {
    report,
    fate,
    course: courseOf(fate, round.year, open, chance),
    // A report half done: the figures that come first, and no sentence yet.
    values: fate.to === 'partly' ? numbersOf(whole).slice(0, 5) : whole,
    chance,
  };
}

function isOpen(expectedOn: Day, storyDay: Day): boolean {
  return expectedOn.slice(0, 4) === storyDay.slice(0, 4);
}

function numbersOf(values: readonly Filled[]): Filled[] {
  return values.filter((value) => value.amount !== null);
}

async function storeRows(tx: Tx, rows: ReportRows): Promise<void> {
  await sql`
    update reports r
    set status = told.status, version = told.version, nil = told.nil,
        sent_on = told.sent_on, minutes = told.minutes
    from jsonb_to_recordset(${JSON.stringify(rows.reports)}::jsonb)
      as told (id uuid, status text, version integer, nil boolean, sent_on date, minutes numeric)
    where r.id = told.id`.execute(tx);
  await insertRows(tx, 'report_steps', rows.steps);
  await insertRows(tx, 'report_values', rows.values);
  if (rows.returns.length > 0) await insertRows(tx, 'report_returns', rows.returns);
}
