import { showDay } from '../../shared/day.ts';
import { Actions, Button } from '../../shared/html/button.tsx';
import { DataTable } from '../../shared/html/data-table.tsx';
import { ErrorSummary, errorOf } from '../../shared/html/error-summary.tsx';
import { Form } from '../../shared/html/form.tsx';
import { DayField, TextArea, TextField } from '../../shared/html/inputs.tsx';
import { Notice } from '../../shared/html/notice.tsx';
import { Page } from '../../shared/html/page.tsx';
import { PageHead, Panel } from '../../shared/html/sections.tsx';
import { Status } from '../../shared/html/status.tsx';
import type { FieldProblem } from '../../shared/problem.ts';
import type { Frame } from '../../shared/web.ts';
import { stepAddress } from './addresses.ts';
import { nextOfObjection, notTaken, type Objection, OUTCOME_NAMES } from './objection.ts';
import { type ProcedureState, wayBack } from './procedure-state.ts';
import { StepTabs } from './step-tabs.pages.tsx';

/** An objection with the head of its household, masked. */
export interface ListedObjection extends Objection {
  readonly maskedHead: string | undefined;
}

interface ObjectionsPageProps {
  readonly frame: Frame;
  readonly communeName: string;
  readonly state: ProcedureState;
  readonly objections: readonly ListedObjection[];
  readonly typed: Readonly<Record<string, string | undefined>>;
  readonly problems: readonly FieldProblem[];
  readonly message?: string | undefined;
}

/** Every objection with who must do what next, and taking one in. */
export function ObjectionsPage(props: ObjectionsPageProps) {
  const { frame, communeName, state, objections, problems, message } = props;
  return (
    <Page frame={frame} title={`Ý kiến phản ánh, ${communeName}`}>
      <PageHead
        title="Ý kiến phản ánh về danh sách"
        lead={leadOf(state)}
        back={wayBack(state, communeName)}
      />
      <StepTabs state={state} withObjections current="objections" />
      <ErrorSummary {...{ problems, message }} />
      <DataTable
        caption="Ý kiến phản ánh, chưa trả lời trước"
        quietCaption
        none="Chưa nhận ý kiến phản ánh nào."
        rows={objections}
        keyOf={({ id }) => id}
        columns={[
          {
            key: 'who',
            head: 'Người phản ánh',
            cell: (one) => <a href={addressOf(state, one)}>{one.saidBy}</a>,
          },
          { key: 'on', head: 'Ngày nhận', cell: ({ receivedOn }) => showDay(receivedOn) },
          { key: 'about', head: 'Về hộ', cell: aboutWords },
          { key: 'state', head: 'Kết quả', cell: (one) => <OutcomeStatus objection={one} /> },
          {
            key: 'next',
            head: 'Ai làm gì tiếp',
            cell: (one) => nextOfObjection(one, state) ?? 'Đã xong',
          },
        ]}
      />
      <Receive {...props} />
    </Page>
  );
}

export function addressOf(state: ProcedureState, { id }: Pick<Objection, 'id'>): string {
  return `${stepAddress(state, 'objections')}/${id}`;
}

function leadOf({ openObjections }: ProcedureState): string {
  return openObjections > 0
    ? `Còn ${openObjections} ý kiến chưa trả lời; phải trả lời hết mới công nhận được.`
    : 'Không còn ý kiến nào chờ trả lời.';
}

/** `MT-001, Lò Văn P.` */
export function aboutWords({ household, maskedHead }: ListedObjection): string {
  if (!household) return 'Hộ chưa có trong danh sách';
  return maskedHead ? `${household.code}, ${maskedHead}` : household.code;
}

export function OutcomeStatus({ objection: { outcome } }: { readonly objection: Objection }) {
  if (outcome === null) return <Status tone="due">Chưa trả lời</Status>;
  return <Status tone={outcome === 'upheld' ? 'info' : 'done'}>{OUTCOME_NAMES[outcome]}</Status>;
}

function Receive({ state, typed, problems }: ObjectionsPageProps) {
  const why = notTaken(state.status, state.firstPostedOn);
  if (why) return <Notice kind="info">{why}</Notice>;
  const field = (name: string) => ({ name, value: typed[name], error: errorOf(problems, name) });
  return (
    <Panel title="Ghi ý kiến phản ánh">
      <Form action={stepAddress(state, 'objections')}>
        <TextField {...field('saidBy')} label="Họ và tên người phản ánh" maxlength={100} />
        <DayField {...field('receivedOn')} label="Ngày nhận" />
        <TextField
          {...field('code')}
          label="Mã hộ được phản ánh"
          hint="Như trong danh sách niêm yết; để trống nếu hộ chưa có trong danh sách."
          maxlength={40}
          optional
        />
        <TextArea {...field('content')} label="Nội dung" rows={4} maxlength={4000} />
        <Actions>
          <Button kind="primary">Ghi ý kiến phản ánh</Button>
        </Actions>
      </Form>
    </Panel>
  );
}
