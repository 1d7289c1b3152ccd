import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Client } from '../../test/harness/client.ts';
import { openUnitsWorld, type UnitsWorld } from './fixtures/units-world.ts';
import { officeId } from './reference-ids.ts';

let world: UnitsWorld;
let agency: Client;
beforeAll(async () => {
  world = await openUnitsWorld();
  agency = await world.as('thuong-truc');
});
afterAll(() => world.close());

test('the block of districts shows its eight members, confirmed only where it was read', async () => {
  const reader = await world.as('muong-than');
  await reader.get('/units/blocks?year=2024');
  expect(reader.texts('.panel h2')).toEqual(['Khối thi đua các huyện, thành phố']);
  expect(reader.texts('.panel .unit-list li')).toHaveLength(8);
  expect(reader.text).toContain('đã xác nhận');
  await reader.get('/units/blocks?year=2025');
  expect(reader.text).toContain('cần xác nhận');
  expect(reader.texts('a')).not.toContain('Thêm khối');
  await reader.post('/units/blocks/edit?year=2025', { name: 'Khối khác', source: 'x' });
  expect(reader.status).toBe(403);
});

test('last year is copied without members that are no more, to be confirmed again', async () => {
  await agency.get('/units/blocks?year=2026');
  expect(agency.text).toContain('Chưa chia khối thi đua năm 2026');
  await agency.submit('Chép khối của năm 2025');
  expect(agency.text).toContain('0 đơn vị');
  expect(agency.text).toContain('cần xác nhận');
  await agency.post('/units/blocks/copy?year=2026');
  expect(agency.status).toBe(409);
});

test('the agency adds a block; a unit competes in one block of a year only', async () => {
  const [culture, health] = [officeId('SO.VHTTDL'), officeId('SO.YT')];
  await agency.get('/units/blocks/edit?year=2025');
  await agency.submit('Lưu khối', {
    'Tên khối': 'Khối văn hóa - xã hội',
    'Căn cứ': 'Quyết định thử số 4',
    members: [culture, health],
  });
  expect(agency.texts('.panel h2')).toContain('Khối văn hóa - xã hội');
  await agency.get('/units/blocks/edit?year=2025');
  await agency.submit('Lưu khối', { 'Tên khối': 'Khối khác', members: [health] });
  expect(agency.status).toBe(422);
  expect(agency.text).toContain('Đã ở khối khác: Sở Y tế (Khối văn hóa - xã hội)');
  expect(agency.text).toContain('Hãy ghi văn bản chia khối');
  await agency.get('/units/blocks?year=2025');
  await agency.follow('Sửa Khối văn hóa - xã hội');
  await agency.submit('Lưu khối', { members: [health] });
  expect(agency.text).toContain('1 đơn vị');
});
