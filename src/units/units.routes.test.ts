import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Client } from '../../test/harness/client.ts';
import { openUnitsWorld, type UnitsWorld } from './fixtures/units-world.ts';
import { areaId, officeId } from './reference-ids.ts';

let world: UnitsWorld;
let reader: Client;
beforeAll(async () => {
  world = await openUnitsWorld();
  reader = await world.as('muong-than');
});
afterAll(() => world.close());

test('the list of a day before the merger shows districts with their communes, after it 38', async () => {
  await reader.get('/units?on=30/06/2025');
  expect(reader.heading).toBe('Đơn vị ngày 30/06/2025');
  expect(reader.text).toContain('Cấp xã: 106 (94 xã, 7 thị trấn, 5 phường)');
  expect(reader.texts('summary')).toContain('Huyện Than Uyên 12');
  await reader.follow('01/07/2025');
  expect(reader.text).toContain('Cấp xã: 38 (36 xã, 2 phường)');
  expect(reader.text).not.toContain('Huyện Than Uyên');
});

test('what is no day is said so, kept in the field, and today is shown', async () => {
  await reader.get('/units?on=31/02/2025');
  expect(reader.status).toBe(422);
  expect(reader.text).toContain('Đây không phải là một ngày');
  expect(reader.document.querySelector('input[name=on]')?.getAttribute('value')).toBe('31/02/2025');
  expect(reader.heading).toBe('Đơn vị ngày 19/11/2025');
});

test('the merger tells every old commune with its district and the clause', async () => {
  await reader.get('/units/merger');
  const rows = reader.texts('.table tbody tr');
  expect(rows).toHaveLength(38);
  const muongThan = rows.find((row) => row.startsWith('Xã Mường Than'));
  expect(muongThan).toMatch(/Huyện Than Uyên: Xã Mường Mít, Xã Phúc Than/);
  expect(muongThan).toMatch(/Khoản 4 Điều 1/);
  expect(reader.texts('.table caption')[0]).toContain('Nghị quyết 1670/NQ-UBTVQH15');
  expect(rows.filter((row) => row.includes('giữ nguyên'))).toHaveLength(2);
  expect(rows.filter((row) => row.includes('nhiều huyện cũ'))).toHaveLength(6);
  expect(reader.document.querySelectorAll('path.ribbon')).toHaveLength(106);
});

test('the page of an old unit says what became of it, the page of a new one what made it', async () => {
  await reader.get(`/units/${areaId('2022', '03619')}`);
  expect(reader.text).toContain('đã kết thúc đến 30/06/2025, khi đó thuộc Huyện Than Uyên');
  await reader.follow('Xã Than Uyên');
  expect(reader.heading).toBe('Xã Than Uyên');
  expect(reader.text).toContain('đang hoạt động từ 01/07/2025, thuộc Tỉnh Lai Châu');
  expect(reader.text).toContain('Xã Mường Than');
  expect(reader.texts('a')).toContain('UBND xã Than Uyên');
});

test('an agency shows its role in the movement, and an unknown unit is not found', async () => {
  await reader.get(`/units/${officeId('SO.NNMT')}`);
  expect(reader.text).toContain('Cơ quan thường trực');
  for (const wrong of [areaId('2025', '99999'), 'x']) {
    await reader.get(`/units/${wrong}`);
    expect(reader.status).toBe(404);
    expect(reader.text).toContain('Không tìm thấy đơn vị này');
  }
});

test('the search of the top line tells the two Mường Than apart', async () => {
  await reader.get('/search?q=muong+than');
  const spaced = [...reader.document.querySelectorAll('.findings li')].map((one) =>
    [...one.children].map((part) => part.textContent).join(' '),
  );
  expect(spaced).toEqual([
    'Xã Mường Than từ 01/07/2025, thuộc Tỉnh Lai Châu hình thành từ Xã Phúc Than, Xã Mường Mít (từ 01/07/2025) cơ quan: UBND xã Mường Than',
    'Xã Mường Than đến 30/06/2025, khi đó thuộc Huyện Than Uyên nay thuộc về Xã Than Uyên (từ 01/07/2025) cơ quan: UBND xã Mường Than',
  ]);
  await reader.get('/search?q=khong+co+gi');
  expect(reader.text).toContain('Không thấy gì trùng');
  await reader.get('/search');
  expect(reader.heading).toBe('Tìm kiếm');
});

test('the map draws 38 communes from 1/7/2025 and none before; a page fills its own', async () => {
  await reader.get('/units?on=01/07/2025');
  expect(reader.document.querySelectorAll('.area-map path')).toHaveLength(38);
  await reader.get('/units?on=30/06/2025');
  expect(reader.document.querySelector('.area-map')).toBeNull();
  await reader.get(`/units/${areaId('2025', '03618')}`);
  expect(reader.document.querySelector('.area-map .chosen')?.textContent).toBe('Xã Mường Than');
});

test('no page of the room is heavier than 40 kB on the line', async () => {
  for (const address of ['/units', '/units?on=30/06/2025', '/units/merger']) {
    await reader.get(address);
    expect(gzipSync(reader.answer.bytes).length, address).toBeLessThan(40_000);
  }
});
