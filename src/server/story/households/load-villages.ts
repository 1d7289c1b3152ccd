import type { Tx } from '../../../shared/house.ts';
import { insertRows } from '../insert-rows.ts';
import type { Seed } from '../seed.ts';
import { communesIn, type NewCommune, type Reach } from './scope.ts';
import { type Village, villageRows, villagesOf } from './villages.ts';

/** The communes that have households in the story, each with its made-up villages. */
export type Villages = ReadonlyMap<NewCommune, readonly Village[]>;

/** Loads the made-up villages under the units that are there, and gives them by commune. */
export async function loadVillages(tx: Tx, seed: Seed, reach: Reach): Promise<Villages> {
  const villages = new Map(
    communesIn(seed, reach).map((commune) => [commune, villagesOf(seed, commune)]),
  );
  const { units, periods } = villageRows([...villages.values()].flat());
  await insertRows(tx, 'units', units);
  await insertRows(tx, 'unit_periods', periods);
  return villages;
}
