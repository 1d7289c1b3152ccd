import type { PovertyStandard } from '../standard/poverty-standard.ts';

/** How a household stands in one indicator; not surveyed is a third thing, not "no". */
export const TILE_STATES = {
  deprived: 'Thiếu hụt',
  met: 'Không thiếu hụt',
  unknown: 'Chưa khảo sát',
} as const;
export type TileState = keyof typeof TILE_STATES;

export interface Tile {
  readonly key: string;
  readonly name: string;
  readonly deprivedWhen: string;
  readonly state: TileState;
}

export interface Dimension {
  readonly name: string;
  readonly tiles: readonly Tile[];
}

/** The indicators of a standard by dimension, in the order of the form. `deprived` null: no survey. */
export function dimensionsOf(
  standard: PovertyStandard,
  deprived: readonly string[] | null,
): Dimension[] {
  const byName = Map.groupBy(standard.indicators, ({ dimension }) => dimension);
  return [...byName].map(([name, indicators]) => ({
    name,
    tiles: indicators.map(({ key, name: indicator, deprivedWhen }) => ({
      ...{ key, name: indicator, deprivedWhen },
      state: stateOf(key, deprived),
    })),
  }));
}

function stateOf(key: string, deprived: readonly string[] | null): TileState {
  if (deprived === null) return 'unknown';
  return deprived.includes(key) ? 'deprived' : 'met';
}
