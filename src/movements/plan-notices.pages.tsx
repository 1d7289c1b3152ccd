import { ActionForm } from '../shared/html/form.tsx';
import { Panel } from '../shared/html/sections.tsx';
import { Status } from '../shared/html/status.tsx';
import type { EditView } from './edit-view.ts';
import type { StoredClause, StoredNotice, StoredPlan } from './stored-plan.ts';
import { editAddress } from './tree-line.pages.tsx';

/** What looked odd when the file was read, settled one by one. */
export function Notices({ plan, notices, clauses }: EditView) {
  const open = notices.filter((one) => one.settledAt === null);
  const settled = notices.length - open.length;
  if (notices.length === 0) return null;
  return (
    <Panel title="Điều cần xem lại" id="dieu-can-xem">
      {open.length === 0 ? (
        <p>
          <Status tone="done">Đã xem hết {settled} điều</Status>
        </p>
      ) : null}
      <ul class="plan-notices">
        {open.map((one) => (
          <li key={one.id}>
            <p>
              {one.message} <NoticePlace notice={one} plan={plan} clauses={clauses} />
            </p>
            <ActionForm action={`/plans/${plan.id}/notices/${one.id}/settle`} label="Đã xem" />
          </li>
        ))}
      </ul>
    </Panel>
  );
}

interface NoticePlaceProps {
  readonly notice: StoredNotice;
  readonly plan: StoredPlan;
  readonly clauses: readonly StoredClause[];
}

function NoticePlace({ notice, plan, clauses }: NoticePlaceProps) {
  const clause = clauses.find((one) => one.path === notice.path);
  if (!clause) return null;
  return <a href={editAddress(plan.id, clause)}>Mở mục {clause.path}</a>;
}
