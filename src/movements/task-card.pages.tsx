import { showDay } from '../shared/day.ts';
import { ButtonLink } from '../shared/html/button.tsx';
import { KeyValues } from '../shared/html/facts.tsx';
import { ActionForm } from '../shared/html/form.tsx';
import { Status } from '../shared/html/status.tsx';
import { DayText } from '../shared/html/texts.tsx';
import type { PlacedTask } from './board.ts';
import { dueInWords } from './due-words.ts';
import type { MarginView } from './margin-view.ts';
import { EVIDENCES } from './task.ts';
import { Held, STATE_TONES } from './task-note.pages.tsx';

/** A task with all that is known of it, and what those who run the movement do with it. */
export function TaskCard({ placed, view }: { placed: PlacedTask; view: MarginView }) {
  const { task, standing } = placed;
  const { reports } = standing;
  return (
    <article class="panel task-card">
      <div class="panel-head">
        <h3>{task.name}</h3>
        <Status tone={STATE_TONES[standing.state]}>{standing.words}</Status>
      </div>
      <Held title="Chủ trì" roles={task.lead} view={view} />
      {task.with.length > 0 ? <Held title="Phối hợp" roles={task.with} view={view} /> : null}
      <KeyValues
        facts={[
          { name: 'Hạn', value: dueInWords(task.due) },
          ...(standing.due
            ? [{ name: 'Ngày cuối đúng hạn', value: <DayText on={standing.due} /> }]
            : []),
          { name: 'Minh chứng', value: EVIDENCES[task.evidence] },
          ...(reports && view.mayOpenRounds
            ? [
                {
                  name: 'Kỳ báo cáo',
                  value: <a href={`/rounds/${reports.roundId}`}>{reports.roundName}</a>,
                },
              ]
            : []),
          ...task.results.map((result) => ({
            name: `Kết quả năm ${result.year}`,
            value: `Xong ngày ${showDay(result.doneOn)}: ${result.proof} (${result.personName} ghi)`,
          })),
        ]}
      />
      {view.mayRun ? (
        <div class="actions">
          <ButtonLink href={`/tasks/${task.id}/edit`} icon="edit">
            Sửa nhiệm vụ
          </ButtonLink>
          <ButtonLink href={`/tasks/${task.id}/results/new`}>Ghi kết quả</ButtonLink>
          {task.validTo && task.validTo < view.today ? null : (
            <ActionForm action={`/tasks/${task.id}/end`} label="Kết thúc nhiệm vụ" kind="danger" />
          )}
        </div>
      ) : null}
    </article>
  );
}
