import type { Tx } from '../../shared/house.ts';
import { officeId, stableId } from '../../units/reference-ids.ts';
import { insertRows } from './insert-rows.ts';
import { type Holding, holdingsOf } from './offices.ts';
import type { Seed } from './seed.ts';
import type { BlockSeed } from './seed-shapes.ts';

export const MOVEMENT_ID = stableId('movement:lai-chau-2022');
const PARENT_ID = stableId('movement:vi-nguoi-ngheo-2021');

/** The movement under its national parent, its roles with their holders, its blocks. */
export async function loadMovement(tx: Tx, seed: Seed): Promise<Holding[]> {
  const { parent, movement, roles } = seed.movement;
  const head = ({ name, shortName, fromYear, toYear }: typeof movement) => ({
    name,
    short_name: shortName,
    from_year: fromYear,
    to_year: toYear,
  });
  await insertRows(tx, 'movements', [
    { id: PARENT_ID, ...head(parent), parent_id: null },
    { id: MOVEMENT_ID, ...head(movement), parent_id: PARENT_ID },
  ]);
  await insertRows(
    tx,
    'movement_roles',
    roles.map(({ key, name }, place) => ({ key, name, position: place + 1 })),
  );
  const holdings = holdingsOf(seed);
  await insertRows(tx, 'role_holders', holdings.map(holderRow));
  await loadBlocks(tx, seed, holdings);
  return holdings;
}

function holderRow({ id, code, role, from, to, source, confirmed }: Holding) {
  return {
    id: stableId(`holder:${role}:${code}`),
    movement_id: MOVEMENT_ID,
    role,
    unit_id: id,
    valid_from: from,
    valid_to: to,
    source,
    confirmed,
  };
}

async function loadBlocks(tx: Tx, { movement }: Seed, holdings: readonly Holding[]): Promise<void> {
  const blocks = movement.blocks.flatMap((block) =>
    block.years.map((year) => ({
      id: stableId(`block:${block.name}:${year}`),
      year,
      block,
    })),
  );
  await insertRows(
    tx,
    'emulation_blocks',
    blocks.map(({ id, year, block: { name, source, confirmed } }) => ({
      id,
      movement_id: MOVEMENT_ID,
      year,
      name,
      source,
      confirmed,
    })),
  );
  const members = blocks.flatMap(({ id, year, block }) =>
    membersOf(block, year, holdings).map((unit) => ({ block_id: id, unit_id: unit })),
  );
  await insertRows(tx, 'block_members', members);
}

/** The offices of a block that stood at the end of the year. */
function membersOf(block: BlockSeed, year: number, holdings: readonly Holding[]): string[] {
  const wanted = new Set((block.codes ?? []).map(officeId));
  const yearEnd = `${year}-12-31`;
  const members = holdings.filter(
    ({ id, role, from, to }) =>
      (block.role === role || wanted.has(id)) && from <= yearEnd && (!to || to >= yearEnd),
  );
  return [...new Set(members.map((one) => one.id))];
}
