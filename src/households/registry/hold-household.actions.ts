import type { Person } from '../../people/person.ts';
import type { Day } from '../../shared/day.ts';
import type { Tx } from '../../shared/house.ts';
import { Problem } from '../../shared/problem.ts';
import { found, must } from '../../shared/web.ts';
import { mayReviewHousehold } from '../households.policy.ts';
import { findHousehold, listMembers, lockHouseholds } from './household.sql.ts';
import { type Household, livesThere, type Member, seenOf } from './household.ts';
import { findRow, lockReviews, setReviewMembers } from './register-review.sql.ts';
import type { HeldReview } from './register-review.ts';

/** A household as a form saw it. */
export interface AskedHousehold {
  readonly householdId: string;
  /** From `seenOf`. */
  readonly seen: string;
}

/** A household held for a change, with its people and the review of its commune. */
export interface HeldHousehold {
  readonly household: Household;
  readonly members: readonly Member[];
  readonly living: readonly Member[];
  readonly review: HeldReview | undefined;
  /** The reviews of all communes that were asked to be held. */
  readonly reviews: ReadonlyMap<string, HeldReview>;
}

export interface AlsoHeld {
  readonly communeIds?: readonly string[];
  readonly householdIds?: readonly string[];
}

/**
 * Holds a household and the reviews of its commune and of others, in one order for everybody:
 * reviews first, then households. Refuses whoever does not review it, one that has ended, and a
 * form that saw something else than what stands now (`changedMeanwhile`).
 */
export async function holdHousehold(
  tx: Tx,
  person: Person,
  { householdId, seen }: AskedHousehold,
  today: Day,
  also: AlsoHeld = {},
): Promise<HeldHousehold> {
  const before = found(await findHousehold(tx, householdId, today), 'hộ này');
  const { communeId } = before.place;
  const reviews = await lockReviews(tx, [communeId, ...(also.communeIds ?? [])]);
  await lockHouseholds(tx, [householdId, ...(also.householdIds ?? [])]);
  const household = found(await findHousehold(tx, householdId, today), 'hộ này');
  must(mayReviewHousehold(person, household.place), 'hộ này');
  const members = await listMembers(tx, household);
  if (seenOf(household, members) !== seen || household.place.communeId !== communeId)
    throw new Problem('changedMeanwhile', { what: `Hộ ${household.code}` });
  if (household.endedOn) throw new Problem('householdEnded', { code: household.code });
  const living = members.filter(livesThere);
  return { household, members, living, reviews, review: reviews.get(communeId) };
}

/**
 * The number of people in the open review follows the register: by what really changed, and never
 * fewer than the register counts. A review that is posted or recognised stays as it is.
 */
export async function followMembers(
  tx: Tx,
  { household, review }: Pick<HeldHousehold, 'household' | 'review'>,
  change: { readonly delta: number; readonly living: number },
): Promise<void> {
  if (review?.status !== 'open') return;
  const row = await findRow(tx, review, household.id);
  if (!row || row.closing === 'gone') return;
  const members = Math.max(row.members + change.delta, change.living);
  await setReviewMembers(tx, review, household.id, members);
}
