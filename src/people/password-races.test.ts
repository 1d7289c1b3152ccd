import { afterAll, beforeAll, expect, test } from 'vitest';
import { PASSWORD } from '../../test/harness/small-province.ts';
import { openWorld, type World } from '../../test/harness/world.ts';
import { day } from '../shared/day.ts';
import { changePassword } from './own-password.actions.ts';
import { hashPassword } from './password.actions.ts';

const LOGIN = 'can-bo-muong-than';

let world: World;

beforeAll(async () => {
  world = await openWorld({ today: day('2025-11-17') });
});

afterAll(() => world.close());

test('a password reset meanwhile is not written over by a change that began before it', async () => {
  const { db } = world.house;
  const given = await hashPassword('kx7m-p4wd-9hre');
  const { person_id } = await db
    .selectFrom('accounts')
    .where('login', '=', LOGIN)
    .select('person_id')
    .executeTakeFirstOrThrow();
  const own = { chosen: 'sương sớm trên nương', repeated: 'sương sớm trên nương' };
  let release = () => undefined as unknown;
  const held = db.transaction().execute(async (tx) => {
    await tx.selectFrom('persons').where('id', '=', person_id).forUpdate().select('id').execute();
    await tx
      .updateTable('accounts')
      .set({ password_hash: given })
      .where('person_id', '=', person_id)
      .execute();
    await new Promise((resume) => {
      release = () => resume(undefined);
    });
  });
  const wish = { ...own, current: PASSWORD, address: '203.0.113.7', token: 'x' };
  const change = changePassword(world.house, person_id, wish);
  setTimeout(() => release(), 800);
  await expect(change).rejects.toThrow('vừa được người khác thay đổi');
  await held;
  const after = await db.selectFrom('accounts').where('login', '=', LOGIN).selectAll().execute();
  expect(after[0]?.password_hash).toBe(given);
});
