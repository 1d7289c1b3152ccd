import type { Day } from '../shared/day.ts';
import type { Db, Tx } from '../shared/house.ts';
import { fold } from '../shared/vietnamese.ts';
import { areaMap } from './area-map.ts';
import { insertBlock, setMembers } from './blocks.sql.ts';
import { referenceBlocks } from './reference-blocks.ts';
import { areaId } from './reference-ids.ts';
import { type ReferenceTexts, referenceUnits } from './reference-units.ts';
import { findUnits } from './search.sql.ts';
import { hitsOf, type UnitHit } from './search.ts';
import { insertReference, storeAreaMap } from './units.sql.ts';

/**
 * Loads the reference lists of areas and offices (texts of db/seed/units) in a few statements.
 * Ids are the same in every run, so loading again changes nothing.
 */
export async function loadReferenceUnits(tx: Tx, texts: ReferenceTexts): Promise<void> {
  await insertReference(tx, referenceUnits(texts));
}

const LEAST_LETTERS = 2;

/**
 * Units by any name that they bear or bore, accents optional but respected when typed. Each hit
 * says which one it is: when it held, under whom, what became of it, what it was made of. Fewer
 * than two letters find nothing.
 */
export async function searchUnits(db: Db, typed: string, today: Day): Promise<UnitHit[]> {
  if (fold(typed).length < LEAST_LETTERS) return [];
  return hitsOf(await findUnits(db, typed, today), today);
}

/** Loads the emulation blocks that a public source names, for a movement that is stored. */
export async function loadReferenceBlocks(tx: Tx, movementId: string): Promise<void> {
  for (const block of referenceBlocks(movementId)) {
    await insertBlock(tx, block.id, { movementId, year: block.year }, block);
    await setMembers(tx, block.id, block.memberIds);
  }
}

/** Loads the outlines of the communes of 1/7/2025 (a GeoJSON text with their codes). */
export async function loadReferenceMap(tx: Tx, geojson: string): Promise<void> {
  await storeAreaMap(
    tx,
    areaMap(geojson, (code) => areaId('2025', code)),
  );
}
