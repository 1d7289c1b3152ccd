import { ErrorSummary } from '../shared/html/error-summary.tsx';
import { ActionForm } from '../shared/html/form.tsx';
import { Page } from '../shared/html/page.tsx';
import { PageHead, Panel } from '../shared/html/sections.tsx';
import type { Frame } from '../shared/web.ts';
import { ClauseTools } from './clause-tools.pages.tsx';
import type { EditView } from './edit-view.ts';
import { HeadPanel } from './plan-head.pages.tsx';
import { Notices } from './plan-notices.pages.tsx';
import { Parts } from './plan-parts.pages.tsx';
import type { StoredPlan } from './stored-plan.ts';
import { AddClause, TreeLine } from './tree-line.pages.tsx';

/** The tree of a plan as rows, corrected by hand: small forms, one press each. */
export function PlanEditPage(props: EditView & { readonly frame: Frame }) {
  const { frame, plan, tree, selectedId, faults = [], message } = props;
  return (
    <Page frame={frame} title={`Sửa ${plan.title}`} wide>
      <PageHead
        title={plan.isDraft ? 'Xem lại bản nháp kế hoạch' : 'Sửa cây khoản mục'}
        lead={`${plan.title} · ${tree.length} khoản mục, đọc từ ${plan.fileName}`}
        back={{ href: `/plans/${plan.id}`, label: 'Xem như văn bản' }}
        actions={plan.isDraft ? <DraftActions plan={plan} /> : null}
      />
      <ErrorSummary problems={faults} message={message} />
      <Notices {...props} />
      <HeadPanel {...props} />
      <Panel title="Cây khoản mục" id="cay">
        <p class="soft">
          Bấm vào một mục để sửa chữ, đổi cấp, đổi chỗ, gộp hoặc tách. Chữ của kế hoạch không bao
          giờ tự mất: chỉ mục đã trống mới bỏ được.
        </p>
        <ol class="tree">
          {tree.map((one) => (
            <TreeLine key={one.row.id} one={one} plan={plan} open={one.row.id === selectedId}>
              {one.row.id === selectedId ? <ClauseTools {...props} row={one.row} /> : null}
            </TreeLine>
          ))}
        </ol>
        <AddClause {...props} />
      </Panel>
      <Parts {...props} />
    </Page>
  );
}

function DraftActions({ plan }: { plan: StoredPlan }) {
  return (
    <>
      <ActionForm action={`/plans/${plan.id}/adopt`} label="Đưa vào thực hiện" kind="primary" big />
      <ActionForm action={`/plans/${plan.id}/discard`} label="Bỏ bản nháp" kind="danger" />
    </>
  );
}
