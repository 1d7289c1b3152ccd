import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Client } from '../../../test/harness/client.ts';
import { householdAddress } from '../../../test/harness/household-address.ts';
import { openWorld, type World } from '../../../test/harness/world.ts';
import { day } from '../../shared/day.ts';
import { newId } from '../../shared/identity.ts';

let world: World;
let officer: Client;
let address: string;

beforeAll(async () => {
  world = await openWorld({ today: day('2025-11-05') });
  officer = await world.as('ra-soat-muong-than');
  address = await householdAddress(world, 'MT-001');
});
afterAll(() => world.close());

test('a household shows its code, a masked head, its village, and what the reviews found', async () => {
  await officer.get(address);
  expect(officer.heading).toBe('Hộ Lò Văn P.');
  expect(officer.text).toContain('Mã hộ MT-001');
  expect(officer.text).toContain('Bản Một, xã Mường Than');
  expect(officer.text).not.toContain('Văn Phương');
  expect(officer.text).not.toContain('012080');
  expect(officer.texts('.years li strong')).toEqual(['2024', '2025']);
  expect(officer.texts('.years li')[0]).toContain('Vẫn là hộ nghèo');
});

test('this year has twelve tiles not yet surveyed, last year three deprived ones and a reason', async () => {
  await officer.get(address);
  expect(officer.texts('.tile-unknown')).toHaveLength(12);
  await officer.get(`${address}?year=2024`);
  expect(officer.texts('.tile-deprived b')).toEqual(['Thiếu hụt', 'Thiếu hụt', 'Thiếu hụt']);
  expect(officer.texts('.tile-met')).toHaveLength(9);
  expect(officer.texts('.dimensions > li')).toHaveLength(6);
  expect(officer.text).toContain('Điểm A 120 không quá 140');
  expect(officer.text).toContain('điểm B 30 (3 chỉ số thiếu hụt) từ 30, nên là hộ nghèo');
});

test('the survey form of the open commune is one press away, and closed in a recognised one', async () => {
  await officer.get(address);
  expect(officer.texts('a.button')).toContain('Khảo sát hộ này');
  await officer.get(`${address}?year=2024`);
  expect(officer.texts('a.button').join()).not.toContain('phiếu');
  const chairman = await world.as('chu-tich-muong-than');
  await chairman.get(address);
  expect(chairman.texts('a.button').join()).not.toContain('Khảo sát');
});

test('names come once, behind a purpose, and leave a row and an event', async () => {
  await officer.get(address);
  await officer.submit('Xem tên và số căn cước', {});
  expect(officer.status).toBe(422);
  expect(officer.text).toContain('Hãy chọn mục đích');
  expect(officer.heading).toBe('Hộ Lò Văn P.');
  await officer.submit('Xem tên và số căn cước', { 'Mục đích': 'Khác' });
  expect(officer.text).toContain('ghi rõ xem để làm gì');
  await officer.submit('Xem tên và số căn cước', {
    ...{ 'Mục đích': 'Họp dân', 'Nói rõ thêm': 'bản Một, tối 05/11' },
  });
  expect(officer.status).toBe(200);
  expect(officer.heading).toBe('Hộ Lò Văn Phương');
  expect(officer.text).toContain('012080000001');
  expect(officer.text).toContain('19/05/1980');
  expect(officer.answer.headers['cache-control']).toContain('no-store');
  const { db } = world.house;
  const readings = await db.selectFrom('identity_readings').selectAll().execute();
  expect(readings.map((one) => `${one.person_name}: ${one.purpose}`)).toEqual([
    'Tẩn Thị Thử: Họp dân: bản Một, tối 05/11',
  ]);
  const events = await db
    .selectFrom('events')
    .selectAll()
    .where('verb', '=', 'readIdentity')
    .execute();
  expect(events.map(({ noun, subject_id }) => `${noun} ${address.endsWith(subject_id)}`)).toEqual([
    'household true',
  ]);
  expect(JSON.stringify(events)).not.toContain('Văn Phương');
  await officer.get(address);
  expect(officer.heading).toBe('Hộ Lò Văn P.');
});

test('whoever may read can see who has read', async () => {
  const chairman = await world.as('chu-tich-muong-than');
  await chairman.get(`${address}/readings`);
  expect(chairman.text).toContain('Tẩn Thị Thử, Chuyên viên Phòng Kinh tế');
  expect(chairman.text).toContain('Họp dân: bản Một, tối 05/11');
  await chairman.get(`${await householdAddress(world, 'MT-002')}/readings`);
  expect(chairman.text).toContain('Chưa ai xem');
});

test('a stranger is refused, and a village reviewer sees no other village', async () => {
  for (const login of ['thuong-truc', 'ra-soat-than-uyen', 'can-bo-muong-than', 'lanh-dao-tinh']) {
    const stranger = await world.as(login);
    await stranger.get(address);
    expect(stranger.status, login).toBe(403);
    await stranger.post(`${address}/identity`, { purpose: 'survey' });
    expect(stranger.status, login).toBe(403);
    await stranger.get(`${address}/readings`);
    expect(stranger.status, login).toBe(403);
  }
  const village = await world.as('truong-ban');
  await village.get(address);
  expect(village.status).toBe(200);
  await village.get(await householdAddress(world, 'MT-005'));
  expect(village.status).toBe(403);
  await village.get('/households/khong-co');
  expect(village.status).toBe(404);
});

test('where village or commune were called otherwise before the merger, both are told', async () => {
  const { db } = world.house;
  const code = 'MT-007';
  const there = await householdAddress(world, code);
  const { village_id } = await db
    .selectFrom('household_residences')
    .select('village_id')
    .where('household_id', '=', there.split('/').at(-1) ?? '')
    .executeTakeFirstOrThrow();
  const old = newId();
  await db.insertInto('units').values({ id: old, sort: 'area' }).execute();
  const before = { valid_from: day('2020-01-01'), valid_to: day('2025-06-30'), source: 'thử' };
  await db
    .insertInto('unit_periods')
    .values([
      {
        ...{ ...before, id: newId(), unit_id: old, level: 'commune', kind: 'xã' },
        ...{ name: 'Phúc Than', full_name: 'Xã Phúc Than' },
      },
      {
        ...{ ...before, id: newId(), unit_id: village_id, level: 'village', kind: 'bản' },
        ...{ name: 'Hai', full_name: 'Bản Hai', parent_id: old },
      },
    ])
    .execute();
  await db
    .updateTable('household_residences')
    .set({ valid_from: day('2022-01-01') })
    .where('village_id', '=', village_id)
    .execute();
  await officer.get(there);
  expect(officer.text).toContain('Bản Hai, xã Mường Than');
  expect(officer.text).toContain('Trước ngày 01/07/2025Bản Hai, xã Phúc Than');
});
