import { Actions, Button } from '../../shared/html/button.tsx';
import { SelectField } from '../../shared/html/choices.tsx';
import { ErrorSummary } from '../../shared/html/error-summary.tsx';
import { Form } from '../../shared/html/form.tsx';
import { DayField, NumberField, TextField } from '../../shared/html/inputs.tsx';
import { Page } from '../../shared/html/page.tsx';
import { PageHead } from '../../shared/html/sections.tsx';
import type { FieldProblem } from '../../shared/problem.ts';
import type { Frame } from '../../shared/web.ts';
import { isUsable, type PovertyStandard } from '../standard/poverty-standard.ts';

export interface RoundFormPageProps {
  readonly frame: Frame;
  readonly typed: Readonly<Record<string, string | undefined>>;
  readonly faults: readonly FieldProblem[];
  readonly standards: readonly PovertyStandard[];
}

/** Opening the review of a year: its window, its standard, the rules of posting and meeting. */
export function RoundFormPage({ frame, typed, faults, standards }: RoundFormPageProps) {
  const field = (name: string) => ({
    name,
    value: typed[name],
    error: faults.find((one) => one.field === name)?.message,
  });
  return (
    <Page frame={frame} title="Mở kỳ rà soát">
      <PageHead
        title="Mở kỳ rà soát hộ nghèo"
        lead="Mỗi xã tự bắt đầu trong kỳ này: hộ của năm trước được đưa vào, hộ trong danh sách nghèo và cận nghèo chờ khảo sát."
        back={{ href: '/households', label: 'Hộ nghèo, hộ cận nghèo' }}
      />
      <ErrorSummary problems={faults} />
      <Form action="/review-rounds">
        <NumberField {...field('year')} label="Năm rà soát" />
        <SelectField
          {...field('standardId')}
          label="Chuẩn nghèo"
          hint="Chuẩn chưa có mức điểm A thì chưa dùng được; xem trang Chuẩn nghèo."
          nothing="Chọn chuẩn"
          choices={standards.map((one) => ({
            value: one.id,
            label: isUsable(one) ? one.name : `${one.name} (chưa có điểm A)`,
          }))}
        />
        <DayField {...field('beginsOn')} label="Rà soát từ ngày" />
        <DayField {...field('endsOn')} label="đến hết ngày" />
        <DayField
          {...field('unitsOn')}
          label="Lấy xã và thôn, bản của ngày"
          hint="Xã sáp nhập trước ngày này được rà soát theo xã mới."
        />
        <NumberField {...field('postingDays')} label="Số ngày làm việc niêm yết" />
        <NumberField {...field('agreedPercent')} label="Tỷ lệ đồng ý ít nhất ở họp dân (%)" />
        <TextField {...field('source')} label="Căn cứ" />
        <Actions>
          <Button kind="primary" big>
            Mở kỳ rà soát
          </Button>
        </Actions>
      </Form>
    </Page>
  );
}
