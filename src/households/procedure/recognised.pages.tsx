import { showDay, showInstant } from '../../shared/day.ts';
import { Actions, ButtonLink } from '../../shared/html/button.tsx';
import { Desk } from '../../shared/html/desk.tsx';
import { DocumentSheet } from '../../shared/html/document-sheet.tsx';
import { KeyValues } from '../../shared/html/facts.tsx';
import { Notice } from '../../shared/html/notice.tsx';
import { Page } from '../../shared/html/page.tsx';
import { PageHead } from '../../shared/html/sections.tsx';
import { Status } from '../../shared/html/status.tsx';
import type { Frame } from '../../shared/web.ts';
import type { ReviewRound } from '../rounds/review-round.ts';
import { stepAddress } from './addresses.ts';
import { withoutNames } from './decision.ts';
import { type ProcedureState, wayBack } from './procedure-state.ts';
import { decisionNumber, type Recognition } from './recognition.ts';
import { StepTabs } from './step-tabs.pages.tsx';

interface RecognisedPageProps {
  readonly frame: Frame;
  readonly round: ReviewRound;
  readonly communeName: string;
  readonly state: ProcedureState;
  /** None: the round was closed before decisions were kept here. */
  readonly signed: Recognition | undefined;
  /** Does what is kept still give the fingerprint taken at issue? */
  readonly intact: boolean;
  readonly mayReadNames: boolean;
}

/** The decision as it was signed, names aside; these come with the files. */
export function RecognisedPage(props: RecognisedPageProps) {
  const { frame, round, communeName, state, signed, mayReadNames } = props;
  return (
    <Page frame={frame} title={`Đã công nhận, ${communeName}`} wide paper>
      <PageHead
        title={`Đã công nhận kết quả rà soát năm ${round.year}`}
        lead="Số liệu của kỳ được giữ nguyên; hộ có thay đổi thì làm theo rà soát thường xuyên, ngoài kỳ."
        back={wayBack(state, communeName)}
      />
      <StepTabs {...{ state, withObjections: mayReadNames }} current="recognition" />
      {signed ? <Decision {...props} signed={signed} /> : <NotKept />}
    </Page>
  );
}

function NotKept() {
  return (
    <Notice kind="info" title="Quyết định không lưu ở đây">
      Kết quả của kỳ này được đưa vào từ trước; hãy xem quyết định bản giấy ở văn thư xã.
    </Notice>
  );
}

type SignedProps = RecognisedPageProps & { readonly signed: Recognition };

function Decision(props: SignedProps) {
  const { signed, intact } = props;
  return (
    <>
      {intact ? null : (
        <Notice kind="error">
          Nội dung đang lưu không khớp với dấu vân tay lúc ký. Hãy báo quản trị hệ thống và đối
          chiếu với bản giấy.
        </Notice>
      )}
      <Signed {...props} />
      <Desk bar={<SignedBar {...props} />}>
        <DocumentSheet document={withoutNames(signed.document)} />
      </Desk>
    </>
  );
}

function Signed({ signed, intact }: SignedProps) {
  return (
    <KeyValues
      facts={[
        {
          name: 'Quyết định',
          value: `Số ${decisionNumber(signed)} ngày ${showDay(signed.issuedOn)}`,
        },
        { name: 'Người ký', value: `${signed.signerName}, ${signed.signerTitle}` },
        { name: 'Ban hành lúc', value: showInstant(signed.at) },
        {
          name: intact ? 'Dấu vân tay (khớp nội dung)' : 'Dấu vân tay lúc ký',
          value: <code class="fingerprint">{signed.fingerprint}</code>,
        },
      ]}
    />
  );
}

function SignedBar({ state, mayReadNames }: RecognisedPageProps) {
  const base = stepAddress(state, 'recognition');
  if (!mayReadNames) return <Status tone="done">Đã công nhận</Status>;
  return (
    <>
      <span>
        <Status tone="done">Đã công nhận</Status> Tệp tải về có danh sách họ tên; lần tải được ghi
        lại.
      </span>
      <Actions>
        <ButtonLink href={`${base}.docx`} download>
          Tải DOCX
        </ButtonLink>
        <ButtonLink href={`${base}.pdf`} download>
          Tải PDF
        </ButtonLink>
      </Actions>
    </>
  );
}
