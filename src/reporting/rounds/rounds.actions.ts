import type { Person } from '../../people/person.ts';
import { type Actor, act, type EventNote } from '../../shared/act.actions.ts';
import { type Day, dayInVietnam, showDay } from '../../shared/day.ts';
import type { House, Tx } from '../../shared/house.ts';
import { newId } from '../../shared/identity.ts';
import { Problem } from '../../shared/problem.ts';
import { found, must } from '../../shared/web.ts';
import { fieldsOf } from '../forms/form.ts';
import { loadForm } from '../forms/forms.sql.ts';
import { mayRunRound } from '../reporting.policy.ts';
import { lastDayFor } from './deadline.ts';
import { type PlacedUnit, placeExpected } from './expected.ts';
import { ROUND_KINDS, type RoundKind } from './round.ts';
import { loadExpected, loadExtension, loadHolder, loadRound } from './rounds.sql.ts';

/** What is decided when a round is opened. Days are Vietnam days. */
export interface RoundWish {
  readonly movementId: string;
  readonly formId: string;
  readonly previousId: string | null;
  readonly kind: RoundKind;
  readonly year: number;
  readonly periodFrom: Day;
  readonly periodTo: Day;
  /** The day whose units and roles are asked. */
  readonly expectedOn: Day;
  readonly legalDue: Day;
  readonly legalInclusive: boolean;
  readonly legalSource: string;
  readonly internalDue: Day | null;
  readonly locksOn: Day;
}

interface OpenedRound {
  readonly roundId: string;
  readonly expected: number;
}

/** Opens a round: fixes who is expected, on the units and roles of the expected day. */
export function openRound(house: House, person: Person, wish: RoundWish): Promise<OpenedRound> {
  return act(house, person, async (tx, now) => {
    const receiverId = await holder(tx, wish, 'standing', 'cơ quan thường trực');
    const topId = await holder(tx, wish, 'issuer', 'cơ quan ban hành kế hoạch');
    must(mayRunRound(person, { receiverId, topId }), 'kỳ báo cáo');
    return insertRound(tx, person, { ...wish, receiverId, topId }, now);
  });
}

async function holder(tx: Tx, wish: RoundWish, role: string, name: string): Promise<string> {
  const unitId = await loadHolder(tx, wish.movementId, role, wish.expectedOn);
  if (unitId) return unitId;
  throw new Problem('roundWithoutAgency', { day: showDay(wish.expectedOn), role: name });
}

/** The round and an open report for each expected unit, in a transaction that is open. */
export async function insertRound(
  tx: Tx,
  by: Actor,
  wish: RoundWish & { receiverId: string; topId: string; isStory?: boolean },
  now: Date,
): Promise<[OpenedRound, EventNote]> {
  const form = found(await loadForm(tx, wish.formId), 'biểu báo cáo');
  const roles = [...new Set(fieldsOf(form).flatMap((field) => field.roles))];
  const units = await loadExpected(tx, wish.movementId, roles, wish.expectedOn);
  if (units.length === 0) throw new Problem('roundWithoutUnits', { day: showDay(wish.expectedOn) });
  const roundId = newId();
  await tx
    .insertInto('rounds')
    .values(roundRow(roundId, by, wish, now))
    .execute();
  const placed = placeExpected(units, wish.topId, wish.receiverId);
  await tx
    .insertInto('reports')
    .values(placed.map((unit) => reportRow(roundId, unit)))
    .execute();
  const detail = { year: wish.year, kind: wish.kind, expected: placed.length };
  return [
    { roundId, expected: placed.length },
    { noun: 'round', subjectId: roundId, verb: 'open', detail },
  ];
}

function roundRow(
  id: string,
  by: Actor,
  wish: RoundWish & { receiverId: string; topId: string; isStory?: boolean },
  now: Date,
) {
  return {
    id,
    movement_id: wish.movementId,
    form_id: wish.formId,
    previous_id: wish.previousId,
    name: `${ROUND_KINDS[wish.kind]} ${wish.year}`,
    kind: wish.kind,
    year: wish.year,
    period_from: wish.periodFrom,
    period_to: wish.periodTo,
    expected_on: wish.expectedOn,
    legal_due: wish.legalDue,
    legal_inclusive: wish.legalInclusive,
    legal_source: wish.legalSource,
    internal_due: wish.internalDue,
    locks_on: wish.locksOn,
    receiver_id: wish.receiverId,
    top_id: wish.topId,
    opened_at: now,
    opened_by: by.id,
    is_story: wish.isStory ?? false,
  };
}

function reportRow(roundId: string, unit: PlacedUnit) {
  return {
    id: newId(),
    round_id: roundId,
    unit_id: unit.unitId,
    unit_name: unit.unitName,
    role: unit.role,
    parent_id: unit.sumsInto,
    receiver_id: unit.receiverId,
    path: [...unit.path],
    area_id: unit.areaId,
  };
}

/** Gives a unit more time, with a reason that stays beside its name. */
export function grantExtension(
  house: House,
  person: Person,
  wish: { roundId: string; unitId: string; until: Day; reason: string },
): Promise<void> {
  return act(house, person, async (tx, now) => {
    const round = found(await loadRound(tx, wish.roundId), 'kỳ báo cáo');
    must(mayRunRound(person, round), 'việc gia hạn');
    const standing = lastDayFor(round, await loadExtension(tx, round.id, wish.unitId));
    if (wish.until <= standing) throw new Problem('extensionTooEarly', { day: showDay(standing) });
    await tx
      .insertInto('extensions')
      .values({
        id: newId(),
        round_id: round.id,
        unit_id: wish.unitId,
        until: wish.until,
        reason: wish.reason,
        at: now,
        person_id: person.id,
        person_name: person.name,
      })
      .execute();
    const detail = { unitId: wish.unitId, until: wish.until, reason: wish.reason };
    return [undefined, { noun: 'round', subjectId: round.id, verb: 'extend', detail }];
  });
}

/**
 * Closes a round after its lock: nothing is written in it any more and it leaves everybody's
 * work list. Reports never sent stay as they are, "not reported".
 */
export function closeRound(house: House, person: Person, roundId: string): Promise<void> {
  return act(house, person, async (tx, now) => {
    const round = found(await loadRound(tx, roundId), 'kỳ báo cáo');
    must(mayRunRound(person, round), 'việc đóng kỳ báo cáo');
    if (dayInVietnam(now) <= round.locksOn)
      throw new Problem('roundStillOpen', { day: showDay(round.locksOn) });
    const closed = await tx
      .updateTable('rounds')
      .set({ closed_at: now })
      .where('id', '=', round.id)
      .where('closed_at', 'is', null)
      .executeTakeFirst();
    if (closed.numUpdatedRows === 0n) throw new Problem('changedMeanwhile', { what: 'Kỳ báo cáo' });
    return [undefined, { noun: 'round', subjectId: round.id, verb: 'close' }];
  });
}
