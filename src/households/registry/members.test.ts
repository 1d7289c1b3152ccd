import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Client } from '../../../test/harness/client.ts';
import { householdAddress } from '../../../test/harness/household-address.ts';
import { openWorld, type World } from '../../../test/harness/world.ts';
import { day } from '../../shared/day.ts';

let world: World;
let officer: Client;
let address: string;

beforeEach(async () => {
  world = await openWorld({ today: day('2025-11-05') });
  officer = await world.as('ra-soat-muong-than');
  address = await householdAddress(world, 'MT-001');
});
afterEach(() => world.close());

const CHILD = {
  ...{ 'Vì sao': 'Mới sinh', 'Ở trong hộ từ ngày': '01/11/2025' },
  ...{ 'Họ và tên': 'Lò Thị Sao', 'Ngày sinh': '01/11/2025' },
  ...{ 'Quan hệ với chủ hộ': 'Con', 'Giới tính': 'Nữ', 'Dân tộc': 'Thái' },
};

async function members() {
  const household = address.split('/').at(-1) ?? '';
  const rows = await world.house.db
    .selectFrom('household_members')
    .selectAll()
    .where('household_id', '=', household)
    .orderBy('member_no')
    .execute();
  return rows.map((one) => `${one.member_no} ${one.relation} ${one.valid_from} ${one.valid_to}`);
}

async function reviewMembers(year: number) {
  const { members: count } = await world.house.db
    .selectFrom('household_reviews as v')
    .innerJoin('review_rounds as r', 'r.id', 'v.round_id')
    .select('v.members')
    .where('v.code', '=', 'MT-001')
    .where('r.year', '=', year)
    .executeTakeFirstOrThrow();
  return count;
}

async function add(entries: Record<string, string> = {}) {
  await officer.get(`${address}/members/new`);
  await officer.submit('Thêm vào hộ', { ...CHILD, ...entries });
}

test('a newborn joins: facts and identity apart, one event without a name, the open review follows', async () => {
  await add();
  expect(officer.address).toBe(address);
  expect(officer.text).toContain(
    'Đã thêm thành viên. Kỳ rà soát năm 2025 của Xã Mường Than đã theo.',
  );
  expect(officer.text).toContain('Mới sinh');
  expect(officer.text).not.toContain('Lò Thị Sao');
  expect(await members()).toEqual(['1 head 2025-07-01 null', '2 child 2025-11-01 null']);
  expect([await reviewMembers(2024), await reviewMembers(2025)]).toEqual([5, 6]);
  const events = await world.house.db
    .selectFrom('events')
    .selectAll()
    .where('noun', '=', 'household')
    .execute();
  expect(events.map(({ verb, noun }) => `${noun} ${verb}`)).toEqual(['household addMember']);
  expect(JSON.stringify(events)).not.toContain('Sao');
});

test('people who were there already are only written down', async () => {
  await add({
    'Vì sao': 'Đã ở từ trước, nay ghi bổ sung',
    'Ở trong hộ từ ngày': '01/07/2025',
    'Ngày sinh': '',
    'Năm sinh': '1960',
  });
  expect(await reviewMembers(2025)).toBe(5);
});

test('what was typed wrongly is said at the field, and nothing typed is lost', async () => {
  await add({ 'Ngày sinh': '06/11/2025', 'Số căn cước': '12345', 'Họ và tên': 'Sao' });
  expect(officer.status).toBe(422);
  expect(officer.text).toContain('Ngày sinh 06/11/2025 sau hôm nay');
  expect(officer.text).toContain('12 chữ số (chứng minh cũ: 9 chữ số)');
  expect(officer.text).toContain('mới có một chữ');
  expect(officer.document.querySelector('input[name=citizenNumber]')?.getAttribute('value')).toBe(
    '12345',
  );
  expect(await members()).toHaveLength(1);
});

test('a household has exactly one head', async () => {
  await officer.get(`${address}/members/new`);
  await officer.post(`${address}/members/new`, {
    ...{ seen: officer.document.querySelector('input[name=seen]')?.getAttribute('value') ?? '' },
    ...{ arrival: 'moved-in', on: '01/11/2025', fullName: 'Lò Văn Hai', birthYear: '1970' },
    ...{ relation: 'head', sex: 'm', ethnicity: '03' },
  });
  expect(officer.status).toBe(422);
  expect(officer.text).toContain('Hộ có đúng một chủ hộ');
  await officer.get(`${address}/members/1`);
  await officer.submit('Ghi rời hộ', {
    'Vì sao': 'Mất',
    'Ngày cuối cùng ở trong hộ': '04/11/2025',
  });
  expect(officer.text).toContain('người cuối cùng của hộ');
});

test('the head changes, then the old one may leave', async () => {
  await add({
    'Họ và tên': 'Lò Thị Ơn',
    'Quan hệ với chủ hộ': 'Vợ hoặc chồng',
    'Ngày sinh': '02/02/1982',
    'Vì sao': 'Đã ở từ trước, nay ghi bổ sung',
  });
  await officer.get(`${address}/members/1`);
  await officer.submit('Ghi rời hộ', {
    'Vì sao': 'Mất',
    'Ngày cuối cùng ở trong hộ': '04/11/2025',
  });
  expect(officer.text).toContain('đặt người khác làm chủ hộ trước');
  await officer.get(`${address}/members/2`);
  await officer.submit('Đặt làm chủ hộ');
  expect(officer.heading).toBe('Hộ Lò Thị Ơ.');
  await officer.get(`${address}/members/1`);
  await officer.submit('Ghi rời hộ', {
    'Vì sao': 'Mất',
    'Ngày cuối cùng ở trong hộ': '04/11/2025',
  });
  expect(await members()).toEqual(['1 spouse 2025-07-01 2025-11-04', '2 head 2025-11-01 null']);
  expect(await reviewMembers(2025)).toBe(4);
  expect(officer.text).toContain('Đã rời hộ: 1 người');
});

test('a correction changes facts, and of the identity only what was filled in', async () => {
  await officer.get(`${address}/members/1`);
  expect(officer.text).not.toContain('Phương');
  await officer.submit('Lưu chỗ sửa', {
    'Dân tộc': 'Lự',
    insured: 'yes',
    'Số căn cước': '012080009999',
  });
  expect(officer.text).toContain('Lự');
  const identity = await world.house.db
    .selectFrom('member_identities')
    .selectAll()
    .where('citizen_number', '=', '012080009999')
    .executeTakeFirstOrThrow();
  expect([identity.full_name, identity.birth_date]).toEqual(['Lò Văn Phương', '1980-05-19']);
});

test('a number that another household bears goes to the queue, and is stored', async () => {
  await officer.get(`${address}/members/1`);
  await officer.submit('Lưu chỗ sửa', { 'Số căn cước': '012080000101' });
  expect(officer.text).not.toContain('Hộ nghi trùng');
  await officer.get(`${address}/members/1`);
  const { citizen_number } = await world.house.db
    .selectFrom('member_identities')
    .select('citizen_number')
    .where('full_name', '=', 'Lù Văn Sơn')
    .executeTakeFirstOrThrow();
  await officer.submit('Lưu chỗ sửa', { 'Số căn cước': citizen_number ?? '' });
  expect(officer.text).toContain('hãy đối chiếu ở trang Hộ nghi trùng');
  const pairs = await world.house.db.selectFrom('household_duplicates').selectAll().execute();
  expect(pairs.map((one) => one.likeness)).toEqual(['cùng số căn cước']);
});

test('whoever saw an older state is told so and keeps what was typed', async () => {
  const other = await world.as('truong-ban');
  await other.get(`${address}/members/new`);
  await add();
  await other.submit('Thêm vào hộ', { ...CHILD, 'Họ và tên': 'Lò Văn Trăng' });
  expect(other.status).toBe(409);
  expect(other.text).toContain('Hộ MT-001 vừa được người khác thay đổi');
  expect(await members()).toHaveLength(2);
  await other.submit('Thêm vào hộ');
  expect(other.status).toBe(200);
  expect(await members()).toHaveLength(3);
});

test('after recognition the register goes on and the review stays', async () => {
  await world.house.db.updateTable('commune_reviews').set({ status: 'recognised' }).execute();
  await add();
  expect(officer.text).toContain('đã công nhận kết quả năm 2025 nên kết quả đó giữ nguyên');
  expect(await reviewMembers(2025)).toBe(5);
  expect(await members()).toHaveLength(2);
});

test('only reviewers of the village change its households', async () => {
  for (const login of ['chu-tich-muong-than', 'ra-soat-than-uyen', 'thuong-truc']) {
    const stranger = await world.as(login);
    await stranger.get(`${address}/members/new`);
    expect(stranger.status, login).toBe(403);
    await stranger.post(`${address}/members/1/end`);
    expect(stranger.status, login).toBe(403);
  }
});
