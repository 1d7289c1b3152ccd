import { Actions } from '../../shared/html/button.tsx';
import type { Column } from '../../shared/html/data-table.tsx';
import { ActionForm } from '../../shared/html/form.tsx';
import { showNumber } from '../../shared/vietnamese.ts';
import { type EditedField, type EditedForm, type FormChoices, KIND_NAMES } from './form-edit.ts';

const LINE = { up: 'Lên', down: 'Xuống' };

interface MoveButtonsProps {
  readonly action: string;
  readonly ids: readonly string[];
  readonly id: string;
  readonly labels?: { readonly up: string; readonly down: string };
}

/** A place earlier, a place later; at an end only one of them. */
export function MoveButtons({ action, ids, id, labels = LINE }: MoveButtonsProps) {
  return (
    <>
      {ids.at(0) === id ? null : (
        <ActionForm
          action={`${action}/move`}
          label={labels.up}
          kind="quiet"
          values={{ way: 'up' }}
        />
      )}
      {ids.at(-1) === id ? null : (
        <ActionForm
          action={`${action}/move`}
          label={labels.down}
          kind="quiet"
          values={{ way: 'down' }}
        />
      )}
    </>
  );
}

/** The columns of a section's fields; with steps while the form may be edited. */
export function fieldColumns(
  form: EditedForm,
  { roles }: FormChoices,
  editing: boolean,
): Column<EditedField>[] {
  const roleName = (key: string) => roles.find((role) => role.key === key)?.name ?? '';
  const columns: Column<EditedField>[] = [
    {
      key: 'name',
      head: 'Số liệu',
      cell: ({ name, fieldId }) =>
        editing ? <a href={`/forms/${form.id}/fields/${fieldId}`}>{name}</a> : name,
    },
    { key: 'kind', head: 'Loại', cell: ({ kind }) => KIND_NAMES[kind] },
    { key: 'measure', head: 'Đơn vị tính', cell: ({ measure }) => measure },
    { key: 'roles', head: 'Ai điền', cell: (field) => field.roles.map(roleName).join('; ') },
    { key: 'rules', head: 'Yêu cầu', cell: rulesInWords },
  ];
  if (editing)
    columns.push({ key: 'steps', head: 'Sắp xếp', cell: (field) => FieldSteps({ form, field }) });
  return columns;
}

/** "Bắt buộc; từ 100 đến 9.000; hỏi lại khi đổi quá 10 %" */
function rulesInWords(field: EditedField): string {
  const { kind, required, minimum, maximum, warnChangePercent } = field;
  if (kind === 'ratio') return 'Không phải điền';
  const low = minimum === null ? '' : `từ ${showNumber(minimum)}`;
  const high = maximum === null ? '' : `đến ${showNumber(maximum)}`;
  const change =
    warnChangePercent === null ? '' : `hỏi lại khi đổi quá ${showNumber(warnChangePercent)} %`;
  const parts = [required ? 'Bắt buộc' : 'Không bắt buộc', `${low} ${high}`.trim(), change];
  return parts.filter(Boolean).join('; ');
}

function FieldSteps({ form, field }: { readonly form: EditedForm; readonly field: EditedField }) {
  const action = `/forms/${form.id}/fields/${field.fieldId}`;
  const section = form.sections.find(({ fields }) => fields.includes(field));
  const ids = section?.fields.map(({ fieldId }) => fieldId) ?? [];
  return (
    <Actions>
      <MoveButtons action={action} ids={ids} id={field.fieldId} />
      <ActionForm action={`${action}/remove`} label="Bỏ" kind="quiet" />
    </Actions>
  );
}
