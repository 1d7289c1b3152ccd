import { showDay } from '../shared/day.ts';
import { Actions, Button } from '../shared/html/button.tsx';
import { errorOf } from '../shared/html/error-summary.tsx';
import { Form } from '../shared/html/form.tsx';
import { DayField, HiddenField, TextArea, TextField } from '../shared/html/inputs.tsx';
import type { FieldProblem } from '../shared/problem.ts';
import { numberOf } from './plan-paper.pages.tsx';
import type { StoredPlan } from './stored-plan.ts';

export interface HeadPanelProps {
  readonly plan: StoredPlan;
  readonly typed?: Readonly<Record<string, string | undefined>> | undefined;
  readonly typedFor?: string | undefined;
  readonly faults?: readonly FieldProblem[];
}

/** Number, day, issuer and title: blanks of the file are filled in here once they are known. */
export function HeadPanel({ plan, typed, typedFor, faults = [] }: HeadPanelProps) {
  const wrong = typedFor === 'head';
  const kept: Readonly<Record<string, string | undefined>> =
    wrong && typed ? typed : headAsTyped(plan);
  const field = (name: string) => ({
    ...{ name, value: kept[name], error: errorOf(faults, name) },
    optional: true,
  });
  return (
    <details class="panel plan-head" open={wrong}>
      <summary>
        <strong>Đầu văn bản</strong> <span class="soft">{headInWords(plan)}</span>
      </summary>
      <Form action={`/plans/${plan.id}/head`}>
        <HiddenField name="version" value={String(plan.version)} />
        <TextField {...field('number')} label="Số văn bản" />
        <TextField {...field('symbol')} label="Ký hiệu" hint="Ví dụ KH-UBND" />
        <TextField {...field('place')} label="Nơi ban hành" />
        <DayField {...field('issuedOn')} label="Ngày ban hành" />
        <TextField {...field('issuerName')} label="Cơ quan ban hành" />
        <TextArea {...field('title')} optional={false} label="Trích yếu" rows={3} />
        <Actions>
          <Button>Lưu đầu văn bản</Button>
        </Actions>
      </Form>
    </details>
  );
}

function headAsTyped(plan: StoredPlan): Record<string, string> {
  return {
    number: plan.number ?? '',
    symbol: plan.symbol ?? '',
    place: plan.place ?? '',
    issuedOn: plan.issuedOn ? showDay(plan.issuedOn) : '',
    issuerName: plan.issuerName ?? '',
    title: plan.title,
  };
}

function headInWords(plan: StoredPlan): string {
  const when = plan.issuedOn ? showDay(plan.issuedOn) : `năm ${plan.issuedYear ?? 'chưa ghi'}`;
  return [plan.kind, numberOf(plan), when, plan.issuerName].filter(Boolean).join(' · ');
}
