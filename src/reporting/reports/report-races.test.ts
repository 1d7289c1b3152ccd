import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Client } from '../../../test/harness/client.ts';
import { openWorld, type World } from '../../../test/harness/world.ts';
import { day } from '../../shared/day.ts';

const MUONG_THAN = 'Ủy ban nhân dân xã Mường Than';
const FILLED = { 'f.ho-thoat-ngheo': '12', 'f.ho-ngheo': '310', 'f.ket-qua': 'Nuôi cá lồng.' };

let world: World;
let officer: Client;
let head: Client;
let receiver: Client;
let report: string;

beforeEach(async () => {
  world = await openWorld({ today: day('2025-11-16') });
  [officer, head, receiver] = await Promise.all([
    world.as('can-bo-muong-than'),
    world.as('chu-tich-muong-than'),
    world.as('thuong-truc'),
  ]);
  const { id } = await world.house.db
    .selectFrom('reports')
    .where('unit_name', '=', MUONG_THAN)
    .select('id')
    .executeTakeFirstOrThrow();
  report = `/reports/${id}`;
});
afterEach(() => world.close());

async function version(): Promise<string> {
  const row = await world.house.db
    .selectFrom('reports')
    .where('unit_name', '=', MUONG_THAN)
    .select('version')
    .executeTakeFirstOrThrow();
  return String(row.version);
}

async function stepsTaken(): Promise<string[]> {
  const rows = await world.house.db
    .selectFrom('report_steps as s')
    .innerJoin('reports as r', 'r.id', 's.report_id')
    .where('r.unit_name', '=', MUONG_THAN)
    .orderBy('s.at')
    .orderBy('s.id')
    .select('s.step')
    .execute();
  return rows.map((row) => row.step);
}

async function sent(): Promise<void> {
  await officer.post(`${report}/prepare`, { ...FILLED, version: await version() });
  await head.post(`${report}/approve`, { version: await version() });
}

test('the same report sent twice at once is sent once', async () => {
  const fields = { ...FILLED, version: await version() };
  const second = await world.as('can-bo-muong-than');
  const answers = await Promise.all([
    officer.post(`${report}/prepare`, fields),
    second.post(`${report}/prepare`, fields),
  ]);
  expect(answers.map((answer) => answer.status).sort()).toEqual([200, 409]);
  expect(await stepsTaken()).toEqual(['prepare']);
});

test('recall and receipt at the same moment: one of them happens', async () => {
  for (let round = 0; round < 5; round += 1) {
    if ((await stepsTaken()).length === 0) await sent();
    const seen = await version();
    const [recall, receipt] = await Promise.all([
      head.post(`${report}/recall`, { version: seen }),
      receiver.post(`${report}/receive`, { version: seen }),
    ]);
    expect([recall.status, receipt.status].sort()).toEqual([200, 409]);
    if (receipt.status === 200) return;
    await head.post(`${report}/approve`, { version: await version() });
  }
});

test('acceptance and return at the same moment: one happens, the other is told', async () => {
  await sent();
  await receiver.post(`${report}/receive`, { version: await version() });
  const seen = await version();
  const second = await world.as('thuong-truc');
  const answers = await Promise.all([
    receiver.post(`${report}/accept`, { version: seen }),
    second.post(`${report}/return`, { version: seen, 'return.ho-ngheo': 'Chưa khớp.' }),
  ]);
  expect(answers.map((answer) => answer.status).sort()).toEqual([200, 409]);
  const steps = await stepsTaken();
  expect(steps.filter((step) => step === 'accept' || step === 'sendReturn')).toHaveLength(1);
});

test('a step from a page that is no longer true says where the report stands now', async () => {
  const stale = await version();
  await sent();
  await officer.post(`${report}/prepare`, { ...FILLED, version: stale });
  expect(officer.status).toBe(409);
  expect(officer.text).toContain('Báo cáo đang ở bước “Đã nộp”');
});

test('a session that ended while typing keeps what was typed', async () => {
  await officer.get(report);
  await world.house.db.updateTable('sessions').set({ ended_at: world.house.now() }).execute();
  await officer.submit('Lưu nháp', { 'Số hộ nghèo cuối kỳ': '310' });
  expect(officer.status).toBe(401);
  expect(officer.text).toContain('Hãy đăng nhập lại');
  await officer.submit('Đăng nhập', {
    'Tên đăng nhập': 'can-bo-muong-than',
    'Mật khẩu': 'mot-mat-khau-de-thu',
  });
  await officer.submit('Gửi tiếp phần vừa nhập');
  expect(officer.text).toContain('Đã lưu 1 ô');
  const field = officer.document.querySelector('input[name="f.ho-ngheo"]');
  expect(field?.getAttribute('value')).toBe('310');
});

test('after the lock nothing is taken any more, until time is granted', async () => {
  world.setToday(day('2025-11-29'));
  officer = await world.as('can-bo-muong-than');
  await officer.post(`${report}/values`, { ...FILLED, version: await version() });
  expect(officer.status).toBe(409);
  expect(officer.text).toContain('đã khóa sau ngày 28/11/2025');
  expect(officer.text).toContain('Phần bạn vừa nhập, để chép lại');
  expect(officer.text).toContain('Nuôi cá lồng.');
  const { round_id, unit_id } = await world.house.db
    .selectFrom('reports')
    .where('unit_name', '=', MUONG_THAN)
    .select(['round_id', 'unit_id'])
    .executeTakeFirstOrThrow();
  receiver = await world.as('thuong-truc');
  const grant = { unit: unit_id, until: '05/12/2025', reason: 'Mất điện.' };
  await receiver.post(`/rounds/${round_id}/extensions`, grant);
  await officer.post(`${report}/values`, { ...FILLED, version: await version() });
  expect(officer.text).toContain('Đã lưu 3 ô');
});

test('a round is closed after its lock, not before, and then takes nothing more', async () => {
  const { round_id } = await world.house.db
    .selectFrom('reports')
    .where('unit_name', '=', MUONG_THAN)
    .select('round_id')
    .executeTakeFirstOrThrow();
  await receiver.post(`/rounds/${round_id}/close`);
  expect(receiver.text).toContain('còn nhận báo cáo đến hết ngày 28/11/2025');
  world.setToday(day('2025-11-29'));
  receiver = await world.as('thuong-truc');
  await receiver.get(`/rounds/${round_id}`);
  await receiver.submit('Đóng kỳ báo cáo');
  expect(receiver.text).toContain('Đã đóng kỳ báo cáo');
  officer = await world.as('can-bo-muong-than');
  await officer.get('/work');
  expect(officer.text).not.toContain('Lập báo cáo');
  await officer.post(`${report}/values`, { ...FILLED, version: await version() });
  expect(officer.status).toBe(409);
});

test('whoever prepared a report does not receive it', async () => {
  await sent();
  const { id } = await world.house.db
    .selectFrom('persons')
    .where('full_name', '=', 'Lò Văn Thử')
    .select('id')
    .executeTakeFirstOrThrow();
  const agency = await world.house.db
    .selectFrom('rounds')
    .select('receiver_id')
    .executeTakeFirstOrThrow();
  await world.house.db
    .insertInto('duties')
    .values({
      ...{ id: crypto.randomUUID(), person_id: id, unit_id: agency.receiver_id },
      ...{ duty: 'receiveReports', valid_from: day('2025-07-01') },
    })
    .execute();
  await officer.post(`${report}/receive`, { version: await version() });
  expect(officer.status).toBe(403);
  expect(officer.text).toContain('Bạn đã lập hoặc duyệt chính báo cáo này');
});

test('a line that breaks in the middle of a save leaves nothing half written', async () => {
  const { db } = world.house;
  const before = await db.selectFrom('events').select('seq').execute();
  const broken = db.transaction().execute(async (tx) => {
    await tx.updateTable('reports').set({ status: 'submitted' }).execute();
    await tx
      .insertInto('report_values')
      .values({} as never)
      .execute();
  });
  await expect(broken).rejects.toThrow();
  const statuses = await db.selectFrom('reports').select('status').execute();
  expect(statuses.every((row) => row.status === 'open')).toBe(true);
  expect(await db.selectFrom('events').select('seq').execute()).toHaveLength(before.length);
});
