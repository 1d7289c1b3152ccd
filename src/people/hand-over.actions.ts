import { act } from '../shared/act.actions.ts';
import { addDays, type Day, showDay } from '../shared/day.ts';
import type { House, Tx } from '../shared/house.ts';
import { found } from '../shared/web.ts';
import { dutyRow, openAssignment, overlaps, refuseLonger, wrong } from './assignments.actions.ts';
import { type CarriedDuty, colleaguesAt, dutiesOf, positionsOf } from './people.sql.ts';
import { endDutyRow, endPositionRow, insertDuty } from './people-write.sql.ts';
import type { Person } from './person.ts';

export interface HandOver {
  readonly lastDay: Day;
  /** Takes over the duties from the next day; a colleague at the same unit. */
  readonly successorId: string | undefined;
}

/**
 * Ends a position on its last day, and with it the person's duties at that unit; a successor
 * carries the same duties from the next day. Throws as `grantDuty` does, for both people.
 */
export async function handOver(
  house: House,
  admin: Person,
  personId: string,
  positionId: string,
  { lastDay, successorId }: HandOver,
): Promise<void> {
  const today = house.today();
  await act(house, admin, async (tx) => {
    const positions = await positionsOf(tx, personId, today);
    const held = found(
      positions.find((one) => one.id === positionId),
      'chức vụ này',
    );
    await openAssignment(tx, admin, personId, held.unit_id, today);
    refuseLonger(held.valid_to, lastDay);
    if (lastDay < held.valid_from)
      throw wrong(
        'lastDay',
        `Chức vụ này bắt đầu ngày ${showDay(held.valid_from)}; hãy chọn ngày sau đó.`,
      );
    const duties = (await dutiesOf(tx, personId, today)).filter(
      (one) => one.unit_id === held.unit_id && (one.valid_to === null || one.valid_to > lastDay),
    );
    await endPositionRow(tx, positionId, lastDay);
    for (const duty of duties) await endDutyRow(tx, duty, lastDay);
    if (successorId)
      await passOn(tx, admin, {
        personId,
        duties,
        unitId: held.unit_id,
        successorId,
        lastDay,
        today,
      });
    const detail = { positionId, unitId: held.unit_id, lastDay, successorId };
    return [undefined, { noun: 'person', subjectId: personId, verb: 'handOver', detail }];
  });
}

interface Passing {
  readonly personId: string;
  readonly duties: readonly CarriedDuty[];
  readonly unitId: string;
  readonly successorId: string;
  readonly lastDay: Day;
  readonly today: Day;
}

async function passOn(tx: Tx, admin: Person, passing: Passing): Promise<void> {
  const { personId, duties, unitId, successorId, lastDay, today } = passing;
  const colleagues = await colleaguesAt(tx, unitId, personId, today);
  if (!colleagues.some((one) => one.id === successorId))
    throw wrong('successorId', 'Người kế nhiệm phải đang giữ chức vụ tại đơn vị này.');
  await openAssignment(tx, admin, successorId, unitId, today);
  const from = addDays(lastDay, 1);
  const own = await dutiesOf(tx, successorId, today);
  const carriesAlready = (duty: CarriedDuty) =>
    own.some(
      (one) => one.duty === duty.duty && one.unit_id === unitId && overlaps(one, from, undefined),
    );
  for (const duty of duties.filter((one) => !carriesAlready(one))) {
    const notYetBegun = duty.valid_from > from;
    const begin = notYetBegun ? duty.valid_from : from;
    const grant = { duty: duty.duty, unitId, from: begin, to: duty.valid_to ?? undefined };
    await insertDuty(tx, dutyRow(successorId, grant, admin.id));
  }
}
