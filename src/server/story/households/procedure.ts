import { insertMeeting } from '../../../households/procedure/meetings.sql.ts';
import { insertObjection } from '../../../households/procedure/objections.sql.ts';
import { insertPosting } from '../../../households/procedure/postings.sql.ts';
import { addDays, type Day, day } from '../../../shared/day.ts';
import type { Tx } from '../../../shared/house.ts';
import { lowerFirst } from '../../../shared/vietnamese.ts';
import { chanceOf } from '../chance.ts';
import { addWorkingDays, momentIn } from '../office-hours.ts';
import type { Seed } from '../seed.ts';
import type { Staff } from '../staff.ts';
import type { StoryReview } from './commune-reviews.ts';
import { membersOn } from './families.ts';
import { ageOf } from './findings.ts';
import type { StoryHousehold } from './household-rows.ts';
import { askedOn } from './review-rows.ts';
import type { HeadOf } from './village-heads.ts';
import type { Village } from './villages.ts';

const POSTING_DAYS = 3;

/** What the steps of a commune's procedure are told with. */
export interface Telling {
  readonly tx: Tx;
  readonly seed: Seed;
  readonly staff: Staff;
  readonly headOf: HeadOf;
}

/** A village meets in the evening of a day and agrees; the results of that hour are kept. */
export async function holdMeeting(
  { tx, seed, staff, headOf }: Telling,
  review: StoryReview,
  village: Village,
  heldOn: Day,
): Promise<void> {
  const chance = chanceOf(`${village.id}:${review.year}:meeting`);
  const attended = chance.between(38, 74);
  const after = review.year >= 2025;
  const wish = {
    ...{ heldOn, began: '19:30', ended: `21:${chance.between(10, 55)}` },
    place: `${seed.households.places.meeting} ${lowerFirst(after ? village.names.after : village.names.before)}`,
    ...{ chairName: headOf(village).chair, secretaryName: headOf(village).secretary },
    ...{ attended, agreed: attended - chance.between(0, 5) },
    opinions: chance.pick(seed.households.opinions),
  };
  const { personId, name } = staff.on(review.officeId, 'reviewHouseholds', heldOn);
  const place = { roundId: review.roundId, communeId: review.communeId, villageId: village.id };
  const at = momentIn(addDays(heldOn, 1), 8, chance);
  await insertMeeting(tx, place, wish, { at, id: personId, name });
}

/** The list hangs from a day for three working days. */
export async function hangList(
  { tx, seed, staff }: Telling,
  review: StoryReview,
  postedOn: Day,
): Promise<void> {
  const { personId, name } = staff.on(review.officeId, 'reviewHouseholds', postedOn);
  const where = lowerFirst(review.name);
  await insertPosting(
    tx,
    review,
    {
      ...{ postedOn, until: addWorkingDays(postedOn, POSTING_DAYS) },
      places: seed.households.places.posting.replace('{where}', where),
    },
    { at: momentIn(postedOn, 8, chanceOf(`${review.communeId}:${postedOn}`)), id: personId, name },
  );
}

interface ObjectionSeed {
  readonly on: Day;
  readonly kind: string;
  readonly content: string;
}

/** A village head speaks for a household of a class; nobody has answered yet. */
export async function raiseObjection(
  { tx, staff, headOf }: Telling,
  review: StoryReview,
  { on, kind, content }: ObjectionSeed,
  households: readonly StoryHousehold[],
): Promise<void> {
  const about = households.find((one) => mayObject(one, review.year, kind));
  if (!about) throw new Error(`no ${kind} household to object about in ${review.name}`);
  const { village } = about.course;
  const saidBy = `${headOf(village).chair}, trưởng ${lowerFirst(village.names.after)}`;
  const { name: personName } = staff.on(review.officeId, 'reviewHouseholds', on);
  const at = momentIn(on, 9, chanceOf(`${review.communeId}:objection`));
  const wish = { saidBy, receivedOn: on, content, code: about.code };
  await insertObjection(tx, review, wish, { householdId: about.id, at, personName });
}

/** Of the class, with one indicator deprived and two children at school, as the words say. */
function mayObject({ course, family, findings }: StoryHousehold, year: number, kind: string) {
  const pupils = membersOn(family, askedOn(year)).filter(
    (one) => ageOf(one, year) >= 7 && ageOf(one, year) <= 15,
  );
  return (
    course.years.some((one) => one.year === year && one.closing === kind) &&
    findings.get(year)?.deprived.length === 1 &&
    pupils.length >= 2
  );
}

/** The evening on which a village meets in an ordinary year. */
export function usualEvening(village: Village, year: number): Day {
  return addDays(day(`${year}-10-25`), chanceOf(`${village.id}:${year}:evening`).between(0, 8));
}
