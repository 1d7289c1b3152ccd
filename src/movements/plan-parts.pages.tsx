import { Actions, Button, ButtonLink } from '../shared/html/button.tsx';
import { Form } from '../shared/html/form.tsx';
import { HiddenField, TextArea } from '../shared/html/inputs.tsx';
import { Panel } from '../shared/html/sections.tsx';
import { type EditView, PART_WORDS } from './edit-view.ts';
import { PART_LABELS, PART_NAMES, type PartKind, partOf } from './stored-plan.ts';

/** The paragraphs around the outline: a line each. */
export function Parts({ plan, clauses, typed, typedFor }: EditView) {
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
