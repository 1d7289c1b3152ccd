import { join } from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { beginEmpty } from '../../src/server/first-start.ts';
import { buildApplication } from '../../src/server/http/application.ts';
import { day } from '../../src/shared/day.ts';
import type { House } from '../../src/shared/house.ts';
import type { Site } from '../../src/shared/web.ts';
import { Client } from '../harness/client.ts';
import { Clock } from '../harness/clock.ts';
import { freshDatabase, type TestDatabase } from '../harness/database.ts';

/**
 * A province that begins with nothing but the register of units (STORY=no): every step through
 * the front door, so that the next movement needs data only.
 */
const ROOT = join(import.meta.dirname, '../..');
const AGENCY = 'Sở Nông nghiệp và Môi trường';
const PROVINCE = 'Ủy ban nhân dân tỉnh';
const COMMUNE = 'UBND xã Mường Than';
const MOVEMENT = 'Lai Châu chung tay giai đoạn mới';
const FIGURE = 'Hộ thoát nghèo';

let own: TestDatabase;
let site: Site;
let administrator: Client;
let agency: Client;
let officer: Client;
let head: Client;
const said: string[] = [];

beforeAll(async () => {
  own = await freshDatabase();
  const clock = new Clock(day('2026-11-03'));
  const house: House = { db: own.db, now: () => clock.now(), today: () => clock.today() };
  await beginEmpty(own.db, { root: ROOT, now: clock.now(), say: (line) => said.push(line) });
  site = await buildApplication({ house, root: ROOT, storyDay: false });
});
afterAll(async () => {
  await site?.close();
  await own?.drop();
});

/** Signs in with a password given once and chooses one's own. */
async function firstSignIn(login: string, once: string): Promise<Client> {
  const client = new Client(site);
  await client.get('/sign-in');
  await client.submit('Đăng nhập', { 'Tên đăng nhập': login, 'Mật khẩu': once });
  expect(client.address).toBe('/password');
  const chosen = {
    'Mật khẩu mới': `rieng-cua-${login}`,
    'Nhập lại mật khẩu mới': `rieng-cua-${login}`,
  };
  await client.submit('Dùng mật khẩu này', { 'Mật khẩu trên phiếu': once, ...chosen });
  expect(client.status).toBe(200);
  return client;
}

interface NewPerson {
  readonly name: string;
  readonly title: string;
  readonly unit: string;
  readonly duties: readonly string[];
}

/** The administrator makes an account; the person signs in with the slip. */
async function appoint({ name, title, unit, duties }: NewPerson): Promise<Client> {
  await administrator.get('/people/new');
  await administrator.submit('Tạo tài khoản', {
    ...{ 'Họ và tên': name, 'Chức vụ': title, 'Đơn vị': unit, 'Từ ngày': '01/11/2026' },
    duties,
  });
  const [login = '', password = ''] = administrator.texts('.slip-secret');
  return firstSignIn(login, password);
}

test('the first administrator appoints an agency, an officer and a head', async () => {
  const [, login = '', password = ''] = /(\w+) {3}(\S+)$/.exec(said.at(-1) ?? '') ?? [];
  administrator = await firstSignIn(login, password);
  const duties = ['Điều hành phong trào', 'Tiếp nhận, tổng hợp báo cáo'];
  agency = await appoint({ name: 'Nguyễn Thị Thử', title: 'Chuyên viên', unit: AGENCY, duties });
  const at = { title: 'Công chức', unit: COMMUNE };
  officer = await appoint({ name: 'Lò Văn Thử', ...at, duties: ['Đầu mối báo cáo'] });
  head = await appoint({ name: 'Hoàng Thị Thử', ...at, duties: ['Lãnh đạo duyệt'] });
});

test('without a movement, and then without an issuer, a round says what is missing', async () => {
  await agency.get('/rounds/new');
  expect(agency.text).toContain('Chưa có phong trào nào');
  await agency.get('/movements/new');
  await agency.submit('Lập phong trào', {
    ...{ 'Tên phong trào': MOVEMENT, 'Từ năm': '2026', 'Đến năm': '2030' },
  });
  await agency.get('/rounds/new');
  expect(agency.text).toContain('chưa có đơn vị giữ vai: Cơ quan ban hành kế hoạch.');
  await agency.follow('Tới trang Vai trò trong phong trào');
  expect(agency.text).toContain('chưa mở được kỳ báo cáo');
  await officer.get(agency.address);
  expect(officer.text).toContain(AGENCY);
  expect(officer.text).not.toContain('Giao vai trò');
});

test('a name without accents finds the issuer; several of one name are told apart', async () => {
  await agency.follow('Giao vai Cơ quan ban hành kế hoạch');
  const source = { 'Căn cứ': 'Kế hoạch thử số 1/KH-UBND' };
  await agency.submit('Giao vai trò', { 'Tên đơn vị': 'uy ban nhan dan tinh', ...source });
  expect(agency.texts('.notice').join()).toContain(`Đã giao vai cho ${PROVINCE}.`);
  await agency.follow('Giao vai Mặt trận Tổ quốc');
  await agency.submit('Giao vai trò', { 'Tên đơn vị': 'muong than', ...source });
  expect(agency.status).toBe(422);
  expect(agency.text).toMatch(/Có \d+ đơn vị; hãy chọn đúng một đơn vị/);
  expect(agency.text).toContain('từ 01/07/2025');
});

test('all communes of the day get their role at once; again, they are skipped', async () => {
  const wish = {
    ...{ 'Vai trò': 'UBND xã, phường, thị trấn', 'Loại cơ quan': ['Ủy ban nhân dân'] },
    ...{ Cấp: 'Cấp xã', 'Từ ngày': '01/11/2026', 'Căn cứ': 'Kế hoạch thử, mục II.2' },
  };
  await agency.get(await rolesAddress());
  await agency.follow('Giao vai trò cho nhóm đơn vị');
  await agency.submit('Xem danh sách đơn vị', wish);
  expect(agency.text).toContain('38 đơn vị sẽ được giao vai');
  await agency.submit('Giao vai trò cho các đơn vị đã chọn');
  expect(agency.texts('.notice').join()).toContain('Đã giao vai cho 38 đơn vị.');
  await agency.follow('Giao vai trò cho nhóm đơn vị');
  await agency.submit('Xem danh sách đơn vị', wish);
  expect(agency.text).toContain('38 đơn vị đã giữ vai này nên được bỏ qua');
  const events = await own.db
    .selectFrom('events')
    .where('verb', '=', 'giveRole')
    .selectAll()
    .execute();
  expect(events).toHaveLength(1);
});

async function rolesAddress(): Promise<string> {
  const { id } = await own.db.selectFrom('movements').select('id').executeTakeFirstOrThrow();
  return `/movements/${id}/roles`;
}

test('a form with one figure, a round of 38 communes', async () => {
  await agency.get('/forms');
  await agency.submit('Tạo biểu trống');
  await agency.follow('Thêm phần');
  await agency.submit('Lưu phần này', { 'Tên phần': 'Kết quả giảm nghèo' });
  await agency.follow('Tạo số liệu mới');
  await agency.submit('Lưu số liệu này', {
    ...{ 'Loại số liệu': 'Số đếm', 'Tên số liệu': FIGURE, 'Đơn vị tính': 'hộ' },
    'Ai điền': ['UBND xã, phường, thị trấn'],
  });
  await agency.get('/rounds/new');
  await agency.submit('Mở kỳ báo cáo', { 'Biểu báo cáo': 'Biểu mới' });
  expect(agency.texts('.notice').join()).toContain('Đã mở kỳ báo cáo cho 38 đơn vị.');
});

test('a commune reports, its head approves, the agency accepts, the matrix tells the total', async () => {
  const round = agency.address;
  await officer.get('/work');
  await officer.follow('Lập báo cáo');
  await officer.submit('Gửi lãnh đạo duyệt', { [FIGURE]: '12' });
  await head.get('/work');
  await head.follow('Xem và duyệt');
  await head.submit('Duyệt và nộp');
  await agency.get('/work');
  await agency.follow('Tiếp nhận', COMMUNE);
  await agency.submit('Tiếp nhận');
  await agency.submit('Chấp nhận báo cáo');
  await agency.get(`${round}/matrix`);
  expect(agency.texts('.matrix tbody tr')[0]).toMatch(/^\D*12$/);
});

test('the top of the page names the movement, ten seconds later at most', async () => {
  const later = performance.now() + 10_000;
  const clock = vi.spyOn(performance, 'now').mockReturnValue(later);
  await agency.get('/work');
  clock.mockRestore();
  expect(agency.texts('.masthead').join()).toContain(MOVEMENT);
});
