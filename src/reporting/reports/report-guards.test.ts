import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Client } from '../../../test/harness/client.ts';
import { openWorld, type World } from '../../../test/harness/world.ts';
import { day } from '../../shared/day.ts';
import { newId } from '../../shared/identity.ts';

const THIS = 'Ủy ban nhân dân xã Mường Than';

let world: World;
let officer: Client;
let head: Client;
let receiver: Client;

beforeAll(async () => {
  world = await openWorld({ today: day('2025-11-16') });
  officer = await world.as('can-bo-muong-than');
  head = await world.as('chu-tich-muong-than');
  receiver = await world.as('thuong-truc');
});
afterAll(() => world.close());

function report() {
  return world.house.db
    .selectFrom('reports')
    .where('unit_name', '=', THIS)
    .select(['id', 'unit_id', 'version', 'status'])
    .executeTakeFirstOrThrow();
}

async function press(client: Client, step: string): Promise<number> {
  const { id, version } = await report();
  return (await client.post(`/reports/${id}/${step}`, { version: String(version) })).status;
}

/** For a time, the one who receives also helped the commune out. */
async function lendReceiverToCommune(): Promise<string> {
  const { unit_id } = await report();
  const { person_id } = await world.house.db
    .selectFrom('accounts')
    .where('login', '=', 'thuong-truc')
    .select('person_id')
    .executeTakeFirstOrThrow();
  const id = newId();
  const row = { id, person_id, unit_id, duty: 'prepareReports', valid_from: day('2025-11-01') };
  await world.house.db.insertInto('duties').values(row).execute();
  return id;
}

test('whoever typed a number in a report never receives it, also when that duty is over', async () => {
  const duty = await lendReceiverToCommune();
  const { id } = await report();
  await receiver.get(`/reports/${id}`);
  await receiver.submit('Lưu nháp', { 'Số hộ thoát nghèo': '12' });
  await world.house.db.deleteFrom('duties').where('id', '=', duty).execute();
  await officer.get(`/reports/${id}`);
  await officer.submit('Gửi lãnh đạo duyệt', {
    'Số hộ nghèo cuối kỳ': '310',
    'Kết quả nổi bật': 'Nuôi cá lồng.',
  });
  expect(await press(head, 'approve')).toBe(200);
  expect((await report()).status).toBe('submitted');
  expect(await press(receiver, 'receive')).toBe(403);
  expect(receiver.text).toContain('Bạn đã lập hoặc duyệt chính báo cáo này');
});

test('a report sent in time is not recalled after the lock: it could never be sent again', async () => {
  world.setToday(day('2025-12-20'));
  head = await world.as('chu-tich-muong-than');
  expect(await press(head, 'recall')).toBe(409);
  expect(head.text).toContain('đã khóa');
  expect((await report()).status).toBe('submitted');
  world.setToday(day('2025-11-17'));
  head = await world.as('chu-tich-muong-than');
  expect(await press(head, 'recall')).toBe(200);
  expect((await report()).status).toBe('open');
});
