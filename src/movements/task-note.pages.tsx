import { distance } from '../shared/day.ts';
import { MarginNote } from '../shared/html/plan-layout.tsx';
import { Status } from '../shared/html/status.tsx';
import type { Tone } from '../shared/html/tone.tsx';
import { showNumber } from '../shared/vietnamese.ts';
import type { PlacedTask } from './board.ts';
import { dueInWords } from './due-words.ts';
import type { MarginView } from './margin-view.ts';
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

/** A task in the margin: how it stands, what, who, until when; the rest opens. */
export function TaskNote({ placed, view }: { placed: PlacedTask; view: MarginView }) {
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
      {standing.reports && view.mayOpenRounds ? (
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

function lower(letter: string): string {
  return letter.toLowerCase();
}
