import { Actions, Button } from '../../shared/html/button.tsx';
import { CheckField, CheckList, SelectField } from '../../shared/html/choices.tsx';
import { ErrorSummary } from '../../shared/html/error-summary.tsx';
import { Form } from '../../shared/html/form.tsx';
import { HiddenField, NumberField, TextArea } from '../../shared/html/inputs.tsx';
import { Notice } from '../../shared/html/notice.tsx';
import { Page } from '../../shared/html/page.tsx';
import { PageHead } from '../../shared/html/sections.tsx';
import { type EditedField, editedFields, type FormChoices } from './form-edit.ts';
import { FigureWordsPart, NewFigurePart } from './form-edit-figure.pages.tsx';
import { binder, type PartPageProps } from './form-edit-part.ts';

export interface FieldPageProps extends PartPageProps {
  readonly choices: FormChoices;
  readonly roles: readonly string[];
  /** A figure that exists, one to be made, or the field that is being changed. */
  readonly from: 'existing' | 'new' | EditedField;
}

/** How a form asks for one figure. */
export function FieldPage(props: FieldPageProps) {
  const { frame, form, action, faults, from } = props;
  const title = typeof from === 'object' ? from.name : TITLES[from];
  return (
    <Page frame={frame} title={title}>
      <PageHead
        title={title}
        lead={form.name}
        back={{ href: `/forms/${form.id}`, label: form.name }}
      />
      <ErrorSummary problems={faults} />
      <Form action={action}>
        {typeof from === 'object' ? null : <HiddenField name="from" value={from} />}
        <FigurePart {...props} />
        <RulesPart {...props} />
        <Actions>
          <Button kind="primary">Lưu số liệu này</Button>
        </Actions>
      </Form>
    </Page>
  );
}

const TITLES = { existing: 'Thêm số liệu đã có', new: 'Tạo số liệu mới' } as const;

function FigurePart(props: FieldPageProps) {
  const { from, form, choices } = props;
  const bind = binder(props);
  if (from === 'new') return <NewFigurePart {...props} />;
  if (from === 'existing') {
    const asked = new Set(editedFields(form).map(({ id }) => id));
    const free = choices.figures.filter(({ id }) => !asked.has(id));
    return (
      <SelectField
        {...bind('figureId')}
        label="Số liệu"
        nothing="Chọn số liệu"
        hint="Cùng một số liệu thì so sánh được với các kỳ trước."
        choices={free.map(({ id, name, measure }) => ({
          value: id,
          label: measure ? `${name} (${measure})` : name,
        }))}
      />
    );
  }
  if (!from.own)
    return (
      <Notice
        kind="info"
        title="Tên và cách tính của số liệu này giữ nguyên vì biểu khác hoặc kỳ khác cũng dùng."
      >
        Muốn hỏi khác đi, hãy bỏ số liệu này khỏi biểu và tạo số liệu mới.
      </Notice>
    );
  return <FigureWordsPart bind={bind} measured={from.kind === 'count'} />;
}

function RulesPart(props: FieldPageProps) {
  const { form, choices, roles, typed } = props;
  const bind = binder(props);
  const summable = choices.figures.filter(({ kind }) => kind === 'count' || kind === 'money');
  return (
    <>
      <SelectField
        {...bind('sectionId')}
        label="Nằm ở phần"
        choices={form.sections.map(({ id, title }) => ({ value: id, label: title }))}
      />
      <CheckList
        name="roles"
        error={bind('roles').error}
        label="Ai điền"
        values={roles}
        choices={choices.roles.map(({ key, name }) => ({ value: key, label: name }))}
      />
      <CheckField
        name="required"
        label="Bắt buộc điền trước khi gửi"
        checked={typed.required === 'yes'}
      />
      <NumberField
        {...bind('minimum')}
        label="Hỏi lại khi nhỏ hơn"
        optional
        hint="Đơn vị vẫn giữ được số của mình nếu ghi lý do."
      />
      <NumberField {...bind('maximum')} label="Hỏi lại khi lớn hơn" optional />
      <NumberField
        {...bind('warn')}
        label="Hỏi lại khi tăng, giảm so với năm trước quá"
        unit="%"
        optional
      />
      <SelectField
        {...bind('prefill')}
        label="Lấy sẵn từ số năm trước của"
        optional
        nothing="Không lấy sẵn"
        choices={summable.map(({ slug, name }) => ({ value: slug, label: name }))}
      />
      <TextArea {...bind('hint')} label="Hướng dẫn cho người điền" optional rows={2} />
    </>
  );
}
