import type { World } from './world.ts';

/** Where the page of a household is, by the code that people know: `MT-001`. */
export async function householdAddress({ house }: World, code: string): Promise<string> {
  const household = await house.db
    .selectFrom('households')
    .select('id')
    .where('code', '=', code)
    .executeTakeFirst();
  if (!household) throw new Error(`There is no household "${code}"`);
  return `/households/${household.id}`;
}
