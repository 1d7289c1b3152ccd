import { Actions, Button, ButtonLink } from '../../shared/html/button.tsx';
import { RadioField } from '../../shared/html/choices.tsx';
import { ErrorSummary, errorOf } from '../../shared/html/error-summary.tsx';
import { Form } from '../../shared/html/form.tsx';
import { HiddenField, TextArea, TextField } from '../../shared/html/inputs.tsx';
import { Page } from '../../shared/html/page.tsx';
import { PageHead } from '../../shared/html/sections.tsx';
import type { FieldProblem } from '../../shared/problem.ts';
import type { Frame } from '../../shared/web.ts';
import { ISSUERS, type ReportDraft, SERIES } from './consolidated-report.ts';
import { signingChoices } from './consolidated-report-header.ts';

interface HeaderPageProps {
  readonly frame: Frame;
  readonly draft: ReportDraft;
  readonly typed: Readonly<Record<string, string | undefined>>;
  readonly faults: readonly FieldProblem[];
  readonly message?: string | undefined;
}

/** Everything of the document that is not its body. */
export function ReportHeaderPage(props: HeaderPageProps) {
  const { frame, draft, faults, message } = props;
  const back = `/rounds/${draft.roundId}/document`;
  return (
    <Page frame={frame} title="Phần đầu và nơi nhận">
      <PageHead
        title="Phần đầu và nơi nhận của báo cáo"
        lead="Thể thức theo Nghị định 30/2020/NĐ-CP; dấu gạch, dấu chấm phẩy và chữ hoa do bản in tự thêm."
        back={{ href: back, label: 'Dự thảo báo cáo' }}
      />
      <ErrorSummary problems={faults} message={message} />
      <Form action={`${back}/header`}>
        <HiddenField name="version" value={`${draft.version}`} />
        <Above {...props} />
        <Below {...props} />
        <Actions>
          <Button kind="primary">Lưu</Button>
          <ButtonLink href={back}>Không lưu, quay lại</ButtonLink>
        </Actions>
      </Form>
    </Page>
  );
}

function fieldsFrom({ typed, faults }: HeaderPageProps) {
  return (name: string) => ({ name, value: typed[name], error: errorOf(faults, name) });
}

function choices(of: Readonly<Record<string, string>>) {
  return Object.entries(of).map(([value, label]) => ({ value, label }));
}

/** What stands above the body of the document. */
function Above(props: HeaderPageProps) {
  const field = fieldsFrom(props);
  return (
    <>
      <RadioField
        {...field('issuedBy')}
        label="Ai ban hành"
        hint="Đổi cơ quan ban hành thì tên cơ quan, ký hiệu, nơi gửi và câu mở đầu được điền lại theo cơ quan đó."
        choices={choices(ISSUERS)}
      />
      <TextField {...field('parent')} label="Cơ quan cấp trên" optional />
      <TextField {...field('issuer')} label="Cơ quan ban hành" />
      <TextField {...field('symbol')} label="Ký hiệu" hint="Phần sau dấu gạch chéo của số." />
      <TextField {...field('place')} label="Địa danh" />
      <TextArea {...field('summary')} label="Trích yếu" rows={2} />
      <TextArea
        {...field('addressees')}
        label="Kính gửi"
        hint="Mỗi dòng một nơi."
        rows={3}
        optional
      />
      <TextArea
        {...field('legalBases')}
        label="Căn cứ"
        hint="Mỗi dòng một căn cứ, có số và ngày."
        rows={7}
        optional
      />
    </>
  );
}

/** What stands below it, and which figures it tells. */
function Below(props: HeaderPageProps) {
  const field = fieldsFrom(props);
  return (
    <>
      <RadioField
        {...field('signing')}
        label="Thẩm quyền ký"
        choices={signingChoices(props.draft.header)}
      />
      <TextField
        {...field('signer')}
        label="Họ và tên người ký"
        hint="Không kèm học hàm, học vị."
        optional
      />
      <TextArea
        {...field('recipients')}
        label="Nơi nhận"
        hint="Mỗi dòng một nơi; dòng cuối là nơi lưu."
        rows={5}
      />
      <RadioField
        {...field('series')}
        label="Số liệu hộ nghèo dùng trong báo cáo"
        choices={choices(SERIES)}
      />
    </>
  );
}
