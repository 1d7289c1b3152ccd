import type { Person } from '../../people/person.ts';
import type { House } from '../../shared/house.ts';
import { maskName } from '../masking.ts';
import { loadHeads } from '../registry/identities.sql.ts';
import { readIdentities } from '../registry/readings.actions.ts';

interface Household {
  readonly householdId: string;
}

/** The names of heads by household as they may hang on a board; who has no name is not in it. */
export async function maskedHeads(
  { db }: House,
  provinceId: string,
  households: readonly Household[],
): Promise<Map<string, string>> {
  const ids = households.map(({ householdId }) => householdId);
  const heads = await loadHeads(db, provinceId, ids);
  return new Map([...heads].map(([id, { fullName }]) => [id, maskName(fullName)]));
}

/** The same in full, with one reading of all of them on record. */
export async function namedHeads(
  house: House,
  person: Person,
  wish: {
    readonly communeId: string;
    readonly households: readonly Household[];
    readonly purpose: string;
  },
): Promise<Map<string, string>> {
  const { communeId, households, purpose } = wish;
  if (households.length === 0) return new Map();
  const householdIds = households.map(({ householdId }) => householdId);
  const named = await readIdentities(house, person, { communeId, householdIds, purpose });
  return new Map([...named].map(([id, { headName }]) => [id, headName]));
}
