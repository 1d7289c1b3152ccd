import { Actions, Button } from '../../shared/html/button.tsx';
import { RadioField, SelectField } from '../../shared/html/choices.tsx';
import { ErrorSummary } from '../../shared/html/error-summary.tsx';
import { Form } from '../../shared/html/form.tsx';
import { DayField, NumberField, TextField } from '../../shared/html/inputs.tsx';
import { Page } from '../../shared/html/page.tsx';
import { PageHead } from '../../shared/html/sections.tsx';
import type { FieldProblem } from '../../shared/problem.ts';
import type { Frame } from '../../shared/web.ts';
import { ROUND_KINDS } from './round.ts';

export interface RoundFormPageProps {
  readonly frame: Frame;
  readonly typed: Readonly<Record<string, string | undefined>>;
  readonly faults: readonly FieldProblem[];
  readonly forms: readonly { readonly id: string; readonly name: string }[];
}

/** Opening a round: four dates apart, a form, and the day whose units are asked. */
export function RoundFormPage({ frame, typed, faults, forms }: RoundFormPageProps) {
  const field = (name: string) => ({
    name,
    value: typed[name],
    error: faults.find((one) => one.field === name)?.message,
  });
  return (
    <Page frame={frame} title="Mở kỳ báo cáo">
      <PageHead
        title="Mở kỳ báo cáo"
        lead="Danh sách đơn vị phải báo cáo được lấy theo đơn vị và vai trò của một ngày, rồi giữ nguyên cho kỳ này."
        back={{ href: '/rounds', label: 'Các kỳ báo cáo' }}
      />
      <ErrorSummary problems={faults} />
      <Form action="/rounds">
        <RadioField
          {...field('kind')}
          label="Loại báo cáo"
          choices={Object.entries(ROUND_KINDS).map(([value, label]) => ({ value, label }))}
        />
        <NumberField {...field('year')} label="Năm" />
        <SelectField
          {...field('formId')}
          label="Biểu báo cáo"
          nothing="Chọn biểu"
          choices={forms.map(({ id, name }) => ({ value: id, label: name }))}
        />
        <DayField {...field('periodFrom')} label="Số liệu từ ngày" />
        <DayField {...field('periodTo')} label="Số liệu đến ngày" />
        <DayField
          {...field('expectedOn')}
          label="Lấy danh sách đơn vị của ngày"
          hint="Đơn vị sáp nhập, giải thể trước ngày này không còn trong danh sách."
        />
        <DayField
          {...field('legalDue')}
          label="Hạn theo kế hoạch: trước ngày"
          hint="“Trước ngày 20/11” nghĩa là ngày 19/11 là ngày cuối đúng hạn."
        />
        <TextField {...field('legalSource')} label="Căn cứ của hạn" />
        <DayField {...field('internalDue')} label="Hạn nội bộ mong muốn" optional />
        <DayField
          {...field('locksOn')}
          label="Ngày khóa"
          hint="Sau ngày này chỉ đơn vị được gia hạn mới nộp được."
        />
        <Actions>
          <Button kind="primary" big>
            Mở kỳ báo cáo
          </Button>
        </Actions>
      </Form>
    </Page>
  );
}
