import { type Day, showDay } from '../shared/day.ts';
import { ButtonLink } from '../shared/html/button.tsx';
import { DataTable } from '../shared/html/data-table.tsx';
import { Page } from '../shared/html/page.tsx';
import { PageHead, Section } from '../shared/html/sections.tsx';
import { Status } from '../shared/html/status.tsx';
import { showPercent } from '../shared/vietnamese.ts';
import type { Frame } from '../shared/web.ts';
import { AreaMapFigure, type AreaMapProps } from './area-map.pages.tsx';
import { whenOf } from './search.ts';
import {
  type HeldRole,
  type OfficeOfArea,
  periodOn,
  type Relative,
  type ShownPeriod,
  type StandingUnit,
  type UnitWithPeriods,
} from './standing.ts';
import { Unconfirmed, UnitList } from './units.pages.tsx';

export interface UnitPageProps {
  readonly frame: Frame;
  readonly unit: UnitWithPeriods;
  readonly predecessors: readonly Relative[];
  readonly successors: readonly Relative[];
  readonly offices: readonly OfficeOfArea[];
  readonly below: readonly StandingUnit[];
  readonly roles: readonly HeldRole[];
  readonly mayCorrect: boolean;
  /** The map of its like, when it is drawn there. */
  readonly mapped: Pick<AreaMapProps, 'map' | 'names'> | undefined;
}

/** One unit: its names then and now, who came before and after, its offices and roles. */
export function UnitPage(props: UnitPageProps) {
  const { frame, unit, predecessors, successors, mayCorrect } = props;
  const shown = periodOn(unit.periods, frame.today);
  const name = shown?.full_name ?? '';
  return (
    <Page frame={frame} title={name}>
      <PageHead
        title={name}
        lead={<Lead unit={unit} today={frame.today} />}
        back={{ href: '/units', label: 'Đơn vị' }}
        actions={
          mayCorrect ? (
            <ButtonLink href={`/units/${unit.id}/correct`} icon="edit">
              Đổi tên, kết thúc
            </ButtonLink>
          ) : undefined
        }
      />
      {props.mapped ? <AreaMapFigure {...props.mapped} chosenId={unit.id} /> : null}
      <Relatives title="Tiếp nối bởi" relatives={successors} />
      <Relatives title="Hình thành từ" relatives={predecessors} />
      <Periods periods={unit.periods} />
      {unit.note ? <p class="soft">{unit.note}</p> : null}
      <Below {...props} />
      <Offices offices={props.offices} today={frame.today} />
      <Roles roles={props.roles} />
    </Page>
  );
}

function Lead({ unit, today }: { readonly unit: UnitWithPeriods; readonly today: Day }) {
  const [first, last] = [unit.periods[0], unit.periods.at(-1)];
  if (!first || !last) return null;
  const ended = last.valid_to !== null && last.valid_to < today;
  const parent = periodOn(unit.periods, today)?.parent_name;
  return (
    <>
      {ended ? (
        <Status tone="idle">đã kết thúc</Status>
      ) : (
        <Status tone="done">đang hoạt động</Status>
      )}{' '}
      {whenOf(first.valid_from, last.valid_to)}
      {parent ? `, ${ended ? 'khi đó ' : ''}thuộc ${parent}` : ''}
      {last.confirmed ? null : <Unconfirmed />}
    </>
  );
}

function Periods({ periods }: { readonly periods: readonly ShownPeriod[] }) {
  return (
    <DataTable
      caption="Tên gọi qua các thời gian"
      rows={[...periods]}
      keyOf={(one) => one.id}
      columns={[
        { key: 'name', head: 'Tên', cell: (one) => <Name period={one} /> },
        { key: 'level', head: 'Cấp', cell: (one) => one.level_name },
        { key: 'parent', head: 'Trực thuộc', cell: (one) => one.parent_name ?? '—' },
        { key: 'code', head: 'Mã khi đó', cell: (one) => one.code ?? '—' },
        { key: 'from', head: 'Từ', cell: (one) => showDay(one.valid_from) },
        { key: 'to', head: 'Đến', cell: (one) => (one.valid_to ? showDay(one.valid_to) : 'nay') },
        { key: 'source', head: 'Nguồn', cell: (one) => <Source of={one} /> },
      ]}
    />
  );
}

function Name({ period }: { readonly period: ShownPeriod }) {
  return (
    <>
      {period.full_name}
      {period.aliases ? <span class="soft"> (cũng viết: {period.aliases})</span> : null}
    </>
  );
}

function Source({ of }: { readonly of: { readonly source: string; readonly confirmed: boolean } }) {
  return (
    <>
      {of.source}
      {of.confirmed ? null : <Unconfirmed />}
    </>
  );
}

interface RelativesProps {
  readonly title: string;
  readonly relatives: readonly Relative[];
}

function Relatives({ title, relatives }: RelativesProps) {
  if (relatives.length === 0) return null;
  return (
    <Section title={title}>
      <ul class="findings">
        {relatives.map((one) => (
          <li key={one.unit_id}>
            <a href={`/units/${one.unit_id}`}>{one.full_name}</a>
            {one.confirmed ? null : <Unconfirmed />}
            <p>
              {one.parent_name ? `${one.parent_name}; ` : ''}
              {howOf(one)} từ {showDay(one.on_day)}. {one.source}
            </p>
            {one.scope ? <p>{one.scope}</p> : null}
          </li>
        ))}
      </ul>
    </Section>
  );
}

function howOf({ kind, share }: Relative): string {
  if (kind === 'duties') return 'chuyển nhiệm vụ';
  return share === 1 ? 'nhập trọn' : `nhập ${showPercent(share * 100)}`;
}

function Below({ below, unit, frame }: UnitPageProps) {
  if (below.length === 0) return null;
  const lastDay = unit.periods.at(-1)?.valid_to;
  const on = lastDay && lastDay < frame.today ? lastDay : frame.today;
  return (
    <Section title={`Gồm ${below.length} đơn vị (ngày ${showDay(on)})`}>
      <UnitList units={below} />
    </Section>
  );
}

interface OfficesProps {
  readonly offices: readonly OfficeOfArea[];
  readonly today: Day;
}

function Offices({ offices, today }: OfficesProps) {
  if (offices.length === 0) return null;
  const isOver = (one: OfficeOfArea) => one.valid_to !== null && one.valid_to < today;
  return (
    <Section title="Cơ quan của địa bàn">
      <ul class="unit-list">
        {offices.map((one) => (
          <li key={one.unit_id}>
            <a href={`/units/${one.unit_id}`}>{one.full_name}</a>
            {one.valid_to && isOver(one) ? (
              <span class="soft"> (đến {showDay(one.valid_to)})</span>
            ) : null}
          </li>
        ))}
      </ul>
    </Section>
  );
}

function Roles({ roles }: { readonly roles: readonly HeldRole[] }) {
  if (roles.length === 0) return null;
  return (
    <DataTable
      caption="Vai trong phong trào"
      rows={[...roles]}
      keyOf={(one) => one.id}
      columns={[
        { key: 'role', head: 'Vai', cell: (one) => one.role },
        { key: 'movement', head: 'Phong trào', cell: (one) => one.movement },
        { key: 'from', head: 'Từ', cell: (one) => showDay(one.valid_from) },
        { key: 'to', head: 'Đến', cell: (one) => (one.valid_to ? showDay(one.valid_to) : 'nay') },
        { key: 'source', head: 'Theo', cell: (one) => <Source of={one} /> },
      ]}
    />
  );
}
