import { Actions, Button } from '../shared/html/button.tsx';
import { SelectField } from '../shared/html/choices.tsx';
import { ErrorSummary } from '../shared/html/error-summary.tsx';
import { Form } from '../shared/html/form.tsx';
import { FileField, TextArea } from '../shared/html/inputs.tsx';
import { Page } from '../shared/html/page.tsx';
import { PageHead } from '../shared/html/sections.tsx';
import type { Frame } from '../shared/web.ts';
import type { Movement } from './movement.ts';

export interface PlanImportPageProps {
  readonly frame: Frame;
  /** Those that the person runs. */
  readonly movements: readonly Movement[];
  readonly movementId: string | undefined;
  /** What was pasted; it is never lost. */
  readonly pasted?: string | undefined;
  /** Why the file was not taken. */
  readonly message?: string | undefined;
}

/** A plan comes in: as a file, or pasted. */
export function PlanImportPage(props: PlanImportPageProps) {
  const { frame, movements, movementId, pasted, message } = props;
  return (
    <Page frame={frame} title="Nhập kế hoạch">
      <PageHead
        title="Nhập kế hoạch"
        lead="Tệp được đọc thành cây khoản mục của một bản nháp để bạn xem lại. Chưa ai khác nhìn thấy cho đến khi bạn đưa vào thực hiện."
        back={{ href: '/movements', label: 'Các phong trào' }}
      />
      <ErrorSummary problems={[]} message={message} />
      <Form action="/plans/new" files>
        <SelectField
          name="movement"
          label="Của phong trào"
          value={movementId}
          choices={movements.map(({ id, name }) => ({ value: id, label: name }))}
        />
        <FileField
          name="plan"
          label="Tệp kế hoạch"
          hint="Word (.docx), Markdown (.md) hoặc văn bản thuần (.txt), tối đa 20 MB."
          accept=".docx,.md,.markdown,.txt"
          optional
        />
        <TextArea
          name="pasted"
          label="Hoặc dán nội dung kế hoạch"
          hint="Chỉ dùng khi không chọn tệp. Số mục, gạch đầu dòng được nhận ra từ chữ."
          value={pasted}
          rows={10}
          optional
        />
        <Actions>
          <Button kind="primary" big icon="upload">
            Đọc thành bản nháp
          </Button>
        </Actions>
      </Form>
    </Page>
  );
}
