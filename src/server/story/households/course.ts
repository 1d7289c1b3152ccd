import type { Closing, MoveReason, Opening } from '../../../households/household-class.ts';
import type { Village } from './villages.ts';

/** Where a household stood in a year; the same words as in `household_reviews`. */
export interface CourseYear {
  readonly year: number;
  readonly opening: Opening;
  readonly closing: Closing;
  readonly relapsed: boolean;
  readonly reason: MoveReason | null;
}

/** One made-up household through the years; the first year tells whether it had been there. */
export interface Course {
  /** Within its old commune, from 1. */
  readonly number: number;
  readonly village: Village;
  readonly ethnicity: string;
  /** People at first. */
  readonly size: number;
  readonly years: readonly CourseYear[];
}
