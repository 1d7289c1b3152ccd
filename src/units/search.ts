import { type Day, showDay } from '../shared/day.ts';
import { KNOWN_SINCE } from './reference-areas.ts';
import type { Sort } from './unit.ts';

/** A unit found, as the database tells it: its last period, and the name that was met. */
export interface FoundUnit {
  readonly unit_id: string;
  readonly sort: Sort;
  readonly level: string;
  readonly kind: string;
  readonly full_name: string;
  readonly area_id: string | null;
  readonly parent_name: string | null;
  readonly valid_from: Day;
  readonly valid_to: Day | null;
  /** The spelling that was met, when it is not the name shown. */
  readonly met: string;
  readonly became: readonly Kin[];
  readonly was: readonly Kin[];
}

/** A unit before or after another. */
export interface Kin {
  readonly unitId: string;
  readonly name: string;
  readonly on: Day;
}

export interface UnitHit {
  readonly unitId: string;
  readonly sort: Sort;
  readonly fullName: string;
  readonly kind: string;
  readonly living: boolean;
  /** "từ 1/7/2025", "đến 30/6/2025" or "hiện nay". */
  readonly when: string;
  readonly parentName: string | null;
  readonly becameNames: readonly Kin[];
  readonly formerNames: readonly Kin[];
  /** Another name under which it was met. */
  readonly metAs: string | undefined;
  /** The people's committee of an area that was met along with it. */
  readonly office: { readonly unitId: string; readonly fullName: string } | undefined;
}

/**
 * Hits in the order found, each telling which one it is. A people's committee stands with the
 * area that it governs instead of being a hit of its own.
 */
export function hitsOf(found: readonly FoundUnit[], today: Day): UnitHit[] {
  const areas = new Set(found.filter((one) => one.sort === 'area').map((one) => one.unit_id));
  const committees = new Map(
    found.filter((one) => isCommitteeOf(one, areas)).map((one) => [one.area_id, one]),
  );
  return found
    .filter((one) => !isCommitteeOf(one, areas))
    .map((one) => hitOf(one, committees.get(one.unit_id), today));
}

function isCommitteeOf(one: FoundUnit, areas: ReadonlySet<string>): boolean {
  return one.kind === 'ubnd' && one.area_id !== null && areas.has(one.area_id);
}

function hitOf(one: FoundUnit, committee: FoundUnit | undefined, today: Day): UnitHit {
  const living = one.valid_to === null || one.valid_to >= today;
  return {
    unitId: one.unit_id,
    sort: one.sort,
    fullName: one.full_name,
    kind: one.kind,
    living,
    when: whenOf(one.valid_from, one.valid_to),
    parentName: one.parent_name,
    becameNames: one.became,
    formerNames: one.was,
    metAs: one.met === one.full_name || one.met === '' ? undefined : one.met,
    office: committee && { unitId: committee.unit_id, fullName: committee.full_name },
  };
}

/** When a unit or a name held, in words; the day from which lists are sure says nothing. */
export function whenOf(from: Day, to: Day | null): string {
  const since = from > KNOWN_SINCE ? `từ ${showDay(from)}` : '';
  const until = to ? `đến ${showDay(to)}` : '';
  return [since, until].filter(Boolean).join(' ') || 'hiện nay';
}
