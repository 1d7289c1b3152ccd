import type { House } from '../shared/house.ts';
import { newId } from '../shared/identity.ts';
import { Problem } from '../shared/problem.ts';
import { BRAKE_WINDOW_MS, waitOfAddress, waitOfLogin } from './brakes.ts';
import { failuresOfAddress, failuresOfLogin, insertAttempt, takeTurn } from './sign-in.sql.ts';

/**
 * Refuses a try that comes too soon (`tooManyTries`); else notes it as failed until it is known
 * to be right, and gives the id of that note.
 */
export async function brake(house: House, login: string, place: string): Promise<string> {
  const now = house.now();
  const since = new Date(now.getTime() - BRAKE_WINDOW_MS);
  return house.db.transaction().execute(async (tx) => {
    await takeTurn(tx, login, place);
    const seconds = Math.max(
      waitOfLogin(await failuresOfLogin(tx, login, place, since), now),
      waitOfAddress(await failuresOfAddress(tx, place, since), now),
    );
    if (seconds > 0) throw new Problem('tooManyTries', { seconds });
    const id = newId();
    await insertAttempt(tx, { id, login, address: place, at: now });
    return id;
  });
}
