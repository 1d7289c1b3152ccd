import { ButtonLink } from '../shared/html/button.tsx';
import { Empty } from '../shared/html/empty.tsx';
import { Page } from '../shared/html/page.tsx';
import { PageHead, Section } from '../shared/html/sections.tsx';
import type { Frame } from '../shared/web.ts';
import type { BoardClause } from './board.ts';
import { FiguresTable } from './figures-table.pages.tsx';
import type { MarginView } from './margin-view.ts';
import { pathInWords } from './path-words.ts';
import { anchorOf } from './plan-paper.pages.tsx';
import type { StoredPlan } from './stored-plan.ts';
import { TargetCard } from './target-card.pages.tsx';
import { TaskCard } from './task-card.pages.tsx';

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
