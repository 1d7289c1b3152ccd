import { Actions, Button } from '../../shared/html/button.tsx';
import { CheckField } from '../../shared/html/choices.tsx';
import { ErrorSummary } from '../../shared/html/error-summary.tsx';
import { Form } from '../../shared/html/form.tsx';
import { HiddenField, NumberField, TextArea, TextField } from '../../shared/html/inputs.tsx';
import { Page } from '../../shared/html/page.tsx';
import { PageHead, Panel } from '../../shared/html/sections.tsx';
import type { FieldProblem } from '../../shared/problem.ts';
import type { Frame } from '../../shared/web.ts';
import { AREA_TYPES, type AreaType } from '../household-class.ts';
import type { PovertyStandard } from './poverty-standard.ts';
import type { Typed } from './standard-draft.ts';

export interface StandardFormProps {
  readonly frame: Frame;
  readonly standard: PovertyStandard;
  readonly version: number;
  readonly typed: Typed;
  readonly faults: readonly FieldProblem[];
  /** When it is not about a field: someone else was first. */
  readonly message?: string | undefined;
  /** What is stored meanwhile, when someone else was first. */
  readonly stored?: Typed | undefined;
}

/** A field with what was typed, its fault, and what is stored instead when someone was first. */
export const fieldOf = ({ typed, faults, stored }: StandardFormProps) => {
  return (name: string, hint?: string) => ({
    name,
    value: typed[name],
    hint: storedInWords(typed[name] ?? '', stored?.[name]) ?? hint,
    error: faults.find((one) => one.field === name)?.message,
  });
};

function storedInWords(mine: string, stored: string | undefined): string | undefined {
  if (stored === undefined || stored === mine) return undefined;
  return stored === '' ? 'Bản đang lưu để trống ô này.' : `Bản đang lưu: ${stored}`;
}

/** The box for "compared with the text". */
export function Confirmed(props: StandardFormProps & { readonly name: string }) {
  const { name, typed, stored } = props;
  const ticked = typed[name] === 'yes';
  const differs = stored?.[name] !== undefined && (stored[name] === 'yes') !== ticked;
  const words = `Bản đang lưu ${ticked ? 'chưa được' : 'đã được'} đánh dấu.`;
  return (
    <CheckField
      {...{ name, hint: differs ? words : undefined, checked: ticked }}
      label="Đã đối chiếu với văn bản gốc"
    />
  );
}

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

function LineFields(props: StandardFormProps & { readonly area: AreaType }) {
  const { area } = props;
  const field = (name: string, hint?: string) => fieldOf(props)(`${area}.${name}`, hint);
  return (
    <Panel title={AREA_TYPES[area]}>
      <NumberField {...field('incomeLine')} label="Mức thu nhập một người một tháng" unit="đồng" />
      <NumberField
        {...field('averageLine', 'Để trống nếu văn bản không quy định.')}
        label="Mức sống trung bình, đến"
        unit="đồng"
        optional
      />
      <NumberField
        {...field(
          'scoreLine',
          'Để trống nếu chưa có; khi đó chưa mở kỳ rà soát theo chuẩn này được.',
        )}
        label="Điểm A: nghèo hoặc cận nghèo khi không quá"
        unit="điểm"
        optional
      />
      <NumberField
        {...field('sureScore', 'Chỉ có ở chuẩn 2016–2021; để trống nếu không có.')}
        label="Điểm A: chắc chắn hộ nghèo khi không quá"
        unit="điểm"
        optional
      />
      <TextArea
        {...field('source')}
        label={`Căn cứ của mức ${AREA_TYPES[area].toLocaleLowerCase('vi')}`}
        rows={2}
        maxlength={1000}
      />
      <Confirmed {...props} name={`${area}.confirmed`} />
    </Panel>
  );
}
