import { act } from '../shared/act.actions.ts';
import { type Day, showDay } from '../shared/day.ts';
import type { House, Tx } from '../shared/house.ts';
import { newId } from '../shared/identity.ts';
import { Problem } from '../shared/problem.ts';
import { found, must } from '../shared/web.ts';
import { mayAssign, mayOpenPerson } from './people.policy.ts';
import { type CarriedDuty, dutiesOf } from './people.sql.ts';
import { endDutyRow, insertDuty, insertPosition, lockPerson } from './people-write.sql.ts';
import type { Duty, Person } from './person.ts';
import { linesOf, unitIdsOf } from './reach.sql.ts';

export interface DutyGrant {
  readonly duty: Duty;
  readonly unitId: string;
  readonly from: Day;
  /** Last day, included; none: until ended. */
  readonly to: Day | undefined;
}

/**
 * Gives a duty at a unit for a time. Throws `notYourself`, `notAllowed` for a unit or person out
 * of reach, `invalidForm` when the person carries it in that time already.
 */
export async function grantDuty(house: House, admin: Person, personId: string, grant: DutyGrant) {
  const { duty, unitId, from, to } = grant;
  const today = house.today();
  await act(house, admin, async (tx) => {
    await openAssignment(tx, admin, personId, unitId, today);
    if (to && to < from) throw wrong('to', 'Ngày kết thúc phải từ ngày bắt đầu trở đi.');
    const same = (await dutiesOf(tx, personId, today)).filter(
      (held) => held.duty === duty && held.unit_id === unitId,
    );
    if (same.some((held) => overlaps(held, from, to)))
      throw wrong('duty', 'Người này đã có nhiệm vụ đó tại đơn vị đó trong thời gian này.');
    await insertDuty(tx, dutyRow(personId, grant, admin.id));
    return [undefined, { noun: 'person', subjectId: personId, verb: 'grantDuty', detail: grant }];
  });
}

/** Does a duty hold at any time of a period? */
export function overlaps(held: CarriedDuty, from: Day, to: Day | undefined): boolean {
  const beginsBeforeEnd = to === undefined || held.valid_from <= to;
  return beginsBeforeEnd && (held.valid_to === null || held.valid_to >= from);
}

/** A granted duty as it is stored. */
export function dutyRow(personId: string, { duty, unitId, from, to }: DutyGrant, by: string) {
  return {
    id: newId(),
    person_id: personId,
    unit_id: unitId,
    duty,
    valid_from: from,
    valid_to: to ?? null,
    granted_by: by,
  };
}

/** Ends a duty on its last day. A duty that has not begun by then never begins. */
export async function endDuty(
  house: House,
  admin: Person,
  personId: string,
  dutyId: string,
  lastDay: Day,
): Promise<void> {
  const today = house.today();
  await act(house, admin, async (tx) => {
    const duties = await dutiesOf(tx, personId, today);
    const held = found(
      duties.find((one) => one.id === dutyId),
      'nhiệm vụ này',
    );
    await openAssignment(tx, admin, personId, held.unit_id, today);
    refuseLonger(held.valid_to, lastDay);
    await endDutyRow(tx, held, lastDay);
    const detail = { duty: held.duty, unitId: held.unit_id, lastDay };
    return [undefined, { noun: 'person', subjectId: personId, verb: 'endDuty', detail }];
  });
}

export interface NewPosition {
  readonly unitId: string;
  readonly title: string;
  readonly from: Day;
}

/** Gives a person one more position. */
export async function startPosition(
  house: House,
  admin: Person,
  personId: string,
  held: NewPosition,
): Promise<void> {
  await act(house, admin, async (tx) => {
    await openAssignment(tx, admin, personId, held.unitId, house.today());
    await insertPosition(tx, {
      id: newId(),
      person_id: personId,
      unit_id: held.unitId,
      title: held.title,
      valid_from: held.from,
      valid_to: null,
    });
    return [
      undefined,
      { noun: 'person', subjectId: personId, verb: 'startPosition', detail: held },
    ];
  });
}

/** Locks the person and refuses whoever may not assign at that unit, or would assign to himself. */
export async function openAssignment(
  tx: Tx,
  admin: Person,
  personId: string,
  unitId: string,
  today: Day,
) {
  found((await lockPerson(tx, personId)) || undefined, 'người này');
  if (admin.id === personId) throw new Problem('notYourself');
  const homes = await unitIdsOf(tx, personId, today);
  const lines = await linesOf(tx, [...homes, unitId], today);
  const ofPerson = homes.map((id) => lines.get(id) ?? []);
  must(mayOpenPerson(admin, personId, ofPerson), 'người này');
  must(mayAssign(admin, personId, lines.get(unitId) ?? []), 'phân công tại đơn vị này');
}

export function refuseLonger(present: Day | null, lastDay: Day): void {
  if (present && lastDay > present)
    throw wrong(
      'lastDay',
      `Phân công này đã kết thúc ngày ${showDay(present)}; không kéo dài ở đây.`,
    );
}

/** A fault at one field of the form that asked. */
export function wrong(field: string, message: string): Problem {
  return new Problem('invalidForm', {}, [{ field, message }]);
}
