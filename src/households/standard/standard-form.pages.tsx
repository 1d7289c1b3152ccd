import { Actions, Button } from '../../shared/html/button.tsx';
import { ErrorSummary } from '../../shared/html/error-summary.tsx';
import { Form } from '../../shared/html/form.tsx';
import { HiddenField, NumberField, TextArea, TextField } from '../../shared/html/inputs.tsx';
import { Page } from '../../shared/html/page.tsx';
import { PageHead } from '../../shared/html/sections.tsx';
import {
  Confirmed,
  fieldOf,
  LineFields,
  type StandardFormProps,
} from './standard-fields.pages.tsx';

/** Years, points, lines and scores of a standard. */
export function StandardFormPage(props: StandardFormProps) {
  const { standard } = props;
  return (
    <StandardForm
      {...props}
      title="Sửa chuẩn nghèo"
      lead={standard.name}
      action={`/poverty-standards/${standard.id}/edit`}
      submit="Lưu chuẩn nghèo"
    />
  );
}

/** The same for a new standard, begun with what another says; its indicators come along. */
export function NewStandardPage(props: StandardFormProps) {
  const { standard } = props;
  return (
    <StandardForm
      {...props}
      title="Thêm chuẩn nghèo"
      lead={`Bắt đầu từ “${standard.name}”: các mức và ${standard.indicators.length} chỉ số được đưa sang, ghi là cần xác nhận. Chỉ số sửa được sau khi thêm.`}
      action={`/poverty-standards/${standard.id}/copy`}
      submit="Thêm chuẩn nghèo"
    />
  );
}

interface StandardFormText {
  readonly title: string;
  readonly lead: string;
  readonly action: string;
  readonly submit: string;
}

function StandardForm(props: StandardFormProps & StandardFormText) {
  const { frame, standard, version, faults, message, title, lead, action, submit } = props;
  const field = fieldOf(props);
  return (
    <Page frame={frame} title={title}>
      <PageHead
        {...{ title, lead }}
        back={{ href: `/poverty-standards/${standard.id}`, label: standard.name }}
      />
      <ErrorSummary problems={faults} message={message} />
      <Form action={action}>
        <HiddenField name="version" value={String(version)} />
        <TextField {...field('name')} label="Tên chuẩn" maxlength={200} />
        <NumberField {...field('firstYear')} label="Rà soát từ năm" />
        <NumberField {...field('lastYear')} label="đến hết năm" />
        <NumberField {...field('pointsEach')} label="Điểm B của một chỉ số thiếu hụt" unit="điểm" />
        <NumberField
          {...field('deprivationCut')}
          label="Điểm B từ bao nhiêu là hộ nghèo"
          unit="điểm"
        />
        <TextArea
          {...field('source', 'Văn bản và điều khoản; chuẩn riêng của tỉnh thì ghi nghị quyết.')}
          label="Căn cứ của chuẩn"
          rows={2}
          maxlength={1000}
        />
        <Confirmed {...props} name="confirmed" />
        <LineFields {...props} area="rural" />
        <LineFields {...props} area="urban" />
        <Actions>
          <Button kind="primary" big>
            {submit}
          </Button>
        </Actions>
      </Form>
    </Page>
  );
}
