import type { Day } from '../../shared/day.ts';
import { Actions, Button } from '../../shared/html/button.tsx';
import { ErrorSummary, errorOf } from '../../shared/html/error-summary.tsx';
import { Form } from '../../shared/html/form.tsx';
import { DayField, HiddenField, TextArea, TextField } from '../../shared/html/inputs.tsx';
import { Page } from '../../shared/html/page.tsx';
import { PageHead, Panel } from '../../shared/html/sections.tsx';
import type { FieldProblem } from '../../shared/problem.ts';
import type { Frame } from '../../shared/web.ts';
import type { ReviewRound } from '../rounds/review-round.ts';
import { stepAddress } from './addresses.ts';
import { Checklist } from './checklist.pages.tsx';
import { basesFor } from './legal-bases.ts';
import { checksOf, type ProcedureState, wayBack } from './procedure-state.ts';
import { StepTabs } from './step-tabs.pages.tsx';

interface RecognitionPageProps {
  readonly frame: Frame;
  readonly today: Day;
  readonly round: ReviewRound;
  readonly communeName: string;
  readonly state: ProcedureState;
  readonly mayPrepare: boolean;
  readonly mayRecognise: boolean;
  readonly typed: Readonly<Record<string, string | undefined>>;
  readonly problems: readonly FieldProblem[];
  readonly message?: string | undefined;
}

/** What still blocks the recognition, each leading to its mending; then the paper to be signed. */
export function RecognitionPage(props: RecognitionPageProps) {
  const { frame, today, round, communeName, state, mayPrepare, problems, message } = props;
  const checks = checksOf(state, today);
  const missing = checks.filter(({ done }) => !done).length;
  return (
    <Page frame={frame} title={`Công nhận, ${communeName}`}>
      <PageHead
        title={`Công nhận kết quả rà soát năm ${round.year}`}
        lead={
          missing > 0
            ? `Còn ${missing} việc phải xong trước khi Chủ tịch công nhận.`
            : 'Mọi việc trước đó đã xong; Chủ tịch ra quyết định công nhận.'
        }
        back={wayBack(state, communeName)}
      />
      <StepTabs state={state} current="recognition" withObjections={mayPrepare} />
      <ErrorSummary {...{ problems, message }} />
      <Panel title="Điều kiện công nhận">
        <Checklist checks={checks} />
      </Panel>
      {missing === 0 && mayPrepare ? <Draft {...props} /> : null}
    </Page>
  );
}

function Draft({ round, state, mayRecognise, typed, problems }: RecognitionPageProps) {
  const field = (name: string) => ({ name, value: typed[name], error: errorOf(problems, name) });
  return (
    <Panel title="Quyết định công nhận">
      <p>
        {mayRecognise
          ? 'Xem trước toàn văn rồi mới ban hành. Danh sách kèm theo có họ tên đầy đủ; lần xem được ghi lại.'
          : 'Bạn xem trước được dự thảo; Chủ tịch là người ban hành. Danh sách kèm theo có họ tên đầy đủ; lần xem được ghi lại.'}
      </p>
      <Form action={`${stepAddress(state, 'recognition')}/preview`}>
        <HiddenField name="version" value={`${state.version}`} />
        <TextField
          {...field('number')}
          label="Số quyết định"
          inputmode="numeric"
          hint="Số tiếp theo trong sổ của UBND xã mà hệ thống biết; sau số là /QĐ-UBND."
        />
        <DayField {...field('issuedOn')} label="Ngày ký" />
        <TextArea {...field('legalBases')} label="Căn cứ" hint={basesHint(round.year)} rows={9} />
        <TextArea {...field('executors')} label="Người thi hành (Điều 3)" rows={3} />
        <TextArea {...field('recipients')} label="Nơi nhận" hint="Mỗi dòng một nơi." rows={6} />
        <Actions>
          <Button kind="primary" big>
            Xem trước quyết định
          </Button>
        </Actions>
      </Form>
    </Panel>
  );
}

function basesHint(year: number): string {
  const unsure = basesFor(year).filter(({ confirmed }) => !confirmed);
  const rule = 'Mỗi dòng một văn bản.';
  if (unsure.length === 0) return rule;
  const names = unsure.map(({ text }) => text.split(' ngày ')[0]).join('; ');
  return `${rule} Cần đối chiếu với văn bản gốc trước khi ký: ${names}.`;
}
