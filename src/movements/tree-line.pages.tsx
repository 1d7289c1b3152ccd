import type { ComponentChildren } from 'preact';
import { Actions, Button } from '../shared/html/button.tsx';
import { Form } from '../shared/html/form.tsx';
import { HiddenField, TextArea } from '../shared/html/inputs.tsx';
import type { EditView, TreeRow } from './edit-view.ts';
import { anchorOf } from './plan-paper.pages.tsx';
import { printedMarker } from './reading/plan-marker.ts';
import type { StoredPlan } from './stored-plan.ts';

/** Where the tools of a clause are open. */
export function editAddress(planId: string, clause: { id: string; path: string }): string {
  return `/plans/${planId}/edit?clause=${clause.id}#${anchorOf(clause.path)}`;
}

interface TreeLineProps {
  readonly one: TreeRow;
  readonly plan: StoredPlan;
  readonly open: boolean;
  readonly children: ComponentChildren;
}

/** A clause as a line of the tree; an open one carries its tools. */
export function TreeLine({ one: { row, path, depth }, plan, open, children }: TreeLineProps) {
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

/** A clause that the file lacks, put at the end of the tree. */
export function AddClause({ plan, typed, typedFor }: EditView) {
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
