import { Button, ButtonLink } from '../shared/html/button.tsx';
import { SelectField } from '../shared/html/choices.tsx';
import { DataTable } from '../shared/html/data-table.tsx';
import { Empty } from '../shared/html/empty.tsx';
import { Filters } from '../shared/html/form.tsx';
import { TextField } from '../shared/html/inputs.tsx';
import { Page } from '../shared/html/page.tsx';
import { PageHead } from '../shared/html/sections.tsx';
import { Pager } from '../shared/html/ways.tsx';
import { showNumber } from '../shared/vietnamese.ts';
import type { Frame } from '../shared/web.ts';
import { AccountState } from './account-state.pages.tsx';
import { DUTIES, type Duty } from './person.ts';

export interface PersonRow {
  readonly id: string;
  readonly name: string;
  readonly login: string | null;
  readonly must_change_password: boolean | null;
  readonly disabled_at: Date | null;
  readonly title: string | null;
  readonly unit_name: string | null;
  readonly holds: boolean | null;
  readonly duties: readonly Duty[];
}

export interface PeoplePageProps {
  readonly frame: Frame;
  readonly people: readonly PersonRow[];
  readonly total: number;
  readonly units: readonly { readonly id: string; readonly name: string }[];
  readonly words: string;
  readonly unitId: string;
  readonly from: number;
  readonly pageSize: number;
}

/** Everyone in an administrator's reach. */
export function PeoplePage(props: PeoplePageProps) {
  const { frame, people, total, units } = props;
  const where = units[0] && units.length === 1 ? units[0].name : `${units.length} đơn vị`;
  return (
    <Page frame={frame} title="Tài khoản">
      <PageHead
        title="Tài khoản"
        lead={`${showNumber(total)} người tại ${where} trong phạm vi bạn quản trị.`}
        actions={
          <>
            <ButtonLink href="/people/new" kind="primary" icon="add">
              Tạo tài khoản
            </ButtonLink>
            <ButtonLink href="/people/bulk">Tạo nhiều tài khoản từ bảng</ButtonLink>
          </>
        }
      />
      <PeopleFilters {...props} />
      {people.length ? <PeopleTable people={people} /> : <NoPeople {...props} />}
      {total > props.pageSize ? <PeoplePager {...props} /> : null}
    </Page>
  );
}

function PeopleFilters({ units, words, unitId }: PeoplePageProps) {
  return (
    <Filters action="/people">
      <TextField
        name="words"
        label="Họ tên hoặc tên đăng nhập"
        type="search"
        value={words}
        autocomplete="off"
        optional
      />
      {units.length > 1 ? (
        <SelectField
          name="unit"
          label="Đơn vị"
          value={unitId}
          nothing="Mọi đơn vị"
          choices={units.map((unit) => ({ value: unit.id, label: unit.name }))}
          optional
        />
      ) : null}
      <Button icon="search">Tìm người</Button>
    </Filters>
  );
}

function PeopleTable({ people }: Pick<PeoplePageProps, 'people'>) {
  return (
    <DataTable
      caption="Người trong phạm vi quản trị"
      quietCaption
      rows={people}
      keyOf={(row) => row.id}
      columns={[
        { key: 'name', head: 'Họ và tên', cell: (row) => <Name row={row} /> },
        { key: 'title', head: 'Chức vụ, đơn vị', cell: (row) => <Place row={row} /> },
        { key: 'duties', head: 'Nhiệm vụ', cell: (row) => dutyNames(row.duties) },
        { key: 'state', head: 'Tài khoản', cell: (row) => <AccountState account={row} /> },
      ]}
    />
  );
}

function Name({ row }: { row: PersonRow }) {
  return (
    <>
      <a href={`/people/${row.id}`}>{row.name}</a>
      <br />
      <span class="soft">{row.login}</span>
    </>
  );
}

function Place({ row }: { row: PersonRow }) {
  if (!row.title) return <span class="soft">Chưa giữ chức vụ nào</span>;
  return (
    <>
      {row.title}
      <br />
      <span class="soft">
        {row.unit_name}
        {row.holds ? '' : ' (đã thôi)'}
      </span>
    </>
  );
}

function dutyNames(duties: readonly Duty[]): string {
  return duties.map((duty) => DUTIES[duty]).join('; ') || 'Chưa được giao';
}

function NoPeople({ words, unitId }: PeoplePageProps) {
  if (words || unitId)
    return (
      <Empty sentence="Không có ai khớp với điều vừa tìm trong phạm vi bạn quản trị.">
        <ButtonLink href="/people">Xem tất cả</ButtonLink>
      </Empty>
    );
  return (
    <Empty sentence="Chưa có ai. Hãy tạo tài khoản đầu tiên cho đơn vị.">
      <ButtonLink href="/people/new">Tạo tài khoản</ButtonLink>
    </Empty>
  );
}

function PeoplePager({ words, unitId, from, pageSize, total }: PeoplePageProps) {
  const address = (start: number) =>
    `/people?${new URLSearchParams({ words, unit: unitId, from: String(start) })}`;
  const last = Math.min(total, from + pageSize);
  return (
    <Pager
      shown={`Người ${from + 1}–${last} của ${showNumber(total)}`}
      previous={from > 0 ? address(Math.max(0, from - pageSize)) : undefined}
      next={last < total ? address(last) : undefined}
    />
  );
}
