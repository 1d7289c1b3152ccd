import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Client } from '../../../test/harness/client.ts';
import { openWorld, type World } from '../../../test/harness/world.ts';
import { day } from '../../shared/day.ts';

const MUONG_THAN = 'Ủy ban nhân dân xã Mường Than';
const THAN_UYEN = 'Ủy ban nhân dân xã Than Uyên';

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

async function total(slug: string): Promise<number | undefined> {
  const row = await world.house.db
    .selectFrom('figure_totals as t')
    .innerJoin('figures as f', 'f.id', 't.figure_id')
    .innerJoin('rounds as o', (join) =>
      join.onRef('o.id', '=', 't.round_id').onRef('o.top_id', '=', 't.unit_id'),
    )
    .where('f.slug', '=', slug)
    .select('t.amount')
    .executeTakeFirst();
  return row?.amount;
}

test('the officer finds the report as the first thing to do', async () => {
  await officer.get('/work');
  expect(officer.text).toContain('Còn 3 ngày đến hạn nộp báo cáo năm 2025 (19/11/2025)');
  await officer.follow('Lập báo cáo');
  expect(officer.heading).toBe(MUONG_THAN);
});

test('a wrong number is said at its field; the right one is kept, nothing typed is lost', async () => {
  await officer.submit('Lưu nháp', {
    'Số hộ thoát nghèo': 'mười hai',
    'Số hộ nghèo cuối kỳ': '310',
  });
  expect(officer.status).toBe(422);
  expect(officer.text).toContain('“mười hai” không phải là số');
  const values = [...officer.document.querySelectorAll('input[name^="f."]')];
  expect(values.map((input) => input.getAttribute('value'))).toEqual(['mười hai', '310']);
});

test('sending with something missing names what is missing, and saves the rest', async () => {
  await officer.submit('Gửi lãnh đạo duyệt', { 'Số hộ thoát nghèo': '12' });
  expect(officer.status).toBe(422);
  expect(officer.text).toContain('Kết quả nổi bật: Chưa điền');
});

test('others see that the unit is at work, and not one figure of its draft', async () => {
  await receiver.get(officer.address.replace(/\/(values|prepare)$/, ''));
  expect(receiver.text).toContain('Đơn vị đang lập');
  expect(receiver.text).not.toContain('310');
  const sheet = await receiver.get(`${receiver.address}/sheet.xlsx`);
  expect(sheet.status).toBe(403);
});

test('a filled report goes to the head, who approves it by name', async () => {
  await officer.submit('Gửi lãnh đạo duyệt', { 'Kết quả nổi bật': 'Nuôi cá lồng ở bản Mường.' });
  expect(officer.text).toContain('Đã trình lãnh đạo duyệt');
  await head.get('/work');
  await head.follow('Xem và duyệt');
  await head.submit('Duyệt và nộp');
  expect(head.text).toContain('Hoàng Thị Thử, Chủ tịch');
  expect(await total('ho-thoat-ngheo')).toBeUndefined();
});

test('the unit recalls while nobody has opened it, and sends again', async () => {
  await head.submit('Rút lại để sửa');
  expect(head.text).toContain('Đã rút lại');
  await head.submit('Duyệt và nộp');
  expect(head.text).toContain('Đã nộp');
});

test('the agency returns one figure with a reason; the rest counts at once', async () => {
  await receiver.get('/work');
  await receiver.follow('Tiếp nhận', MUONG_THAN);
  await receiver.submit('Tiếp nhận');
  const reason = 'Cao hơn danh sách xã gửi tháng 10.';
  await receiver.submit('Trả lại các chỗ đã ghi lý do', {
    'Lý do trả lại “Số hộ thoát nghèo”': reason,
  });
  expect(receiver.text).toContain('phần còn lại được chấp nhận');
  expect(await total('ho-ngheo')).toBe(310);
  expect(await total('ho-thoat-ngheo')).toBeUndefined();
});

test('the officer sees the returned figure first, mends it, and only it', async () => {
  await officer.get('/work');
  await officer.follow('Sửa');
  expect(officer.text).toContain('1 chỗ bị trả lại, phần còn lại đã được chấp nhận');
  const locked = [...officer.document.querySelectorAll('[readonly]')];
  expect(locked.map((field) => field.getAttribute('name'))).toEqual(['f.ho-ngheo', 'f.ket-qua']);
  await officer.submit('Gửi lãnh đạo duyệt', { 'Số hộ thoát nghèo': '11' });
  await head.get('/work');
  await head.follow('Xem và duyệt');
  await head.submit('Duyệt và nộp');
  await receiver.get('/work');
  await receiver.follow('Tiếp nhận', MUONG_THAN);
  await receiver.submit('Tiếp nhận');
  await receiver.submit('Chấp nhận báo cáo');
  expect(receiver.text).toContain('Đã chấp nhận');
  expect(await total('ho-thoat-ngheo')).toBe(11);
});

test('"nothing to report" is one tap, and neither zeros nor silence', async () => {
  const neighbour = await world.as('can-bo-than-uyen');
  await neighbour.get('/work');
  await neighbour.follow('Lập báo cáo');
  await neighbour.submit('Không có phát sinh');
  expect(neighbour.text).toContain('Không có phát sinh để báo cáo');
  expect(await total('ho-thoat-ngheo')).toBe(11);
});

test('a nil report that its head sends back becomes an ordinary one with the first figure', async () => {
  const { db } = world.house;
  await db.updateTable('reports').set({ status: 'open' }).where('nil', '=', true).execute();
  const neighbour = await world.as('can-bo-than-uyen');
  await neighbour.get('/work');
  await neighbour.follow('Lập báo cáo');
  await neighbour.submit('Lưu nháp', { 'Số hộ nghèo cuối kỳ': '5' });
  expect(neighbour.text).not.toContain('Không có phát sinh để báo cáo');
});

test('a neighbour and the administrator are told whom to ask, and see no figure', async () => {
  await receiver.get('/rounds');
  await receiver.follow('Báo cáo năm 2025');
  await receiver.follow(MUONG_THAN);
  const { address } = receiver;
  for (const login of ['can-bo-than-uyen', 'quan-tri'] as const) {
    const other = await world.as(login);
    await other.get(address);
    expect(other.status).toBe(403);
    expect(other.text).toContain('Hãy hỏi quản trị tài khoản');
  }
});

test('the desk counts who stands where, and finds a unit without accents', async () => {
  await receiver.get('/rounds');
  await receiver.follow('Báo cáo năm 2025');
  expect(receiver.text).toContain('1/2');
  await receiver.submit('Lọc', { 'Tên đơn vị': 'than uyen' });
  expect(receiver.text).toContain(THAN_UYEN);
  expect(receiver.text).not.toContain(MUONG_THAN);
});

test('more time is granted with a reason, and 31/2 is no day', async () => {
  await receiver.get('/rounds');
  await receiver.follow('Báo cáo năm 2025');
  await receiver.follow('Gia hạn', THAN_UYEN);
  await receiver.submit('Gia hạn', { 'Được nộp đến hết ngày': '31/2/2026', 'Lý do gia hạn': '' });
  expect(receiver.text).toContain('“31/2/2026” không phải là một ngày có thật');
  expect(receiver.text).toContain('Hãy ghi lý do');
  await receiver.submit('Gia hạn', {
    'Được nộp đến hết ngày': '25/11/2025',
    'Lý do gia hạn': 'Mưa lũ, mất điện ba ngày.',
  });
  expect(receiver.text).toContain('Đã gia hạn đến hết ngày 25/11/2025');
});
