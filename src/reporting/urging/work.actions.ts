import type { Person } from '../../people/person.ts';
import type { House } from '../../shared/house.ts';
import { loadWorkReports } from './work.sql.ts';
import { type Work, workOf } from './work.ts';

/** What a person has to do today. */
export async function loadWork(house: House, person: Person): Promise<Work> {
  const units = new Set(person.duties.map((held) => held.unitId));
  return workOf(person, await loadWorkReports(house.db, [...units]), house.today());
}
