import { Actions, Button, ButtonLink } from '../../shared/html/button.tsx';
import { ErrorSummary, errorOf } from '../../shared/html/error-summary.tsx';
import { Form } from '../../shared/html/form.tsx';
import {
  DayField,
  HiddenField,
  NumberField,
  TextArea,
  TextField,
} from '../../shared/html/inputs.tsx';
import { Notice } from '../../shared/html/notice.tsx';
import { Page } from '../../shared/html/page.tsx';
import { PageHead } from '../../shared/html/sections.tsx';
import type { FieldProblem } from '../../shared/problem.ts';
import { showNumber } from '../../shared/vietnamese.ts';
import type { Frame } from '../../shared/web.ts';
import type { ReviewRound } from '../rounds/review-round.ts';
import { pendingAddress, stepAddress } from './addresses.ts';
import type { VillageReview } from './meeting.ts';
import type { ProcedureState } from './procedure-state.ts';

interface MeetingFormProps {
  readonly frame: Frame;
  readonly round: ReviewRound;
  readonly communeName: string;
  readonly state: ProcedureState;
  readonly village: VillageReview;
  /** Why the village cannot meet yet. */
  readonly tooEarly: string | undefined;
  readonly typed: Readonly<Record<string, string | undefined>>;
  readonly problems: readonly FieldProblem[];
  readonly message?: string | undefined;
}

/** Writes down one meeting of a village. */
export function MeetingFormPage(props: MeetingFormProps) {
  const { frame, communeName, state, village, tooEarly, problems, message } = props;
  const title = `Ghi cuộc họp dân của ${village.name}`;
  return (
    <Page frame={frame} title={title}>
      <PageHead
        title={title}
        lead={`${communeName}. ${showNumber(village.listed)} hộ trong danh sách rà soát được thông báo tại cuộc họp.`}
        back={{ href: stepAddress(state, 'meetings'), label: 'Họp dân' }}
      />
      <ErrorSummary {...{ problems, message }} />
      {tooEarly ? <TooEarly {...{ state, village, tooEarly }} /> : null}
      {!tooEarly || problems.length > 0 || message ? <Fields {...props} /> : null}
    </Page>
  );
}

function TooEarly({
  state,
  village,
  tooEarly,
}: Pick<MeetingFormProps, 'state' | 'village' | 'tooEarly'>) {
  return (
    <>
      <Notice kind="warning" title="Chưa ghi cuộc họp được">
        {tooEarly}
      </Notice>
      {village.pending > 0 ? (
        <Actions>
          <ButtonLink href={pendingAddress(state, village.id)} kind="primary">
            Xem các hộ chưa rà soát
          </ButtonLink>
        </Actions>
      ) : null}
    </>
  );
}

function Fields({ round, state, village, typed, problems }: MeetingFormProps) {
  const field = (name: string) => ({ name, value: typed[name], error: errorOf(problems, name) });
  return (
    <Form action={stepAddress(state, 'meetings')}>
      <HiddenField name="village" value={village.id} />
      <DayField {...field('heldOn')} label="Ngày họp" />
      <TextField {...field('began')} label="Bắt đầu lúc" hint="Ví dụ 19:30" optional />
      <TextField {...field('ended')} label="Kết thúc lúc" hint="Ví dụ 21:00" optional />
      <TextField {...field('place')} label="Nơi họp" hint="Ví dụ: Nhà văn hóa" maxlength={200} />
      <TextField {...field('chairName')} label="Người chủ trì" maxlength={100} />
      <TextField {...field('secretaryName')} label="Thư ký" maxlength={100} />
      <NumberField {...field('attended')} label="Số người dự" unit="người" />
      <NumberField
        {...field('agreed')}
        label="Số người đồng ý"
        unit="người"
        hint={`Cần từ ${showNumber(round.agreedShare * 100)} % người dự.`}
      />
      <TextArea
        {...field('opinions')}
        label="Ý kiến tại cuộc họp"
        hint="In trong biên bản; mỗi ý một dòng."
        rows={5}
        maxlength={4000}
        optional
      />
      <Actions>
        <Button kind="primary" big>
          Ghi cuộc họp
        </Button>
        <ButtonLink href={stepAddress(state, 'meetings')}>Thôi, quay lại</ButtonLink>
      </Actions>
    </Form>
  );
}
