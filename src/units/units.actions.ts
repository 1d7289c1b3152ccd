import type { Tx } from '../shared/house.ts';
import { type ReferenceTexts, referenceUnits } from './reference-units.ts';
import { insertReference } from './units.sql.ts';

/**
 * Loads the reference lists of areas and offices (texts of db/seed/units) in a few statements.
 * Ids are the same in every run, so loading again changes nothing.
 */
export async function loadReferenceUnits(tx: Tx, texts: ReferenceTexts): Promise<void> {
  await insertReference(tx, referenceUnits(texts));
}
