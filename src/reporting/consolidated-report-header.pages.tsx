import { Actions, Button, ButtonLink } from '../shared/html/button.tsx';
import { RadioField } from '../shared/html/choices.tsx';
import { ErrorSummary, errorOf } from '../shared/html/error-summary.tsx';
import { Form } from '../shared/html/form.tsx';
import { HiddenField, TextArea, TextField } from '../shared/html/inputs.tsx';
import { Page } from '../shared/html/page.tsx';
import { PageHead } from '../shared/html/sections.tsx';
import type { FieldProblem } from '../shared/problem.ts';
import type { Frame } from '../shared/web.ts';
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
export function ReportHeaderPage({ frame, draft, typed, faults, message }: HeaderPageProps) {
  const back = `/rounds/${draft.roundId}/document`;
  const field = (name: string) => ({ name, value: typed[name], error: errorOf(faults, name) });
  const choices = (of: Readonly<Record<string, string>>) =>
    Object.entries(of).map(([value, label]) => ({ value, label }));
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
        <RadioField
          {...field('signing')}
          label="Thẩm quyền ký"
          choices={signingChoices(draft.header)}
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
        <Actions>
          <Button kind="primary">Lưu</Button>
          <ButtonLink href={back}>Không lưu, quay lại</ButtonLink>
        </Actions>
      </Form>
    </Page>
  );
}
