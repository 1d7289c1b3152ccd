import { loadHouseholdTodos } from '../../households/work/household-work.actions.ts';
import { type Person, unitsWithDuty } from '../../people/person.ts';
import type { House } from '../../shared/house.ts';
import { loadWatched, loadWorkReports } from './work.sql.ts';
import { type WatchedRound, type Work, workOf } from './work.ts';

/** What a person has to do today. */
export async function loadWork(house: House, person: Person): Promise<Work> {
  const units = new Set(person.duties.map((held) => held.unitId));
  const [reports, others] = await Promise.all([
    loadWorkReports(house.db, [...units]),
    loadHouseholdTodos(house, person),
  ]);
  return workOf(person, reports, house.today(), others);
}

/** The open rounds that a person looks on: the leadership, and those who issue. */
export function loadWatchedRounds(house: House, person: Person): Promise<WatchedRound[]> {
  const units = (['oversee', 'issueDocuments'] as const).flatMap((duty) =>
    unitsWithDuty(person, duty),
  );
  return loadWatched(house.db, [...new Set(units)]);
}
