import type { Tx } from '../../shared/house.ts';
import { findAlike, insertAlike } from './duplicates.sql.ts';
import { findProvinceOf } from './identities.sql.ts';

/**
 * Looks for households that may be among the given ones twice and queues each pair once for a
 * person of the commune; nothing is merged. For whoever has just written households: runs in
 * their transaction, set by set. Gives how many pairs are new.
 */
export async function queueDuplicates(
  tx: Tx,
  communeId: string,
  householdIds: readonly string[],
  now: Date,
): Promise<number> {
  if (householdIds.length === 0) return 0;
  const provinceId = await findProvinceOf(tx, communeId);
  if (!provinceId) return 0;
  const pairs = await findAlike(tx, provinceId, householdIds);
  return pairs.length ? insertAlike(tx, communeId, pairs, now) : 0;
}
