import type { Closing } from '../household-class.ts';

/** How a household stands in a review, as far as a preview shows it. */
export interface Standing {
  readonly closing: Closing | null;
  readonly members: number;
  readonly incomeScore: number | null;
  /** How many indicators; null: not surveyed. */
  readonly deprived: number | null;
}

/** One household that an import would add or change. */
export interface PreviewedHousehold {
  readonly place: number;
  readonly change: 'new' | 'changed';
  /** Null: it gets one when it is written. */
  readonly code: string | null;
  readonly headName: string | null;
  readonly villageName: string | null;
  /** Null: the review does not have it yet. */
  readonly before: Standing | null;
  readonly after: Standing;
}

/** How many households are, and would be, of each class in a commune. */
export interface ClassChange {
  readonly closing: Closing | null;
  readonly before: number;
  readonly after: number;
}
