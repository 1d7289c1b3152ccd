import type { Person } from '../people/person.ts';
import { unitsWithDuty } from '../people/person.ts';
import { act } from '../shared/act.actions.ts';
import { type Day, day } from '../shared/day.ts';
import type { Db, House, Tx } from '../shared/house.ts';
import { newId } from '../shared/identity.ts';
import { must } from '../shared/web.ts';
import type { MovementWish } from './movement.ts';
import { mayRunMovement, mayStartMovement } from './movements.policy.ts';
import {
  ensureStandingRole,
  loadHolders,
  loadMovements,
  loadStandingIds,
} from './movements.sql.ts';

/**
 * Starts a movement without a plan, led by the unit at which the person runs movements. From a
 * template come the holders of all roles as of today. Gives its id.
 */
export function startMovement(house: House, person: Person, wish: MovementWish): Promise<string> {
  return act(house, person, async (tx) => {
    const today = house.today();
    const movements = await loadMovements(tx, today);
    must(mayStartMovement(person, movements), 'việc lập phong trào');
    const { name, shortName: short_name, fromYear: from_year, toYear: to_year } = wish;
    const id = newId();
    await tx.insertInto('movements').values({ id, name, short_name, from_year, to_year }).execute();
    const template = movements.find((one) => one.id === wish.templateId);
    const since = firstDay(today, from_year);
    const holders = await holdersFor(tx, person, template?.id, today);
    await tx
      .insertInto('role_holders')
      .values(holders.map((held) => ({ id: newId(), movement_id: id, valid_from: since, ...held })))
      .execute();
    const detail = { name, fromYear: from_year, toYear: to_year, template: template?.id };
    return [id, { noun: 'movement', subjectId: id, verb: 'start', detail }];
  });
}

/** A movement of coming years is prepared before they begin: its roles hold from today. */
function firstDay(today: Day, fromYear: number): Day {
  const first = day(`${fromYear}-01-01`);
  return first < today ? first : today;
}

async function holdersFor(tx: Tx, person: Person, templateId: string | undefined, today: Day) {
  const taken = templateId ? await loadHolders(tx, templateId, today) : [];
  if (taken.some((held) => held.role === 'standing')) return taken;
  await ensureStandingRole(tx);
  const source = 'Ghi khi lập phong trào';
  const own = unitsWithDuty(person, 'runMovement').map((unit_id) => ({
    ...{ role: 'standing', unit_id, source, confirmed: true },
  }));
  return [...taken, ...own];
}

/** Refuses unless the person runs this movement today. `what` names the thing in Vietnamese. */
export async function mustRun(
  db: Db | Tx,
  person: Person,
  movementId: string,
  today: Day,
  what: string,
): Promise<void> {
  const standingIds = await loadStandingIds(db, movementId, today);
  must(mayRunMovement(person, { standingIds }), what);
}
