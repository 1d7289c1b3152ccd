import { sql } from 'kysely';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Client } from '../../../test/harness/client.ts';
import { householdAddress } from '../../../test/harness/household-address.ts';
import { openWorld, type World } from '../../../test/harness/world.ts';
import { day } from '../../shared/day.ts';
import { type ChangeCell, changeLine, residualOf } from '../tables/change-tables.ts';

let world: World;
let officer: Client;
let address: string;

beforeEach(async () => {
  world = await openWorld({ today: day('2025-11-05') });
  officer = await world.as('ra-soat-muong-than');
  address = await householdAddress(world, 'MT-001');
});
afterEach(() => world.close());

async function unitId(name: string) {
  const { unit_id } = await world.house.db
    .selectFrom('unit_periods')
    .select('unit_id')
    .where('full_name', '=', name)
    .executeTakeFirstOrThrow();
  return unit_id;
}

/** The rows of this year's review of a commune, as words. */
async function rowsOf(commune: string) {
  const { rows } = await sql<{ row: string }>`
    select concat_ws(' ', v.code, unit_name_on(v.village_id, '2025-11-05'), v.opening,
      coalesce(v.closing, 'pending'), v.reason, v.listed, v.members) as row
    from household_reviews v join review_rounds r on r.id = v.round_id and r.year = 2025
    where v.commune_id = ${await unitId(commune)} order by v.code`.execute(world.house.db);
  return rows.map(({ row }) => row);
}

async function line(unit: string, of: 'poor' | 'near-poor') {
  const { rows } = await sql<ChangeCell>`
    select t.opening, t.closing, t.relapsed, t.households, t.opening_members as "openingMembers",
           t.members, t.grew
    from review_totals t join review_rounds r on r.id = t.round_id and r.year = 2025
    where t.unit_id = ${await unitId(unit)} and t.mark = ''`.execute(world.house.db);
  return changeLine(rows, of);
}

async function identitiesHold(units: readonly string[]) {
  for (const unit of units)
    for (const of of ['poor', 'near-poor'] as const)
      expect(residualOf(await line(unit, of)), `${unit} ${of}`).toEqual({
        households: 0,
        members: 0,
      });
}

async function beginThanUyen() {
  const round = await world.house.db
    .selectFrom('review_rounds')
    .select('id')
    .where('year', '=', 2025)
    .executeTakeFirstOrThrow();
  const there = await world.as('ra-soat-than-uyen');
  await there.post(`/review-rounds/${round.id}/communes/${await unitId('Xã Than Uyên')}/begin`);
  expect(there.status).toBe(200);
}

async function addMember(relation: string, name: string, year: string) {
  await officer.get(`${address}/members/new`);
  await officer.submit('Thêm vào hộ', {
    ...{ arrival: 'recorded', on: '01/07/2025', fullName: name, birthYear: year },
    ...{ relation, sex: 'm', ethnicity: '03' },
  });
  expect(officer.status).toBe(200);
}

async function openMove(commune: string) {
  await officer.get(`${address}/moves?kind=move&commune=${await unitId(commune)}`);
}

const TO_BAN_BA = { 'Thôn, bản': 'Bản Ba', 'Ở nơi mới từ ngày': '03/11/2025' };

async function setStatus(commune: string, status: string) {
  await world.house.db
    .updateTable('commune_reviews')
    .set({ status })
    .where('commune_id', '=', await unitId(commune))
    .execute();
}

test('a household moves to another village of its commune, and the totals of both follow', async () => {
  await officer.get(address);
  await officer.follow('Chuyển, tách, nhập hộ');
  await officer.submit('Ghi chuyển nơi ở', {
    'Thôn, bản': 'Bản Hai',
    'Ở nơi mới từ ngày': '03/11/2025',
  });
  expect(officer.address).toBe(address);
  expect(officer.text).toContain('Đã ghi hộ MT-001 chuyển đến Bản Hai, Xã Mường Than.');
  expect(officer.text).toContain('Bản Hai, xã Mường Than');
  expect(officer.text).toContain('Bản Một, xã Mường Than: từ 01/07/2025 đến hết 02/11/2025');
  expect(await rowsOf('Xã Mường Than')).toContain('MT-001 Bản Hai poor pending last-list 5');
  expect((await line('Bản Một', 'poor')).opening.households).toBe(1);
  expect((await line('Bản Hai', 'poor')).opening.households).toBe(2);
  await identitiesHold(['Bản Một', 'Bản Hai', 'Xã Mường Than']);
  const village = await world.as('truong-ban');
  await village.get(address);
  expect(village.status).toBe(403);
});

test('a poor household that moves to another commune is gone here and waits for its survey there', async () => {
  await beginThanUyen();
  await openMove('Xã Than Uyên');
  await officer.submit('Ghi chuyển nơi ở', TO_BAN_BA);
  expect(officer.address).toBe('/households');
  expect(officer.text).toContain('chuyển đến Bản Ba, Xã Than Uyên');
  expect(await rowsOf('Xã Mường Than')).toContain(
    'MT-001 Bản Một poor gone moved-away last-list 0',
  );
  expect(await rowsOf('Xã Than Uyên')).toContain('MT-001 Bản Ba absent pending moved-in found 5');
  await identitiesHold(['Bản Một', 'Xã Mường Than', 'Bản Ba', 'Xã Than Uyên']);
  const { otherOut, opening, pending } = await line('Xã Mường Than', 'poor');
  expect([opening.households, otherOut.households, pending.households]).toEqual([3, 1, 2]);
  await officer.get(address);
  expect(officer.status).toBe(403);
  const there = await world.as('ra-soat-than-uyen');
  await there.get(address);
  expect(there.texts('.years li').map((one) => one.slice(0, 4))).toEqual(['2024', '2025', '2025']);
  expect(there.texts('a.button')).toContain('Khảo sát hộ này');
});

test('one that is not poor arrives as not poor; back again it takes up its old row', async () => {
  await beginThanUyen();
  address = await householdAddress(world, 'MT-004');
  await openMove('Xã Than Uyên');
  await officer.submit('Ghi chuyển nơi ở', TO_BAN_BA);
  expect(await rowsOf('Xã Than Uyên')).toContain('MT-004 Bản Ba absent not-poor moved-in 6');
  officer = await world.as('ra-soat-than-uyen');
  await openMove('Xã Mường Than');
  await officer.submit('Ghi chuyển nơi ở', {
    'Thôn, bản': 'Bản Hai',
    'Ở nơi mới từ ngày': '05/11/2025',
  });
  expect(await rowsOf('Xã Mường Than')).toContain('MT-004 Bản Hai not-poor not-poor 6');
  expect(await rowsOf('Xã Than Uyên')).toContain('MT-004 Bản Ba absent gone moved-away 0');
  await identitiesHold(['Xã Mường Than', 'Xã Than Uyên']);
});

test('while the list hangs nothing moves, here or there, and what was typed stays', async () => {
  await setStatus('Xã Mường Than', 'posted');
  await openMove('Xã Than Uyên');
  expect(officer.text).toContain('đang niêm yết kết quả rà soát năm 2025');
  await officer.submit('Ghi chuyển nơi ở', TO_BAN_BA);
  expect(officer.status).toBe(409);
  expect(officer.text).toContain('ghi vào kỳ sau hoặc làm theo rà soát thường xuyên');
  expect(officer.document.querySelector('input[name=on]')?.getAttribute('value')).toBe(
    '03/11/2025',
  );
  await setStatus('Xã Mường Than', 'open');
  await beginThanUyen();
  await setStatus('Xã Than Uyên', 'posted');
  await officer.submit('Ghi chuyển nơi ở', TO_BAN_BA);
  expect(officer.status).toBe(409);
  expect(await rowsOf('Xã Mường Than')).toContain('MT-001 Bản Một poor pending last-list 5');
});

test('after recognition only the register changes, and the notice says so', async () => {
  await beginThanUyen();
  await setStatus('Xã Mường Than', 'recognised');
  await openMove('Xã Than Uyên');
  await officer.submit('Ghi chuyển nơi ở', TO_BAN_BA);
  expect(officer.text).toContain('đã công nhận kết quả năm 2025 nên kết quả đó giữ nguyên');
  expect(await rowsOf('Xã Mường Than')).toContain('MT-001 Bản Một poor pending last-list 5');
  expect(await rowsOf('Xã Than Uyên')).toEqual(
    expect.not.arrayContaining([expect.stringContaining('MT-001')]),
  );
  const there = await world.as('ra-soat-than-uyen');
  await there.get(address);
  expect(there.text).toContain('Bản Ba, xã Than Uyên');
});

test('of two who move a household at once, one is told that it has moved', async () => {
  const village = await world.as('truong-ban');
  await openMove('Xã Mường Than');
  await village.get(`${address}/moves?kind=move`);
  const seen = officer.document.querySelector('input[name=seen]')?.getAttribute('value') ?? '';
  const to = { kind: 'move', seen, areaType: 'rural', village: await unitId('Bản Hai') };
  await Promise.all([
    officer.post(`${address}/moves`, { ...to, on: '03/11/2025' }),
    village.post(`${address}/moves`, { ...to, on: '04/11/2025' }),
  ]);
  const [first, second] = [officer.status, village.status].sort();
  expect(first).toBe(200);
  expect([403, 409]).toContain(second);
  const stays = await world.house.db
    .selectFrom('household_residences')
    .select('valid_to')
    .where('household_id', '=', address.split('/').at(-1) ?? '')
    .execute();
  expect(stays.filter((one) => one.valid_to === null)).toHaveLength(1);
  expect(stays).toHaveLength(2);
});

test('a son and his wife become a household of their own', async () => {
  await addMember('child', 'Lò Văn Thắng', '2001');
  await addMember('child-in-law', 'Tòng Thị Lả', '2003');
  await addMember('spouse', 'Lò Thị Ơn', '1982');
  await officer.get(`${address}/moves?kind=split`);
  await officer.submit('Tách thành hộ mới', { 'Là hộ riêng từ ngày': '03/11/2025' });
  expect(officer.text).toContain('Hãy chọn ít nhất một người tách ra');
  await officer.submit('Tách thành hộ mới', { people: ['2', '3'], newHead: '2' });
  expect(officer.heading).toBe('Hộ Lò Văn T.');
  expect(officer.text).toContain('Mã hộ MT-008');
  expect(officer.texts('#members tbody th')).toEqual(['Chủ hộ', 'Vợ hoặc chồng']);
  expect(await rowsOf('Xã Mường Than')).toEqual(
    expect.arrayContaining([
      'MT-001 Bản Một poor pending last-list 3',
      'MT-008 Bản Một absent pending split-off found 2',
    ]),
  );
  await identitiesHold(['Bản Một', 'Xã Mường Than']);
  await officer.get(address);
  expect(officer.texts('#members tbody th')).toEqual(['Chủ hộ', 'Vợ hoặc chồng']);
  expect(officer.text).toContain('thành hộ MT-008');
});

test('a household goes into another; who is there already is not written twice', async () => {
  await addMember('child', 'Lò Văn Thắng', '2001');
  const into = await householdAddress(world, 'MT-002');
  const own = address;
  address = into;
  await addMember('other', 'Lò Văn  thắng', '2001');
  address = own;
  await officer.get(`${address}/moves?kind=merge`);
  await officer.submit('Nhập vào hộ này', { 'Mã hộ nhận': 'MT-001', 'Nhập từ ngày': '03/11/2025' });
  expect(officer.text).toContain('Đây là mã của chính hộ này');
  await officer.submit('Nhập vào hộ này', { 'Mã hộ nhận': 'XX-009' });
  expect(officer.text).toContain('Không có hộ mã XX-009 trong sổ');
  await officer.submit('Nhập vào hộ này', { 'Mã hộ nhận': 'MT-002' });
  expect(officer.address).toBe(into);
  expect(officer.text).toContain('chuyển 1 người, 1 người đã có ở đó');
  expect(await rowsOf('Xã Mường Than')).toEqual(
    expect.arrayContaining([
      'MT-001 Bản Một poor gone merged last-list 0',
      'MT-002 Bản Một poor pending last-list 5',
    ]),
  );
  await identitiesHold(['Bản Một', 'Xã Mường Than']);
  await officer.get(address);
  expect(officer.text).toContain('Nhập vào hộ khác, ngày 03/11/2025');
  await officer.get(`${address}/moves`);
  expect(officer.status).toBe(409);
});

test('a household of which nobody is left ends, in the register and in the review', async () => {
  await officer.get(`${address}/moves?kind=end`);
  await officer.submit('Kết thúc hộ', { 'Kết thúc từ ngày': '06/11/2025' });
  expect(officer.text).toContain('Ngày 06/11/2025 chưa tới');
  await officer.submit('Kết thúc hộ', { 'Kết thúc từ ngày': '01/11/2025' });
  expect(officer.text).toContain('Đã kết thúc hộ MT-001 trong sổ');
  expect(await rowsOf('Xã Mường Than')).toContain('MT-001 Bản Một poor gone died-out last-list 0');
  await identitiesHold(['Bản Một', 'Xã Mường Than']);
});
