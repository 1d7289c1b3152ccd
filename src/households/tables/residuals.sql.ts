import { sql } from 'kysely';
import type { Db } from '../../shared/house.ts';
import type { ReviewRound } from '../rounds/review-round.ts';
import { findRound } from '../rounds/rounds.sql.ts';
import type { PlacedRows } from './asked-commune.ts';
import { listAskedCommunes } from './asked-communes.sql.ts';
import { placeCommunes } from './placed-rows.sql.ts';
import {
  type Accounting,
  accountingOf,
  type Explanation,
  type Residual,
  unexplained,
} from './residuals.ts';
import { loadCells } from './totals.sql.ts';
import { NO_CELLS, type UnitCells } from './unit-cells.ts';

/** What the change tables of some communes of a round leave over; only communes that have begun. */
export async function loadAccounting(
  db: Db,
  round: ReviewRound,
  communeIds: readonly string[],
): Promise<Map<string, Accounting>> {
  const placed = communeIds.map((id) => ({ ...rowsOf(id), placeName: '' }));
  const now = await loadCells(db, round.id, placed);
  const last = await loadLastCells(db, round, communeIds);
  const explanations = await listExplanations(db, round.id, communeIds);
  return new Map(
    communeIds.map((id) => {
      const given = explanations.filter(({ communeId }) => communeId === id);
      return [id, accountingOf(now.get(id) ?? NO_CELLS, last.get(id) ?? null, given)];
    }),
  );
}

/** The differences that stop a recognition: those without a reason for exactly what they are. */
export async function unexplainedResiduals(
  db: Db,
  roundId: string,
  communeId: string,
): Promise<Residual[]> {
  const round = await findRound(db, roundId);
  const accounting = round && (await loadAccounting(db, round, [communeId])).get(communeId);
  return accounting ? unexplained(accounting) : [];
}

function rowsOf(id: string): Omit<PlacedRows, 'placeName'> {
  return { communeId: id, unitId: id, placeId: id, share: 1 };
}

/**
 * The cells of the review before on the communes of this one. A commune that was not whole then
 * (one of those merged into it did not review) has none: a part of them would be no comparison.
 */
async function loadLastCells(
  db: Db,
  { previousId, unitsOn }: ReviewRound,
  communeIds: readonly string[],
): Promise<Map<string, UnitCells>> {
  const before = previousId ? await findRound(db, previousId) : undefined;
  if (!before) return new Map();
  const asked = await listAskedCommunes(db, before);
  const ids = asked.map(({ communeId }) => communeId);
  const placed = await placeCommunes(db, before.id, ids, unitsOn);
  const silent = new Set(asked.filter(({ status }) => !status).map(({ communeId }) => communeId));
  const broken = placed.filter(({ communeId }) => silent.has(communeId));
  const parts = new Set(broken.map(({ placeId }) => placeId));
  const wanted = placed.filter(
    ({ placeId }) => communeIds.includes(placeId) && !parts.has(placeId),
  );
  const cells = await loadCells(db, before.id, wanted);
  return new Map(wanted.map(({ placeId }) => [placeId, cells.get(placeId) ?? NO_CELLS]));
}

/** The reasons that communes gave for differences, old ones included. */
async function listExplanations(
  db: Db,
  roundId: string,
  communeIds: readonly string[],
): Promise<(Explanation & { readonly communeId: string })[]> {
  const { rows } = await sql<Explanation & { communeId: string }>`
    select commune_id as "communeId", table_key as "table", households, members, reason, at,
           person_name as "personName"
    from review_explanations
    where commune_id = any(${communeIds}::uuid[]) and round_id = ${roundId}`.execute(db);
  return rows;
}
