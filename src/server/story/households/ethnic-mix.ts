import type { Chance } from '../chance.ts';
import type { Seed } from '../seed.ts';

/** Weights by code of 2008; need not add up to anything. */
export type Weights = readonly (readonly [code: string, weight: number])[];

/** Persons to a household, where a source tells only persons. */
const PERSONS_A_HOUSEHOLD = 4;

/**
 * The minorities of a district in households: Mông, Mảng and Hoa as counted at the end of 2018,
 * the others a rough mix that says nothing of any real place.
 */
export function ethnicMix({ poverty, households, ...seed }: Seed, districtCode: string): Weights {
  const counted = seed.ethnicByDistrict
    .filter((row) => row.district_code === districtCode)
    .map((row): [string, number] => [
      row.ethnic_code_2008 ?? '',
      Number(row.households) || Number(row.population) / PERSONS_A_HOUSEHOLD,
    ]);
  const communes = new Set(
    seed.merger.filter((row) => row.old_district_code === districtCode).map((row) => row.old_code),
  );
  const all = seed.census
    .filter((row) => communes.has(row.code_2022))
    .reduce((sum, row) => sum + Number(row.households), 0);
  const share = poverty.districts.find((one) => one.code === districtCode)?.ethnicShare ?? 0;
  const told = counted.reduce((sum, [, weight]) => sum + weight, 0);
  const left = Math.max(0, (all * share) / 100 - told);
  const rough = Object.entries(households.minorities[districtCode] ?? {});
  return [...counted, ...rough.map(([code, part]) => [code, (left * part) / 100] as const)];
}

/** One of them, the heavier the likelier. */
export function drawWeighted(weights: Weights, chance: Chance): string {
  let left = chance.next() * weights.reduce((sum, [, weight]) => sum + weight, 0);
  for (const [value, weight] of weights) {
    left -= weight;
    if (left <= 0) return value;
  }
  throw new RangeError('nothing to draw from');
}
