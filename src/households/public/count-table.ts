/** A count of a published table. */
export interface Count {
  /** Where it stands: year, unit, column. */
  readonly key: string;
  readonly value: number;
  /** What it costs the reader when it is hidden; `Infinity`: it has been published and stays. */
  readonly weight: number;
  /** Never printed, yet it follows from what is: what is left of a total. */
  readonly silent?: boolean;
}

/** What a reader knows to be equal: a total and the sum of its parts; one part: the same count. */
export interface Relation {
  readonly total: string;
  readonly parts: readonly string[];
}

/** Counts with every equation that holds between them, over all views, years and files. */
export interface CountTable {
  readonly counts: readonly Count[];
  readonly relations: readonly Relation[];
}

/**
 * How a count is printed: itself; "dưới 5", which tells a reader 1 to 4; or not at all, which
 * tells that it is not 0.
 */
export type Mark = 'shown' | 'small' | 'hidden';
export type Marks = ReadonlyMap<string, Mark>;

/** From here on a count is printed. */
export const LEAST_SHOWN = 5;

/** 1 to 4: printed, it could lead to a household. */
export function isSmall(value: number): boolean {
  return value > 0 && value < LEAST_SHOWN;
}
