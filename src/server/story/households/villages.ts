import { day } from '../../../shared/day.ts';
import { areaId, stableId } from '../../../units/reference-ids.ts';
import type { PeriodRow, UnitRow } from '../../../units/unit.ts';
import { type Chance, chanceOf } from '../chance.ts';
import type { Seed } from '../seed.ts';
import { drawWeighted, ethnicMix } from './ethnic-mix.ts';
import type { NewCommune, OldCommune } from './scope.ts';

/** Households to a village, about. */
const HOUSEHOLDS_A_VILLAGE = 95;

/** A made-up village: a unit of the register, and what its households have in common. */
export interface Village {
  readonly id: string;
  readonly oldCode: string;
  readonly newCode: string;
  readonly kind: 'bản' | 'tổ dân phố';
  /** Before and after the merger: wards number their quarters on. */
  readonly names: { readonly before: string; readonly after: string };
  readonly weight: number;
  /** The ethnic group of most of it (code of 2008). */
  readonly group: string;
  /** How much harder life is than next door; below 0: easier. */
  readonly hardship: number;
}

/** The id of a made-up village by its old commune and its number there, from 1. */
export function villageId(oldCode: string, number: number): string {
  return stableId(`village:${oldCode}:${number}`);
}

/** The villages of a commune of 1/7/2025, old commune by old commune; no two share a name. */
export function villagesOf(seed: Seed, commune: NewCommune): Village[] {
  const taken = new Set<string>();
  let quarters = 0;
  return commune.parts.flatMap((part) => {
    const first = quarters;
    const villages = villagesIn(seed, commune.code, part, { taken, first });
    if (part.urban) quarters += villages.length;
    return villages;
  });
}

function villagesIn(
  seed: Seed,
  newCode: string,
  part: OldCommune,
  { taken, first }: { readonly taken: Set<string>; readonly first: number },
): Village[] {
  const count = Math.max(1, Math.round(part.poverty.first.households / HOUSEHOLDS_A_VILLAGE));
  const mix = ethnicMix(seed, part.districtCode);
  return Array.from({ length: count }, (_, at) => {
    const chance = chanceOf(`village:${part.code}:${at + 1}`);
    return {
      ...{ id: villageId(part.code, at + 1), oldCode: part.code, newCode },
      kind: part.urban ? 'tổ dân phố' : 'bản',
      names: part.urban
        ? { before: quarter(at + 1), after: quarter(first + at + 1) }
        : sameName(newName(seed, chance, taken)),
      weight: 0.7 + 0.6 * chance.next(),
      group: drawWeighted(mix, chance),
      hardship: 0.4 * (chance.next() - 0.5),
    };
  });
}

const quarter = (number: number) => `Tổ dân phố số ${number}`;
const sameName = (name: string) => ({ before: name, after: name });

function newName({ households }: Seed, chance: Chance, taken: Set<string>): string {
  const { first, second } = households.toponyms;
  for (;;) {
    const name = `Bản ${chance.pick(first)} ${chance.pick(second)}`;
    if (taken.has(name)) continue;
    taken.add(name);
    return name;
  }
}

const MERGED_ON = day('2025-07-01');
const LAST_DAY = day('2025-06-30');
const KNOWN_SINCE = day('2020-02-01');

/** Units and periods of villages; where the commune kept its land the village has one period. */
export function villageRows(villages: readonly Village[]): {
  units: UnitRow[];
  periods: PeriodRow[];
} {
  return {
    units: villages.map(({ id }) => ({ id, sort: 'area', note: null })),
    periods: villages.flatMap(periodsOf),
  };
}

function periodsOf(village: Village): PeriodRow[] {
  const { oldCode, newCode, names } = village;
  const [before, after] = [areaId('2022', oldCode), areaId('2025', newCode)];
  const old = { parent_id: before, valid_from: KNOWN_SINCE, ...nameOf(village, names.before) };
  if (before === after) return [{ ...old, valid_to: null, ...idOf(village, '2022') }];
  const now = { parent_id: after, valid_from: MERGED_ON, ...nameOf(village, names.after) };
  return [
    { ...old, valid_to: LAST_DAY, ...idOf(village, '2022') },
    { ...now, valid_to: null, ...idOf(village, '2025') },
  ];
}

function idOf({ id }: Village, era: string) {
  return { id: stableId(`period:${id}:${era}`), unit_id: id };
}

function nameOf({ kind }: Village, fullName: string) {
  return {
    ...{ code: null, level: 'village', kind, aliases: '', area_id: null, poor_area: null },
    ...{ name: fullName.replace(/^(Bản|Tổ dân phố) /, ''), full_name: fullName },
    ...{ source: `${kind} giả, chỉ để minh họa`, confirmed: false },
  };
}
