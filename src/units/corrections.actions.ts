import type { Person } from '../people/person.ts';
import { act } from '../shared/act.actions.ts';
import { parseDay } from '../shared/day.ts';
import type { House, Tx } from '../shared/house.ts';
import { isId, newId } from '../shared/identity.ts';
import { Problem } from '../shared/problem.ts';
import { found, must } from '../shared/web.ts';
import { type Decided, endUnit, rename } from './correction.ts';
import { newUnit } from './new-unit.ts';
import type { UnitWithPeriods } from './standing.ts';
import { mayCorrectUnit, mayKeepRegister } from './units.policy.ts';
import {
  closePeriod,
  countBelowAfter,
  findUnit,
  insertPeriod,
  insertSuccession,
  insertUnit,
  keepersOf,
  listLevels,
  listStanding,
  lockUnit,
} from './units.sql.ts';

type Typed = Readonly<Record<string, string | undefined>>;

/** Gives a unit another name from a day on. Faults of the form as `invalidForm` with fields. */
export function renameUnit(house: House, person: Person, id: string, typed: Typed): Promise<void> {
  return act(house, person, async (tx) => {
    const { last } = await unitToCorrect(tx, house, person, id);
    const { closing, opening } = decided(rename(last, typed));
    await closePeriod(tx, closing.id, closing.lastDay);
    await insertPeriod(tx, { id: newId(), ...opening });
    const detail = { from: opening.valid_from, name: opening.full_name, before: last.full_name };
    return [undefined, { noun: 'unit', subjectId: id, verb: 'rename', detail }];
  });
}

/** Ends a unit on a day, followed by another or by nobody. Faults as `invalidForm` with fields. */
export function closeUnit(house: House, person: Person, id: string, typed: Typed): Promise<void> {
  return act(house, person, async (tx) => {
    const { last } = await unitToCorrect(tx, house, person, id);
    const around = await surroundings(tx, id, typed);
    const { closing, following } = decided(endUnit(last, around, typed));
    await closePeriod(tx, closing.id, closing.lastDay);
    if (following)
      await insertSuccession(tx, {
        id: newId(),
        from_id: id,
        scope: null,
        confirmed: true,
        ...following,
      });
    const detail = { lastDay: closing.lastDay, following };
    return [undefined, { noun: 'unit', subjectId: id, verb: 'end', detail }];
  });
}

/** Adds a unit; gives its id. Faults of the form as `invalidForm` with fields. */
export function addUnit(house: House, person: Person, typed: Typed): Promise<string> {
  return act(house, person, async (tx) => {
    const keepers = await keepersOf(tx, undefined, house.today());
    must(mayKeepRegister(person, keepers), 'danh mục đơn vị');
    const on = parseDay(typed.from ?? '') ?? house.today();
    const areas = await listStanding(tx, 'area', on);
    const offices = await listStanding(tx, 'office', on);
    const register = { levels: await listLevels(tx), standing: [...areas, ...offices] };
    const { sort, period } = decided(newUnit(typed, register));
    const id = newId();
    await insertUnit(tx, { id, sort, note: null });
    await insertPeriod(tx, { id: newId(), unit_id: id, ...period });
    const detail = { name: period.full_name, from: period.valid_from };
    return [id, { noun: 'unit', subjectId: id, verb: 'add', detail }];
  });
}

/** The unit, locked, with its last period; refuses who may not correct it. */
async function unitToCorrect(tx: Tx, house: House, person: Person, id: string) {
  await lockUnit(tx, id);
  const unit: UnitWithPeriods = found(await findUnit(tx, id), 'đơn vị này');
  must(mayCorrectUnit(person, await keepersOf(tx, id, house.today())), 'đơn vị này');
  return { unit, last: found(unit.periods.at(-1), 'đơn vị này') };
}

async function surroundings(tx: Tx, id: string, typed: Typed) {
  const lastDay = parseDay(typed.lastDay ?? '');
  const { successor = '' } = typed;
  return {
    below: lastDay ? await countBelowAfter(tx, id, lastDay) : 0,
    successor: isId(successor) ? await findUnit(tx, successor) : undefined,
  };
}

function decided<T>({ done, problems }: Decided<T>): T {
  if (problems) throw new Problem('invalidForm', {}, problems);
  return done;
}
