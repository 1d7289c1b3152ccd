import { afterEach, beforeEach, expect, test } from 'vitest';
import { PASSWORD } from '../../test/harness/small-province.ts';
import { openWorld, type World } from '../../test/harness/world.ts';
import { day } from '../shared/day.ts';
import { newId } from '../shared/identity.ts';

const ADMIN = 'quan-tri';
const COMMUNE_ADMIN = 'quan-tri-muong-than';
const MUONG_THAN = 'Ủy ban nhân dân xã Mường Than';
const OWN_WORDS = 'sương sớm trên nương';

let world: World;
beforeEach(async () => {
  world = await openWorld({ today: day('2025-11-17') });
});
afterEach(() => world.close());

async function idOf(login: string): Promise<string> {
  const account = await world.house.db
    .selectFrom('accounts')
    .select('person_id')
    .where('login', '=', login)
    .executeTakeFirstOrThrow();
  return account.person_id;
}

async function unitId(name: string): Promise<string> {
  const unit = await world.house.db
    .selectFrom('unit_periods')
    .select('unit_id')
    .where('full_name', '=', name)
    .executeTakeFirstOrThrow();
  return unit.unit_id;
}

function eventsOf(subjectId: string) {
  return world.house.db
    .selectFrom('events')
    .select(['verb', 'person_name', 'detail'])
    .where('subject_id', '=', subjectId)
    .orderBy('seq')
    .execute();
}

const secrets = (client: { texts(selector: string): string[] }) => client.texts('.slip-secret');

const LAN = {
  'Họ và tên': 'Nguyễn Thị Lan',
  'Chức vụ': 'Chuyên viên',
  'Đơn vị': MUONG_THAN,
  duties: ['Đầu mối báo cáo'],
};

test('an administrator creates an account, hands over the slip, and the person comes in', async () => {
  const admin = await world.as(ADMIN);
  await admin.get('/people');
  await admin.follow('Tạo tài khoản');
  await admin.submit('Tạo tài khoản', LAN);
  expect(admin.heading).toBe('Phiếu đăng nhập của Nguyễn Thị Lan');
  const [login = '', password = ''] = secrets(admin);
  expect(login).toBe('lannt');

  const lan = world.visitor();
  await lan.get('/sign-in');
  await lan.submit('Đăng nhập', { 'Tên đăng nhập': login, 'Mật khẩu': password });
  expect(lan.heading).toBe('Chọn mật khẩu của riêng bạn');
  await lan.get('/sessions');
  expect(lan.address).toBe('/password');
  await lan.submit('Dùng mật khẩu này', {
    'Mật khẩu trên phiếu': password,
    'Mật khẩu mới': OWN_WORDS,
    'Nhập lại mật khẩu mới': OWN_WORDS,
  });
  await lan.get('/sessions');
  expect(lan.heading).toBe('Nơi đang đăng nhập');
});

test('one creation is one event, and no event or table knows the password', async () => {
  const admin = await world.as(ADMIN);
  await admin.get('/people/new');
  await admin.submit('Tạo tài khoản', LAN);
  const [, password = ''] = secrets(admin);
  const events = await eventsOf(await idOf('lannt'));
  expect(events).toHaveLength(1);
  expect(events[0]).toMatchObject({ verb: 'create', person_name: 'Phạm Thị Thử' });
  const kept = await world.house.db.selectFrom('accounts').selectAll().execute();
  expect(password).toMatch(/^\w{4}-\w{4}-\w{4}$/);
  expect(JSON.stringify([events, kept])).not.toContain(password);
});

test('wrong fields get a sentence each and nothing typed is lost', async () => {
  const admin = await world.as(ADMIN);
  await admin.get('/people/new');
  await admin.submit('Tạo tài khoản', { ...LAN, 'Họ và tên': 'Lan', 'Từ ngày': '31/02/2025' });
  expect(admin.status).toBe(422);
  expect(admin.text).toContain('Họ tên “Lan” mới có một chữ');
  expect(admin.text).toContain('Chưa hiểu ngày này');
  await admin.submit('Tạo tài khoản', { 'Họ và tên': 'Nguyễn Thị Lan', 'Từ ngày': '17/11/2025' });
  expect(admin.heading).toBe('Phiếu đăng nhập của Nguyễn Thị Lan');
  const { title } = await world.house.db
    .selectFrom('positions')
    .select('title')
    .where('person_id', '=', await idOf('lannt'))
    .executeTakeFirstOrThrow();
  expect(title).toBe('Chuyên viên');
});

test('the same form sent twice makes one person', async () => {
  const admin = await world.as(ADMIN);
  const unit = await unitId(MUONG_THAN);
  const form = { formId: newId(), fullName: 'Nguyễn Thị Lan', title: 'Chuyên viên', unitId: unit };
  await admin.post('/people', { ...form, from: '17/11/2025' });
  expect(admin.status).toBe(200);
  await admin.post('/people', { ...form, from: '17/11/2025' });
  expect(admin.status).toBe(409);
  expect(admin.text).toContain('Tài khoản từ đúng biểu mẫu này đã có rồi');
});

test('the same login asked for twice at once: one gets it, the other a sentence', async () => {
  const [one, other] = await Promise.all([world.as(ADMIN), world.as(COMMUNE_ADMIN)]);
  const unit = await unitId(MUONG_THAN);
  const form = (fullName: string) => ({
    ...{ formId: newId(), fullName, title: 'Chuyên viên', unitId: unit, from: '17/11/2025' },
    login: 'vanphong',
  });
  await Promise.all([
    one.post('/people', form('Lò Thị Mai')),
    other.post('/people', form('Vàng A Sùng')),
  ]);
  expect([one.status, other.status].sort()).toEqual([200, 409]);
  const refused = one.status === 409 ? one : other;
  expect(refused.text).toContain('Tên đăng nhập vanphong đã có người dùng');
});

test('the same name created twice at once gets two logins', async () => {
  const [one, other] = await Promise.all([world.as(ADMIN), world.as(COMMUNE_ADMIN)]);
  const unit = await unitId(MUONG_THAN);
  const form = () => ({
    ...{ formId: newId(), fullName: 'Nguyễn Thị Lan', title: 'Chuyên viên' },
    ...{ unitId: unit, from: '17/11/2025' },
  });
  await Promise.all([one.post('/people', form()), other.post('/people', form())]);
  expect([secrets(one)[0], secrets(other)[0]].sort()).toEqual(['lannt', 'lannt2']);
});

test('an administrator of a commune sees the commune only, by name without accents too', async () => {
  const admin = await world.as(COMMUNE_ADMIN);
  await admin.get('/people');
  expect(admin.text).toContain('Lò Văn Thử');
  expect(admin.text).not.toContain('Vàng A Thử');
  await admin.submit('Tìm người', { 'Họ tên hoặc tên đăng nhập': 'lo van' });
  expect(admin.texts('tbody th a')).toEqual(['Lò Văn Thử']);
  await admin.submit('Tìm người', { 'Họ tên hoặc tên đăng nhập': 'Lồ Văn' });
  expect(admin.text).toContain('Không có ai khớp');
  await admin.submit('Tìm người', { 'Họ tên hoặc tên đăng nhập': '%' });
  expect(admin.text).toContain('Không có ai khớp');
});

test('the province sees everyone and can narrow to one unit', async () => {
  const admin = await world.as(ADMIN);
  await admin.get('/people');
  expect(admin.texts('tbody tr')).toHaveLength(11);
  expect(admin.text).toContain('Giàng A Thử');
  await admin.submit('Tìm người', { 'Đơn vị': MUONG_THAN });
  expect(admin.texts('tbody tr')).toHaveLength(4);
});

test('a commune cannot reach out of its tree, whatever address it sends to', async () => {
  const admin = await world.as(COMMUNE_ADMIN);
  const foreign = await idOf('can-bo-than-uyen');
  const unit = await unitId('Ủy ban nhân dân xã Than Uyên');
  const form = { duty: 'prepareReports', unitId: unit, from: '17/11/2025', title: 'Chuyên viên' };
  for (const path of ['password', 'disable', 'enable', 'duties', 'positions']) {
    await admin.post(`/people/${foreign}/${path}`, form);
    expect(admin.status, path).toBe(403);
  }
  for (const path of ['', '/duties/new', '/positions/new']) {
    await admin.get(`/people/${foreign}${path}`);
    expect(admin.status, path).toBe(403);
  }
  await admin.post('/people', { formId: newId(), fullName: 'Lò Thị Mai', ...form });
  expect(admin.status).toBe(403);
  const own = await idOf('can-bo-muong-than');
  await admin.post(`/people/${own}/duties`, { ...form, duty: 'receiveReports' });
  expect(admin.status).toBe(403);
  expect(await eventsOf(foreign)).toEqual([]);
});

test('someone who also serves above gets no new password from the commune', async () => {
  const officer = await idOf('can-bo-muong-than');
  const admin = await world.as(COMMUNE_ADMIN);
  await admin.get(`/people/${officer}`);
  expect(admin.text).toContain('Cấp lại mật khẩu');
  await world.house.db
    .insertInto('duties')
    .values({
      id: newId(),
      person_id: officer,
      unit_id: await unitId('Ủy ban nhân dân tỉnh Lai Châu'),
      duty: 'oversee',
      valid_from: day('2025-07-01'),
    })
    .execute();
  await admin.get(`/people/${officer}`);
  expect(admin.text).not.toContain('Cấp lại mật khẩu');
  await admin.post(`/people/${officer}/password`);
  expect(admin.status).toBe(403);
});

test('everyone else is refused at every door of the room', async () => {
  const officer = await world.as('thuong-truc');
  const own = await idOf('thuong-truc');
  for (const path of ['/people', '/people/new', '/people/bulk', `/people/${await idOf(ADMIN)}`]) {
    await officer.get(path);
    expect(officer.status, path).toBe(403);
  }
  for (const path of ['/people', '/people/bulk', '/people/bulk/check']) {
    await officer.post(path, { table: 'Lò Thị Mai\tCông chức', formId: newId() });
    expect(officer.status, path).toBe(403);
  }
  await officer.get(`/people/${own}`);
  expect(officer.text).toContain(
    'Tiếp nhận, trả lại và tổng hợp báo cáo gửi về Sở Nông nghiệp và Môi trường',
  );
  await officer.get('/people/khong-phai-ma');
  expect(officer.status).toBe(404);
});

test('a visitor is asked to sign in, on reading and on changing', async () => {
  const visitor = world.visitor();
  await visitor.get('/people');
  expect([visitor.status, visitor.heading]).toEqual([401, 'Đăng nhập']);
  await visitor.post('/people', { fullName: 'Lò Thị Mai' });
  expect(visitor.status).toBe(401);
});

test('a new slip makes the old password and every session useless', async () => {
  const officer = await world.as('can-bo-muong-than');
  const admin = await world.as(COMMUNE_ADMIN);
  await admin.get(`/people/${await idOf('can-bo-muong-than')}`);
  await admin.submit('Cấp lại mật khẩu và in phiếu');
  expect(secrets(admin)[0]).toBe('can-bo-muong-than');
  expect((await officer.get('/sessions')).status).toBe(401);
  await officer.submit('Đăng nhập', { 'Tên đăng nhập': 'can-bo-muong-than', 'Mật khẩu': PASSWORD });
  expect(officer.status).toBe(401);
});

test('a disabled account is out at once, and comes back when enabled', async () => {
  const officer = await world.as('can-bo-muong-than');
  const admin = await world.as(COMMUNE_ADMIN);
  await admin.get(`/people/${await idOf('can-bo-muong-than')}`);
  await admin.submit('Khóa tài khoản');
  expect(admin.text).toContain('Đã khóa tài khoản và kết thúc mọi phiên.');
  expect((await officer.get('/sessions')).status).toBe(401);
  await officer.submit('Đăng nhập', { 'Tên đăng nhập': 'can-bo-muong-than', 'Mật khẩu': PASSWORD });
  expect(officer.text).toContain('đang tạm khóa');
  await admin.submit('Mở khóa tài khoản');
  await officer.submit('Đăng nhập', { 'Mật khẩu': PASSWORD });
  expect((await officer.get('/sessions')).status).toBe(200);
});

test('nobody changes the own account or assignments', async () => {
  const admin = await world.as(ADMIN);
  const own = await idOf(ADMIN);
  const unit = await unitId('Ủy ban nhân dân tỉnh Lai Châu');
  await admin.post(`/people/${own}/duties`, { duty: 'oversee', unitId: unit, from: '17/11/2025' });
  expect(admin.status).toBe(403);
  expect(admin.text).toContain('Không ai tự thay đổi phân công');
  await admin.post(`/people/${own}/password`);
  expect(admin.status).toBe(403);
  const duties = await world.house.db
    .selectFrom('duties')
    .select('duty')
    .where('person_id', '=', own)
    .execute();
  expect(duties).toEqual([{ duty: 'administerAccounts' }]);
});
