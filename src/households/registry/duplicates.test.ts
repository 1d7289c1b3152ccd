import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Client } from '../../../test/harness/client.ts';
import { householdAddress } from '../../../test/harness/household-address.ts';
import { openWorld, type World } from '../../../test/harness/world.ts';
import { day } from '../../shared/day.ts';
import { queueDuplicates } from './duplicates.actions.ts';

let world: World;
let officer: Client;

beforeEach(async () => {
  world = await openWorld({ today: day('2025-11-05') });
  officer = await world.as('ra-soat-muong-than');
});
afterEach(() => world.close());

const idOf = async (code: string) => (await householdAddress(world, code)).split('/').at(-1) ?? '';

/** Gives a head the identity of another's head. */
async function alike(code: string, as: string, what: 'number' | 'name') {
  const { db } = world.house;
  const other = await db
    .selectFrom('member_identities')
    .selectAll()
    .where('household_id', '=', await idOf(as))
    .executeTakeFirstOrThrow();
  const changed =
    what === 'number' ? { citizen_number: other.citizen_number } : { full_name: other.full_name };
  await db
    .updateTable('member_identities')
    .set(changed)
    .where('household_id', '=', await idOf(code))
    .execute();
}

async function queue(codes: readonly string[]) {
  const ids = await Promise.all(codes.map(idOf));
  const { unit_id } = await world.house.db
    .selectFrom('unit_periods')
    .select('unit_id')
    .where('full_name', '=', 'Xã Mường Than')
    .executeTakeFirstOrThrow();
  return world.house.db
    .transaction()
    .execute((tx) => queueDuplicates(tx, unit_id, ids, world.house.now()));
}

// The numbers of MT-001 and TU-001, of MT-002 and TU-002 are one from the beginning.
test('one number anywhere, or one name, year and village, is queued once', async () => {
  await alike('MT-002', 'MT-004', 'name');
  await alike('MT-003', 'MT-005', 'name'); // in another village: no likeness
  expect(await queue(['MT-001', 'MT-002', 'MT-003'])).toBe(3);
  expect(await queue(['MT-001', 'MT-002', 'MT-004', 'TU-001'])).toBe(0);
  await officer.get('/households/duplicates');
  expect(officer.texts('tbody td[data-head="Giống nhau ở"]').sort()).toEqual([
    'cùng số căn cước',
    'cùng số căn cước',
    'cùng tên chủ hộ, năm sinh và thôn, bản',
  ]);
  expect(officer.text).toContain('Lò Thị H. (MT-002)');
  expect(officer.text).not.toContain('Hương');
});

test('two households stand side by side; said to be one, they are merged by a person', async () => {
  await alike('MT-002', 'MT-004', 'name');
  await alike('MT-002', 'MT-004', 'number');
  await queue(['MT-002']);
  await officer.get('/households/duplicates');
  const [pair = ''] = officer.texts('tbody th a');
  await officer.follow(pair);
  expect(officer.heading).toBe('Đối chiếu hai hộ');
  expect(officer.text).toContain('cùng số căn cước; cùng tên chủ hộ, năm sinh và thôn, bản');
  expect(officer.text).toContain('•••004');
  expect(officer.text).not.toContain('Hương');
  await officer.submit('Xem tên và số căn cước', { purpose: 'duplicates' });
  expect(officer.text).toContain('Lò Thị Hương');
  const [reading] = await world.house.db.selectFrom('identity_readings').selectAll().execute();
  expect([reading?.purpose, reading?.household_ids.length]).toEqual(['Đối chiếu trùng', 2]);
  await officer.submit('Ghi kết luận', { verdict: 'same' });
  expect(officer.status).toBe(422);
  expect(officer.text).toContain('Hãy ghi vì sao kết luận như vậy');
  await officer.submit('Ghi kết luận', { 'Vì sao': 'Một hộ ghi hai lần khi nhập tệp' });
  expect(officer.text).toContain('Hai bản ghi vẫn còn cho đến khi bạn nhập hộ');
  await officer.follow('Nhập MT-002 vào MT-004');
  expect(officer.document.querySelector('input[name=into]')?.getAttribute('value')).toBe('MT-004');
  await officer.submit('Nhập vào hộ này', { 'Nhập từ ngày': '05/11/2025' });
  expect(officer.text).toContain('chuyển 0 người, 1 người đã có ở đó');
  await officer.get('/households/duplicates');
  expect(officer.text).toContain('Không có hộ nào chờ đối chiếu');
  await officer.get('/households/duplicates?decided=yes');
  expect(officer.text).toContain('Cùng một hộ');
});

test('of two verdicts the second is told of the first', async () => {
  await alike('MT-003', 'MT-004', 'name');
  await queue(['MT-003']);
  const other = await world.as('truong-ban');
  for (const one of [officer, other]) {
    await one.get('/households/duplicates');
    await one.follow(one.texts('tbody th a')[0] ?? '');
  }
  await officer.submit('Ghi kết luận', { verdict: 'different', 'Vì sao': 'Hai chị em' });
  await other.submit('Ghi kết luận', { verdict: 'same', 'Vì sao': 'Giống nhau quá' });
  expect(other.status).toBe(409);
  expect(other.text).toContain('vừa được người khác thay đổi');
  const events = await world.house.db
    .selectFrom('events')
    .select('verb')
    .where('noun', '=', 'duplicate')
    .execute();
  expect(events).toHaveLength(1);
});

test('a household elsewhere stays masked, and whoever reviews elsewhere sees no such pair', async () => {
  await queue(['MT-001']);
  await officer.get('/households/duplicates');
  await officer.follow(officer.texts('tbody th a')[0] ?? '');
  const { address } = officer;
  expect(officer.text).toContain('2025: Chưa rà soát');
  expect(officer.text).not.toContain('2024: Vẫn là hộ nghèo');
  await officer.submit('Xem tên và số căn cước', { purpose: 'duplicates' });
  expect(officer.text).toContain('Lò Văn Phương');
  expect(officer.text).not.toContain('Lù Văn Sơn');
  expect(officer.text).toContain('Tên của hộ TU-001 vẫn được che');
  for (const login of ['ra-soat-than-uyen', 'thuong-truc', 'chu-tich-muong-than']) {
    const stranger = await world.as(login);
    await stranger.get(address);
    expect([403, 404], login).toContain(stranger.status);
    await stranger.post(`${address}/verdict`, {
      verdict: 'same',
      reason: 'không phải việc của tôi',
    });
    expect([403, 404], login).toContain(stranger.status);
  }
  const village = await world.as('truong-ban');
  await village.get(address);
  expect(village.status).toBe(200);
});
