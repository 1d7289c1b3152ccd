import type { Db, Tx } from '../../shared/house.ts';
import { ratio } from '../forms/figure.ts';
import type { Round } from '../rounds/round.ts';
import { ADJUSTED_APART, type Placement, type Total, type Totals } from './totals.ts';
import { loadPlacements } from './totals-places.sql.ts';
import { loadCountedReports } from './totals-reports.sql.ts';
import {
  loadKept,
  loadMoved,
  loadMovedRatios,
  loadRatios,
  type TotalRow,
  type TotalsWish,
} from './totals-sums.sql.ts';

/**
 * All totals of a round by place and slug. As it was: the kept sums, one row per unit of the
 * tree. In units of a day: areas of that day, units that serve no area of their own as they
 * were, adjustments apart at `ADJUSTED_APART`, and the whole under the round's top, equal in
 * both tellings. An unknown round has no totals.
 */
export async function loadTotals(db: Db | Tx, roundId: string, wish: TotalsWish): Promise<Totals> {
  const { on } = wish;
  const sums = await (on ? loadMoved(db, roundId, on, wish) : loadKept(db, roundId, wish));
  const ratios = await (on
    ? loadMovedRatios(db, roundId, on, wish)
    : loadRatios(db, roundId, wish));
  const totals = new Map<string, Map<string, Total>>();
  for (const row of [...sums, ...ratios]) {
    const place = row.place ?? ADJUSTED_APART;
    const held = totals.get(place) ?? new Map<string, Total>();
    totals.set(place, held.set(row.slug, asTotal(row)));
  }
  return totals;
}

function asTotal({ amount, denominator, reported, adjusted, estimated }: TotalRow): Total {
  const total = { amount, reported, adjusted, estimated };
  if (denominator === null) return total;
  return {
    ...total,
    amount: ratio(amount, denominator),
    parts: { numerator: amount, denominator },
  };
}

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
