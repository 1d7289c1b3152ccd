import { type Login, SMALL_PROVINCE } from '../harness/small-province.ts';
import type { World } from '../harness/world.ts';

/** Ids of things in the small province, by the names that people give them. */
export interface Samples {
  person(login: Login): string;
  unit(name: string): string;
  duty(login: Login): string;
  position(login: Login): string;
  report(unitName: string): string;
  readonly round: string;
  readonly form: string;
  readonly movement: string;
  /** Who holds the role of the standing agency. */
  readonly holder: string;
  readonly plan: string;
  clause(path: string): string;
  readonly task: string;
  readonly target: string;
  /** The review of households of a year: 2024 is recognised, 2025 open in Mường Than. */
  reviewRound(year: 2024 | 2025): string;
  household(code: string): string;
}

export const MUONG_THAN = 'Ủy ban nhân dân xã Mường Than';
export const THAN_UYEN = 'Ủy ban nhân dân xã Than Uyên';

/** Looks all of them up once. Asking for a thing that is not there throws and names it. */
export async function samplesOf({ house: { db } }: World): Promise<Samples> {
  const accounts = await db
    .selectFrom('accounts')
    .select(['login as key', 'person_id as id'])
    .execute();
  const units = await db
    .selectFrom('unit_periods')
    .select(['full_name as key', 'unit_id as id'])
    .execute();
  const duties = await db.selectFrom('duties').select(['person_id as key', 'id']).execute();
  const positions = await db.selectFrom('positions').select(['person_id as key', 'id']).execute();
  const reports = await db.selectFrom('reports').select(['unit_name as key', 'id']).execute();
  const rounds = await db.selectFrom('rounds').select(['name as key', 'id']).execute();
  const forms = await db.selectFrom('forms').select('id').execute();
  const [holder] = await db
    .selectFrom('role_holders')
    .where('role', '=', 'standing')
    .select(['id', 'movement_id'])
    .execute();
  const clauses = await db.selectFrom('clauses').select(['path as key', 'id', 'plan_id']).execute();
  const [task] = await db.selectFrom('tasks').select('id').execute();
  const [target] = await db.selectFrom('targets').select('id').execute();
  const reviews = await db.selectFrom('review_rounds').select(['year', 'id']).execute();
  const households = await db.selectFrom('households').select(['code as key', 'id']).execute();
  const person = finder(accounts, 'account');
  return {
    person,
    unit: finder(units, 'unit'),
    duty: (login) => finder(duties, 'duty')(person(login)),
    position: (login) => finder(positions, 'position')(person(login)),
    report: finder(reports, 'report'),
    round: rounds[0]?.id ?? '',
    form: forms[0]?.id ?? '',
    movement: holder?.movement_id ?? '',
    holder: holder?.id ?? '',
    plan: clauses[0]?.plan_id ?? '',
    clause: finder(clauses, 'clause'),
    task: task?.id ?? '',
    target: target?.id ?? '',
    reviewRound: (year) => reviews.find((one) => one.year === year)?.id ?? '',
    household: finder(households, 'household'),
  };
}

function finder(rows: readonly { key: string; id: string }[], what: string) {
  return (key: string): string => {
    const found = rows.find((row) => row.key === key);
    if (!found) throw new Error(`There is no ${what} "${key}" in the small province`);
    return found.id;
  };
}

export const EVERY_LOGIN = Object.keys(SMALL_PROVINCE) as Login[];
