import type { Db, Tx } from '../shared/house.ts';
import type { Round } from './round.ts';
import { loadTotals, type TotalsWish } from './totals.sql.ts';
import type { Placement, Total, Totals } from './totals.ts';
import { loadPlacements } from './totals-places.sql.ts';
import { loadCountedReports } from './totals-reports.sql.ts';

/**
 * Totals of the round before, keyed by the places of this round, to compare with. A unit
 * that did not report then is compared with the areas merged into its own, and only where
 * all of them gave the figure: a sum over a part of them would be no comparison.
 */
export async function lastTotals(
  db: Db | Tx,
  round: Pick<Round, 'id' | 'previousId' | 'expectedOn' | 'topId'>,
  wish: TotalsWish = { on: null },
): Promise<Totals> {
  const { previousId } = round;
  if (previousId === null) return new Map();
  const before = new Map(await loadTotals(db, previousId, wish));
  const formerTop = await topOf(db, previousId);
  const whole = formerTop && before.get(formerTop);
  if (whole) before.set(round.topId, whole);
  if (wish.on !== null) return before;
  const moved = await loadTotals(db, previousId, { ...wish, on: round.expectedOn });
  const counts = countByPlace(await loadPlacements(db, previousId, round.expectedOn));
  for (const { unitId, areaId } of await loadCountedReports(db, round.id))
    if (areaId && !before.has(unitId) && moved.has(areaId))
      before.set(unitId, onlyWhole(moved.get(areaId) ?? new Map(), counts.get(areaId) ?? 0));
  return before;
}

async function topOf(db: Db | Tx, roundId: string): Promise<string | undefined> {
  const row = await db
    .selectFrom('rounds')
    .select('top_id')
    .where('id', '=', roundId)
    .executeTakeFirst();
  return row?.top_id;
}

function countByPlace(placements: readonly Placement[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { placeId } of placements) counts.set(placeId, (counts.get(placeId) ?? 0) + 1);
  return counts;
}

function onlyWhole(totals: ReadonlyMap<string, Total>, all: number): ReadonlyMap<string, Total> {
  return new Map([...totals].filter(([, { reported }]) => reported === all));
}
