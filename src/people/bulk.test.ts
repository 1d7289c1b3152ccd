import { afterEach, beforeEach, expect, test } from 'vitest';
import { openWorld, type World } from '../../test/harness/world.ts';
import { day } from '../shared/day.ts';

const HEAD = 'Họ và tên\tChức vụ\tĐơn vị\tNhiệm vụ\tThư điện tử\tTên đăng nhập';
const GOOD = [
  HEAD,
  'Lò Thị Mai\tCông chức\tỦy ban nhân dân xã Mường Than\tĐầu mối báo cáo\t\t',
  'Vàng A Sùng\tChuyên viên\tSở Nông nghiệp và Môi trường\tTiếp nhận, tổng hợp báo cáo; Điều hành phong trào\t\t',
  'Lò Thị Minh\tCông chức\tỦy ban nhân dân xã Than Uyên\t\tminh@laichau.example\t',
].join('\n');

let world: World;
beforeEach(async () => {
  world = await openWorld({ today: day('2025-11-17') });
});
afterEach(() => world.close());

async function peopleCount(): Promise<number> {
  return (await world.house.db.selectFrom('persons').select('id').execute()).length;
}

test('a pasted table is checked, created as a whole, and gives a slip for each', async () => {
  const admin = await world.as('quan-tri');
  await admin.get('/people');
  await admin.follow('Tạo nhiều tài khoản từ bảng');
  await admin.submit('Kiểm tra bảng', { 'Dán bảng từ Excel': GOOD });
  expect(admin.text).toContain('Xem lại 3 dòng');
  expect(await peopleCount()).toBe(11);
  await admin.submit('Tạo 3 tài khoản và in phiếu');
  expect(admin.heading).toBe('3 phiếu đăng nhập lần đầu');
  expect(admin.texts('.slip-secret').filter((_, at) => at % 2 === 0)).toEqual([
    'mailt',
    'sungva',
    'minhlt',
  ]);
  const events = await world.house.db
    .selectFrom('events')
    .select('detail')
    .where('verb', '=', 'create')
    .execute();
  expect(events).toHaveLength(1);
  const duties = await world.house.db
    .selectFrom('duties as d')
    .innerJoin('accounts as a', 'a.person_id', 'd.person_id')
    .select('d.duty')
    .where('a.login', '=', 'sungva')
    .orderBy('d.duty')
    .execute();
  expect(duties.map((one) => one.duty)).toEqual(['receiveReports', 'runMovement']);
});

test('one wrong row stops all; it says why, and the table can be mended on the spot', async () => {
  const admin = await world.as('quan-tri');
  await admin.get('/people/bulk');
  const table = `${GOOD}\nMai\tCông chức\tXã Lạ\tTrưởng bản\t\tquan-tri`;
  await admin.submit('Kiểm tra bảng', { 'Dán bảng từ Excel': table });
  expect(admin.text).toContain('1 dòng cần sửa; chưa tạo tài khoản nào');
  expect(admin.text).toContain('Không có đơn vị “Xã Lạ”');
  expect(admin.text).toContain('Tên đăng nhập quan-tri đã có người dùng');
  expect(admin.text).not.toContain('tài khoản và in phiếu');
  await admin.post('/people/bulk', { table });
  expect(admin.text).toContain('1 dòng cần sửa; chưa tạo tài khoản nào');
  expect(await peopleCount()).toBe(11);
  await admin.submit('Kiểm tra bảng', { 'Dán bảng từ Excel': GOOD });
  await admin.submit('Tạo 3 tài khoản và in phiếu');
  expect(await peopleCount()).toBe(14);
});

test('a CSV file with semicolons is read like a pasted table', async () => {
  const admin = await world.as('quan-tri');
  await admin.get('/people/bulk');
  const text =
    '\uFEFFHọ tên;Chức vụ;Đơn vị\r\nLò Thị Mai;Công chức;Ủy ban nhân dân xã Mường Than\r\n';
  const file = { name: 'danh-sach.csv', type: 'text/csv', bytes: Buffer.from(text) };
  await admin.upload('Kiểm tra bảng', 'Hoặc chọn tệp', file);
  expect(admin.text).toContain('Xem lại 1 dòng');
  expect(admin.texts('tbody th').join()).toContain('Lò Thị Mai');
});

test('a file that is not a table is refused in a sentence and the pasted text stays', async () => {
  const admin = await world.as('quan-tri');
  await admin.get('/people/bulk');
  const file = {
    name: 'anh.xlsx',
    type: 'image/png',
    bytes: Buffer.from('\x89PNG không phải bảng'),
  };
  await admin.submit('Kiểm tra bảng', { 'Dán bảng từ Excel': GOOD, 'Hoặc chọn tệp': file });
  expect(admin.status).toBe(422);
  expect(admin.text).toContain('không phải là tệp Excel');
  expect(admin.document.querySelector('textarea')?.textContent).toContain('Lò Thị Mai');
  await admin.submit('Kiểm tra bảng', { 'Dán bảng từ Excel': '' });
  expect(admin.text).toContain('không có nội dung nào đọc được');
});

test('a table of a commune reaches its own unit only, even when sent around the check', async () => {
  const admin = await world.as('quan-tri-muong-than');
  await admin.get('/people/bulk');
  await admin.post('/people/bulk', { table: GOOD });
  expect(admin.text).toContain('2 dòng cần sửa');
  expect(await peopleCount()).toBe(11);
});

test('the same table sent twice is created once', async () => {
  const admin = await world.as('quan-tri');
  await admin.get('/people/bulk');
  await admin.submit('Kiểm tra bảng', { 'Dán bảng từ Excel': GOOD });
  const batchId = admin.document.querySelector('[name=batchId]')?.getAttribute('value') ?? '';
  await admin.submit('Tạo 3 tài khoản và in phiếu');
  await admin.post('/people/bulk', { table: GOOD, batchId });
  expect(admin.status).toBe(409);
  expect(await peopleCount()).toBe(14);
});

test('five hundred rows are created in one go, five hundred and one are refused', async () => {
  const admin = await world.as('quan-tri');
  const letters = [...'abcdefghijklmnopqrstuvwxyz'];
  const rows = letters.flatMap((one) => letters.map((two) => `Lò Thị M${one}${two}\tCông chức`));
  await admin.post('/people/bulk', { table: rows.slice(0, 500).join('\n') });
  expect(admin.heading).toBe('500 phiếu đăng nhập lần đầu');
  expect(await peopleCount()).toBe(511);
  await admin.post('/people/bulk/check', { table: rows.slice(0, 501).join('\n') });
  expect(admin.text).toContain('500 dòng');
});
