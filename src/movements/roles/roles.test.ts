import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Client } from '../../../test/harness/client.ts';
import { openWorld, type World } from '../../../test/harness/world.ts';
import { day } from '../../shared/day.ts';

const AGENCY = 'Sở Nông nghiệp và Môi trường';
const PROVINCE = 'Ủy ban nhân dân tỉnh Lai Châu';
const MUONG_THAN = 'Ủy ban nhân dân xã Mường Than';
const THAN_UYEN = 'Ủy ban nhân dân xã Than Uyên';
const SOURCE = { 'Căn cứ': 'Quyết định thử' };

let world: World;
let agency: Client;
let address: string;

beforeAll(async () => {
  world = await openWorld({ today: day('2025-11-17') });
  agency = await world.as('thuong-truc');
  const { id } = await world.house.db
    .selectFrom('movements')
    .select('id')
    .executeTakeFirstOrThrow();
  address = `/movements/${id}/roles`;
});
afterAll(() => world.close());

async function periodsOf(role: string): Promise<string[]> {
  const rows = await world.house.db
    .selectFrom('role_holders as h')
    .innerJoin('unit_periods as p', 'p.unit_id', 'h.unit_id')
    .where('h.role', '=', role)
    .orderBy('h.valid_from')
    .orderBy('p.full_name')
    .select(['p.full_name', 'h.valid_from', 'h.valid_to'])
    .execute();
  return rows.map((row) => `${row.full_name}: ${row.valid_from} ${row.valid_to ?? ''}`.trim());
}

async function lastEvents(count: number): Promise<string[]> {
  const rows = await world.house.db
    .selectFrom('events')
    .orderBy('seq', 'desc')
    .limit(count)
    .select(['noun', 'verb'])
    .execute();
  return rows.map(({ noun, verb }) => `${noun} ${verb}`);
}

test('the roles page tells who holds what on a day', async () => {
  await agency.get('/movements');
  await agency.follow('Vai trò');
  expect(agency.address).toBe(address);
  expect(agency.text).toContain('Ngày 17/11/2025: vai nào cũng có đơn vị giữ');
  await agency.submit('Xem', { 'Ngày cần xem': '30/06/2025' });
  expect(agency.text).toContain('Ngày 30/06/2025: 3 vai chưa có đơn vị nào giữ');
  await agency.submit('Xem', { 'Ngày cần xem': '31/06/2025' });
  expect(agency.status).toBe(422);
});

test('a second holding of the same days, and a second standing agency, are refused in words', async () => {
  await agency.get(`${address}/new?role=commune`);
  await agency.submit('Giao vai trò', { 'Tên đơn vị': 'muong than', ...SOURCE });
  expect(agency.text).toContain('chồng lên một khoảng đã có');
  const again = agency.document.querySelector('[name=unitName]')?.getAttribute('value');
  expect(again).toBe('muong than');
  await agency.submit('Giao vai trò', { 'Vai trò': 'Cơ quan thường trực' });
  expect(agency.text).toContain(`mỗi lúc chỉ một đơn vị giữ, và trong thời gian này ${AGENCY}`);
  await agency.submit('Giao vai trò', {
    'Vai trò': 'Cơ quan thường trực',
    'Từ ngày': '01/01/1900',
  });
  expect(agency.text).toContain('Vào ngày 01/01/1900 đơn vị được chọn chưa có');
});

test('what is typed wrong is said at its field', async () => {
  await agency.get(`${address}/new`);
  await agency.submit('Giao vai trò', { 'Tên đơn vị': 'xã không có', 'Từ ngày': '31/02/2025' });
  for (const words of [
    'Hãy chọn một vai trò',
    'Hãy nhập một ngày có thật',
    'Hãy ghi căn cứ',
    'Không có cơ quan nào tên “xã không có”',
  ])
    expect(agency.text).toContain(words);
});

test('a role ends with a last day that is not before its first', async () => {
  await agency.get(address);
  await agency.follow(`Kết thúc vai của ${THAN_UYEN}`);
  await agency.submit('Kết thúc vai trò', { 'Ngày cuối giữ vai': '30/06/2025' });
  expect(agency.text).toContain('Đơn vị giữ vai từ 01/07/2025');
  await agency.submit('Kết thúc vai trò', { 'Ngày cuối giữ vai': '16/11/2025' });
  expect(await lastEvents(1)).toEqual(['roleHolder end']);
  expect(await periodsOf('commune')).toEqual([
    `${MUONG_THAN}: 2025-07-01`,
    `${THAN_UYEN}: 2025-07-01 2025-11-16`,
  ]);
});

test('one step hands the standing agency over, and with it the right to give roles', async () => {
  await agency.get(address);
  await agency.follow(`Bàn giao vai của ${AGENCY}`);
  await agency.submit('Bàn giao vai trò', { 'Tên đơn vị': PROVINCE, ...SOURCE });
  expect(await lastEvents(1)).toEqual(['roleHolder handOver']);
  expect(await periodsOf('standing')).toEqual([
    `${AGENCY}: 2025-07-01 2025-11-16`,
    `${PROVINCE}: 2025-11-17`,
  ]);
  expect(agency.text).not.toContain('Giao vai trò');
  await agency.get(`${address}/new`);
  expect(agency.status).toBe(403);
});

test('a movement without a standing agency is mended by the one it had', async () => {
  const { db } = world.house;
  await db.deleteFrom('role_holders').where('valid_from', '=', day('2025-11-17')).execute();
  await agency.get('/rounds/new');
  expect(agency.text).toContain('chưa có đơn vị giữ vai: Cơ quan thường trực.');
  await agency.follow('Tới trang Vai trò trong phong trào');
  expect(agency.text).toContain('không nơi nào tiếp nhận báo cáo');
  await agency.follow('Giao vai Cơ quan thường trực');
  await agency.submit('Giao vai trò', { 'Tên đơn vị': 'so nong nghiep', ...SOURCE });
  expect(agency.text).toContain(`từ 17/11/2025`);
  await agency.get('/rounds/new');
  expect(agency.heading).toBe('Mở kỳ báo cáo');
});
