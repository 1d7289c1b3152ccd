import type { Day } from '../shared/day.ts';
import type { RoleToday } from './task.ts';

/** What a margin is written with: the day, who holds which role, what the reader may open. */
export interface MarginView {
  readonly today: Day;
  readonly roles: readonly RoleToday[];
  readonly mayRun: boolean;
  readonly mayReadTotals: boolean;
  /** Rounds are open to all whose duties are about the movement, not to mere administrators. */
  readonly mayOpenRounds: boolean;
}
