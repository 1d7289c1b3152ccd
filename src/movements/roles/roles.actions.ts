import type { Person } from '../../people/person.ts';
import { act } from '../../shared/act.actions.ts';
import { addDays, type Day, showDay } from '../../shared/day.ts';
import type { House, Tx } from '../../shared/house.ts';
import { Problem } from '../../shared/problem.ts';
import { found, must } from '../../shared/web.ts';
import { mayGiveRoles } from '../movements.policy.ts';
import { isSole } from './role.ts';
import type { GroupDraft, HoldingDraft } from './role-draft.ts';
import { readLastDay } from './role-draft.ts';
import {
  insertHoldings,
  loadHoldersWithin,
  loadMovementOfRoles,
  loadOfficesOn,
  loadRoleHolder,
} from './roles.sql.ts';

/**
 * Gives a role of a movement to an office for a time. Gives the name of the office. Refused
 * where the office is not there on the first day, has the role already on one of the days, or
 * where another holds a role that goes to one at a time.
 */
export function giveRole(
  house: House,
  person: Person,
  movementId: string,
  wish: HoldingDraft & { readonly unitId: string },
): Promise<string> {
  return act(house, person, async (tx) => {
    await mustGiveRoles(tx, house, person, movementId);
    const name = await mustStand(tx, wish.unitId, wish.from);
    await mustBeFree(tx, movementId, wish);
    const [id = ''] = await insertHoldings(tx, { movementId, ...wish }, [wish.unitId]);
    const detail = { movementId, ...wish };
    return [name, { noun: 'roleHolder', subjectId: id, verb: 'give', detail }];
  });
}

interface GivenToGroup {
  readonly given: number;
  readonly skipped: number;
}

/**
 * Gives a role to many offices from a day on. Those that have it already, or are not there on
 * the day, are skipped. Says how many of each; refused when nobody is left.
 */
export function giveRoleToGroup(
  house: House,
  person: Person,
  movementId: string,
  wish: GroupDraft & { readonly unitIds: readonly string[] },
): Promise<GivenToGroup> {
  return act(house, person, async (tx) => {
    await mustGiveRoles(tx, house, person, movementId);
    const { role, from, source, unitIds } = wish;
    const standing = await loadOfficesOn(tx, unitIds, from);
    const holding = await loadHoldersWithin(tx, { movementId, role }, { from, to: null });
    const held = new Set(holding.map(({ unitId }) => unitId));
    const fresh = [...standing.keys()].filter((id) => !held.has(id));
    if (fresh.length === 0) throw new Problem('invalidForm', {}, [NOBODY_LEFT]);
    await insertHoldings(
      tx,
      { ...{ movementId, role, from, to: null, source }, confirmed: true },
      fresh,
    );
    const detail = { role, from, source, unitIds: fresh };
    const counts = { given: fresh.length, skipped: unitIds.length - fresh.length };
    return [counts, { noun: 'movement', subjectId: movementId, verb: 'giveRole', detail }];
  });
}

const NOBODY_LEFT = {
  field: 'units',
  message: 'Hãy chọn ít nhất một đơn vị có vào ngày đó và chưa giữ vai này.',
};

/** Ends a holding with a last day (included). Gives the name of the unit. */
export function endRole(
  house: House,
  person: Person,
  movementId: string,
  holderId: string,
  lastDay: Day,
): Promise<string> {
  return act(house, person, async (tx) => {
    const held = await endHolding(tx, house, person, { movementId, holderId, lastDay });
    const detail = { movementId, before: held.to, lastDay };
    return [held.unitName, { noun: 'roleHolder', subjectId: held.id, verb: 'end', detail }];
  });
}

interface HandOver {
  readonly lastDay: Day;
  readonly unitId: string;
  readonly source: string;
}

/** Ends a holding and gives the role to another office from the next day on, as one change. */
export function handOverRole(
  house: House,
  person: Person,
  movementId: string,
  holderId: string,
  wish: HandOver,
): Promise<string> {
  return act(house, person, async (tx) => {
    const { lastDay, unitId, source } = wish;
    const held = await endHolding(tx, house, person, { movementId, holderId, lastDay });
    const next = { role: held.role, from: addDays(lastDay, 1), to: null, source, unitId };
    const name = await mustStand(tx, unitId, next.from);
    await mustBeFree(tx, movementId, next);
    const [nextId] = await insertHoldings(tx, { movementId, ...next, confirmed: true }, [unitId]);
    const detail = { movementId, before: held.to, lastDay, next: { id: nextId, ...next } };
    return [name, { noun: 'roleHolder', subjectId: held.id, verb: 'handOver', detail }];
  });
}

async function endHolding(
  tx: Tx,
  house: House,
  person: Person,
  { movementId, holderId, lastDay }: { movementId: string; holderId: string; lastDay: Day },
) {
  await mustGiveRoles(tx, house, person, movementId);
  const held = found(
    await loadRoleHolder(tx, movementId, holderId, house.today()),
    'đơn vị giữ vai này',
  );
  const judged = readLastDay({ lastDay: showDay(lastDay) }, held);
  if ('faults' in judged) throw new Problem('invalidForm', {}, judged.faults);
  const valid_to = lastDay;
  await tx.updateTable('role_holders').set({ valid_to }).where('id', '=', held.id).execute();
  return held;
}

/** Changes of one movement's roles wait for each other: each judges what the one before left. */
async function mustGiveRoles(tx: Tx, house: House, person: Person, id: string): Promise<void> {
  await tx.selectFrom('movements').where('id', '=', id).select('id').forNoKeyUpdate().execute();
  const movement = found(await loadMovementOfRoles(tx, id, house.today()), 'phong trào này');
  must(mayGiveRoles(person, movement), 'vai trò trong phong trào');
}

async function mustStand(tx: Tx, unitId: string, on: Day): Promise<string> {
  const name = (await loadOfficesOn(tx, [unitId], on)).get(unitId);
  if (name === undefined) throw new Problem('roleUnitAbsent', { day: showDay(on) });
  return name;
}

interface Stretch {
  readonly role: string;
  readonly unitId: string;
  readonly from: Day;
  readonly to: Day | null;
}

async function mustBeFree(tx: Tx, movementId: string, wish: Stretch): Promise<void> {
  const holders = await loadHoldersWithin(tx, { movementId, role: wish.role }, wish);
  if (holders.some(({ unitId }) => unitId === wish.unitId)) throw new Problem('periodsOverlap');
  const [other] = isSole(wish.role) ? holders : [];
  if (other) throw new Problem('roleTaken', { role: other.roleName, unit: other.unitName });
}
