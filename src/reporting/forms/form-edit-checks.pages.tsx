import { Actions, ButtonLink } from '../../shared/html/button.tsx';
import { type Column, DataTable } from '../../shared/html/data-table.tsx';
import { ActionForm } from '../../shared/html/form.tsx';
import { Panel } from '../../shared/html/sections.tsx';
import { checkSentence, type EditedCheck, type EditedForm, editedFields } from './form-edit.ts';

/** The identities of a form, each as a sentence. */
export function Checks({
  form,
  editing,
}: {
  readonly form: EditedForm;
  readonly editing: boolean;
}) {
  const nameOf = (slug: string) =>
    editedFields(form).find((field) => field.slug === slug)?.name ?? 'số liệu không có trong biểu';
  const columns: Column<EditedCheck>[] = [
    { key: 'sentence', head: 'Điều kiện', cell: (check) => checkSentence(check, nameOf) },
    { key: 'message', head: 'Câu hỏi lại khi không đúng', cell: ({ message }) => message },
  ];
  if (editing)
    columns.push({
      key: 'steps',
      head: 'Sửa',
      cell: ({ id }) => (
        <Actions>
          <ButtonLink href={`/forms/${form.id}/checks/${id}`} kind="quiet">
            Sửa điều kiện
          </ButtonLink>
          <ActionForm
            action={`/forms/${form.id}/checks/${id}/remove`}
            label="Bỏ điều kiện"
            kind="quiet"
          />
        </Actions>
      ),
    });
  return (
    <Panel title="Điều kiện giữa các số liệu">
      <DataTable
        caption="Điều kiện giữa các số liệu"
        quietCaption
        rows={form.checks}
        keyOf={({ id }) => id}
        none="Biểu này chưa có điều kiện nào."
        columns={columns}
      />
      {editing ? (
        <Actions>
          <ButtonLink href={`/forms/${form.id}/checks/new`} icon="add">
            Thêm điều kiện
          </ButtonLink>
        </Actions>
      ) : null}
    </Panel>
  );
}
