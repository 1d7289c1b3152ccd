import type { CommuneStatus } from '../rounds/review-round.ts';

/** A commune that a round asks; without a status it has not begun, which is no zero. */
export interface AskedCommune {
  readonly communeId: string;
  /** As it was called on the day of the round. */
  readonly name: string;
  /** The district of that day; none since 1/7/2025. */
  readonly districtId: string | null;
  readonly districtName: string | null;
  readonly status: CommuneStatus | null;
}

/** Kept rows of `unitId` (a commune, or a village of it) that count at a place of another day. */
export interface PlacedRows {
  readonly communeId: string;
  readonly unitId: string;
  readonly placeId: string;
  readonly placeName: string;
  /** Less than 1 where a split commune is known only as a whole: the sum is then an estimate. */
  readonly share: number;
}

/** How far the communes behind a number are. */
export interface Coverage {
  readonly asked: number;
  readonly begun: number;
  readonly recognised: number;
}

export function coverageOf(communes: readonly Pick<AskedCommune, 'status'>[]): Coverage {
  return {
    asked: communes.length,
    begun: communes.filter(({ status }) => status !== null).length,
    recognised: communes.filter(({ status }) => status === 'recognised').length,
  };
}
