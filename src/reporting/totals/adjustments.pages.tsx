import { showInstant } from '../../shared/day.ts';
import { Button } from '../../shared/html/button.tsx';
import { DataTable } from '../../shared/html/data-table.tsx';
import { ErrorSummary, errorOf } from '../../shared/html/error-summary.tsx';
import { ActionForm, Form } from '../../shared/html/form.tsx';
import { HiddenField, NumberField, TextArea } from '../../shared/html/inputs.tsx';
import { Section } from '../../shared/html/sections.tsx';
import type { FieldProblem } from '../../shared/problem.ts';
import { showNumber } from '../../shared/vietnamese.ts';
import type { Round } from '../rounds/round.ts';
import { type Adjustment, type AdjustmentDraft, isTakenBack } from './adjustments.ts';
import type { FigureView } from './totals-figure.ts';

export interface AdjustmentAbility {
  readonly mayAdjust: boolean;
  /** What was typed and not taken. */
  readonly draft?: AdjustmentDraft | undefined;
  readonly faults?: readonly FieldProblem[] | undefined;
}

interface AdjustmentsProps extends AdjustmentAbility {
  readonly view: FigureView;
  readonly round: Round;
}

/** All signed changes in this sum, the level's own and those below, never erased. */
export function Adjustments({ view, round, mayAdjust }: AdjustmentsProps) {
  const { adjustments, field } = view;
  if (adjustments.length === 0) return null;
  return (
    <Section title="Điều chỉnh có ký tên" id="adjustments">
      <DataTable
        caption={`Điều chỉnh trong số ${field.name}`}
        quietCaption
        rows={adjustments}
        keyOf={({ id }) => id}
        columns={[
          { key: 'at', head: 'Lúc', cell: ({ at }) => showInstant(at) },
          { key: 'level', head: 'Cấp điều chỉnh', cell: ({ unitName }) => unitName },
          { key: 'delta', head: 'Thay đổi', align: 'numeric', cell: ({ delta }) => signed(delta) },
          { key: 'reason', head: 'Lý do', cell: ({ reason }) => reason },
          {
            key: 'who',
            head: 'Người ký',
            cell: ({ personName, positionTitle }) => `${personName}, ${positionTitle}`,
          },
          ...(mayAdjust
            ? [{ key: 'back', head: 'Thu hồi', cell: takingBack(view, round.id) }]
            : []),
        ]}
      />
    </Section>
  );
}

/** `+12`, `−5` */
function signed(delta: number): string {
  return delta > 0 ? `+${showNumber(delta)}` : `−${showNumber(-delta)}`;
}

function takingBack({ adjustments, levelId }: FigureView, roundId: string) {
  return (one: Adjustment) => {
    if (one.unitId !== levelId) return null;
    if (isTakenBack(one, adjustments)) return 'Đã thu hồi';
    const action = `/rounds/${roundId}/adjustments/${one.id}/take-back`;
    return <ActionForm action={action} label="Thu hồi" reason={{ label: 'Lý do thu hồi' }} />;
  };
}

/** For the level that signs: a new sum or a difference, and why. */
export function AdjustmentForm({ view, round, mayAdjust, draft, faults = [] }: AdjustmentsProps) {
  if (!mayAdjust || view.field.kind === 'ratio') return null;
  const now = view.total?.amount ?? 0;
  return (
    <Section title="Điều chỉnh số tổng hợp" id="adjust">
      <p class="soft">
        Chỉ dùng khi số của cấp này khác tổng các báo cáo. Điều chỉnh ghi tên người ký và lý do,
        luôn hiện ở bảng tổng hợp và không xóa được; muốn bỏ thì thu hồi.
      </p>
      <ErrorSummary problems={faults} />
      <Form action={`/rounds/${round.id}/figures/${view.field.slug}/adjustments`}>
        <HiddenField name="unit" value={view.levelId} />
        <NumberField
          name="total"
          label="Số mới của tổng"
          hint={`Đang là ${showNumber(now)}`}
          unit={view.field.measure}
          value={draft?.total}
          error={errorOf(faults, 'total')}
          optional
        />
        <NumberField
          name="delta"
          label="Hoặc cộng thêm, bớt đi"
          hint="Bớt thì ghi dấu trừ, ví dụ -5"
          unit={view.field.measure}
          value={draft?.delta}
          error={errorOf(faults, 'delta')}
          optional
        />
        <TextArea
          name="reason"
          label="Lý do điều chỉnh"
          rows={3}
          value={draft?.reason}
          error={errorOf(faults, 'reason')}
        />
        <Button kind="primary">Ký điều chỉnh</Button>
      </Form>
    </Section>
  );
}
