import type { Arrival, Leaving } from '../../../households/household-class.ts';
import type { Chance } from '../chance.ts';

/** Why a new household is there. */
export function arrivalOf(chance: Chance): Arrival {
  const drawn = chance.next();
  if (drawn < 0.5) return 'split-off';
  return drawn < 0.75 ? 'formed' : 'moved-in';
}

/** Why a household of so many people is no more; only a small one dies out. */
export function leavingOf(size: number, chance: Chance): Leaving {
  const drawn = chance.next();
  if (size <= 2) return drawn < 0.6 ? 'died-out' : 'merged';
  if (drawn < 0.6) return 'moved-away';
  return drawn < 0.8 ? 'merged' : 'split-up';
}
