import type { Person } from '../../people/person.ts';
import type { Todo } from '../../reporting/urging/work.ts';
import type { House } from '../../shared/house.ts';
import { reviewingUnits } from '../households.policy.ts';
import { roundOfDay } from '../rounds/review-round.ts';
import { communesOfVillages, listRounds } from '../rounds/rounds.sql.ts';
import { loadWorkCommunes } from './household-work.sql.ts';
import { householdTodos } from './household-work.ts';

/** What a person has to do today in the review of households; nothing for most people. */
export async function loadHouseholdTodos(house: House, person: Person): Promise<Todo[]> {
  const offices = person.duties
    .filter(({ duty }) => duty === 'reviewHouseholds' || duty === 'recogniseReviews')
    .map(({ unitId }) => unitId);
  if (offices.length === 0) return [];
  const today = house.today();
  const round = roundOfDay(await listRounds(house.db), today);
  if (!round || round.officialOn) return [];
  const near = await communesOfVillages(house.db, reviewingUnits(person), round.unitsOn);
  const reach = { offices: new Set(offices), communes: new Set(near) };
  return householdTodos(person, await loadWorkCommunes(house.db, round, reach), today);
}
