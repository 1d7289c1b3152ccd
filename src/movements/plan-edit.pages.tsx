import { Actions, Button, ButtonLink } from '../shared/html/button.tsx';
import { ErrorSummary } from '../shared/html/error-summary.tsx';
import { ActionForm, Form } from '../shared/html/form.tsx';
import { HiddenField, TextArea } from '../shared/html/inputs.tsx';
import { Page } from '../shared/html/page.tsx';
import { PageHead, Panel } from '../shared/html/sections.tsx';
import { Status } from '../shared/html/status.tsx';
import type { FieldProblem } from '../shared/problem.ts';
import type { Frame } from '../shared/web.ts';
import { ClauseTools } from './clause-tools.pages.tsx';
import { HeadPanel } from './plan-head.pages.tsx';
import { printedMarker } from './plan-marker.ts';
import { anchorOf } from './plan-paper.pages.tsx';
import type { PlanRow } from './plan-tree.ts';
import {
  PART_LABELS,
  PART_NAMES,
  type PartKind,
  partOf,
  type StoredClause,
  type StoredNotice,
  type StoredPlan,
} from './stored-plan.ts';

/** A row of the outline with its label and how deep it stands, 1 the outermost. */
export interface TreeRow {
  readonly row: PlanRow;
  readonly path: string;
  readonly depth: number;
}

export interface PlanEditPageProps {
  readonly frame: Frame;
  readonly plan: StoredPlan;
  readonly clauses: readonly StoredClause[];
  readonly tree: readonly TreeRow[];
  readonly notices: readonly StoredNotice[];
  /** The clause whose tools are open. */
  readonly selectedId: string | undefined;
  /** What was typed and not taken, for the form `typedFor`. */
  readonly typed?: Readonly<Record<string, string | undefined>> | undefined;
  readonly typedFor?: 'clause' | 'head' | 'added' | PartKind | undefined;
  readonly faults?: readonly FieldProblem[];
  readonly message?: string | undefined;
}

/** The tree of a plan as rows, corrected by hand: small forms, one press each. */
export function PlanEditPage(props: PlanEditPageProps) {
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

function Notices({ plan, notices, clauses }: PlanEditPageProps) {
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

function editAddress(planId: string, clause: { id: string; path: string }): string {
  return `/plans/${planId}/edit?clause=${clause.id}#${anchorOf(clause.path)}`;
}

interface TreeLineProps {
  readonly one: TreeRow;
  readonly plan: StoredPlan;
  readonly open: boolean;
  readonly children: preact.ComponentChildren;
}

function TreeLine({ one: { row, path, depth }, plan, open, children }: TreeLineProps) {
  const mark = printedMarker(row.kind, row.marker);
  return (
    <li
      class={`tree-row tree-depth-${Math.min(depth, 6)}${open ? ' tree-open' : ''}`}
      id={anchorOf(path)}
    >
      <div class="tree-words">
        <p class={open ? undefined : 'tree-clamp'}>
          <span class="tree-mark">{mark || '¶'}</span>{' '}
          {row.heading ? <strong>{row.heading}</strong> : null} {row.text}
        </p>
        {open ? null : (
          <a
            class="tree-edit"
            href={editAddress(plan.id, { id: row.id, path })}
            aria-label={`Sửa mục ${path}`}
          >
            Sửa
          </a>
        )}
      </div>
      {children}
    </li>
  );
}

function AddClause({ plan, typed, typedFor }: PlanEditPageProps) {
  const kept = typedFor === 'added' ? typed?.text : undefined;
  return (
    <details class="tree-add" open={kept !== undefined}>
      <summary>Thêm một mục ở cuối cây</summary>
      <Form action={`/plans/${plan.id}/clauses`}>
        <HiddenField name="version" value={String(plan.version)} />
        <TextArea
          name="text"
          idPrefix="them"
          label="Nội dung mục, gồm cả số mục"
          hint="Ví dụ: “8. Sở Tài chính …”. Sau khi thêm, chuyển mục đến đúng chỗ."
          value={kept}
        />
        <Actions>
          <Button>Thêm mục</Button>
        </Actions>
      </Form>
    </details>
  );
}

/** The paragraphs around the outline: a line each. */
function Parts({ plan, clauses, typed, typedFor }: PlanEditPageProps) {
  return (
    <Panel title="Phần đầu và phần cuối">
      {(Object.keys(PART_LABELS) as PartKind[]).map((kind) => {
        const texts = partOf(clauses, kind).map((one) => one.text);
        const kept = typedFor === kind ? typed?.texts : undefined;
        return (
          <details class="plan-part" key={kind} open={kept !== undefined}>
            <summary>
              {PART_NAMES[kind]} <span class="count">{texts.length}</span>
            </summary>
            <Form action={`/plans/${plan.id}/parts/${PART_WORDS[kind]}`}>
              <HiddenField name="version" value={String(plan.version)} />
              <TextArea
                name="texts"
                idPrefix={`phan-${PART_WORDS[kind]}`}
                label={`${PART_NAMES[kind]}: mỗi dòng một đoạn`}
                value={kept ?? texts.join('\n')}
                rows={Math.min(16, texts.length + 2)}
                optional
              />
              <Actions>
                <Button>Lưu {PART_NAMES[kind].toLowerCase()}</Button>
              </Actions>
            </Form>
          </details>
        );
      })}
      <ButtonLink href={`/plans/${plan.id}`}>Xem như văn bản</ButtonLink>
    </Panel>
  );
}

/** The parts in addresses, in Vietnamese words as people may read them. */
export const PART_WORDS: Readonly<Record<PartKind, string>> = {
  basis: 'can-cu',
  opening: 'mo-dau',
  closing: 'ket-thuc',
  recipient: 'noi-nhan',
  annex: 'phu-luc',
};
