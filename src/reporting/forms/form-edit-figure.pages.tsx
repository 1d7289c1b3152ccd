import { CheckField, RadioField, SelectField } from '../../shared/html/choices.tsx';
import { TextField } from '../../shared/html/inputs.tsx';
import { type FormChoices, KIND_NAMES, summableFields } from './form-edit.ts';
import { type Bind, binder, clauseChoices, type PartPageProps } from './form-edit-part.ts';

/** The words of a figure: its name, its short name, what it is counted in. */
export function FigureWordsPart({
  bind,
  measured,
}: {
  readonly bind: Bind;
  readonly measured: boolean;
}) {
  return (
    <>
      <TextField {...bind('name')} label="Tên số liệu" />
      <TextField
        {...bind('shortName')}
        label="Tên ngắn"
        optional
        hint="Dùng ở đầu cột bảng tổng hợp."
      />
      {measured ? (
        <TextField {...bind('measure')} label="Đơn vị tính" optional hint="Ví dụ: hộ, nhà, suất." />
      ) : null}
    </>
  );
}

/** A figure of one's own making. */
export function NewFigurePart(props: PartPageProps & { readonly choices: FormChoices }) {
  const { form, choices, typed } = props;
  const bind = binder(props);
  const parts = summableFields(form).map(({ id, name }) => ({ value: id, label: name }));
  return (
    <>
      <RadioField
        {...bind('kind')}
        label="Loại số liệu"
        choices={Object.entries(KIND_NAMES).map(([value, label]) => ({ value, label }))}
      />
      <FigureWordsPart bind={bind} measured />
      <SelectField
        {...bind('numerator')}
        label="Tử số"
        optional
        nothing="Chỉ chọn khi là tỷ lệ"
        choices={parts}
      />
      <SelectField
        {...bind('denominator')}
        label="Mẫu số"
        optional
        nothing="Chỉ chọn khi là tỷ lệ"
        choices={parts}
      />
      <SelectField
        {...bind('better')}
        label="Thế nào là tốt hơn"
        optional
        nothing="Không xét"
        choices={[
          { value: 'higher', label: 'Càng cao càng tốt' },
          { value: 'lower', label: 'Càng thấp càng tốt' },
        ]}
      />
      <CheckField
        name="followsReview"
        label="Số ước tháng 11, có số chính thức sau rà soát tháng 12"
        checked={typed.followsReview === 'yes'}
      />
      <SelectField
        {...bind('clausePath')}
        label="Khoản mục của kế hoạch"
        optional
        nothing="Không gắn khoản mục nào"
        choices={clauseChoices(choices, typed.clausePath)}
      />
    </>
  );
}
