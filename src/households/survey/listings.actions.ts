import type { Person } from '../../people/person.ts';
import { act } from '../../shared/act.actions.ts';
import type { House } from '../../shared/house.ts';
import { Problem } from '../../shared/problem.ts';
import { type Asked, holdHousehold, meanwhile, noteOf } from './survey.actions.ts';
import { setListing } from './survey.sql.ts';
import { mayLeaveList, standingOf, type Why } from './survey.ts';
import { refuseUnlisted } from './survey-refusal.ts';

type Household = Pick<Asked, 'roundId' | 'householdId'>;

/** Puts a household on the list to review (Decision 24/2021, Mẫu 01 or found on the way). */
export function listHousehold(
  house: House,
  person: Person,
  asked: Household,
  why: Why,
): Promise<string> {
  return act(house, person, async (tx) => {
    const household = await holdHousehold(tx, person, asked);
    const standing = standingOf(household);
    if (standing === 'gone') refuseUnlisted(household);
    if (standing !== 'unlisted')
      throw new Problem('alreadyExists', { what: `Hộ ${household.code} trong danh sách rà soát` });
    if (!(await setListing(tx, household, why))) throw meanwhile(household);
    return [household.code, noteOf(household, 'putOnList', { why })];
  });
}

/** Takes a household off the list again, as long as it has no survey and was not poor before. */
export function unlistHousehold(house: House, person: Person, asked: Household): Promise<string> {
  return act(house, person, async (tx) => {
    const household = await holdHousehold(tx, person, asked);
    if (!mayLeaveList(household)) throw new Problem('listingStays', { code: household.code });
    if (!(await setListing(tx, household, null))) throw meanwhile(household);
    return [household.code, noteOf(household, 'takeOffList', { why: household.listed })];
  });
}
