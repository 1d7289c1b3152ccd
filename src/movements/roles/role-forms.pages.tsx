import type { ComponentChildren } from 'preact';
import { Actions, Button } from '../../shared/html/button.tsx';
import { CheckField, RadioField, SelectField } from '../../shared/html/choices.tsx';
import { ErrorSummary, errorOf } from '../../shared/html/error-summary.tsx';
import { Form } from '../../shared/html/form.tsx';
import { DayField, TextField } from '../../shared/html/inputs.tsx';
import { Page } from '../../shared/html/page.tsx';
import { PageHead } from '../../shared/html/sections.tsx';
import type { FieldProblem } from '../../shared/problem.ts';
import type { Frame } from '../../shared/web.ts';
import { type OfficeChoice, periodInWords, type RoleHolder, type RoleOnDay } from './role.ts';
import type { Typed } from './role-draft.ts';

export interface RoleFormProps {
  readonly frame: Frame;
  readonly movement: { readonly id: string; readonly name: string };
  readonly typed: Typed;
  readonly faults: readonly FieldProblem[];
  /** What stands in the way as a whole, not at one field. */
  readonly message?: string | undefined;
}

interface ShellProps extends RoleFormProps {
  readonly title: string;
  readonly lead: string;
  readonly action: string;
  readonly children: ComponentChildren;
}

/** The frame that the forms of roles share; its button says what the title says. */
function Shell({ frame, movement, title, lead, action, faults, message, children }: ShellProps) {
  return (
    <Page frame={frame} title={title}>
      <PageHead
        title={title}
        lead={lead}
        back={{ href: `/movements/${movement.id}/roles`, label: 'Vai trò trong phong trào' }}
      />
      <ErrorSummary problems={faults} message={message} />
      <Form action={action}>
        {children}
        <Actions>
          <Button kind="primary" big>
            {title}
          </Button>
        </Actions>
      </Form>
    </Page>
  );
}

/** Binds a field of a form to what was typed and what is wrong with it. */
export function bound({ typed, faults }: Pick<RoleFormProps, 'typed' | 'faults'>) {
  return (name: string) => ({ name, value: typed[name], error: errorOf(faults, name) });
}

export interface GiveRoleProps extends RoleFormProps {
  readonly roles: readonly RoleOnDay[];
  readonly choices: readonly OfficeChoice[];
}

/** A role for one office. */
export function GiveRolePage(props: GiveRoleProps) {
  const { movement, roles, typed } = props;
  const field = bound(props);
  return (
    <Shell
      {...props}
      title="Giao vai trò"
      lead={movement.name}
      action={`/movements/${movement.id}/roles`}
    >
      <SelectField
        {...field('role')}
        label="Vai trò"
        nothing="Chọn vai trò"
        choices={roles.map(({ key, name }) => ({ value: key, label: name }))}
      />
      <OfficeFields {...props} />
      <DayField {...field('from')} label="Từ ngày" />
      <DayField
        {...field('to')}
        label="Đến hết ngày"
        hint="Để trống nếu chưa định ngày kết thúc."
        optional
      />
      <SourceField {...props} />
      <CheckField
        name="confirmed"
        label="Đã đối chiếu với văn bản giao"
        hint="Chưa đối chiếu thì để trống; danh sách sẽ ghi “Cần xác nhận”."
        checked={typed.confirmed === 'yes'}
      />
    </Shell>
  );
}

export interface HoldingPageProps extends RoleFormProps {
  readonly holder: RoleHolder & { readonly roleName: string };
}

/** The last day of a holding. */
export function EndRolePage(props: HoldingPageProps) {
  const { movement, holder } = props;
  return (
    <Shell
      {...props}
      title="Kết thúc vai trò"
      lead={inWords(holder)}
      action={`/movements/${movement.id}/roles/${holder.id}/end`}
    >
      <DayField {...bound(props)('lastDay')} label="Ngày cuối giữ vai" />
    </Shell>
  );
}

/** The last day of a holding, and who has the role from the next day on. */
export function HandOverRolePage(
  props: HoldingPageProps & { readonly choices: readonly OfficeChoice[] },
) {
  const { movement, holder } = props;
  return (
    <Shell
      {...props}
      title="Bàn giao vai trò"
      lead={inWords(holder)}
      action={`/movements/${movement.id}/roles/${holder.id}/hand-over`}
    >
      <DayField {...bound(props)('lastDay')} label="Ngày cuối của đơn vị đang giữ" />
      <OfficeFields {...props} />
      <SourceField {...props} />
    </Shell>
  );
}

function inWords({ roleName, unitName, from, to }: HoldingPageProps['holder']): string {
  return `${unitName} giữ vai ${roleName} ${periodInWords(from, to)}.`;
}

function OfficeFields(props: RoleFormProps & { readonly choices: readonly OfficeChoice[] }) {
  const field = bound(props);
  const { choices } = props;
  return (
    <>
      <TextField
        {...field('unitName')}
        label="Tên đơn vị"
        hint="Gõ một phần tên, không cần dấu, ví dụ “so nong nghiep”."
        autocomplete="off"
        optional={choices.length > 0}
      />
      {choices.length > 0 ? (
        <RadioField
          {...field('unitId')}
          label="Đơn vị nào"
          choices={choices.map(({ value, label, hint }) => ({ value, label, hint }))}
        />
      ) : null}
    </>
  );
}

/** Where the giving is written. */
export function SourceField(props: Pick<RoleFormProps, 'typed' | 'faults'>) {
  return (
    <TextField
      {...bound(props)('source')}
      label="Căn cứ"
      hint="Văn bản giao vai, ví dụ: Kế hoạch số 123/KH-UBND, mục V.1"
    />
  );
}
