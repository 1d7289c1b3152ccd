import type { ExpectedUnit } from './round.ts';

/** Where an expected report goes: up the tree for totals, and to whom it is sent. */
export interface PlacedUnit extends ExpectedUnit {
  /** The office above it that has a report in this round, else the top. */
  readonly sumsInto: string | null;
  readonly receiverId: string;
  /** From the top down to the unit itself. */
  readonly path: readonly string[];
}

/**
 * The tree of a round. A commune whose district reports too is received by that district
 * and adds into it; all others are received by the standing agency and add into the top
 * (plan VI.3; since 1/7/2025 communes stand directly under the province).
 */
export function placeExpected(
  expected: readonly ExpectedUnit[],
  topId: string,
  receiverId: string,
): PlacedUnit[] {
  const reporting = new Set(expected.map((unit) => unit.unitId));
  return expected.map((unit) => {
    const above = unit.parentId && reporting.has(unit.parentId) ? unit.parentId : null;
    return {
      ...unit,
      sumsInto: above ?? topId,
      receiverId: above ?? receiverId,
      path: above ? [topId, above, unit.unitId] : [topId, unit.unitId],
    };
  });
}
