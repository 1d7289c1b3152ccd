import { type Day, showDay } from '../shared/day.ts';
import { Button, ButtonLink } from '../shared/html/button.tsx';
import { Empty } from '../shared/html/empty.tsx';
import { Filters } from '../shared/html/form.tsx';
import { DayField } from '../shared/html/inputs.tsx';
import { Page } from '../shared/html/page.tsx';
import { PageHead, Section } from '../shared/html/sections.tsx';
import { Status } from '../shared/html/status.tsx';
import { Tabs } from '../shared/html/ways.tsx';
import type { Frame } from '../shared/web.ts';
import { AreaMapFigure } from './area-map.pages.tsx';
import type { AreaMap } from './area-map.ts';
import { type AreaNode, areaTree, countKinds, type StandingUnit } from './standing.ts';
import { type LevelRow, OFFICE_KINDS } from './unit.ts';

/** Days on which the units changed, and the days right before. */
const KEY_DAYS = ['2022-03-01', '2025-02-28', '2025-03-01', '2025-06-30', '2025-07-01'] as Day[];

export interface UnitsPageProps {
  readonly frame: Frame;
  readonly on: Day;
  /** What was typed when it is no day. */
  readonly wrongDay?: string | undefined;
  readonly levels: readonly LevelRow[];
  readonly areas: readonly StandingUnit[];
  readonly offices: readonly StandingUnit[];
  readonly mayCorrect: boolean;
  readonly map: AreaMap | undefined;
}

/** All units as they stood on a day: areas as a tree, offices by kind. */
export function UnitsPage(props: UnitsPageProps) {
  const { frame, on, areas, offices, levels } = props;
  return (
    <Page frame={frame} title={`Đơn vị ngày ${showDay(on)}`}>
      <PageHead
        title={`Đơn vị ngày ${showDay(on)}`}
        lead={leadOf(levels, areas, offices.length)}
        actions={<PageActions mayCorrect={props.mayCorrect} />}
      />
      <ChooseDay {...props} />
      <Section title="Địa bàn">
        <MapOfDay {...props} />
        {areas.length ? null : (
          <Empty sentence="Danh mục chưa có địa bàn nào vào ngày này; danh mục chắc chắn từ 01/02/2020." />
        )}
        {areaTree(areas).map((top) => (
          <TopArea key={top.area.unit_id} node={top} />
        ))}
      </Section>
      <Section title="Cơ quan">
        <Offices offices={offices} />
      </Section>
    </Page>
  );
}

/** The map, on days when most of what it outlines was there. */
function MapOfDay({ map, areas }: UnitsPageProps) {
  const names = new Map(areas.map((one) => [one.unit_id, one.full_name]));
  const there = map?.shapes.filter((one) => names.has(one.unitId)) ?? [];
  if (!map || there.length < map.shapes.length / 2) return null;
  return <AreaMapFigure map={map} names={names} />;
}

function PageActions({ mayCorrect }: { readonly mayCorrect: boolean }) {
  return (
    <>
      <ButtonLink href="/units/merger">Sắp xếp 106 → 38</ButtonLink>
      <ButtonLink href="/units/blocks">Khối thi đua</ButtonLink>
      {mayCorrect ? (
        <>
          <ButtonLink href="/units/new" icon="add">
            Thêm đơn vị
          </ButtonLink>
          <ButtonLink href="/units/import" icon="upload">
            Nhập danh sách
          </ButtonLink>
        </>
      ) : null}
    </>
  );
}

/** "Cấp huyện: 8 (7 huyện, 1 thành phố). Cấp xã: 106 (…). 169 cơ quan." */
function leadOf(
  levels: readonly LevelRow[],
  areas: readonly StandingUnit[],
  offices: number,
): string {
  const parts = levels.flatMap(({ key, name }) => {
    const own = areas.filter((one) => one.level === key);
    if (own.length === 0) return [];
    return own.length === 1
      ? [own[0]?.full_name ?? '']
      : [`${name}: ${own.length} (${countKinds(own)})`];
  });
  return [...parts, `${offices} cơ quan`].join(' · ');
}

function ChooseDay({ frame, on, wrongDay }: UnitsPageProps) {
  const days = [...KEY_DAYS, frame.today];
  return (
    <>
      <Filters action="/units">
        <DayField
          name="on"
          label="Xem như vào ngày"
          value={wrongDay ?? showDay(on)}
          error={
            wrongDay === undefined
              ? undefined
              : 'Đây không phải là một ngày. Hãy gõ như 30/06/2025; bên dưới là danh sách hôm nay.'
          }
        />
        <Button kind="primary">Xem</Button>
      </Filters>
      <Tabs
        label="Các ngày mốc"
        tabs={days.map((day) => ({
          href: `/units?on=${day}`,
          label: day === frame.today ? 'Hôm nay' : showDay(day),
          current: day === on,
        }))}
      />
    </>
  );
}

/** A top area: those right under it open one by one, or stand as one list when they are leaves. */
function TopArea({ node }: { readonly node: AreaNode }) {
  const leaves = node.below.filter((one) => one.below.length === 0);
  const branches = node.below.filter((one) => one.below.length > 0);
  return (
    <div class="area-tree">
      <p>
        <UnitLink unit={node.area} />
      </p>
      {branches.map((one) => (
        <details key={one.area.unit_id} class="area-branch">
          <summary>
            <span>
              {one.area.full_name} <PoorMark unit={one.area} />
            </span>
            <span class="count">{one.below.length}</span>
          </summary>
          <p>
            <UnitLink unit={one.area} />: {countKinds(one.below.map((each) => each.area))}
          </p>
          <UnitList units={one.below.map((each) => each.area)} />
        </details>
      ))}
      {leaves.length ? <UnitList units={leaves.map((one) => one.area)} /> : null}
    </div>
  );
}

function PoorMark({ unit }: { readonly unit: StandingUnit }) {
  return unit.poor_area ? <Status tone="due">huyện nghèo 2021–2025</Status> : null;
}

function UnitLink({ unit }: { readonly unit: StandingUnit }) {
  return <a href={`/units/${unit.unit_id}`}>{unit.full_name}</a>;
}

export function UnitList({ units }: { readonly units: readonly StandingUnit[] }) {
  return (
    <ul class="unit-list">
      {units.map((one) => (
        <li key={one.unit_id}>
          <UnitLink unit={one} />
          {one.confirmed ? null : <Unconfirmed />}
        </li>
      ))}
    </ul>
  );
}

/** Read in no decision yet. */
export function Unconfirmed() {
  return (
    <>
      {' '}
      <Status tone="due">cần xác nhận</Status>
    </>
  );
}

function Offices({ offices }: { readonly offices: readonly StandingUnit[] }) {
  const kinds = Map.groupBy(offices, (one) => one.kind);
  const known = Object.keys(OFFICE_KINDS).filter((kind) => kinds.has(kind));
  const others = [...kinds.keys()].filter((kind) => !known.includes(kind));
  return (
    <div class="area-tree">
      {[...known, ...others].map((kind) => (
        <details key={kind} class="area-branch">
          <summary>
            <span>{OFFICE_KINDS[kind] ?? 'Cơ quan khác'}</span>
            <span class="count">{kinds.get(kind)?.length}</span>
          </summary>
          <UnitList units={kinds.get(kind) ?? []} />
        </details>
      ))}
    </div>
  );
}
