import { officeId } from '../../units/reference-ids.ts';
import { type Amounts, type CommunePoverty, communesThroughYears } from './commune-poverty.ts';
import type { Cells, Seed } from './seed.ts';

/** The amounts of the office of a commune in a year; by year, then by office id. */
export type PovertyStory = ReadonlyMap<number, ReadonlyMap<string, Amounts>>;

/**
 * The poverty tables of every commune, 2022 to 2025. Each year's total of the province is
 * shared out by households (census 2019) and a made-up rate; opening is last year's closing
 * and every identity of the form holds. For 2025 the old communes are added into the new ones.
 */
export function povertyStory(seed: Seed): PovertyStory {
  const told = communesThroughYears(seed, seed.rounds.adjustments);
  const years = seed.poverty.province.slice(1).map(({ year }) => year);
  return new Map(
    years.map((year) => {
      const rows = told.map(({ code, years: own }) => [code, own.get(year) ?? {}] as const);
      return [year, byOffice(new Map(rows), year, seed.merger)];
    }),
  );
}

/**
 * The same by old commune, 2025 too, and without what two offices counted twice: added up, the
 * households of the story give the published totals exactly.
 */
export function povertyOfCommunes(seed: Seed): CommunePoverty[] {
  return communesThroughYears(seed, []);
}

function byOffice(
  rows: ReadonlyMap<string, Amounts>,
  year: number,
  merger: readonly Cells[],
): Map<string, Amounts> {
  const code = (row: Cells) =>
    year < 2025 ? `UBND.C22.${row.old_code}` : `UBND.C25.${row.new_code}`;
  const grouped = Map.groupBy(merger, (row) => officeId(code(row)));
  return new Map(
    [...grouped].map(([id, old]) => [id, added(old.map((row) => rows.get(row.old_code ?? '')))]),
  );
}

function added(all: readonly (Amounts | undefined)[]): Amounts {
  const sum: Record<string, number> = {};
  for (const one of all)
    for (const [slug, amount] of Object.entries(one ?? {})) sum[slug] = (sum[slug] ?? 0) + amount;
  return sum;
}
