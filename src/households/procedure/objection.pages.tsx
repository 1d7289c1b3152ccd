import { showDay, showInstant } from '../../shared/day.ts';
import { Actions, Button, ButtonLink } from '../../shared/html/button.tsx';
import { RadioField } from '../../shared/html/choices.tsx';
import { ErrorSummary, errorOf } from '../../shared/html/error-summary.tsx';
import { KeyValues } from '../../shared/html/facts.tsx';
import { Form } from '../../shared/html/form.tsx';
import { TextArea, TextField } from '../../shared/html/inputs.tsx';
import { Notice } from '../../shared/html/notice.tsx';
import { Page } from '../../shared/html/page.tsx';
import { PageHead, Panel } from '../../shared/html/sections.tsx';
import type { FieldProblem } from '../../shared/problem.ts';
import type { Frame } from '../../shared/web.ts';
import { newMeetingAddress, stepAddress } from './addresses.ts';
import { nextOfObjection, OUTCOMES, type Outcome } from './objection.ts';
import { aboutWords, addressOf, type ListedObjection, OutcomeStatus } from './objections.pages.tsx';
import type { ProcedureState } from './procedure-state.ts';

interface ObjectionPageProps {
  readonly frame: Frame;
  readonly communeName: string;
  readonly state: ProcedureState;
  readonly objection: ListedObjection;
  readonly typed: Readonly<Record<string, string | undefined>>;
  readonly problems: readonly FieldProblem[];
  readonly message?: string | undefined;
}

/** One objection: what was said, and its answer or the form for it. */
export function ObjectionPage(props: ObjectionPageProps) {
  const { frame, communeName, state, objection, typed, problems, message } = props;
  const title = `Ý kiến của ${objection.saidBy}`;
  const answerable = objection.outcome === null && state.status !== 'recognised';
  return (
    <Page frame={frame} title={title}>
      <PageHead
        title={title}
        lead={`${communeName}, nhận ngày ${showDay(objection.receivedOn)}.`}
        back={{ href: stepAddress(state, 'objections'), label: 'Ý kiến phản ánh' }}
      />
      <ErrorSummary {...{ problems, message }} />
      {message && !answerable ? (
        <Notice kind="info" title="Nội dung bạn vừa ghi, chưa được lưu">
          {typed.answer}
        </Notice>
      ) : null}
      <KeyValues
        facts={[
          { name: 'Về hộ', value: aboutWords(objection) },
          { name: 'Nội dung', value: objection.content },
          { name: 'Người ghi', value: `${objection.personName}, ${showInstant(objection.at)}` },
          { name: 'Kết quả', value: <OutcomeStatus objection={objection} /> },
          ...answerFacts(objection),
        ]}
      />
      <Next {...props} />
      {answerable ? <Answer {...props} /> : null}
    </Page>
  );
}

function answerFacts({ answer, closedAt, closedBy }: ListedObjection) {
  if (!answer || !closedAt) return [];
  return [
    { name: 'Trả lời', value: answer },
    { name: 'Người trả lời', value: `${closedBy}, ${showInstant(closedAt)}` },
  ];
}

/** What an upheld objection set going, with the way there. */
function Next({ state, objection }: ObjectionPageProps) {
  const next = nextOfObjection(objection, state);
  if (!next || objection.outcome === null) return null;
  const { household } = objection;
  return (
    <>
      <Notice kind="warning" title="Việc tiếp theo">
        {`${next}.`}
      </Notice>
      {household ? (
        <Actions>
          {household.pending ? (
            <ButtonLink
              href={`/review-rounds/${state.roundId}/households/${household.id}`}
              kind="primary"
            >
              {`Rà soát lại hộ ${household.code}`}
            </ButtonLink>
          ) : (
            <ButtonLink href={newMeetingAddress(state, household.villageId)}>
              Ghi cuộc họp lại
            </ButtonLink>
          )}
        </Actions>
      ) : null}
    </>
  );
}

const CHOICES = (Object.keys(OUTCOMES) as Outcome[]).map((value) => ({
  ...{ value, label: OUTCOMES[value] },
  ...(value === 'upheld' && {
    hint: 'Phiếu của hộ được làm lại, thôn, bản họp lại; danh sách đang niêm yết tự được rút để niêm yết lại.',
  }),
}));

function Answer({ state, objection, typed, problems }: ObjectionPageProps) {
  const field = (name: string) => ({ name, value: typed[name], error: errorOf(problems, name) });
  return (
    <Panel title="Trả lời">
      <Form action={addressOf(state, objection)}>
        <RadioField {...field('outcome')} label="Sau khi xác minh" choices={CHOICES} />
        <TextField
          {...field('code')}
          label="Mã hộ phải rà soát lại"
          hint="Chỉ dùng khi phản ánh có cơ sở."
          maxlength={40}
          optional
        />
        <TextArea
          {...field('answer')}
          label="Nội dung trả lời"
          hint="Đã xác minh thế nào, vì sao giữ hoặc rà soát lại."
          rows={5}
          maxlength={4000}
        />
        <Actions>
          <Button kind="primary" big>
            Ghi trả lời
          </Button>
        </Actions>
      </Form>
    </Panel>
  );
}
