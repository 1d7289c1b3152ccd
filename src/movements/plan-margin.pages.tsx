import type { ComponentChildren } from 'preact';
import { type Day, distance } from '../shared/day.ts';
import { MarginNote } from '../shared/html/plan-layout.tsx';
import { Spark } from '../shared/html/spark.tsx';
import { Status } from '../shared/html/status.tsx';
import { Missing, NumberText } from '../shared/html/texts.tsx';
import type { Tone } from '../shared/html/tone.tsx';
import { showNumber } from '../shared/vietnamese.ts';
import type { BoardClause, PlacedTask } from './board.ts';
import type { ClauseFigure, YearFigure } from './clause-figures.ts';
import { dueInWords } from './due-words.ts';
import { isMet, type Target, type TargetValue, valueFor } from './target.ts';
import { EVIDENCES, type RoleToday } from './task.ts';
import type { TaskState } from './task-standing.ts';

export const STATE_TONES: Readonly<Record<TaskState, Tone>> = {
  late: 'late',
  offTrack: 'due',
  unproven: 'due',
  near: 'due',
  running: 'info',
  done: 'done',
  resting: 'idle',
};

/** What a margin is written with: the day, who holds which role, what the reader may open. */
export interface MarginView {
  readonly today: Day;
  readonly roles: readonly RoleToday[];
  readonly mayRun: boolean;
  readonly mayReadTotals: boolean;
}

/** How many figures stand in the margin itself; the others open. */
const KEY_FIGURES = 2;

/** All notes of a clause, or nothing where the system knows nothing of it. */
export function ClauseNotes({ clause, view }: { clause: BoardClause; view: MarginView }) {
  const { tasks, targets, figures, unanswered, row } = clause;
  return (
    <>
      {tasks.map((placed) => (
        <TaskNote key={placed.task.id} placed={placed} view={view} />
      ))}
      {unanswered ? <Unanswered clauseId={row.id} mayRun={view.mayRun} /> : null}
      {targets.map((target) => (
        <TargetNote key={target.id} target={target} today={view.today} />
      ))}
      {figures.slice(0, KEY_FIGURES).map((figure) => (
        <FigureNote key={figure.slug} figure={figure} view={view} />
      ))}
      <MoreFigures figures={figures.slice(KEY_FIGURES)} view={view} />
      {view.mayRun && tasks.length === 0 && targets.length + figures.length > 0 ? (
        <a class="margin-open" href={`/clauses/${row.id}`}>
          Mở khoản mục
        </a>
      ) : null}
    </>
  );
}

/** Has the system anything to say beside this clause? */
export function hasNotes(clause: BoardClause): boolean {
  const { tasks, targets, figures, unanswered } = clause;
  return unanswered || tasks.length + targets.length + figures.length > 0;
}

function Unanswered({ clauseId, mayRun }: { clauseId: string; mayRun: boolean }) {
  return (
    <div class="margin-note-line">
      <Status tone="idle">Chưa có nhiệm vụ</Status>
      {mayRun ? <a href={`/clauses/${clauseId}/tasks/new`}>Giao nhiệm vụ</a> : null}
    </div>
  );
}

function TaskNote({ placed, view }: { placed: PlacedTask; view: MarginView }) {
  const { task, standing } = placed;
  const open = standing.state !== 'done' && standing.due && standing.due >= view.today;
  const left = open && standing.due ? `, ${distance(view.today, standing.due)}` : '';
  const note = (
    <>
      <Status tone={STATE_TONES[standing.state]}>{standing.words}</Status>
      <span class="task-name">{task.name}</span>
      <span class="task-who">
        {namesOf(task.lead, view.roles)} · {dueInWords(task.due).replace(/^./, lower)}
        {left}
      </span>
    </>
  );
  return (
    <MarginNote note={note}>
      <Held title="Chủ trì" roles={task.lead} view={view} />
      {task.with.length > 0 ? <Held title="Phối hợp" roles={task.with} view={view} /> : null}
      <p>
        <span class="soft">Minh chứng:</span> {EVIDENCES[task.evidence]}
      </p>
      {standing.reports ? (
        <p>
          <a href={`/rounds/${standing.reports.roundId}`}>{standing.reports.roundName}</a>
        </p>
      ) : null}
      <a href={`/clauses/${task.clauseId}`}>Mở khoản mục</a>
    </MarginNote>
  );
}

/**
 * The lead as a reader names it: the one unit that holds the role, else the role with its count.
 * A role that nobody holds today is left out beside others; the opened note names it.
 */
function namesOf(keys: readonly string[], roles: readonly RoleToday[]): string {
  const led = roles.filter((role) => keys.includes(role.key));
  const held = led.filter((role) => role.holders.length > 0);
  return (held.length > 0 ? held : led).map(nameOf).join('; ');
}

function nameOf({ name, holders }: RoleToday): string {
  const [first, ...others] = holders;
  if (!first) return name;
  return others.length === 0 ? first.unitName : `${name} (${others.length + 1})`;
}

/** Roles and who holds them today; a role that nobody holds any more says so. */
export function Held({
  title,
  roles: keys,
  view,
}: {
  title: string;
  roles: readonly string[];
  view: Pick<MarginView, 'roles'>;
}) {
  const roles = view.roles.filter((role) => keys.includes(role.key));
  return (
    <div>
      <span class="soft">{title}:</span>
      <ul class="held">
        {roles.map((role) => (
          <li key={role.key}>
            {role.name}: <Holders role={role} />
          </li>
        ))}
      </ul>
    </div>
  );
}

function Holders({ role }: { role: RoleToday }) {
  const [first, ...others] = role.holders;
  if (!first) return <span class="soft">hiện không có đơn vị nào giữ vai này</span>;
  if (others.length > 0) return <>{showNumber(others.length + 1)} đơn vị</>;
  return <a href={`/units/${first.unitId}`}>{first.unitName}</a>;
}

function TargetNote({ target, today }: { target: Target; today: Day }) {
  const value = valueFor(target, Number(today.slice(0, 4)));
  const note = (
    <>
      <span class="margin-what">{target.name}</span>
      {value ? <ValueInWords target={target} value={value} /> : <Missing />}
    </>
  );
  const years = target.values.map(({ year, reached }) => ({ year, value: reached ?? undefined }));
  return (
    <MarginNote note={note}>
      {years.filter(({ value: known }) => known !== undefined).length > 1 ? (
        <Spark label={target.name} values={years} />
      ) : null}
      <ul class="held">
        {target.values.map((one) => (
          <li key={one.year}>
            {one.year}: <ValueInWords target={target} value={one} plain />
          </li>
        ))}
      </ul>
      <p class="soft">
        Nguồn: {target.source}
        {target.confirmed ? '' : ' (chưa xác nhận)'}
      </p>
    </MarginNote>
  );
}

interface ValueInWordsProps {
  readonly target: Target;
  readonly value: TargetValue;
  /** Without the year and the mark. */
  readonly plain?: boolean;
}

/** "2025: mục tiêu 15,78 %, đạt 15,2 %", with its mark once both are known. */
function ValueInWords({ target, value, plain }: ValueInWordsProps) {
  const { year, planned, reached } = value;
  const said = (number: number) => <NumberText value={number} unit={target.measure} />;
  const met = isMet(target, value);
  return (
    <span class="target-value">
      {plain ? null : `${year}: `}
      {planned === null ? null : <>mục tiêu {said(planned)}</>}
      {planned !== null && reached !== null ? ', ' : null}
      {reached === null ? null : <>đạt {said(reached)}</>}
      {met === undefined || plain ? null : (
        <Status tone={met ? 'done' : 'due'}>{met ? 'Đạt mục tiêu' : 'Chưa đạt'}</Status>
      )}
    </span>
  );
}

function FigureNote({ figure, view }: { figure: ClauseFigure; view: MarginView }) {
  const last = figure.years.findLast((one) => one.value !== undefined);
  const name: ComponentChildren =
    view.mayReadTotals && last?.roundId ? (
      <a href={`/rounds/${last.roundId}/figures/${figure.slug}`}>{figure.shortName}</a>
    ) : (
      figure.shortName
    );
  return (
    <div class="figure-note">
      <span class="margin-what">{name}</span>
      <Spark label={figure.name} values={figure.years} />
      {last?.value === undefined ? (
        <Missing />
      ) : (
        <span class="figure-now">
          <NumberText {...shortAmount(last.value, figure.measure)} />
          <span class="soft"> {whenOf(last, view.today)}</span>
        </span>
      )}
    </div>
  );
}

/** Sums of the province run to trillions; beside a text milliards are enough. */
function shortAmount(value: number, unit: string) {
  const milliards = value / 1_000_000_000;
  return unit === 'đồng' && milliards >= 1
    ? { value: milliards, unit: 'tỷ đồng' }
    : { value, unit };
}

/** A year that still runs is not to be read as a fall: it says how many have reported so far. */
function whenOf({ year, reported }: YearFigure, today: Day): string {
  if (!today.startsWith(String(year))) return `năm ${year}`;
  return `đến nay, ${showNumber(reported)} báo cáo`;
}

function MoreFigures({ figures, view }: { figures: readonly ClauseFigure[]; view: MarginView }) {
  if (figures.length === 0) return null;
  return (
    <MarginNote note={<span>Còn {figures.length} số liệu của mục này</span>}>
      {figures.map((figure) => (
        <FigureNote key={figure.slug} figure={figure} view={view} />
      ))}
    </MarginNote>
  );
}

function lower(letter: string): string {
  return letter.toLowerCase();
}
