import { Actions, Button } from '../../shared/html/button.tsx';
import { ErrorSummary } from '../../shared/html/error-summary.tsx';
import { KeyValues } from '../../shared/html/facts.tsx';
import { Form } from '../../shared/html/form.tsx';
import { HiddenField, TextArea, TextField } from '../../shared/html/inputs.tsx';
import { Page } from '../../shared/html/page.tsx';
import { PageHead } from '../../shared/html/sections.tsx';
import { Confirmed, fieldOf, type StandardFormProps } from './standard-fields.pages.tsx';
import { findPart, partInWords, partName } from './standard-words.ts';

export interface PartFormProps extends StandardFormProps {
  /** Which part: "standard", an area, or the key of an indicator. */
  readonly part: string;
}

/** When a household is deprived of an indicator, in the words of the text. */
export function IndicatorFormPage(props: PartFormProps) {
  const { frame, standard, version, faults, message, part } = props;
  const field = fieldOf(props);
  const at = `/poverty-standards/${standard.id}`;
  const name = standard.indicators.find(({ key }) => key === part)?.name ?? '';
  return (
    <Page frame={frame} title={`Sửa chỉ số ${name}`}>
      <PageHead title={`Sửa chỉ số: ${name}`} back={{ href: at, label: standard.name }} />
      <ErrorSummary problems={faults} message={message} />
      <Form action={`${at}/indicators/${part}`}>
        <HiddenField name="version" value={String(version)} />
        <TextField {...field('name')} label="Tên chỉ số" maxlength={200} />
        <TextArea
          {...field('deprivedWhen')}
          label="Khi nào hộ thiếu hụt"
          rows={4}
          maxlength={2000}
        />
        <TextArea {...field('source')} label="Căn cứ" rows={2} maxlength={1000} />
        <Confirmed {...props} name="confirmed" />
        <Actions>
          <Button kind="primary" big>
            Lưu chỉ số
          </Button>
        </Actions>
      </Form>
    </Page>
  );
}

/** By which text a part is right: what it says now, and the field for the text. */
export function ConfirmationPage(props: PartFormProps) {
  const { frame, standard, version, faults, message, part } = props;
  const at = `/poverty-standards/${standard.id}`;
  const title = `Xác nhận ${partName(standard, part)}`;
  return (
    <Page frame={frame} title={title}>
      <PageHead title={title} back={{ href: at, label: standard.name }} />
      <ErrorSummary problems={faults} message={message} />
      <KeyValues
        facts={[
          { name: 'Đang ghi', value: partInWords(standard, part) },
          { name: 'Căn cứ đang ghi', value: findPart(standard, part)?.source },
        ]}
      />
      <Form action={`${at}/confirmations/${part}`}>
        <HiddenField name="version" value={String(version)} />
        <TextArea
          {...fieldOf(props)('source', 'Thay cho căn cứ đang ghi; nội dung không đổi.')}
          label="Đã đối chiếu với văn bản, điều khoản nào"
          rows={2}
          maxlength={1000}
        />
        <Actions>
          <Button kind="primary" big>
            Xác nhận
          </Button>
        </Actions>
      </Form>
    </Page>
  );
}
