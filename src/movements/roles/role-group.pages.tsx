import { Actions, Button } from '../../shared/html/button.tsx';
import { CheckList, SelectField } from '../../shared/html/choices.tsx';
import { Empty } from '../../shared/html/empty.tsx';
import { ErrorSummary, errorOf } from '../../shared/html/error-summary.tsx';
import { Form } from '../../shared/html/form.tsx';
import { DayField } from '../../shared/html/inputs.tsx';
import { Notice } from '../../shared/html/notice.tsx';
import { Page } from '../../shared/html/page.tsx';
import { PageHead } from '../../shared/html/sections.tsx';
import { LEVELS, OFFICE_KINDS } from '../../units/unit.ts';
import { type GroupOffice, isSole, type RoleOnDay } from './role.ts';
import { bound, type RoleFormProps, SourceField } from './role-forms.pages.tsx';

export interface RoleGroupProps extends RoleFormProps {
  readonly roles: readonly RoleOnDay[];
  readonly kinds: readonly string[];
  /** The offices found; none before the list was asked for. */
  readonly members: readonly GroupOffice[] | undefined;
  /** Those ticked. */
  readonly unitIds: readonly string[];
}

/** A role for all offices of some kinds: first their list, then the giving. */
export function RoleGroupPage(props: RoleGroupProps) {
  const { frame, movement, faults, message, members } = props;
  const title = 'Giao vai trò cho nhóm đơn vị';
  return (
    <Page frame={frame} title={title}>
      <PageHead
        title={title}
        lead={movement.name}
        back={{ href: `/movements/${movement.id}/roles`, label: 'Vai trò trong phong trào' }}
      />
      <ErrorSummary problems={faults} message={message} />
      <Form action={`/movements/${movement.id}/roles/group`}>
        <WishFields {...props} />
        <Actions>
          <Button name="step" value="list" kind={members ? 'secondary' : 'primary'}>
            Xem danh sách đơn vị
          </Button>
        </Actions>
        {members ? <Members {...props} members={members} /> : null}
      </Form>
    </Page>
  );
}

function WishFields(props: RoleGroupProps) {
  const { roles, kinds, faults } = props;
  const field = bound(props);
  return (
    <>
      <SelectField
        {...field('role')}
        label="Vai trò"
        nothing="Chọn vai trò"
        choices={roles
          .filter(({ key }) => !isSole(key))
          .map(({ key, name }) => ({ value: key, label: name }))}
      />
      <div class="many-choices">
        <CheckList
          name="kinds"
          label="Loại cơ quan"
          values={kinds}
          choices={Object.entries(OFFICE_KINDS).map(([value, label]) => ({ value, label }))}
          error={errorOf(faults, 'kinds')}
        />
      </div>
      <SelectField
        {...field('level')}
        label="Cấp"
        nothing="Mọi cấp"
        choices={LEVELS.map(({ key, name }) => ({ value: key, label: name }))}
        optional
      />
      <DayField {...field('from')} label="Từ ngày" />
      <SourceField {...props} />
    </>
  );
}

function Members(props: RoleGroupProps & { readonly members: readonly GroupOffice[] }) {
  const { members, unitIds, faults } = props;
  const fresh = members.filter(({ holds }) => !holds);
  if (members.length === 0)
    return <Empty sentence="Không có cơ quan nào thuộc loại và cấp này vào ngày đó." />;
  return (
    <>
      <Holding names={members.filter(({ holds }) => holds).map(({ name }) => name)} />
      {fresh.length > 0 ? (
        <>
          <div class="many-choices">
            <CheckList
              name="units"
              label={`${fresh.length} đơn vị sẽ được giao vai`}
              hint="Bỏ dấu ở đơn vị không thuộc nhóm."
              values={unitIds}
              choices={choicesOf(fresh)}
              error={errorOf(faults, 'units')}
            />
          </div>
          <Actions>
            <Button name="step" value="give" kind="primary" big>
              Giao vai trò cho các đơn vị đã chọn
            </Button>
          </Actions>
        </>
      ) : null}
    </>
  );
}

function Holding({ names }: { readonly names: readonly string[] }) {
  if (names.length === 0) return null;
  return (
    <Notice kind="info" title={`${names.length} đơn vị đã giữ vai này nên được bỏ qua`}>
      <details>
        <summary>Xem tên</summary>
        <p>{names.join(', ')}</p>
      </details>
    </Notice>
  );
}

/** Namesakes are told apart by the unit above them. */
function choicesOf(members: readonly GroupOffice[]) {
  const names = Map.groupBy(members, ({ name }) => name);
  return members.map(({ unitId, name, parentName }) => ({
    value: unitId,
    label: name,
    ...((names.get(name)?.length ?? 0) > 1 && parentName && { hint: parentName }),
  }));
}
