import type { Day } from '../shared/day.ts';
import type { Tx } from '../shared/house.ts';
import { newId } from '../shared/identity.ts';
import { insertPeopleRows } from './people-write.sql.ts';
import type { Duty } from './person.ts';

/** A person with an account (when there is a login), positions and duties, as it is stored. */
export interface NewPerson {
  readonly id: string;
  readonly fullName: string;
  readonly email?: string | undefined;
  readonly login?: string | undefined;
  readonly passwordHash?: string | undefined;
  readonly mustChange?: boolean;
  readonly isStory?: boolean;
  readonly positions: readonly {
    readonly unitId: string;
    readonly title: string;
    readonly from: Day;
    readonly to?: Day | undefined;
  }[];
  readonly duties: readonly {
    readonly unitId: string;
    readonly duty: Duty;
    readonly from: Day;
    readonly to?: Day | undefined;
  }[];
}

/**
 * Stores people in bulk inside an open transaction: a handful of statements for thousands.
 * The caller has checked them and writes the event. A login in use stops all of it
 * (`alreadyExists`, from the database).
 */
export async function insertPeople(
  tx: Tx,
  people: readonly NewPerson[],
  made: { readonly at: Date; readonly by: string | null },
): Promise<void> {
  await insertPeopleRows(tx, {
    persons: people.map((one) => ({
      id: one.id,
      full_name: one.fullName,
      email: one.email ?? null,
      phone: null,
      is_story: one.isStory ?? false,
    })),
    accounts: people.flatMap((one) => accountRow(one, made)),
    positions: people.flatMap((one) => one.positions.map((held) => positionRow(one.id, held))),
    duties: people.flatMap((one) => one.duties.map((held) => dutyRow(one.id, held, made.by))),
  });
}

function accountRow(one: NewPerson, made: { at: Date; by: string | null }) {
  if (!one.login || !one.passwordHash) return [];
  return {
    person_id: one.id,
    login: one.login,
    password_hash: one.passwordHash,
    must_change_password: one.mustChange ?? false,
    created_at: made.at,
    created_by: made.by,
    disabled_at: null,
  };
}

function positionRow(personId: string, held: NewPerson['positions'][number]) {
  const { unitId, title, from, to } = held;
  const id = newId();
  return {
    id,
    person_id: personId,
    unit_id: unitId,
    title,
    valid_from: from,
    valid_to: to ?? null,
  };
}

function dutyRow(personId: string, held: NewPerson['duties'][number], by: string | null) {
  const { unitId, duty, from, to } = held;
  const period = { valid_from: from, valid_to: to ?? null };
  return { id: newId(), person_id: personId, unit_id: unitId, duty, ...period, granted_by: by };
}
