import type { Day } from '../shared/day.ts';
import { showDay } from '../shared/day.ts';
import { ButtonLink } from '../shared/html/button.tsx';
import { ClauseBar, type ClauseBarItem } from '../shared/html/clause-bar.tsx';
import { Empty } from '../shared/html/empty.tsx';
import { ActionForm } from '../shared/html/form.tsx';
import { Notice } from '../shared/html/notice.tsx';
import { Page } from '../shared/html/page.tsx';
import { PlanSheet } from '../shared/html/plan-layout.tsx';
import { PageHead } from '../shared/html/sections.tsx';
import { Tabs } from '../shared/html/ways.tsx';
import type { Frame } from '../shared/web.ts';
import {
  type BoardClause,
  type BoardSource,
  isShown,
  SHOWINGS,
  type Showing,
  shownClauses,
} from './board.ts';
import type { MarginView } from './margin-view.ts';
import { pathInWords } from './path-words.ts';
import { anchorOf, PaperClause, PaperEnd, PaperFront } from './plan-paper.pages.tsx';
import type { StoredPlan } from './stored-plan.ts';
import { STATE_TONES } from './task-note.pages.tsx';
import { needsCare, TASK_STATES } from './task-standing.ts';

export interface PlanPageProps {
  readonly frame: Frame;
  readonly source: BoardSource;
  readonly board: readonly BoardClause[];
  readonly view: MarginView;
  readonly showing: Showing | undefined;
  /** The roles that the reader's unit holds. */
  readonly ownRoles: ReadonlySet<string>;
  readonly openNotices: number;
}

/** The plan as signed, and in its margin what became of it: the movement's dashboard. */
export function PlanPage(props: PlanPageProps) {
  const { frame, source, board, view, showing, ownRoles } = props;
  const { plan, clauses } = source;
  const shown = shownClauses(board, showing, ownRoles);
  return (
    <Page frame={frame} title={`Kế hoạch ${plan.movementName}`} wide>
      <PageHead
        title={plan.movementName}
        lead={inOneSentence(board, view.today)}
        actions={<PlanActions plan={plan} mayRun={view.mayRun} />}
      />
      <DraftNotice {...props} />
      <ClauseBar label="Toàn bộ kế hoạch theo tình trạng" items={stripOf(board, plan, showing)} />
      <Tabs label="Chọn phần cần xem" tabs={tabsOf(props)} />
      {showing && shown.length === 0 ? <Empty sentence={NOTHING[showing]} /> : null}
      {showing && shown.length === 0 ? null : (
        <PlanSheet>
          {showing ? null : <PaperFront {...{ plan, clauses }} />}
          {shown.map((clause) => (
            <PaperClause key={clause.row.id} clause={clause} view={view} />
          ))}
          {showing ? null : <PaperEnd {...{ plan, clauses }} />}
        </PlanSheet>
      )}
    </Page>
  );
}

const NOTHING: Readonly<Record<Showing, string>> = {
  late: 'Không có nhiệm vụ nào chậm hay cần chú ý.',
  'no-task': 'Mọi khoản mục đều đã có nhiệm vụ.',
  mine: 'Kế hoạch chưa giao nhiệm vụ nào cho đơn vị của bạn.',
};

function PlanActions({ plan, mayRun }: { plan: StoredPlan; mayRun: boolean }) {
  return (
    <>
      {mayRun ? (
        <ButtonLink href={`/plans/${plan.id}/edit`} icon="edit">
          Sửa cây khoản mục
        </ButtonLink>
      ) : null}
      <ButtonLink href={`/movements/${plan.movementId}/roles`} kind="quiet">
        Vai trò
      </ButtonLink>
      <ButtonLink href="/movements" kind="quiet">
        Các phong trào
      </ButtonLink>
    </>
  );
}

function DraftNotice({ source: { plan }, openNotices, view }: PlanPageProps) {
  if (!plan.isDraft && (openNotices === 0 || !view.mayRun)) return null;
  return (
    <Notice
      kind="warning"
      title={plan.isDraft ? 'Đây là bản nháp, chỉ cơ quan thường trực nhìn thấy.' : undefined}
    >
      {openNotices > 0 ? (
        <p>
          <a href={`/plans/${plan.id}/edit`}>Còn {openNotices} điều cần xem lại từ lúc nhập tệp</a>
        </p>
      ) : null}
      {plan.isDraft ? (
        <ActionForm action={`/plans/${plan.id}/adopt`} label="Đưa vào thực hiện" kind="primary" />
      ) : null}
    </Notice>
  );
}

/** "Đến ngày 17/11/2025: 29 nhiệm vụ, 4 đã xong, 3 cần chú ý; 2 khoản mục chưa có nhiệm vụ." */
function inOneSentence(board: readonly BoardClause[], today: Day): string {
  const states = board.flatMap(({ tasks }) => tasks.map(({ standing }) => standing.state));
  const done = states.filter((state) => state === 'done').length;
  const late = states.filter((state) => state === 'late').length;
  const care = states.filter(needsCare).length - late;
  const unanswered = board.filter((clause) => clause.unanswered).length;
  const parts = [
    `${states.length} nhiệm vụ`,
    `${done} đã xong`,
    late > 0 ? `${late} quá hạn` : '',
    care > 0 ? `${care} cần chú ý` : '',
  ].filter(Boolean);
  const rest = unanswered > 0 ? `; ${unanswered} khoản mục chưa có nhiệm vụ` : '';
  return `Đến ngày ${showDay(today)}: ${parts.join(', ')}${rest}.`;
}

/** One stretch for each clause of which something is asked, or should be. */
function stripOf(
  board: readonly BoardClause[],
  plan: StoredPlan,
  showing: Showing | undefined,
): ClauseBarItem[] {
  const page = showing ? `/plans/${plan.id}` : '';
  return board
    .filter((clause) => clause.state || clause.unanswered)
    .map(({ path, state }) => ({
      href: `${page}#${anchorOf(path)}`,
      title: `Mục ${pathInWords(path)}: ${state ? TASK_STATES[state] : 'Chưa có nhiệm vụ'}`,
      tone: state ? STATE_TONES[state] : 'idle',
    }));
}

function tabsOf({ source, board, showing, ownRoles }: PlanPageProps) {
  const href = `/plans/${source.plan.id}`;
  const all = { href, label: 'Toàn văn', current: showing === undefined };
  const asked = Object.entries(SHOWINGS).map(([key, label]) => ({
    href: `${href}?show=${key}`,
    label,
    current: showing === key,
    count: board.filter((clause) => isShown(clause, key as Showing, ownRoles)).length,
  }));
  return [all, ...asked];
}
