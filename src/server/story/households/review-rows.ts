import type { Listing } from '../../../households/household-class.ts';
import { addDays, type Day, day } from '../../../shared/day.ts';
import { stableId } from '../../../units/reference-ids.ts';
import { chanceOf } from '../chance.ts';
import type { CourseYear } from './course.ts';
import { membersOn, REGISTER_BEGINS } from './families.ts';
import { causesAndNeeds, type Finding, groupsOf, peopleOf } from './findings.ts';
import type { StoryHousehold } from './household-rows.ts';

export function reviewRoundId(year: number): string {
  return stableId(`review round:${year}`);
}

/** The day whose units and people a review asks about. */
export function askedOn(year: number): Day {
  return day(`${year}-09-01`);
}

/** A review of a commune, and who goes from house to house there. */
export interface ReviewOfCommune {
  readonly communeId: string;
  readonly year: number;
  surveyorOf(household: StoryHousehold): string;
}

/** Why a household is on the list to review, or null: it is not. */
export function listingOf(code: string, one: CourseYear): Listing | null {
  const chance = chanceOf(`${code}:${one.year}:listed`);
  if (one.closing === 'gone') return null;
  if (one.opening === 'poor' || one.opening === 'near-poor') return 'last-list';
  if (one.closing !== 'not-poor')
    return one.reason !== 'moved-in' && chance.next() < 0.75 ? 'requested' : 'found';
  return one.opening === 'not-poor' && chance.next() < 0.015 ? 'requested' : null;
}

/** A household in one yearly review; `undefined` when it was not there in that year. */
export function reviewRow(household: StoryHousehold, review: ReviewOfCommune) {
  const { year, communeId } = review;
  const one = household.course.years.find((each) => each.year === year);
  if (!one) return undefined;
  const { id, code, area, course, findings } = household;
  const listed = listingOf(code, one);
  const found = findings.get(year);
  const pending = listed !== null && !found;
  return {
    ...{ commune_id: communeId, round_id: reviewRoundId(year), household_id: id, code, listed },
    ...{ village_id: course.village.id, area_type: area, ethnicity: course.ethnicity },
    ...{ opening: one.opening, closing: pending ? null : one.closing, reason: one.reason },
    relapsed: one.relapsed && !pending,
    ...peopleIn(household, one, pending),
    ...surveyIn(household, found, year, found ? review.surveyorOf(household) : null),
    marks: marksIn(household, one, found),
  };
}

/** People of last year's list and of this one; until the survey last year's stand. */
function peopleIn({ family }: StoryHousehold, one: CourseYear, pending: boolean) {
  const { year, opening, closing } = one;
  const before = year === 2022 ? REGISTER_BEGINS : askedOn(year - 1);
  const then = peopleOf(membersOn(family, before), year - 1);
  const now = peopleOf(membersOn(family, askedOn(year)), year);
  const shown = pending && opening !== 'absent' ? then : now;
  return {
    opening_members: opening === 'absent' ? 0 : then.members.length,
    members: closing === 'gone' ? 0 : shown.members.length,
    children: closing === 'gone' ? 0 : shown.children,
  };
}

function surveyIn(
  { code }: StoryHousehold,
  found: Finding | undefined,
  year: number,
  surveyor: string | null,
) {
  return {
    income_score: found?.incomeScore ?? null,
    deprived: found?.deprived ?? null,
    surveyed_on: found ? surveyedOn(code, year) : null,
    surveyor_name: surveyor,
    children_health: found?.childrenHealth ?? 0,
    children_school: found?.childrenSchool ?? 0,
  };
}

/** From 8 September, six weeks; before the meetings of the villages. */
function surveyedOn(code: string, year: number): Day {
  return addDays(day(`${year}-09-08`), chanceOf(`${code}:${year}:surveyed`).between(0, 44));
}

function marksIn(household: StoryHousehold, one: CourseYear, found: Finding | undefined) {
  const { code, family } = household;
  const [head] = family.members;
  if (!head) return [];
  const people = peopleOf(membersOn(family, askedOn(one.year)), one.year);
  const groups = groupsOf(code, head, people, one);
  return found ? [...groups, ...causesAndNeeds(code, one, found)] : groups;
}
