import type { House } from '../../shared/house.ts';
import { DAYS_KEPT } from './household-import.ts';
import { clearImports, clearStrayPieces } from './old-imports.sql.ts';

const A_DAY = 86_400_000;

/**
 * Files and what was read of them are people's names: gone after a month. Gone too after a day is
 * what a server that was stopped left of a file on its way in.
 */
export async function clearOldImports({ db, now }: House): Promise<void> {
  await clearImports(db, new Date(now().getTime() - DAYS_KEPT * A_DAY));
  // Ids tell the true time, also where the house plays another day.
  await clearStrayPieces(db, firstIdAt(Date.now() - A_DAY));
}

/** The first id that can be drawn at a moment: ids begin with its milliseconds (UUID version 7). */
function firstIdAt(moment: number): string {
  const time = moment.toString(16).padStart(12, '0');
  return `${time.slice(0, 8)}-${time.slice(8)}-7000-8000-000000000000`;
}
