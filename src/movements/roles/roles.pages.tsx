import { type Day, showDay } from '../../shared/day.ts';
import { Actions, Button, ButtonLink } from '../../shared/html/button.tsx';
import { type Column, DataTable } from '../../shared/html/data-table.tsx';
import { Empty } from '../../shared/html/empty.tsx';
import { Filters } from '../../shared/html/form.tsx';
import { DayField } from '../../shared/html/inputs.tsx';
import { Page } from '../../shared/html/page.tsx';
import { PageHead, Panel } from '../../shared/html/sections.tsx';
import { Status } from '../../shared/html/status.tsx';
import type { Frame } from '../../shared/web.ts';
import { isSole, needOf, periodInWords, type RoleHolder, type RoleOnDay } from './role.ts';

export interface RolesPageProps {
  readonly frame: Frame;
  readonly movement: { readonly id: string; readonly name: string };
  /** The day asked, as typed and as understood. */
  readonly typedDay: string;
  readonly on: Day;
  readonly dayFault: string | undefined;
  readonly roles: readonly RoleOnDay[];
  readonly mayGive: boolean;
}

/** Who holds which role in a movement on a day, and what an empty role holds up. */
export function RolesPage(props: RolesPageProps) {
  const { frame, movement, roles, on, typedDay, dayFault, mayGive } = props;
  const empty = roles.filter(({ holders }) => holders.length === 0).length;
  const state = empty > 0 ? `${empty} vai chưa có đơn vị nào giữ` : 'vai nào cũng có đơn vị giữ';
  return (
    <Page frame={frame} title="Vai trò trong phong trào">
      <PageHead
        title="Vai trò trong phong trào"
        lead={`${movement.name}. Ngày ${showDay(on)}: ${state}.`}
        back={{ href: '/movements', label: 'Các phong trào' }}
        actions={mayGive ? <GiveLinks movementId={movement.id} /> : null}
      />
      <Filters action={`/movements/${movement.id}/roles`}>
        <DayField name="on" label="Ngày cần xem" value={typedDay} error={dayFault} />
        <Button>Xem</Button>
      </Filters>
      {roles.map((role) => (
        <RolePanel key={role.key} role={role} movementId={movement.id} mayGive={mayGive} />
      ))}
    </Page>
  );
}

function GiveLinks({ movementId }: { readonly movementId: string }) {
  return (
    <Actions>
      <ButtonLink href={`/movements/${movementId}/roles/group`}>
        Giao vai trò cho nhóm đơn vị
      </ButtonLink>
      <ButtonLink href={`/movements/${movementId}/roles/new`} icon="add" kind="primary">
        Giao vai trò
      </ButtonLink>
    </Actions>
  );
}

interface RolePanelProps {
  readonly role: RoleOnDay;
  readonly movementId: string;
  readonly mayGive: boolean;
}

/** A role of so many units is folded away: whoever looks for one opens it. */
const FOLDED_FROM = 9;

function RolePanel({ role, movementId, mayGive }: RolePanelProps) {
  const count = role.holders.length;
  const table = <Holders {...{ role, movementId, mayGive }} />;
  return (
    <Panel
      id={role.key}
      title={count > 1 ? `${role.name} (${count} đơn vị)` : role.name}
      actions={
        mayGive && !(isSole(role.key) && count > 0) ? <GiveLink {...{ role, movementId }} /> : null
      }
    >
      {count === 0 ? <Empty sentence={needOf(role.key)} /> : null}
      {count > 0 && count < FOLDED_FROM ? table : null}
      {count >= FOLDED_FROM ? (
        <details>
          <summary>{`Xem ${count} đơn vị`}</summary>
          {table}
        </details>
      ) : null}
    </Panel>
  );
}

function GiveLink({ role, movementId }: Omit<RolePanelProps, 'mayGive'>) {
  return (
    <ButtonLink href={`/movements/${movementId}/roles/new?role=${role.key}`} icon="add">
      {`Giao vai ${role.name}`}
    </ButtonLink>
  );
}

function Holders({ role, movementId, mayGive }: RolePanelProps) {
  return (
    <DataTable
      caption={`Đơn vị giữ vai ${role.name}`}
      quietCaption
      rows={role.holders}
      keyOf={({ id }) => id}
      columns={mayGive ? [...COLUMNS, stepsOf(movementId)] : COLUMNS}
    />
  );
}

const COLUMNS: Column<RoleHolder>[] = [
  {
    key: 'unit',
    head: 'Đơn vị',
    cell: ({ unitId, unitName }) => <a href={`/units/${unitId}`}>{unitName}</a>,
  },
  { key: 'period', head: 'Giữ vai', cell: ({ from, to }) => periodInWords(from, to) },
  { key: 'source', head: 'Căn cứ', cell: ({ source }) => source },
  { key: 'state', head: 'Tình trạng', cell: (holder) => <State {...holder} /> },
];

function State({ stands, confirmed }: RoleHolder) {
  if (!stands) return <Status tone="late">Đơn vị không còn; cần bàn giao</Status>;
  if (!confirmed) return <Status tone="due">Cần xác nhận</Status>;
  return <Status tone="done">Đã xác nhận</Status>;
}

function stepsOf(movementId: string): Column<RoleHolder> {
  const to = (id: string, step: string) => `/movements/${movementId}/roles/${id}/${step}`;
  return {
    key: 'steps',
    head: 'Việc có thể làm',
    cell: ({ id, unitName }) => (
      <>
        <a href={to(id, 'hand-over')} aria-label={`Bàn giao vai của ${unitName}`}>
          Bàn giao
        </a>
        {' · '}
        <a href={to(id, 'end')} aria-label={`Kết thúc vai của ${unitName}`}>
          Kết thúc
        </a>
      </>
    ),
  };
}
