import { Status } from '../shared/html/status.tsx';
import type { BoardClause } from './board.ts';
import { FigureNote, MoreFigures } from './figure-note.pages.tsx';
import type { MarginView } from './margin-view.ts';
import { TargetNote } from './target-note.pages.tsx';
import { TaskNote } from './task-note.pages.tsx';

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
