import type { Person } from '../../people/person.ts';
import type { House } from '../../shared/house.ts';
import { found, idOf, must, personOf, type Request } from '../../shared/web.ts';
import { mayReviewCommune } from '../households.policy.ts';
import { listReviewable } from '../rounds/begin.sql.ts';
import type { ReviewableCommune } from '../rounds/desk.ts';
import { type ReviewRound, roundOfDay } from '../rounds/review-round.ts';
import { listRounds } from '../rounds/rounds.sql.ts';
import { FILE_GONE, type HouseholdImport, IMPORTS } from './household-import.ts';
import { breakSilent } from './import-queue.actions.ts';
import { findImport } from './imports.sql.ts';

export const POLICY = { config: { door: 'policy' } } as const;
export const IMPORT = `${IMPORTS}/:import`;

const THIS = 'đợt nhập này';

/** Who imports, into which round, and for which communes. */
export interface ImportSight {
  readonly person: Person;
  readonly round: ReviewRound;
  readonly communes: readonly ReviewableCommune[];
}

/** Whoever reviews no whole commune is refused: a village's households are surveyed one by one. */
export async function importSight(request: Request, house: House): Promise<ImportSight> {
  const person = personOf(request);
  const round = roundOfDay(await listRounds(house.db), house.today());
  const all = round ? await listReviewable(house.db, round.unitsOn) : [];
  const communes = all.filter((one) => mayReviewCommune(person, one));
  must(communes.length > 0, 'việc nhập hộ từ Excel');
  return { person, communes, round: found(round, 'kỳ rà soát nào đang mở') };
}

/**
 * The import of the address; a file of another person holds names and is nobody else's, and not
 * that person's either once the duty has gone.
 */
export async function askedImport(request: Request, house: House): Promise<HouseholdImport> {
  const { person } = await importSight(request, house);
  await breakSilent(house);
  const one = found(await findImport(house.db, idOf(request, 'import', THIS)), THIS);
  must(one.personId === person.id, THIS);
  return one;
}

/** The same where the file is needed, or what was read of it. */
export async function keptImport(request: Request, house: House): Promise<HouseholdImport> {
  const one = await askedImport(request, house);
  return found(one.cleared ? undefined : one, FILE_GONE);
}
