import type { Day } from '../shared/day.ts';
import type { PeriodRow, Sort } from './unit.ts';

/** A unit as it stood on a day. */
export interface StandingUnit {
  readonly unit_id: string;
  readonly sort: Sort;
  readonly level: string;
  readonly kind: string;
  readonly name: string;
  readonly full_name: string;
  readonly parent_id: string | null;
  readonly area_id: string | null;
  readonly poor_area: boolean | null;
  readonly confirmed: boolean;
}

/** A unit that came before or after another. */
export interface Relative {
  readonly unit_id: string;
  readonly full_name: string;
  /** The unit above it then; told of those before. */
  readonly parent_name: string | null;
  readonly on_day: Day;
  readonly kind: string;
  readonly share: number;
  readonly scope: string | null;
  readonly source: string;
  readonly confirmed: boolean;
}

export interface ShownPeriod extends PeriodRow {
  readonly level_name: string | null;
  readonly parent_name: string | null;
}

export interface UnitWithPeriods {
  readonly id: string;
  readonly sort: Sort;
  readonly note: string | null;
  /** Earliest first, never empty. */
  readonly periods: readonly ShownPeriod[];
}

export interface OfficeOfArea {
  readonly unit_id: string;
  readonly full_name: string;
  readonly kind: string;
  readonly valid_to: Day | null;
}

export interface HeldRole {
  readonly id: string;
  readonly role: string;
  readonly movement: string;
  readonly valid_from: Day;
  readonly valid_to: Day | null;
  readonly source: string;
  readonly confirmed: boolean;
}

/** The period that holds on a day, else the last one before it, else the first. */
export function periodOn<P extends { valid_from: Day }>(
  periods: readonly P[],
  on: Day,
): P | undefined {
  return periods.findLast((one) => one.valid_from <= on) ?? periods[0];
}

/** One area and those right under it, in the order handed in. */
export interface AreaNode {
  readonly area: StandingUnit;
  readonly below: readonly AreaNode[];
}

/** The areas of a day as a tree; whoever has nobody above on that day stands on top. */
export function areaTree(areas: readonly StandingUnit[]): AreaNode[] {
  const ids = new Set(areas.map((one) => one.unit_id));
  const under = Map.groupBy(areas, (one) =>
    one.parent_id && ids.has(one.parent_id) ? one.parent_id : '',
  );
  const nodesUnder = (id: string): AreaNode[] =>
    (under.get(id) ?? []).map((area) => ({ area, below: nodesUnder(area.unit_id) }));
  return nodesUnder('');
}

/** "94 xã, 5 phường, 7 thị trấn": how many of each kind, most first. */
export function countKinds(areas: readonly StandingUnit[]): string {
  const kinds = [...Map.groupBy(areas, (one) => one.kind)];
  return kinds
    .sort(([, left], [, right]) => right.length - left.length)
    .map(([kind, units]) => `${units.length} ${kind}`)
    .join(', ');
}
