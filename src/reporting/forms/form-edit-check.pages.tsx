import { Actions, Button } from '../../shared/html/button.tsx';
import { SelectField } from '../../shared/html/choices.tsx';
import { ErrorSummary } from '../../shared/html/error-summary.tsx';
import { Form } from '../../shared/html/form.tsx';
import { TextArea } from '../../shared/html/inputs.tsx';
import { Notice } from '../../shared/html/notice.tsx';
import { Page } from '../../shared/html/page.tsx';
import { PageHead } from '../../shared/html/sections.tsx';
import { summableFields } from './form-edit.ts';
import { TERM_LINES } from './form-edit-check.ts';
import { type Bind, binder, type PartPageProps } from './form-edit-part.ts';

/** An identity between figures, told back as a sentence before it is kept. */
export function CheckPage(props: PartPageProps & { readonly sentence?: string | undefined }) {
  const { frame, form, action, faults, sentence } = props;
  const bind = binder(props);
  const fields = summableFields(form).map(({ slug, name }) => ({ value: slug, label: name }));
  return (
    <Page frame={frame} title="Điều kiện giữa các số liệu">
      <PageHead
        title="Điều kiện giữa các số liệu"
        lead="Đơn vị được hỏi lại khi số liệu không khớp, và vẫn giữ được số của mình nếu ghi lý do."
        back={{ href: `/forms/${form.id}`, label: form.name }}
      />
      <ErrorSummary problems={faults} />
      {sentence ? <Notice kind="info" title={sentence} /> : null}
      <Form action={action}>
        {Array.from({ length: TERM_LINES }, (_, at) => (
          <TermLine key={`line-${at + 1}`} line={at + 1} bind={bind} fields={fields} />
        ))}
        <SelectField
          {...bind('relation')}
          label="So với vế phải"
          choices={[
            { value: '=', label: 'phải bằng' },
            { value: '<=', label: 'không lớn hơn' },
          ]}
        />
        <SelectField {...bind('result')} label="Vế phải" nothing="Chọn số liệu" choices={fields} />
        <TextArea
          {...bind('message')}
          label="Câu hỏi lại khi không đúng"
          optional
          rows={2}
          hint="Để trống thì dùng chính câu điều kiện."
        />
        <Actions>
          <Button kind="primary">Lưu điều kiện</Button>
          <Button name="step" value="preview">
            Đọc thử thành câu
          </Button>
        </Actions>
      </Form>
    </Page>
  );
}

interface TermLineProps {
  readonly line: number;
  readonly bind: Bind;
  readonly fields: readonly { readonly value: string; readonly label: string }[];
}

function TermLine({ line, bind, fields }: TermLineProps) {
  return (
    <div class="filters">
      <SelectField
        {...bind(`sign${line}`)}
        label={`Dấu ${line}`}
        choices={[
          { value: '+', label: 'cộng' },
          { value: '-', label: 'trừ' },
        ]}
      />
      <SelectField
        {...bind(`figure${line}`)}
        label={`Số liệu ${line}`}
        optional={line > 1}
        nothing="Không dùng"
        choices={fields}
      />
    </div>
  );
}
