import { showDay } from '../shared/day.ts';
import { ButtonLink } from '../shared/html/button.tsx';
import { DataTable } from '../shared/html/data-table.tsx';
import { Empty } from '../shared/html/empty.tsx';
import { KeyValues } from '../shared/html/facts.tsx';
import { ActionForm } from '../shared/html/form.tsx';
import { Page } from '../shared/html/page.tsx';
import { PageHead, Section } from '../shared/html/sections.tsx';
import { Spark } from '../shared/html/spark.tsx';
import { Status } from '../shared/html/status.tsx';
import { DayText, Missing, NumberText } from '../shared/html/texts.tsx';
import type { Frame } from '../shared/web.ts';
import type { BoardClause, PlacedTask } from './board.ts';
import type { ClauseFigure } from './clause-figures.ts';
import { dueInWords } from './due-words.ts';
import { pathInWords } from './path-words.ts';
import { Held, type MarginView, STATE_TONES } from './plan-margin.pages.tsx';
import { anchorOf } from './plan-paper.pages.tsx';
import type { StoredPlan } from './stored-plan.ts';
import { isMet, type Target } from './target.ts';
import { EVIDENCES } from './task.ts';

export interface ClausePageProps {
  readonly frame: Frame;
  readonly plan: StoredPlan;
  readonly clause: BoardClause;
  readonly view: MarginView;
}

/** One clause: its words, who must do what by when, what shall be reached, what is measured. */
export function ClausePage({ frame, plan, clause, view }: ClausePageProps) {
  const { row, path, tasks, targets, figures } = clause;
  const named = pathInWords(path);
  return (
    <Page frame={frame} title={`Mục ${named}`}>
      <PageHead
        title={row.heading ? `Mục ${named}. ${row.heading}` : `Mục ${named}`}
        back={{
          href: `/plans/${plan.id}#${anchorOf(path)}`,
          label: plan.movementName,
        }}
      />
      {row.text ? <blockquote class="clause-quote">{row.text}</blockquote> : null}
      <Section
        title="Nhiệm vụ"
        id="nhiem-vu"
        actions={
          view.mayRun ? <Add href={`/clauses/${row.id}/tasks/new`}>Giao nhiệm vụ</Add> : null
        }
      >
        {tasks.length === 0 ? <Empty sentence="Mục này chưa có nhiệm vụ." /> : null}
        {tasks.map((placed) => (
          <TaskCard key={placed.task.id} placed={placed} view={view} />
        ))}
      </Section>
      <Section
        title="Chỉ tiêu"
        id="chi-tieu"
        actions={
          view.mayRun ? <Add href={`/clauses/${row.id}/targets/new`}>Thêm chỉ tiêu</Add> : null
        }
      >
        {targets.length === 0 ? <p class="soft">Mục này chưa có chỉ tiêu.</p> : null}
        {targets.map((target) => (
          <TargetCard key={target.id} target={target} mayRun={view.mayRun} />
        ))}
      </Section>
      {figures.length > 0 ? (
        <Section title="Số liệu toàn tỉnh" id="so-lieu">
          <FiguresTable figures={figures} view={view} />
        </Section>
      ) : null}
    </Page>
  );
}

function Add({ href, children }: { href: string; children: string }) {
  return (
    <ButtonLink href={href} icon="add">
      {children}
    </ButtonLink>
  );
}

function TaskCard({ placed, view }: { placed: PlacedTask; view: MarginView }) {
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
          ...(reports
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

function TargetCard({ target, mayRun }: { target: Target; mayRun: boolean }) {
  const number = (value: number | null) =>
    value === null ? <Missing /> : <NumberText value={value} />;
  const met = { true: 'Đạt', false: 'Chưa đạt', undefined: '' };
  return (
    <article class="panel task-card">
      <DataTable
        caption={`${target.name} (${target.measure}), ${target.better === 'lower' ? 'giảm' : 'tăng'} là tốt`}
        rows={target.values}
        keyOf={(one) => String(one.year)}
        none="Chưa có năm nào."
        columns={[
          { key: 'year', head: 'Năm', cell: (one) => String(one.year) },
          {
            key: 'planned',
            head: 'Mục tiêu',
            align: 'numeric',
            cell: (one) => number(one.planned),
          },
          {
            key: 'reached',
            head: 'Đạt được',
            align: 'numeric',
            cell: (one) => number(one.reached),
          },
          { key: 'met', head: 'So sánh', cell: (one) => met[`${isMet(target, one)}`] },
          {
            key: 'source',
            head: 'Nguồn',
            cell: (one) => `${one.source ?? ''}${one.confirmed ? '' : ' (chưa xác nhận)'}`,
          },
        ]}
      />
      <p class="soft">Nguồn của chỉ tiêu: {target.source}</p>
      {mayRun ? (
        <ButtonLink href={`/targets/${target.id}/values/new`} icon="edit">
          Ghi số theo năm
        </ButtonLink>
      ) : null}
    </article>
  );
}

function FiguresTable({ figures, view }: { figures: readonly ClauseFigure[]; view: MarginView }) {
  const years = figures[0]?.years.map(({ year }) => year) ?? [];
  return (
    <DataTable
      caption="Số liệu của mục này qua các năm"
      quietCaption
      rows={figures}
      keyOf={(one) => one.slug}
      columns={[
        { key: 'name', head: 'Số liệu', cell: (one) => <FigureName figure={one} view={view} /> },
        { key: 'measure', head: 'Đơn vị tính', cell: (one) => one.measure },
        ...years.map((year, at) => ({
          key: String(year),
          head: `Năm ${year}`,
          align: 'numeric' as const,
          cell: (one: ClauseFigure) => {
            const value = one.years[at]?.value;
            return value === undefined ? <Missing /> : <NumberText value={value} />;
          },
        })),
        {
          key: 'spark',
          head: 'Diễn biến',
          cell: (one) => <Spark label={one.name} values={one.years} />,
        },
      ]}
    />
  );
}

function FigureName({ figure, view }: { figure: ClauseFigure; view: MarginView }) {
  const round = figure.years.findLast((one) => one.roundId)?.roundId;
  if (!view.mayReadTotals || !round) return <>{figure.name}</>;
  return <a href={`/rounds/${round}/figures/${figure.slug}`}>{figure.name}</a>;
}
