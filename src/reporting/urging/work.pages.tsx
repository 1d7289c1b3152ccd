import { type Day, showInstant } from '../../shared/day.ts';
import { Actions, ButtonLink } from '../../shared/html/button.tsx';
import { Empty } from '../../shared/html/empty.tsx';
import { Page } from '../../shared/html/page.tsx';
import { Progress } from '../../shared/html/progress.tsx';
import { Duties, PageHead, Section } from '../../shared/html/sections.tsx';
import { DeadlineText } from '../../shared/html/texts.tsx';
import type { Frame } from '../../shared/web.ts';
import { lastDayFor } from '../rounds/deadline.ts';
import type { Todo, Waiting, WatchedRound, Work, WorkReport } from './work.ts';

interface WorkPageProps {
  readonly frame: Frame;
  readonly today: Day;
  readonly work: Work;
  readonly watched: readonly WatchedRound[];
}

/** Việc của tôi: one sentence, what I must do, who waits, what is off track below. */
export function WorkPage({ frame, today, work, watched }: WorkPageProps) {
  const { todos, waiting, offTrack } = work;
  const nothing = todos.length + waiting.length + offTrack.length === 0;
  return (
    <Page frame={frame} title="Việc của tôi">
      <PageHead
        title="Việc của tôi"
        lead={nothing && watched.length === 0 ? undefined : work.sentence}
        actions={<ButtonLink href="/calendar">Lịch hạn nộp</ButtonLink>}
      />
      {nothing && watched.length === 0 ? <Empty sentence={work.sentence} /> : null}
      {todos.length > 0 ? <Todos todos={todos} today={today} /> : null}
      {waiting.length > 0 ? <WaitingList waiting={waiting} /> : null}
      {offTrack.length > 0 ? <OffTrack reports={offTrack} today={today} /> : null}
      {watched.map((round) => (
        <Watched key={round.id} round={round} />
      ))}
    </Page>
  );
}

function Todos({ todos, today }: { readonly todos: readonly Todo[]; readonly today: Day }) {
  return (
    <Section title="Cần làm">
      <Duties
        duties={todos.map(({ key, what, href, button, due, since }, place) => ({
          key,
          title: what,
          facts: due ? (
            <DeadlineText due={due} today={today} />
          ) : (
            `Chuyển đến ${showInstant(since)}`
          ),
          action: (
            <ButtonLink href={href} kind={place === 0 ? 'primary' : 'secondary'}>
              {button}
            </ButtonLink>
          ),
        }))}
      />
    </Section>
  );
}

function WaitingList({ waiting }: { readonly waiting: readonly Waiting[] }) {
  return (
    <Section title="Đang chờ người khác">
      <Duties
        duties={waiting.map(({ key, what, whom, href }) => ({
          key,
          title: what,
          facts: whom,
          action: <ButtonLink href={href}>Xem</ButtonLink>,
        }))}
      />
    </Section>
  );
}

function OffTrack({ reports, today }: { reports: readonly WorkReport[]; today: Day }) {
  return (
    <Section title="Quá hạn ở cấp dưới">
      <Duties
        duties={reports.map((report) => ({
          key: report.id,
          title: report.unitName,
          facts: <DeadlineText due={lastDayFor(report, report.extendedUntil)} today={today} />,
          action: <ButtonLink href={`/reports/${report.id}`}>Xem</ButtonLink>,
        }))}
      />
    </Section>
  );
}

/** How far an open round is, for those who look on. */
function Watched({ round }: { readonly round: WatchedRound }) {
  const { id, name, expected, sent, accepted } = round;
  return (
    <Section title={name}>
      <Progress label="Đã nộp" done={sent} of={expected} noun="đơn vị" />
      <Progress label="Đã chấp nhận" done={accepted} of={expected} noun="đơn vị" />
      <Actions>
        <ButtonLink href={`/rounds/${id}`}>Xem kỳ báo cáo</ButtonLink>
        <ButtonLink href="/plans">Xem kế hoạch</ButtonLink>
      </Actions>
    </Section>
  );
}
