import { addDays, day } from '../shared/day.ts';
import { KNOWN_SINCE } from './reference-areas.ts';
import { areaId, type Era, eraOf, officeId, stableId } from './reference-ids.ts';
import type { PeriodRow, SuccessionRow, UnitRow } from './unit.ts';

type Cells = Readonly<Record<string, string>>;

export interface OfficeRows {
  readonly units: readonly UnitRow[];
  readonly periods: readonly PeriodRow[];
  readonly successions: readonly SuccessionRow[];
}

/**
 * Offices from the rows of lai-chau-agencies.csv. `districtOf` gives the code of the district of
 * an old commune. Left out: the pattern of commune divisions, which stands for no office; party
 * committees and councils of districts, to which nothing in the movement reports; blocks.
 */
export function referenceOffices(
  rows: readonly Cells[],
  districtOf: ReadonlyMap<string, string>,
): OfficeRows {
  const kept = rows.filter(isOffice);
  const byCode = new Map(kept.map((row) => [row.code ?? '', row]));
  return {
    units: unitsOf(kept),
    periods: kept.map((row) => periodOf(row, districtOf)),
    successions: kept.flatMap((row) => successionsOf(row, byCode)),
  };
}

function isOffice({ kind = '', level }: Cells): boolean {
  if (level === 'commune_template' || level === 'block') return false;
  return level !== 'district' || !['dang', 'hdnd'].includes(kind);
}

/** One unit per office, also where the list gives it a second row for a second period. */
function unitsOf(rows: readonly Cells[]): UnitRow[] {
  const grouped = Map.groupBy(rows, (row) => officeId(row.code ?? ''));
  return [...grouped].map(([id, same]) => ({
    id,
    sort: 'office',
    note: [...new Set(same.map((row) => row.note).filter(Boolean))].join('; ') || null,
  }));
}

function periodOf(row: Cells, districtOf: ReadonlyMap<string, string>): PeriodRow {
  const { code = '', name = '', source = '' } = row;
  return {
    id: stableId(`period:office:${code}`),
    unit_id: officeId(code),
    code: null, // the codes of the list are its own, no office bears them
    level: row.level ?? '',
    kind: row.kind ?? '',
    name,
    full_name: name,
    aliases: aliasesOf(code, name),
    parent_id: parentOf(row, districtOf),
    area_id: areaOf(row),
    poor_area: null,
    valid_from: row.valid_from ? day(row.valid_from) : KNOWN_SINCE,
    valid_to: row.valid_to ? day(row.valid_to) : null,
    source,
    confirmed: row.confidence === 'high',
  };
}

/** Short and long forms that people type. */
function aliasesOf(code: string, name: string): string {
  const long = name
    .replace(/^UBND\b/, 'Ủy ban nhân dân')
    .replace('MTTQ', 'Mặt trận Tổ quốc')
    .replace('HĐND', 'Hội đồng nhân dân');
  const short = name
    .replace(/^Ủy ban nhân dân/, 'UBND')
    .replace('Mặt trận Tổ quốc', 'MTTQ')
    .replace('Lao động - Thương binh và Xã hội', 'LĐTBXH');
  const known = code === 'SO.LDTBXH' ? ['Sở LĐ-TB&XH'] : [];
  return [long, short, ...known].filter((one) => one !== name).join('; ');
}

/** The office above: to whom it reports in the movement (plan, part VI). */
function parentOf(row: Cells, districtOf: ReadonlyMap<string, string>): string | null {
  const { code = '', kind, level, unit_code = '' } = row;
  if (['UBND', 'TU', 'HDND'].includes(code)) return null;
  if (kind === 'dang') return officeId('TU');
  const district = level === 'commune' ? districtOf.get(code) : undefined;
  if (district) return officeId(`UBND.D.${district}`);
  const ofDistrict = level === 'district' && kind !== 'ubnd';
  return officeId(ofDistrict ? `UBND.D.${unit_code}` : 'UBND');
}

function areaOf({ valid_from, unit_code = '' }: Cells): string {
  const era: Era = valid_from ? eraOf(valid_from) : '2022';
  return areaId(era, unit_code);
}

/** Whoever has one successor goes over whole; with several, each takes some of the duties. */
function successionsOf(row: Cells, byCode: ReadonlyMap<string, Cells>): SuccessionRow[] {
  const { code = '', successor = '', valid_to = '', note, source = '' } = row;
  const followers = successor.split('|').filter((one) => byCode.has(one));
  const others = followers.filter((one) => officeId(one) !== officeId(code));
  return others.map((to) => ({
    id: stableId(`succession:office:${code}:${to}`),
    from_id: officeId(code),
    to_id: officeId(to),
    on_day: addDays(day(valid_to), 1),
    kind: followers.length === 1 ? 'whole' : 'duties',
    share: 1,
    scope: note || null,
    source: byCode.get(to)?.source ?? source,
    confirmed: row.confidence === 'high' && byCode.get(to)?.confidence === 'high',
  }));
}
