import { afterEach, beforeEach, expect, test } from 'vitest';
import { PASSWORD } from '../../test/harness/small-province.ts';
import { openWorld, type World } from '../../test/harness/world.ts';
import { day } from '../shared/day.ts';
import { deviceInWords } from './device.ts';

const OFFICER = 'can-bo-muong-than';
const OWN_WORDS = 'sương sớm trên nương';

let world: World;
beforeEach(async () => {
  world = await openWorld({ today: day('2025-11-17') });
});
afterEach(() => world.close());

/** A try at the door from an address of the internet, with the cookies of that device. */
function knock(login: string, password: string, address: string, cookies = {}) {
  return world.site.inject({
    method: 'POST',
    url: '/sign-in',
    headers: { 'x-forwarded-for': address, 'content-type': 'application/x-www-form-urlencoded' },
    payload: new URLSearchParams({ login, password }).toString(),
    cookies,
  });
}

async function guess(times: number, login: string, address: string) {
  const codes = [];
  for (let at = 0; at < times; at++)
    codes.push((await knock(login, `đoán lần ${at}`, address)).statusCode);
  return codes;
}

async function signedInVisitor(login: string) {
  const visitor = world.visitor();
  await visitor.get('/sign-in');
  await visitor.submit('Đăng nhập', { 'Tên đăng nhập': login, 'Mật khẩu': PASSWORD });
  return visitor;
}

test('guessing is braked with the seconds said, and even the right password must wait', async () => {
  expect(await guess(5, OFFICER, '203.0.113.7')).toEqual([401, 401, 401, 401, 401]);
  const braked = await knock(OFFICER, PASSWORD, '203.0.113.7');
  expect(braked.statusCode).toBe(429);
  expect(braked.body).toContain('Hãy đợi 10 giây rồi thử lại');
  world.wait(1);
  expect((await knock(OFFICER, PASSWORD, '203.0.113.7')).statusCode).toBe(303);
});

test("a story's clock that goes back a day at midnight keeps nobody out", async () => {
  await guess(6, OFFICER, '203.0.113.7');
  world.setToday(day('2025-11-16'));
  expect((await knock(OFFICER, PASSWORD, '203.0.113.7')).statusCode).toBe(303);
});

test('whoever guesses elsewhere does not lock the owner out', async () => {
  await guess(8, OFFICER, '203.0.113.7');
  expect((await knock(OFFICER, PASSWORD, '198.51.100.20')).statusCode).toBe(303);
});

test('a device known from before comes in though its office guesses wildly', async () => {
  const first = await knock(OFFICER, PASSWORD, '203.0.113.7');
  const known = first.cookies.find((cookie) => cookie.name === 'known-device');
  const device = { 'known-device': known?.value ?? '' };
  await guess(7, OFFICER, '203.0.113.7');
  expect((await knock(OFFICER, PASSWORD, '203.0.113.7')).statusCode).toBe(429);
  expect((await knock(OFFICER, PASSWORD, '203.0.113.7', device)).statusCode).toBe(303);
  const forged = { 'known-device': 'x'.repeat(43) };
  expect((await knock(OFFICER, PASSWORD, '203.0.113.7', forged)).statusCode).toBe(429);
});

test('guesses side by side do not slip past the brake', async () => {
  const tries = Array.from({ length: 12 }, (_, at) => knock(OFFICER, `đoán ${at}`, '203.0.113.7'));
  const codes = (await Promise.all(tries)).map((reply) => reply.statusCode);
  expect(codes.filter((code) => code === 401)).toHaveLength(5);
  expect(codes.filter((code) => code === 429)).toHaveLength(7);
});

test('one address that tries sixty names is braked for all of them', async () => {
  const attempts = Array.from({ length: 60 }, (_, at) => ({
    id: crypto.randomUUID(),
    login: `ten${at}`,
    address: '203.0.113.7',
    at: world.house.now(),
    succeeded: false,
  }));
  await world.house.db.insertInto('sign_in_attempts').values(attempts).execute();
  expect((await knock('ten61', 'gì cũng được', '203.0.113.7')).statusCode).toBe(429);
  expect((await knock('ten61', 'gì cũng được', '198.51.100.20')).statusCode).toBe(401);
});

test('an unknown login reads the same as a wrong password', async () => {
  const [known, unknown] = await Promise.all([
    knock(OFFICER, 'không phải', '203.0.113.7'),
    knock('khong-ai-ca', 'không phải', '203.0.113.8'),
  ]);
  const text = (body: string) => body.replaceAll(OFFICER, '').replaceAll('khong-ai-ca', '');
  expect(unknown.statusCode).toBe(401);
  expect(text(unknown.body)).toBe(text(known.body));
});

test('the session cookie is out of reach of scripts and only its hash is kept', async () => {
  const reply = await knock(OFFICER, PASSWORD, '203.0.113.7');
  const cookie = reply.cookies.find((one) => one.name === 'session');
  expect(cookie).toMatchObject({ httpOnly: true, sameSite: 'Lax', path: '/' });
  const sessions = await world.house.db.selectFrom('sessions').selectAll().execute();
  expect(sessions.map((one) => one.address)).toEqual(['203.0.113.7']);
  expect(JSON.stringify(sessions)).not.toContain(cookie?.value);
  const secure = await world.site.inject({
    method: 'POST',
    url: '/sign-in',
    headers: {
      'x-forwarded-proto': 'https',
      'content-type': 'application/x-www-form-urlencoded',
    },
    payload: new URLSearchParams({ login: OFFICER, password: PASSWORD }).toString(),
  });
  expect(secure.cookies.find((one) => one.name === 'session')?.secure).toBe(true);
});

test('a session ends after twelve idle hours, and after fourteen days however busy', async () => {
  const officer = await world.as(OFFICER);
  for (let visit = 0; visit < 28; visit++) {
    world.wait(11.5 * 60);
    expect((await officer.get('/sessions')).status).toBe(200);
  }
  for (let visit = 0; visit < 2; visit++) {
    world.wait(11.5 * 60);
    await officer.get('/sessions');
  }
  expect(officer.status).toBe(401);

  const idle = await world.as(OFFICER);
  world.wait(12 * 60 + 1);
  expect((await idle.get('/sessions')).status).toBe(401);
});

test('being seen is written at most once a minute', async () => {
  const officer = await world.as(OFFICER);
  const seen = async () =>
    (await world.house.db.selectFrom('sessions').select('last_seen_at').executeTakeFirstOrThrow())
      .last_seen_at;
  const start = await seen();
  await officer.get('/sessions');
  expect(await seen()).toEqual(start);
  world.wait(2);
  await officer.get('/sessions');
  expect((await seen()).getTime()).toBeGreaterThan(start.getTime() + 100_000);
});

test('a form sent after the session ended is kept, and goes on after signing in again', async () => {
  const officer = await world.as(OFFICER);
  world.wait(13 * 60);
  await officer.post('/password', { chosen: OWN_WORDS, repeated: OWN_WORDS, current: PASSWORD });
  expect(officer.status).toBe(401);
  expect(officer.text).toContain('Phần bạn vừa nhập vẫn được giữ');
  await officer.submit('Đăng nhập', { 'Tên đăng nhập': OFFICER, 'Mật khẩu': 'sai mất rồi' });
  await officer.submit('Đăng nhập', { 'Mật khẩu': PASSWORD });
  expect(officer.heading).toBe('Bạn đã đăng nhập lại. Phần vừa nhập vẫn còn');
  await officer.submit('Gửi tiếp phần vừa nhập');
  expect((await knock(OFFICER, OWN_WORDS, '203.0.113.9')).statusCode).toBe(303);
});

test('signing out ends the session on the server too', async () => {
  const officer = await signedInVisitor(OFFICER);
  const token = officer.cookies.get('session') ?? '';
  await officer.get('/sessions');
  await officer.submit('Đăng xuất');
  expect(officer.text).toContain('Bạn đã đăng xuất');
  officer.cookies.set('session', token);
  expect((await officer.get('/sessions')).status).toBe(401);
});

test('sessions are listed with the present one marked, and ended from afar', async () => {
  const here = await signedInVisitor(OFFICER);
  const there = await world.as(OFFICER);
  await here.get('/sessions');
  expect(here.text).toContain('còn đăng nhập ở 1 nơi');
  expect(here.text).toContain(deviceInWords('Windows NT Chrome'));
  await here.submit('Kết thúc', {}, 'Máy tính thử');
  expect((await there.get('/sessions')).status).toBe(401);
  expect((await here.get('/sessions')).status).toBe(200);
});

test('nobody ends the session of somebody else', async () => {
  await world.as('chu-tich-muong-than');
  const { id } = await world.house.db.selectFrom('sessions').select('id').executeTakeFirstOrThrow();
  const officer = await world.as(OFFICER);
  await officer.post(`/sessions/${id}/end`);
  expect(officer.status).toBe(404);
  await officer.post('/sessions/khong-phai-ma/end');
  expect(officer.status).toBe(404);
  const row = await world.house.db
    .selectFrom('sessions')
    .select('ended_at')
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
  expect(row.ended_at).toBeNull();
});

test('a new password ends the other sessions and forgets known devices', async () => {
  const here = await signedInVisitor(OFFICER);
  const there = await world.as(OFFICER);
  await here.get('/password');
  const change = { 'Mật khẩu mới': 'ngắn', 'Nhập lại mật khẩu mới': 'ngắn' };
  await here.submit('Đổi mật khẩu', { 'Mật khẩu đang dùng': PASSWORD, ...change });
  expect(here.status).toBe(422);
  expect(here.text).toContain('ít nhất 10 ký tự');
  await here.submit('Đổi mật khẩu', {
    'Mật khẩu đang dùng': PASSWORD,
    'Mật khẩu mới': OWN_WORDS,
    'Nhập lại mật khẩu mới': OWN_WORDS,
  });
  expect((await here.get('/sessions')).status).toBe(200);
  expect((await there.get('/sessions')).status).toBe(401);
  expect((await knock(OFFICER, PASSWORD, '203.0.113.9')).statusCode).toBe(401);
  expect((await knock(OFFICER, OWN_WORDS, '203.0.113.9')).statusCode).toBe(303);
});

test('no change leads out of the site or comes from another', async () => {
  const reply = await world.site.inject({
    method: 'POST',
    url: '/sign-in',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    payload: new URLSearchParams({
      login: OFFICER,
      password: PASSWORD,
      wanted: '//xau.example/a',
    }).toString(),
  });
  expect(reply.headers.location).toBe('/');
});

test('demonstration people are offered only where they are made up and in a story', async () => {
  const value = JSON.stringify([{ login: OFFICER, password: PASSWORD, who: 'Ai', does: 'Gì' }]);
  await world.house.db.insertInto('settings').values({ key: 'demo_sign_ins', value }).execute();
  const { demoSignIns } = await import('./sign-in.actions.ts');
  expect(await demoSignIns(world.house)).toEqual([]);
  await world.house.db.updateTable('persons').set({ is_story: true }).execute();
  expect(await demoSignIns(world.house)).toHaveLength(1);
  const visitor = world.visitor();
  await visitor.get('/sign-in');
  expect(visitor.text).not.toContain('Dữ liệu minh họa');
});
