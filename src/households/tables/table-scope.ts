import type { Day } from '../../shared/day.ts';
import type { ReviewRound } from '../rounds/review-round.ts';
import type { AskedCommune, PlacedRows } from './asked-commune.ts';
import type { Level, TableAsk, TableUnit, TableView } from './table-rows.ts';

/** Where the communes of a round are told, and on which day's names. */
export interface Told {
  readonly round: ReviewRound;
  readonly on: Day;
  readonly communes: readonly AskedCommune[];
  readonly placed: readonly PlacedRows[];
  readonly province: { readonly id: string; readonly name: string };
}

/** A unit before its numbers: what it is made of. */
export interface Outline extends Pick<TableUnit, 'id' | 'level' | 'number' | 'name'> {
  /** Places whose cells it sums. */
  readonly places: readonly string[];
}

export interface Scope {
  readonly level: Level;
  readonly id: string;
  readonly name: string;
  readonly above: TableView['above'];
  readonly outlines: readonly Outline[];
}

/** Whom a table is asked for and which rows it has; `undefined` for a unit that is not told. */
export function scopeOf(told: Told, { unitId, units }: TableAsk): Scope | undefined {
  const { province } = told;
  const districts = units === 'then' ? districtsOf(told.communes) : [];
  if (unitId === '' || unitId === province.id)
    return {
      ...province,
      level: 'province',
      above: null,
      outlines: provinceOutlines(told, districts),
    };
  const district = districts.find(({ id }) => id === unitId);
  if (district) return districtScope(told, district);
  const place = told.placed.find(({ placeId }) => placeId === unitId);
  if (!place) return undefined;
  const own = told.communes.find(({ communeId }) => communeId === unitId);
  const above = districts.find(({ id }) => id === own?.districtId) ?? province;
  return { level: 'commune', id: unitId, name: place.placeName, above, outlines: [] };
}

interface District {
  readonly id: string;
  readonly name: string;
  readonly communeIds: readonly string[];
}

function districtsOf(communes: readonly AskedCommune[]): District[] {
  const grouped = Map.groupBy(communes, ({ districtId }) => districtId);
  return [...grouped].flatMap(([id, own]) =>
    id === null
      ? []
      : [{ id, name: own[0]?.districtName ?? '', communeIds: own.map((one) => one.communeId) }],
  );
}

function provinceOutlines(told: Told, districts: readonly District[]): Outline[] {
  const places = [...new Set(told.placed.map(({ placeId }) => placeId))];
  const whole = { ...told.province, level: 'province' as const, number: '', places };
  const listed = districts
    .toSorted((a, b) => a.name.localeCompare(b.name, 'vi'))
    .flatMap((district, at) => [
      ...[
        {
          ...district,
          level: 'district' as const,
          number: `${at + 1}`,
          places: district.communeIds,
        },
      ],
      ...communeOutlines(told, district.communeIds, `${at + 1}.`),
    ]);
  const under = new Set(districts.flatMap(({ communeIds }) => communeIds));
  const rest = places.filter((id) => !under.has(id));
  return [whole, ...listed, ...communeOutlines(told, rest, '', districts.length)];
}

function districtScope(told: Told, district: District): Scope {
  const { id, name, communeIds } = district;
  const whole = { id, name, level: 'district' as const, number: '', places: communeIds };
  const outlines = [whole, ...communeOutlines(told, communeIds, '')];
  return { level: 'district', id, name, above: told.province, outlines };
}

function communeOutlines(told: Told, ids: readonly string[], prefix: string, after = 0): Outline[] {
  const names = new Map(told.placed.map(({ placeId, placeName }) => [placeId, placeName]));
  return ids.map((id, at) => ({
    ...{ id, level: 'commune', number: `${prefix}${after + at + 1}`, name: names.get(id) ?? '' },
    places: [id],
  }));
}

/** The communes of the round that count at some places. */
export function communesAt({ communes, placed }: Told, places: readonly string[]): AskedCommune[] {
  const wanted = new Set(places);
  const there = placed.filter(({ placeId }) => wanted.has(placeId));
  const ids = new Set(there.map(({ communeId }) => communeId));
  return communes.filter(({ communeId }) => ids.has(communeId));
}
