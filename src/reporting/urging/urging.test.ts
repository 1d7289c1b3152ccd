import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Client } from '../../../test/harness/client.ts';
import { openWorld, type World } from '../../../test/harness/world.ts';
import { SYSTEM } from '../../shared/act.actions.ts';
import { day } from '../../shared/day.ts';
import { writeDigests } from './urging.actions.ts';

let world: World;
let receiver: Client;
let officer: Client;

beforeAll(async () => {
  world = await openWorld({ today: day('2025-11-21') });
  receiver = await world.as('thuong-truc');
  officer = await world.as('can-bo-muong-than');
});
afterAll(() => world.close());

test('the standing agency sees who is late before anything else', async () => {
  await receiver.get('/work');
  expect(receiver.text).toContain('2 đơn vị chưa nộp');
  expect(receiver.text).toContain('Quá hạn ở cấp dưới');
  await receiver.get('/rounds');
  await receiver.follow('Báo cáo năm 2025');
  await receiver.follow('Đôn đốc');
  expect(receiver.text).toContain('2 đơn vị quá hạn');
  expect(receiver.text).toContain('Kỳ này chưa gửi lần nào');
});

test('one press writes one letter to each person concerned, a second press none', async () => {
  await receiver.submit('Gửi thư nhắc việc');
  expect(receiver.text).toMatch(/Đã viết thư nhắc việc cho \d+ người/);
  await receiver.submit('Gửi thư nhắc việc');
  expect(receiver.text).toContain('không viết thêm thư nào');
  expect(receiver.text).toContain('Lần gần nhất');
});

test('the letter gathers all that waits, and is a page as well', async () => {
  await officer.get('/mails');
  expect(officer.text).toContain('Việc chờ ông/bà ngày 21/11/2025');
  expect(officer.text).toContain('Đã quá hạn nộp báo cáo năm 2025 2 ngày');
  expect(officer.text).toContain('Lập báo cáo năm 2025 của Ủy ban nhân dân xã Mường Than');
  expect(officer.text).toContain('Chưa gửi qua thư điện tử');
});

test("the next morning's letters are written once, whoever starts them", async () => {
  world.setToday(day('2025-11-22'));
  const letters = () =>
    world.house.db.selectFrom('mails').where('key', 'like', 'digest 2025-11-22%').select('id');
  await Promise.all([
    writeDigests(world.house, SYSTEM, 'https://chungtay.example'),
    writeDigests(world.house, SYSTEM, 'https://chungtay.example'),
  ]);
  const written = await letters().execute();
  expect(written.length).toBeGreaterThan(0);
  await writeDigests(world.house, SYSTEM, 'https://chungtay.example');
  expect(await letters().execute()).toHaveLength(written.length);
});

test('the calendar has an address of its own, which stops when a new one is made', async () => {
  world.setToday(day('2025-11-16'));
  officer = await world.as('can-bo-muong-than');
  await officer.get('/calendar');
  expect(officer.text).toContain('Nộp báo cáo năm 2025: Ủy ban nhân dân xã Mường Than');
  await officer.submit('Tạo địa chỉ lịch');
  const address = () =>
    new URL(officer.document.querySelector('input[name="feed"]')?.getAttribute('value') ?? '')
      .pathname;
  const first = address();
  const phone = world.visitor();
  const calendar = (await phone.get(first)).bytes.toString();
  expect(calendar).toContain('BEGIN:VCALENDAR');
  expect(calendar).toContain('DTSTART;VALUE=DATE:20251119');
  await officer.submit('Tạo địa chỉ mới');
  expect((await phone.get(first)).status).toBe(404);
  expect((await phone.get(address())).status).toBe(200);
});
