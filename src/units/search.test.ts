import { afterAll, beforeAll, expect, test } from 'vitest';
import { openUnitsWorld, type UnitsWorld } from './fixtures/units-world.ts';
import { areaId, officeId } from './reference-ids.ts';
import { searchUnits } from './units.actions.ts';

let world: UnitsWorld;
beforeAll(async () => {
  world = await openUnitsWorld();
});
afterAll(() => world.close());

const find = (typed: string) => searchUnits(world.db, typed, world.house.today());

test('"muong than" finds the new and the old commune of that name, and says which is which', async () => {
  const [now, then, ...rest] = await find('muong than');
  expect(now).toMatchObject({
    unitId: areaId('2025', '03618'),
    fullName: 'Xã Mường Than',
    living: true,
    when: 'từ 01/07/2025',
    parentName: 'Tỉnh Lai Châu',
    office: { fullName: 'UBND xã Mường Than', unitId: officeId('UBND.C25.03618') },
  });
  expect(now?.formerNames.map((one) => one.name)).toEqual(['Xã Phúc Than', 'Xã Mường Mít']);
  expect(then).toMatchObject({
    unitId: areaId('2022', '03619'),
    fullName: 'Xã Mường Than',
    living: false,
    when: 'đến 30/06/2025',
    parentName: 'Huyện Than Uyên',
    office: { unitId: officeId('UBND.C22.03619') },
    becameNames: [{ unitId: areaId('2025', '03595'), name: 'Xã Than Uyên', on: '2025-07-01' }],
  });
  expect(rest.map((one) => one.fullName)).toEqual([]);
});

test('accents are optional, but respected when typed', async () => {
  const names = async (typed: string) => (await find(typed)).map((one) => one.fullName);
  expect(await names('Mường Than')).toEqual(['Xã Mường Than', 'Xã Mường Than']);
  expect(await names('MƯỜNG  THAN')).toHaveLength(2);
  expect(await names('Mương Thận')).toEqual([]);
  expect(await names('ta leng')).toEqual(['Xã Tả Lèng', 'Xã Tả Lèng']);
});

test('a spelling of another list finds the unit and tells under which name', async () => {
  const [kan] = await find('Can Hồ');
  expect(kan).toMatchObject({ fullName: 'Xã Kan Hồ', metAs: 'Xã Can Hồ' });
});

test('an official code finds all that ever bore it', async () => {
  expect((await find('03388')).map((one) => [one.fullName, one.when])).toEqual([
    ['Phường Đoàn Kết', 'từ 01/07/2025'],
    ['Phường Quyết Tiến', 'đến 30/06/2025'],
  ]);
});

test('an agency that ended is found by its old short name, with its successors', async () => {
  const [labour] = await find('so ldtbxh');
  expect(labour).toMatchObject({
    fullName: 'Sở Lao động - Thương binh và Xã hội',
    when: 'đến 28/02/2025',
  });
  expect(labour?.becameNames.map((one) => one.name)).toContain('Sở Nông nghiệp và Môi trường');
});

test('nothing typed, one letter, and signs of a pattern find nothing', async () => {
  for (const typed of ['', ' ', 'a', '%%', '__', "'; drop table units"])
    expect(await find(typed)).toEqual([]);
});

test('a living unit comes before one that ended', async () => {
  const hits = await find('doan ket');
  expect(hits.slice(0, 2).map((one) => [one.fullName, one.living])).toEqual([
    ['Phường Đoàn Kết', true],
    ['Phường Đoàn Kết', false],
  ]);
});
