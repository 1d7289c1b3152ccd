import { Actions, Button, ButtonLink } from '../../shared/html/button.tsx';
import { CheckField, RadioField } from '../../shared/html/choices.tsx';
import { ErrorSummary, errorOf } from '../../shared/html/error-summary.tsx';
import { Form } from '../../shared/html/form.tsx';
import { DayField, HiddenField, TextField } from '../../shared/html/inputs.tsx';
import { Notice } from '../../shared/html/notice.tsx';
import { Page } from '../../shared/html/page.tsx';
import { PageHead } from '../../shared/html/sections.tsx';
import type { FieldProblem } from '../../shared/problem.ts';
import type { Frame } from '../../shared/web.ts';
import type { ReportDraft } from './consolidated-report.ts';
import type { BlockFault } from './consolidated-report-checks.ts';
import type { ReportStanding } from './consolidated-report-figures.ts';
import { signingChoices } from './consolidated-report-header.ts';
import { briefUnit } from './report-block-gathered.ts';

interface IssuePageProps {
  readonly frame: Frame;
  readonly draft: ReportDraft;
  readonly typed: Readonly<Record<string, string | undefined>>;
  readonly problems: readonly FieldProblem[];
  readonly message?: string | undefined;
  readonly faults: readonly BlockFault[];
  readonly waiting: readonly ReportStanding[];
}

/** Number, day and signer; what is missing stands above and is decided by the issuer. */
export function IssueReportPage(props: IssuePageProps) {
  const { frame, draft, typed, problems, message, faults } = props;
  const back = `/rounds/${draft.roundId}/document`;
  const field = (name: string) => ({ name, value: typed[name], error: errorOf(problems, name) });
  return (
    <Page frame={frame} title="Ban hành báo cáo">
      <PageHead
        title="Ban hành báo cáo"
        lead="Từ lúc ban hành, báo cáo được giữ nguyên từng chữ, từng số, kèm dấu vân tay; số liệu đổi sau đó không làm văn bản đổi theo."
        back={{ href: back, label: 'Dự thảo báo cáo' }}
      />
      <ErrorSummary problems={problems} message={message} />
      {faults.length > 0 ? (
        <Unready faults={faults} />
      ) : (
        <Form action={`${back}/issue`}>
          <HiddenField name="version" value={`${draft.version}`} />
          <TextField
            {...field('number')}
            label="Số văn bản"
            inputmode="numeric"
            hint={`Số tiếp theo trong sổ của cơ quan ban hành; sau số là /${draft.header.symbol}.`}
          />
          <DayField {...field('date')} label="Ngày ban hành" />
          <RadioField
            {...field('signing')}
            label="Thẩm quyền ký"
            choices={signingChoices(draft.header)}
          />
          <TextField {...field('signer')} label="Họ và tên người ký" />
          <Waiting {...props} />
          <Actions>
            <Button kind="primary" big>
              Ban hành báo cáo
            </Button>
            <ButtonLink href={back}>Quay lại dự thảo</ButtonLink>
          </Actions>
        </Form>
      )}
    </Page>
  );
}

function Unready({ faults }: Pick<IssuePageProps, 'faults'>) {
  return (
    <Notice kind="warning" title="Chưa ban hành được: báo cáo còn chỗ trống">
      <ul>
        {faults.map(({ block, message }) => (
          <li key={block.id}>{message}</li>
        ))}
      </ul>
    </Notice>
  );
}

function Waiting({ waiting, problems, typed }: IssuePageProps) {
  if (waiting.length === 0) return null;
  return (
    <>
      <Notice kind="warning" title={`${waiting.length} đơn vị chưa có số liệu được chấp nhận`}>
        {waiting.map(({ unitName }) => briefUnit(unitName)).join(', ')}. Số liệu của các đơn vị này
        không có trong tổng.
      </Notice>
      <CheckField
        name="despite"
        label={`Ban hành khi còn ${waiting.length} đơn vị chưa có số liệu được chấp nhận`}
        checked={typed.despite === 'yes'}
        error={errorOf(problems, 'despite')}
      />
    </>
  );
}
