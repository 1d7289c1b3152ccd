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
}

const fieldOf = ({ typed, faults }: StandardFormProps) => {
  return (name: string) => ({
    name,
    value: typed[name],
    error: faults.find((one) => one.field === name)?.message,
  });
};

const CONFIRMED = 'Đã đối chiếu với văn bản gốc';

/** Years, points, lines and scores of a standard. */
export function StandardFormPage(props: StandardFormProps) {
  const { frame, standard, version, faults, message, typed } = props;
  const field = fieldOf(props);
  const at = `/poverty-standards/${standard.id}`;
  return (
    <Page frame={frame} title={`Sửa ${standard.name}`}>
      <PageHead
        title="Sửa chuẩn nghèo"
        lead={standard.name}
        back={{ href: at, label: 'Chuẩn này' }}
      />
      <ErrorSummary problems={faults} message={message} />
      <Form action={`${at}/edit`}>
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
        <TextArea {...field('source')} label="Căn cứ của chuẩn" rows={2} maxlength={1000} />
        <CheckField name="confirmed" label={CONFIRMED} checked={typed.confirmed === 'yes'} />
        <LineFields {...props} area="rural" />
        <LineFields {...props} area="urban" />
        <Actions>
          <Button kind="primary" big>
            Lưu chuẩn nghèo
          </Button>
        </Actions>
      </Form>
    </Page>
  );
}

function LineFields(props: StandardFormProps & { readonly area: AreaType }) {
  const { area, typed } = props;
  const field = (name: string) => fieldOf(props)(`${area}.${name}`);
  return (
    <Panel title={AREA_TYPES[area]}>
      <NumberField {...field('incomeLine')} label="Mức thu nhập một người một tháng" unit="đồng" />
      <NumberField
        {...field('averageLine')}
        label="Mức sống trung bình, đến"
        hint="Để trống nếu văn bản không quy định."
        unit="đồng"
        optional
      />
      <NumberField
        {...field('scoreLine')}
        label="Điểm A: nghèo hoặc cận nghèo khi không quá"
        hint="Để trống nếu chưa có; khi đó chưa mở kỳ rà soát theo chuẩn này được."
        unit="điểm"
        optional
      />
      <NumberField
        {...field('sureScore')}
        label="Điểm A: chắc chắn hộ nghèo khi không quá"
        hint="Chỉ có ở chuẩn 2016–2021; để trống nếu không có."
        unit="điểm"
        optional
      />
      <TextArea
        {...field('source')}
        label={`Căn cứ của mức ${AREA_TYPES[area].toLocaleLowerCase('vi')}`}
        rows={2}
        maxlength={1000}
      />
      <CheckField
        name={`${area}.confirmed`}
        label={CONFIRMED}
        checked={typed[`${area}.confirmed`] === 'yes'}
      />
    </Panel>
  );
}

/** When a household is deprived of an indicator, in the words of the text. */
export function IndicatorFormPage(props: StandardFormProps & { readonly indicator: string }) {
  const { frame, standard, version, faults, message, typed, indicator } = props;
  const field = fieldOf(props);
  const at = `/poverty-standards/${standard.id}`;
  const name = standard.indicators.find(({ key }) => key === indicator)?.name ?? '';
  return (
    <Page frame={frame} title={`Sửa chỉ số ${name}`}>
      <PageHead
        title={`Sửa chỉ số: ${name}`}
        lead={standard.name}
        back={{ href: at, label: 'Chuẩn này' }}
      />
      <ErrorSummary problems={faults} message={message} />
      <Form action={`${at}/indicators/${indicator}`}>
        <HiddenField name="version" value={String(version)} />
        <TextField {...field('name')} label="Tên chỉ số" maxlength={200} />
        <TextArea
          {...field('deprivedWhen')}
          label="Khi nào hộ thiếu hụt"
          rows={4}
          maxlength={2000}
        />
        <TextArea {...field('source')} label="Căn cứ" rows={2} maxlength={1000} />
        <CheckField name="confirmed" label={CONFIRMED} checked={typed.confirmed === 'yes'} />
        <Actions>
          <Button kind="primary" big>
            Lưu chỉ số
          </Button>
        </Actions>
      </Form>
    </Page>
  );
}
