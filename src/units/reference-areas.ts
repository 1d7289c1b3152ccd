import { type Day, day } from '../shared/day.ts';
import { areaId, type Era, stableId } from './reference-ids.ts';
import type { PeriodRow, SuccessionRow, UnitRow } from './unit.ts';

type Cells = Readonly<Record<string, string>>;

const CATALOGUE = 'Danh mục đơn vị hành chính của Tổng cục Thống kê, bản 17/9/2022';
const RESOLUTION = 'Nghị quyết 1670/NQ-UBTVQH15 ngày 16/6/2025';
const MERGED_ON = day('2025-07-01');

export interface AreaRows {
  readonly units: readonly UnitRow[];
  readonly periods: readonly PeriodRow[];
  readonly successions: readonly SuccessionRow[];
}

/**
 * Areas from the rows of units-2022, units-2025 and merger-2025: the province, 8 districts,
 * 106 old communes, 38 communes of 1/7/2025. The two that kept their land are one unit with two
 * periods; the other 104 old communes end and are followed whole by a new one.
 */
export function referenceAreas(old: Cells[], current: Cells[], merger: Cells[]): AreaRows {
  const clauses = new Map(merger.map((row) => [row.new_code, row.clause_1670]));
  // The province lies in both files; its period of 2022 has no end, so that one row is enough.
  const communes = current.filter((row) => row.level === 'commune');
  const periods = [
    ...old.map(oldPeriod),
    ...communes.map((row) => newPeriod(row, clauses.get(row.code))),
  ];
  const ids = new Set(periods.map((one) => one.unit_id));
  return {
    units: [...ids].map((id) => ({ id, sort: 'area', note: noteOf(id, periods) })),
    periods,
    successions: merger.filter((row) => row.kind === 'full').map(succession),
  };
}

function oldPeriod(row: Cells): PeriodRow {
  return {
    ...sharedCells('2022', row),
    aliases: [row.full_name_variant_1670, row.gso_raw_spelling].filter(Boolean).join('; '),
    poor_area: row.poor_district_2021_2025 ? row.poor_district_2021_2025 === '1' : null,
    valid_to: row.valid_to ? day(row.valid_to) : null,
    source: CATALOGUE,
  };
}

function newPeriod(row: Cells, clause = ''): PeriodRow {
  return {
    ...sharedCells('2025', row),
    aliases: '',
    poor_area: null,
    valid_to: null,
    source: `${RESOLUTION}, ${clause}`,
  };
}

function sharedCells(era: Era, row: Cells) {
  const { code = '', parent_code } = row;
  return {
    id: stableId(`period:area:${era}:${code}`),
    unit_id: areaId(era, code),
    code,
    level: row.level ?? '',
    kind: row.type ?? '',
    name: row.name ?? '',
    full_name: row.full_name ?? '',
    parent_id: parent_code ? areaId(era, parent_code) : null,
    area_id: null,
    valid_from: day(row.valid_from ?? ''),
    confirmed: true,
  };
}

/** The first day of the old periods is only how far back the list is sure. */
function noteOf(id: string, periods: readonly PeriodRow[]): string | null {
  const first = periods.find((one) => one.unit_id === id)?.valid_from;
  return first && first < MERGED_ON ? SINCE_NOTE : null;
}

/** How far back the lists are sure; not the day of founding. */
export const KNOWN_SINCE: Day = day('2020-02-01');
const SINCE_NOTE = 'Ngày 1/2/2020 là mốc địa giới ổn định gần nhất, không phải ngày thành lập.';

function succession(row: Cells): SuccessionRow {
  const { old_code = '', new_code = '' } = row;
  return {
    id: stableId(`succession:area:${old_code}:${new_code}`),
    from_id: areaId('2022', old_code),
    to_id: areaId('2025', new_code),
    on_day: MERGED_ON,
    kind: 'whole',
    share: Number(row.share_of_old_unit),
    scope: null,
    source: `${RESOLUTION}, ${row.clause_1670}`,
    confirmed: true,
  };
}
