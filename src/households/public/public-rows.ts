import {
  type PublicCommune,
  type PublicYear,
  sumOfCounts,
  type UnitCounts,
} from './public-year.ts';

/** A printed row: the province, a unit of today, or a commune as it was. */
export interface PublicRow {
  /** A commune that is a unit of today alone is one row, in both views. */
  readonly key: string;
  readonly unitId: string;
  readonly name: string;
  /** Missing when a commune in it has not been recognised: its sum would be no sum. */
  readonly counts: UnitCounts | undefined;
  /** The rows that it sums; none under a commune as it was. */
  readonly partKeys: readonly string[];
}

/** The rows of a year: the province sums today's units, which sum the communes as they were. */
export interface PublicRows {
  readonly province: PublicRow;
  readonly today: readonly PublicRow[];
  readonly asItWas: readonly PublicRow[];
}

export function publicRows(year: PublicYear): PublicRows {
  const groups = [...Map.groupBy(year.communes, (one) => one.todayId)];
  const today = groups.map(([id, parts]) => todayRow(id, parts)).sort(byName);
  return {
    province: provinceRow(year, today),
    today,
    asItWas: year.communes.map(thenRow).sort(byName),
  };
}

/** Every row once: a commune that stands in both views is the same row. */
export function everyRow({ province, today, asItWas }: PublicRows): PublicRow[] {
  return [...new Map([province, ...today, ...asItWas].map((row) => [row.key, row])).values()];
}

function thenRow({ id, name, counts }: PublicCommune): PublicRow {
  return { key: `then:${id}`, unitId: id, name, counts, partKeys: [] };
}

function todayRow(unitId: string, parts: readonly PublicCommune[]): PublicRow {
  const [first, ...others] = parts;
  const name = first?.todayName ?? '';
  if (first && others.length === 0 && first.id === unitId) return { ...thenRow(first), name };
  return {
    ...{ key: `today:${unitId}`, unitId, name },
    counts: summed(parts.map(({ counts }) => counts)),
    partKeys: parts.flatMap(({ id, counts }) => (counts ? `then:${id}` : [])),
  };
}

/** The province is the sum of what has been recognised; the page says what is missing. */
function provinceRow(year: PublicYear, today: readonly PublicRow[]): PublicRow {
  const known = year.communes.flatMap(({ counts }) => counts ?? []);
  return {
    ...{ key: 'province', unitId: year.provinceId, name: year.provinceName },
    counts: known.length > 0 ? sumOfCounts(known) : undefined,
    partKeys: today.flatMap(({ key, counts, partKeys }) => (counts ? key : partKeys)),
  };
}

function summed(counts: readonly (UnitCounts | undefined)[]): UnitCounts | undefined {
  const known = counts.filter((one) => one !== undefined);
  return known.length === counts.length && known.length > 0 ? sumOfCounts(known) : undefined;
}

const ORDER = new Intl.Collator('vi');

/** By name without its sort, "Xã Bản Bo" under B; never by a number, which an order would tell. */
function byName(one: PublicRow, other: PublicRow): number {
  const bare = (name: string) => name.replace(/^(Xã|Phường|Thị trấn)\s+/, '');
  return ORDER.compare(bare(one.name), bare(other.name));
}
