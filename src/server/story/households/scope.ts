import type { CommunePoverty } from '../commune-poverty.ts';
import { povertyOfCommunes } from '../poverty.ts';
import type { Seed } from '../seed.ts';

/** How much of the province has households in the story: a few communes, or every one. */
export type Reach = 'few' | 'whole';

/** A commune until 30/6/2025 with all that its households are made of. */
export interface OldCommune {
  readonly code: string;
  readonly districtCode: string;
  /** Its place among all old communes, the same whatever the reach. */
  readonly place: number;
  readonly urban: boolean;
  /** Households of one person, of two, …, of seven and more (census 2019). */
  readonly sizes: readonly number[];
  readonly poverty: CommunePoverty;
}

/** A commune of 1/7/2025 with the old ones that went into it. */
export interface NewCommune {
  readonly code: string;
  readonly parts: readonly OldCommune[];
}

/** The communes whose households are told, in the order of the list of the merger. */
export function communesIn(seed: Seed, reach: Reach): NewCommune[] {
  const old = oldCommunes(seed);
  const grouped = Map.groupBy(seed.merger, (row) => row.new_code ?? '');
  return [...grouped]
    .filter(([code]) => reach === 'whole' || seed.households.communes.includes(code))
    .map(([code, rows]) => ({
      code,
      parts: rows.flatMap((row) => old.get(row.old_code ?? '') ?? []),
    }));
}

function oldCommunes(seed: Seed): Map<string, OldCommune> {
  const census = Map.groupBy(seed.census, (row) => row.code_2022 ?? '');
  const poverty = new Map(povertyOfCommunes(seed).map((one) => [one.code, one]));
  return new Map(
    seed.merger.map(({ old_code: code = '', old_district_code = '' }, place) => {
      const own = poverty.get(code);
      const rows = census.get(code) ?? [];
      if (!own) throw new Error(`no poverty story for commune ${code}`);
      const urban = rows.some((row) => Number(row.population_urban) > 0);
      const sizes = SIZES.map((size) => rows.reduce((sum, row) => sum + Number(row[size]), 0));
      return [code, { code, districtCode: old_district_code, place, urban, sizes, poverty: own }];
    }),
  );
}

const SIZES = ['hh_1', 'hh_2', 'hh_3', 'hh_4', 'hh_5', 'hh_6', 'hh_7plus'] as const;
