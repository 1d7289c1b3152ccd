import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Client } from '../../../test/harness/client.ts';
import { openWorld, type World } from '../../../test/harness/world.ts';
import { day } from '../../shared/day.ts';

let world: World;
let officer: Client;

beforeEach(async () => {
  world = await openWorld({ today: day('2025-11-05') });
  officer = await world.as('ra-soat-muong-than');
});
afterEach(() => world.close());

const HOUSEHOLD = {
  ...{ 'Thôn, bản': 'Bản Hai', 'Khu vực': 'Nông thôn', 'Vì sao có hộ này': 'Chuyển đến' },
  ...{ 'Ở đây từ ngày': '20/10/2025', 'Họ và tên': 'Sùng A Chứ', 'Năm sinh': '1990' },
  ...{ 'Giới tính': 'Nam', 'Dân tộc': 'Mông' },
};

async function rowOf(code: string) {
  return world.house.db
    .selectFrom('household_reviews as v')
    .innerJoin('review_rounds as r', 'r.id', 'v.round_id')
    .select(['v.opening', 'v.closing', 'v.reason', 'v.listed', 'v.members'])
    .where('v.code', '=', code)
    .where('r.year', '=', 2025)
    .executeTakeFirst();
}

test('a household that moved in gets the next code, and stands in the open review as not poor', async () => {
  await officer.get('/households/new');
  await officer.submit('Ghi hộ vào sổ', HOUSEHOLD);
  expect(officer.heading).toBe('Hộ Sùng A C.');
  expect(officer.text).toContain(
    'Đã ghi hộ mới, mã MT-008. Kỳ rà soát năm 2025 của Xã Mường Than đã theo.',
  );
  expect(officer.text).toContain('Ghi hộ mới vào sổ');
  expect(await rowOf('MT-008')).toEqual({
    ...{ opening: 'absent', closing: 'not-poor', reason: 'moved-in', listed: null, members: 1 },
  });
});

test('one to be reviewed is found, and waits for its survey', async () => {
  await officer.get('/households/new');
  await officer.submit('Ghi hộ vào sổ', {
    ...HOUSEHOLD,
    ...{ 'Vì sao có hộ này': 'Tách hộ', toReview: true },
  });
  expect(officer.status).toBe(422);
  expect(officer.text).toContain('Tách hộ thì ghi mã của hộ cũ');
  await officer.submit('Ghi hộ vào sổ', { originCode: 'TU-001' });
  expect(officer.text).toContain('Không có hộ mã TU-001 ở nơi bạn rà soát');
  await officer.submit('Ghi hộ vào sổ', { originCode: 'MT-005' });
  expect(officer.text).toContain('từ hộ MT-005');
  expect(await rowOf('MT-008')).toEqual({
    ...{ opening: 'absent', closing: null, reason: 'split-off', listed: 'found', members: 1 },
  });
});

test('two who add a household at once get two codes', async () => {
  const other = await world.as('truong-ban');
  await officer.get('/households/new');
  await other.get('/households/new');
  const own = { ...HOUSEHOLD, 'Thôn, bản': 'Bản Một' };
  await Promise.all([
    officer.submit('Ghi hộ vào sổ', own),
    other.submit('Ghi hộ vào sổ', { ...own, 'Họ và tên': 'Sùng A Dế' }),
  ]);
  expect([officer.status, other.status]).toEqual([200, 200]);
  const codes = await world.house.db
    .selectFrom('households')
    .select('code')
    .where('code', '>=', 'MT-008')
    .where('code', '<', 'MT-1')
    .orderBy('code')
    .execute();
  expect(codes.map(({ code }) => code)).toEqual(['MT-008', 'MT-009']);
});

test('the head was not born tomorrow, the area is told, and nothing typed is lost', async () => {
  await officer.get('/households/new');
  await officer.submit('Ghi hộ vào sổ', { ...HOUSEHOLD, 'Năm sinh': '2030', 'Thôn, bản': '' });
  expect(officer.status).toBe(422);
  expect(officer.text).toContain('Năm sinh 2030 sau năm nay');
  expect(officer.text).toContain('Hãy chọn thôn, bản nơi hộ ở');
  expect(officer.document.querySelector('input[name=fullName]')?.getAttribute('value')).toBe(
    'Sùng A Chứ',
  );
});

test('where the review is recognised only the register has it', async () => {
  await world.house.db.updateTable('commune_reviews').set({ status: 'recognised' }).execute();
  await officer.get('/households/new');
  await officer.submit('Ghi hộ vào sổ', HOUSEHOLD);
  expect(officer.text).toContain('kết quả đó giữ nguyên');
  expect(await rowOf('MT-008')).toBeUndefined();
});

test('a household alike in the same village is queued for a person', async () => {
  await officer.get('/households/new');
  await officer.submit('Ghi hộ vào sổ', {
    ...HOUSEHOLD,
    'Họ và tên': 'vàng a pao',
    'Năm sinh': '1980',
  });
  expect(officer.text).toContain('hãy đối chiếu ở trang Hộ nghi trùng');
});

test('a village reviewer adds in the own village only, others nowhere', async () => {
  const village = await world.as('truong-ban');
  await village.get('/households/new');
  expect(village.texts('select[name=village] option')).toEqual(['Chọn thôn, bản', 'Bản Một']);
  for (const login of ['thuong-truc', 'chu-tich-muong-than', 'can-bo-muong-than']) {
    const stranger = await world.as(login);
    await stranger.get('/households/new');
    expect(stranger.status, login).toBe(403);
  }
});
