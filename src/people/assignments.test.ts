import { afterEach, beforeEach, expect, test } from 'vitest';
import { openWorld, type World } from '../../test/harness/world.ts';
import { day } from '../shared/day.ts';

const ADMIN = 'quan-tri-muong-than';
const UNIT = 'Ủy ban nhân dân xã Mường Than';

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

async function dutiesOf(login: string) {
  const rows = await world.house.db
    .selectFrom('duties')
    .select(['duty', 'valid_from', 'valid_to'])
    .where('person_id', '=', await idOf(login))
    .orderBy('valid_from')
    .execute();
  return rows.map((row) => `${row.duty} ${row.valid_from} ${row.valid_to ?? ''}`.trim());
}

test('a duty is given for a time, shown as a sentence, and ended', async () => {
  const admin = await world.as(ADMIN);
  await admin.get(`/people/${await idOf('can-bo-muong-than')}`);
  await admin.follow('Giao nhiệm vụ');
  const grant = { 'Nhiệm vụ': 'Lãnh đạo duyệt', 'Đến hết ngày': '31/12/2025' };
  await admin.submit('Giao nhiệm vụ', grant);
  expect(admin.text).toContain(`Duyệt và nộp báo cáo của ${UNIT}`);
  expect(admin.text).toContain('từ 17/11/2025 đến hết 31/12/2025');
  expect(await dutiesOf('can-bo-muong-than')).toContain('approveReports 2025-11-17 2025-12-31');

  await admin.follow('Kết thúc', `Duyệt và nộp báo cáo của ${UNIT}`);
  await admin.submit('Kết thúc nhiệm vụ', { 'Ngày cuối cùng': '20/11/2025' });
  expect(await dutiesOf('can-bo-muong-than')).toContain('approveReports 2025-11-17 2025-11-20');
});

test('a duty holds from its first to its last day, both included', async () => {
  const admin = await world.as(ADMIN);
  const officer = await world.as('can-bo-muong-than');
  await admin.get(`/people/${await idOf('can-bo-muong-than')}/duties/new`);
  const days = { 'Từ ngày': '18/11/2025', 'Đến hết ngày': '19/11/2025' };
  await admin.submit('Giao nhiệm vụ', { 'Nhiệm vụ': 'Quản trị tài khoản', ...days });
  expect(admin.text).toContain('Chưa đến ngày');
  const statuses = [];
  for (const today of ['2025-11-17', '2025-11-18', '2025-11-19', '2025-11-20']) {
    world.setToday(day(today));
    await world.house.db.updateTable('sessions').set({ last_seen_at: world.house.now() }).execute();
    statuses.push((await officer.get('/people')).status);
  }
  expect(statuses).toEqual([403, 200, 200, 403]);
});

test('the same duty twice in one time, or an end before its start, is refused at its field', async () => {
  const admin = await world.as(ADMIN);
  await admin.get(`/people/${await idOf('can-bo-muong-than')}/duties/new`);
  await admin.submit('Giao nhiệm vụ', { 'Nhiệm vụ': 'Đầu mối báo cáo' });
  expect(admin.status).toBe(422);
  expect(admin.text).toContain('Người này đã có nhiệm vụ đó');
  await admin.submit('Giao nhiệm vụ', {
    'Nhiệm vụ': 'Lãnh đạo duyệt',
    'Đến hết ngày': '16/11/2025',
  });
  expect(admin.text).toContain('Ngày kết thúc phải từ ngày bắt đầu trở đi');
  await admin.submit('Giao nhiệm vụ', { 'Đến hết ngày': 'mai' });
  expect(admin.text).toContain('Chưa hiểu ngày này');
  expect(await dutiesOf('can-bo-muong-than')).toEqual(['prepareReports 2025-07-01']);
});

test('the same duty granted twice at once is stored once', async () => {
  const [one, other] = await Promise.all([world.as(ADMIN), world.as('quan-tri')]);
  const id = await idOf('can-bo-muong-than');
  const { unit_id } = await world.house.db
    .selectFrom('positions')
    .select('unit_id')
    .where('person_id', '=', id)
    .executeTakeFirstOrThrow();
  const grant = { duty: 'approveReports', unitId: unit_id, from: '17/11/2025' };
  await Promise.all([
    one.post(`/people/${id}/duties`, grant),
    other.post(`/people/${id}/duties`, grant),
  ]);
  expect([one.status, other.status].sort()).toEqual([200, 422]);
  expect(await dutiesOf('can-bo-muong-than')).toHaveLength(2);
});

test('a post is handed over: duties end with it and go on with the successor', async () => {
  const admin = await world.as(ADMIN);
  await admin.get(`/people/${await idOf('chu-tich-muong-than')}`);
  await admin.follow('Bàn giao');
  await admin.submit('Bàn giao', {
    'Ngày cuối cùng': '30/11/2025',
    'Người kế nhiệm': 'Lò Văn Thử, Công chức văn hóa – xã hội',
  });
  expect(admin.text).toContain('Đã bàn giao cho người kế nhiệm.');
  expect(await dutiesOf('chu-tich-muong-than')).toEqual([
    'approveReports 2025-07-01 2025-11-30',
    'recogniseReviews 2025-07-01 2025-11-30',
  ]);
  expect(await dutiesOf('can-bo-muong-than')).toEqual([
    'prepareReports 2025-07-01',
    'approveReports 2025-12-01',
    'recogniseReviews 2025-12-01',
  ]);
  world.setToday(day('2025-12-01'));
  const later = await world.as(ADMIN);
  await later.get(`/people/${await idOf('chu-tich-muong-than')}`);
  expect(later.text).toContain('Hiện chưa giữ chức vụ nào');
  expect(later.text).toContain('Chưa được giao nhiệm vụ nào');
});

test('a hand-over to someone elsewhere, or before the post began, changes nothing', async () => {
  const admin = await world.as(ADMIN);
  const id = await idOf('chu-tich-muong-than');
  const { id: positionId } = await world.house.db
    .selectFrom('positions')
    .select('id')
    .where('person_id', '=', id)
    .executeTakeFirstOrThrow();
  const foreign = { lastDay: '30/11/2025', successorId: await idOf('can-bo-than-uyen') };
  await admin.post(`/people/${id}/positions/${positionId}/end`, foreign);
  expect(admin.status).toBe(422);
  expect(admin.text).toContain('Người kế nhiệm phải đang giữ chức vụ tại đơn vị này');
  await admin.post(`/people/${id}/positions/${positionId}/end`, { lastDay: '30/06/2025' });
  expect(admin.text).toContain('Chức vụ này bắt đầu ngày 01/07/2025');
  expect(await dutiesOf('chu-tich-muong-than')).toEqual([
    'approveReports 2025-07-01',
    'recogniseReviews 2025-07-01',
  ]);
});

test('a person can hold a second position', async () => {
  const admin = await world.as('quan-tri');
  await admin.get(`/people/${await idOf('can-bo-muong-than')}/positions/new`);
  await admin.submit('Thêm chức vụ', {
    'Chức vụ': 'Phó Chủ tịch',
    'Tại đơn vị': 'Ủy ban nhân dân xã Than Uyên',
  });
  expect(admin.text).toContain('Đã thêm chức vụ.');
  expect(admin.text).toContain('Phó Chủ tịch, Ủy ban nhân dân xã Than Uyên');
});
