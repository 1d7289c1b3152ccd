import type { Person } from '../../people/person.ts';
import { act } from '../../shared/act.actions.ts';
import type { House, Tx } from '../../shared/house.ts';
import { newId } from '../../shared/identity.ts';
import { found, must } from '../../shared/web.ts';
import { mayReadIdentity } from '../households.policy.ts';
import type { Household } from './household.ts';
import { findProvinceOf, loadIdentities, type ReadIdentity } from './identities.sql.ts';
import type { MemberIdentity } from './member-draft.ts';
import { loadMemberIdentities } from './readings.sql.ts';

/** Households of one commune whose identity somebody reads, and what for, in words. */
export interface Reading {
  readonly communeId: string;
  readonly householdIds: readonly string[];
  readonly purpose: string;
}

/**
 * Leaves the row that says who saw which households, when and what for. The caller has asked
 * `mayReadIdentity` or `mayReadIdentities` and notes the event.
 */
export async function recordReading(
  tx: Tx,
  { communeId, householdIds, purpose }: Reading,
  person: Person,
  now: Date,
): Promise<void> {
  await tx
    .insertInto('identity_readings')
    .values({
      ...{ commune_id: communeId, id: newId(), at: now, purpose },
      ...{ person_id: person.id, person_name: person.name, position_title: person.title },
      household_ids: [...householdIds],
    })
    .execute();
}

/**
 * The identities of heads by household, after the reading is recorded with one event; nothing is
 * handed out when that fails. The caller has asked `mayReadIdentity` or `mayReadIdentities`.
 */
export function readIdentities(
  house: House,
  person: Person,
  reading: Reading,
): Promise<Map<string, ReadIdentity>> {
  return act(house, person, async (tx, now) => {
    const { communeId, householdIds, purpose } = reading;
    const provinceId = found(await findProvinceOf(tx, communeId), 'tỉnh của xã này');
    await recordReading(tx, reading, person, now);
    const identities = await loadIdentities(tx, provinceId, householdIds);
    return [identities, noteOfReading({ communeId, householdIds, purpose })];
  });
}

/** The event of a reading: of the household when it is one, else of the commune. */
export function noteOfReading({ communeId, householdIds, purpose }: Reading) {
  const [first, ...others] = householdIds;
  const one = first !== undefined && others.length === 0;
  return {
    ...{ noun: one ? 'household' : 'commune', subjectId: one ? first : communeId },
    ...{ verb: 'readIdentity', detail: { purpose, householdIds } },
  };
}

/** Who everybody in a household is, by number, after the reading is recorded with one event. */
export function readHousehold(
  house: House,
  person: Person,
  household: Household,
  purpose: string,
): Promise<Map<number, MemberIdentity>> {
  return act(house, person, async (tx, now) => {
    must(mayReadIdentity(person, household.place), 'hộ này');
    const { communeId } = household.place;
    const reading = { communeId, householdIds: [household.id], purpose };
    await recordReading(tx, reading, person, now);
    return [await loadMemberIdentities(tx, household), noteOfReading(reading)];
  });
}
