import { pathInWords } from '../../movements/path-words.ts';
import { Actions, Button, ButtonLink } from '../../shared/html/button.tsx';
import { DataTable } from '../../shared/html/data-table.tsx';
import { ErrorSummary } from '../../shared/html/error-summary.tsx';
import { ActionForm, Form } from '../../shared/html/form.tsx';
import { TextField } from '../../shared/html/inputs.tsx';
import { Notice } from '../../shared/html/notice.tsx';
import { Page } from '../../shared/html/page.tsx';
import { PageHead, Panel } from '../../shared/html/sections.tsx';
import type { Frame } from '../../shared/web.ts';
import {
  type EditedForm,
  type EditedSection,
  editedFields,
  type FormChoices,
  isInUse,
} from './form-edit.ts';
import { Checks } from './form-edit-checks.pages.tsx';
import { fieldColumns, MoveButtons } from './form-edit-lines.pages.tsx';
import { AddLinks } from './forms.pages.tsx';

export interface FormPageProps {
  readonly frame: Frame;
  readonly form: EditedForm;
  readonly choices: FormChoices;
  /** The person may edit forms; a form in use is still only copied. */
  readonly mayEdit: boolean;
  readonly name?: { readonly typed: string; readonly fault: string } | undefined;
}

/** One form: what it asks, of whom, with what doubts; editable until a round uses it. */
export function FormPage(props: FormPageProps) {
  const { frame, form, mayEdit, name } = props;
  const editing = mayEdit && !isInUse(form);
  const count = editedFields(form).length;
  return (
    <Page frame={frame} title={form.name} wide>
      <PageHead
        title={form.name}
        lead={`${form.sections.length} phần, ${count} số liệu, ${form.checks.length} điều kiện.`}
        back={{ href: '/forms', label: 'Biểu báo cáo' }}
        actions={mayEdit ? <FormActions form={form} /> : null}
      />
      {name ? <ErrorSummary problems={[{ field: 'name', message: name.fault }]} /> : null}
      <Standing form={form} mayEdit={mayEdit} />
      {editing ? <NameForm form={form} name={name} /> : null}
      {form.sections.map((section) => (
        <SectionPanel key={section.id} section={section} {...props} editing={editing} />
      ))}
      {editing ? (
        <Actions>
          <ButtonLink href={`/forms/${form.id}/sections/new`} icon="add">
            Thêm phần
          </ButtonLink>
        </Actions>
      ) : null}
      <Checks form={form} editing={editing} />
    </Page>
  );
}

function FormActions({ form }: { readonly form: EditedForm }) {
  return (
    <Actions>
      <ActionForm
        action={`/forms/${form.id}/copy`}
        label="Chép thành biểu mới để sửa cho kỳ sau"
        kind={isInUse(form) ? 'primary' : 'secondary'}
      />
      {isInUse(form) ? null : (
        <ActionForm action={`/forms/${form.id}/remove`} label="Xóa biểu này" kind="danger" />
      )}
    </Actions>
  );
}

function Standing({ form, mayEdit }: Pick<FormPageProps, 'form' | 'mayEdit'>) {
  if (!isInUse(form)) {
    return mayEdit ? (
      <Notice kind="info" title="Chưa kỳ nào dùng biểu này nên còn sửa được." />
    ) : null;
  }
  return (
    <Notice
      kind="info"
      title={`Đã dùng cho kỳ ${form.rounds.map(({ name }) => name).join(', ')}, không sửa được`}
    >
      {mayEdit ? 'Muốn đổi câu hỏi, hãy chép thành biểu mới; kỳ cũ giữ nguyên biểu này.' : null}
    </Notice>
  );
}

function NameForm({ form, name }: Pick<FormPageProps, 'form' | 'name'>) {
  return (
    <Form action={`/forms/${form.id}`}>
      <TextField
        name="name"
        label="Tên biểu"
        value={name?.typed ?? form.name}
        error={name?.fault}
      />
      <Actions>
        <Button>Lưu tên biểu</Button>
      </Actions>
    </Form>
  );
}

type SectionPanelProps = FormPageProps & {
  readonly section: EditedSection;
  readonly editing: boolean;
};

function SectionPanel({ section, form, choices, editing }: SectionPanelProps) {
  const clause = choices.clauses.find(({ path }) => path === section.clausePath);
  return (
    <Panel
      id={`s-${section.id}`}
      title={section.title}
      actions={editing ? <SectionActions form={form} section={section} /> : undefined}
    >
      {clause ? (
        <p class="soft">
          Theo mục {pathInWords(clause.path)}: {clause.title.slice(clause.title.indexOf(' ') + 1)}
        </p>
      ) : null}
      <DataTable
        caption={`Số liệu của phần “${section.title}”`}
        quietCaption
        rows={section.fields}
        keyOf={({ fieldId }) => fieldId}
        none="Phần này chưa có số liệu nào."
        columns={fieldColumns(form, choices, editing)}
      />
      {editing ? <AddLinks formId={form.id} sectionId={section.id} /> : null}
    </Panel>
  );
}

function SectionActions({ form, section }: Pick<SectionPanelProps, 'form' | 'section'>) {
  const action = `/forms/${form.id}/sections/${section.id}`;
  return (
    <Actions>
      <ButtonLink href={action} icon="edit">
        Sửa phần
      </ButtonLink>
      <MoveButtons
        action={action}
        ids={form.sections.map(({ id }) => id)}
        id={section.id}
        labels={{ up: 'Đưa phần lên', down: 'Đưa phần xuống' }}
      />
      {section.fields.length === 0 ? (
        <ActionForm action={`${action}/remove`} label="Bỏ phần" kind="quiet" />
      ) : null}
    </Actions>
  );
}
