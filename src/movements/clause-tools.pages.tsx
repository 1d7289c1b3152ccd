import { Actions, Button } from '../shared/html/button.tsx';
import { RadioField, SelectField } from '../shared/html/choices.tsx';
import { errorOf } from '../shared/html/error-summary.tsx';
import { Form } from '../shared/html/form.tsx';
import { HiddenField, TextArea, TextField } from '../shared/html/inputs.tsx';
import type { FieldProblem } from '../shared/problem.ts';
import { CLAUSE_STEPS, sentencesOf } from './clause-steps.ts';
import type { PlanRow } from './plan-tree.ts';
import { CLAUSE_KIND_NAMES, type StoredPlan } from './stored-plan.ts';

export interface ClauseToolsProps {
  readonly plan: StoredPlan;
  readonly row: PlanRow;
  readonly typed?: Readonly<Record<string, string | undefined>> | undefined;
  readonly typedFor?: string | undefined;
  readonly faults?: readonly FieldProblem[];
}

/** What can be done with one clause: move it, write it anew, split it. */
export function ClauseTools(props: ClauseToolsProps) {
  return (
    <div class="tree-tools">
      <Steps {...props} />
      <Words {...props} />
      <Split {...props} />
      <a href={`/clauses/${props.row.id}`}>Nhiệm vụ, chỉ tiêu của mục này</a>
    </div>
  );
}

function Seen({ plan }: { plan: StoredPlan }) {
  return <HiddenField name="version" value={String(plan.version)} />;
}

function Steps({ plan, row }: ClauseToolsProps) {
  const empty = row.heading === '' && row.text === '';
  const steps = Object.entries(CLAUSE_STEPS).filter(([step]) => step !== 'remove' || empty);
  return (
    <form method="post" action={`/clauses/${row.id}/move`} class="tree-steps">
      <Seen plan={plan} />
      {steps.map(([step, { label }]) => (
        <Button key={step} name="step" value={step}>
          {label}
        </Button>
      ))}
    </form>
  );
}

function Words({ plan, row, typed, typedFor, faults = [] }: ClauseToolsProps) {
  const kept = typedFor === 'clause' ? typed : undefined;
  const field = (name: 'kind' | 'marker' | 'heading' | 'text') => ({
    ...{ name, value: kept?.[name] ?? row[name], error: errorOf(faults, name) },
  });
  return (
    <Form action={`/clauses/${row.id}/rewrite`}>
      <Seen plan={plan} />
      <div class="tree-fields">
        <SelectField
          {...field('kind')}
          label="Loại mục"
          hint="Cách in số: V., 1., a), -"
          choices={Object.entries(CLAUSE_KIND_NAMES).map(([value, label]) => ({ value, label }))}
        />
        <TextField
          {...field('marker')}
          label="Số mục"
          hint="Không kèm dấu chấm: V, 1, a"
          optional
        />
      </div>
      <TextField {...field('heading')} label="Tên mục" optional />
      <TextArea {...field('text')} label="Nội dung" rows={6} optional />
      <Actions>
        <Button kind="primary">Lưu mục</Button>
      </Actions>
    </Form>
  );
}

function Split({ plan, row }: ClauseToolsProps) {
  const [, ...others] = sentencesOf(row.text);
  if (others.length === 0) return null;
  return (
    <details class="tree-split">
      <summary>Tách mục này làm hai</summary>
      <Form action={`/clauses/${row.id}/split`}>
        <Seen plan={plan} />
        <RadioField
          name="at"
          label="Mục mới bắt đầu từ câu"
          choices={others.map(({ at, text }) => ({ value: String(at), label: text }))}
        />
        <Actions>
          <Button>Tách trước câu đã chọn</Button>
        </Actions>
      </Form>
    </details>
  );
}
