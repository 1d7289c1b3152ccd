import type { Tx } from '../../shared/house.ts';
import { referenceStandards, type StandardTexts } from './reference-standards.ts';
import { insertStandard } from './standards.sql.ts';

/** Loads the standards of 2016–2021, 2022–2026 and 2027–2030 into an empty house. */
export async function loadReferenceStandards(tx: Tx, texts: StandardTexts): Promise<void> {
  for (const standard of referenceStandards(texts)) await insertStandard(tx, standard);
}
