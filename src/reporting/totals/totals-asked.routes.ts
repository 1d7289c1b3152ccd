import type { House } from '../../shared/house.ts';
import type { Request } from '../../shared/web.ts';
import type { Round } from '../rounds/round.ts';
import { askedRound } from '../rounds/rounds.routes.tsx';
import { loadHolder } from '../rounds/rounds.sql.ts';
import type { WatchedRound } from './totals.policy.ts';

/** The round of the address, with who stands in for its receiver today. */
export async function askedTotals(request: Request, house: House): Promise<Round & WatchedRound> {
  const round = await askedRound(request, house);
  const standingId = await loadHolder(house.db, round.movementId, 'standing', house.today());
  return { ...round, standingId };
}
