import type { Tx } from '../../shared/house.ts';
import type { Villages } from './households/load-villages.ts';
import { insertRows } from './insert-rows.ts';
import { officePeriods } from './offices.ts';
import type { Seed } from './seed.ts';
import type { Staff } from './staff.ts';

/** The day of the story and who may sign in to try it. */
export async function loadSettings(
  tx: Tx,
  seed: Seed,
  staff: Staff,
  villages: Villages,
): Promise<void> {
  const names = new Map([
    ...officePeriods(seed.agencies).map((one) => [one.id, one.name] as const),
    ...[...villages.values()].flat().map(({ id, names: { after } }) => [id, after] as const),
  ]);
  const people = new Map(staff.people.map((one) => [one.login, one]));
  const signIns = seed.demo.people.map(({ login, does }) => {
    const person = people.get(login);
    const post = person?.positions.at(-1);
    const name = person?.fullName ?? login;
    const who = [name, post?.title, names.get(post?.unitId ?? '')].filter(Boolean).join(', ');
    return { login, password: seed.demo.password, who, does };
  });
  await insertRows(tx, 'settings', [
    { key: 'story_day', value: seed.rounds.storyDay },
    { key: 'demo_sign_ins', value: signIns },
  ]);
}
