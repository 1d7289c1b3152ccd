import { Button } from '../../shared/html/button.tsx';
import { CheckField, RadioField, SelectField } from '../../shared/html/choices.tsx';
import { ErrorSummary } from '../../shared/html/error-summary.tsx';
import { Form } from '../../shared/html/form.tsx';
import { DayField, TextField } from '../../shared/html/inputs.tsx';
import { Page } from '../../shared/html/page.tsx';
import { PageHead } from '../../shared/html/sections.tsx';
import { lowerFirst } from '../../shared/vietnamese.ts';
import type { Frame } from '../../shared/web.ts';
import { AREA_TYPES, ARRIVALS } from '../household-class.ts';
import {
  choicesOf,
  FactFields,
  type FieldsProps,
  fieldOf,
  IdentityFields,
} from './member-fields.pages.tsx';

/** A village to choose from, with its commune. */
export interface VillageOption {
  readonly id: string;
  readonly name: string;
  readonly communeName: string;
}

export interface NewHouseholdPageProps extends FieldsProps {
  readonly frame: Frame;
  readonly villages: readonly VillageOption[];
  readonly message: string | undefined;
}

/** A household that the register does not have yet, and its head. */
export function NewHouseholdPage({ frame, villages, message, ...form }: NewHouseholdPageProps) {
  const field = fieldOf(form);
  return (
    <Page frame={frame} title="Thêm hộ">
      <PageHead
        title="Thêm hộ"
        lead="Ghi chủ hộ trước; các thành viên khác thêm ở trang của hộ. Mã hộ do hệ thống đặt."
        back={{ href: '/households', label: 'Hộ nghèo, hộ cận nghèo' }}
      />
      <ErrorSummary problems={form.problems} message={message} />
      <Form action="/households/new">
        <VillageField {...form} villages={villages} />
        <AreaField {...form} />
        <RadioField {...field('came')} label="Vì sao có hộ này" choices={choicesOf(ARRIVALS)} />
        <TextField
          {...field('originCode')}
          label="Mã hộ cũ (khi tách hộ)"
          hint="Nếu người trong hộ cũ đã có trong sổ, hãy dùng “Tách hộ” ở trang hộ cũ để chuyển cả thành viên."
          optional
        />
        <DayField {...field('on')} label="Ở đây từ ngày" />
        <CheckField
          name="toReview"
          label="Đưa vào danh sách phải rà soát năm nay"
          hint="Không chọn thì hộ được tính là không nghèo cho đến khi có đề nghị."
          checked={form.typed.toReview === 'yes'}
        />
        <h2>Chủ hộ</h2>
        <IdentityFields {...form} kept={false} />
        <FactFields {...form} head />
        <Button kind="primary">Ghi hộ vào sổ</Button>
      </Form>
    </Page>
  );
}

export function VillageField({
  villages,
  ...form
}: FieldsProps & { readonly villages: readonly VillageOption[] }) {
  const communes = new Set(villages.map(({ communeName }) => communeName));
  const label = ({ name, communeName }: VillageOption) =>
    communes.size > 1 ? `${name}, ${lowerFirst(communeName)}` : name;
  return (
    <SelectField
      {...fieldOf(form)('village')}
      label="Thôn, bản"
      nothing="Chọn thôn, bản"
      choices={villages.map((one) => ({ value: one.id, label: label(one) }))}
    />
  );
}

export function AreaField(form: FieldsProps) {
  return (
    <RadioField
      {...fieldOf(form)('areaType')}
      label="Khu vực"
      hint="Quyết định mức điểm A của hộ; không suy từ tên xã."
      choices={choicesOf(AREA_TYPES)}
    />
  );
}
