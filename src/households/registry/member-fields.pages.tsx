import { RadioField, SelectField } from '../../shared/html/choices.tsx';
import { errorOf } from '../../shared/html/error-summary.tsx';
import type { FieldProps } from '../../shared/html/field.tsx';
import { DayField, NumberField, TextField } from '../../shared/html/inputs.tsx';
import type { FieldProblem } from '../../shared/problem.ts';
import { ETHNIC_CODES, ethnicName } from '../ethnic-groups.ts';
import { RELATIONS, SEXES } from './member.ts';
import type { Typed } from './member-draft.ts';

export interface FieldsProps {
  readonly typed: Typed;
  readonly problems: readonly FieldProblem[];
}

/** What a field of a form has: its name, what was typed, the sentence that mends it. */
export function fieldOf({ typed, problems }: FieldsProps) {
  return (name: string) => ({ name, value: typed[name], error: errorOf(problems, name) });
}

/** Who somebody is. In a correction it is not shown, and left empty it stays as it is. */
export function IdentityFields({ kept, ...form }: FieldsProps & { readonly kept: boolean }) {
  const field = fieldOf(form);
  const hint = kept ? 'Đang được che; để trống thì giữ nguyên.' : undefined;
  return (
    <>
      <TextField {...field('fullName')} label="Họ và tên" hint={hint} optional={kept} />
      <DayField
        {...field('birthDate')}
        label="Ngày sinh"
        hint={`Ngày/tháng/năm, ví dụ 19/05/1980.${kept ? ' Để trống thì giữ nguyên.' : ''}`}
        optional
      />
      <NumberField
        {...field('birthYear')}
        label="Năm sinh"
        hint="Ghi khi không rõ ngày sinh."
        optional
      />
      <TextField
        {...field('citizenNumber')}
        label="Số căn cước"
        hint={`12 chữ số; chứng minh cũ 9 chữ số.${kept ? ' Để trống thì giữ nguyên.' : ''}`}
        inputmode="numeric"
        autocomplete="off"
        optional
      />
    </>
  );
}

/** The facts that the review asks of everybody. */
export function FactFields({ head, ...form }: FieldsProps & { readonly head: boolean }) {
  const field = fieldOf(form);
  return (
    <>
      {head ? null : <RelationField {...form} />}
      <RadioField {...field('sex')} label="Giới tính" choices={choicesOf(SEXES)} />
      <SelectField
        {...field('ethnicity')}
        label="Dân tộc"
        nothing="Chọn dân tộc"
        choices={ETHNIC_CODES.map((value) => ({ value, label: ethnicName(value) }))}
      />
      <AnswerField {...field('insured')} label="Có thẻ bảo hiểm y tế" />
      <AnswerField {...field('studying')} label="Đang đi học" />
      <AnswerField {...field('nourished')} label="Dinh dưỡng bình thường (trẻ em)" />
    </>
  );
}

function RelationField(form: FieldsProps) {
  const { head: _, ...others } = RELATIONS;
  return (
    <SelectField
      {...fieldOf(form)('relation')}
      label="Quan hệ với chủ hộ"
      nothing="Chọn quan hệ"
      choices={choicesOf(others)}
    />
  );
}

/** Yes, no, or not known: never told apart by an empty box. */
function AnswerField(props: FieldProps & { readonly value: string | undefined }) {
  return <SelectField {...props} choices={ANSWERS} nothing="Chưa rõ" optional />;
}

const ANSWERS = [
  { value: 'yes', label: 'Có' },
  { value: 'no', label: 'Không' },
];

export function choicesOf(words: Readonly<Record<string, string>>) {
  return Object.entries(words).map(([value, label]) => ({ value, label }));
}
