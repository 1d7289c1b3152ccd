import { expect, test } from 'vitest';
import { placeOfAddress, waitOfAddress, waitOfLogin } from './brakes.ts';
import { deviceInWords } from './device.ts';
import { isOwnAddress, ownAddress, readKeptForm } from './kept-form.ts';
import { freeLogin, loginFault, loginOf } from './login-name.ts';
import { hashPassword, oneTimePassword, passwordFits } from './password.actions.ts';
import { passwordFault } from './password-rules.ts';

const LAN = { login: 'lannt', name: 'Nguyễn Thị Lan' };

test.each([
  ['ngắn', /ít nhất 10 ký tự; mật khẩu vừa nhập có 4/],
  ['Nguyễn Thị Lan', /trùng với tên đăng nhập hoặc họ tên/],
  ['nguyenthilan2025', /trùng với tên đăng nhập hoặc họ tên/],
  ['lannt-12345', /trùng với tên đăng nhập hoặc họ tên/],
  ['MậtKhẩu@2025', /nhiều người dùng/],
  ['1234567890', /nhiều người dùng/],
  ['aaaaaaaaaaaa', /nhiều người dùng/],
  ['x'.repeat(201), /dài quá 200/],
])('the password %s is refused with the reason', (password, reason) => {
  expect(passwordFault(password, LAN)).toMatch(reason);
});

test.each(['sương sớm trên nương', 'nuong che thang tam', 'Tr0ng-ngo-0-Than-Uyen'])(
  'the password %s may be used',
  (password) => {
    expect(passwordFault(password, LAN)).toBeUndefined();
  },
);

test('a password fits its own Argon2id hash only, however its accents are typed', async () => {
  const kept = await hashPassword('sương sớm trên nương');
  expect(kept).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  expect(await passwordFits(kept, 'sương sớm trên nương'.normalize('NFD'))).toBe(true);
  expect(await passwordFits(kept, 'sương sớm trên nươnG')).toBe(false);
  expect(await passwordFits(undefined, 'sương sớm trên nương')).toBe(false);
});

test('one-time passwords read well on paper and never repeat', async () => {
  const made = await Promise.all(Array.from({ length: 40 }, () => oneTimePassword()));
  for (const { password } of made)
    expect(password).toMatch(/^([a-hjkmnp-z2-9]{4}-){2}[a-hjkmnp-z2-9]{4}$/);
  expect(new Set(made.map(({ password }) => password)).size).toBe(40);
  const [first] = made;
  expect(await passwordFits(first?.passwordHash, first?.password ?? '')).toBe(true);
});

test('logins are the given name and the initials, with a number when taken', () => {
  expect(loginOf('Nguyễn Thị Lan')).toBe('lannt');
  expect(loginOf('  Đặng  Đức Ý ')).toBe('ydd');
  expect(loginOf('Sùng A')).toBe('ascanbo');
  expect(freeLogin('lannt', new Set())).toBe('lannt');
  expect(freeLogin('lannt', new Set(['lannt', 'lannt2']))).toBe('lannt3');
  expect(loginFault('lannt')).toBeUndefined();
  expect(loginFault('lan nt')).toMatch(/chữ cái không dấu/);
});

test('five tries are free, then each wait is twice the one before, up to a quarter hour', () => {
  const last = new Date('2025-11-17T01:00:00Z');
  const wait = (count: number, later = 0) =>
    waitOfLogin({ count, last }, new Date(last.getTime() + later * 1000));
  expect([0, 4, 5, 6, 7].map((count) => wait(count))).toEqual([0, 0, 10, 20, 40]);
  expect(wait(100)).toBe(900);
  expect(wait(6, 15)).toBe(5);
  expect(wait(6, 20)).toBe(0);
  expect(waitOfAddress({ count: 59, last }, last)).toBe(0);
  expect(waitOfAddress({ count: 60, last }, last)).toBe(60);
});

test('an IPv6 guesser with a whole network is one place', () => {
  expect(placeOfAddress('203.0.113.7')).toBe('203.0.113.7');
  expect(placeOfAddress('::ffff:203.0.113.7')).toBe('203.0.113.7');
  expect(placeOfAddress('2001:db8:1:2:aaaa::1')).toBe('2001:db8:1:2::/64');
  expect(placeOfAddress('2001:db8:1:2:bbbb:cccc:dddd:eeee')).toBe('2001:db8:1:2::/64');
  expect(placeOfAddress('::1')).toBe('0:0:0:0::/64');
});

test('a kept form goes to an address of this site only', () => {
  const kept = (address: string) =>
    JSON.stringify({ address, fields: { note: 'Đã làm', pick: ['a', 'b'] } });
  expect(readKeptForm(kept('/reports/1'))).toEqual({
    address: '/reports/1',
    fields: [
      ['note', 'Đã làm'],
      ['pick', 'a'],
      ['pick', 'b'],
    ],
  });
  for (const foreign of ['//xau.example', '/\\xau.example', 'https://xau.example', 'javascript:1'])
    expect(readKeptForm(kept(foreign)), foreign).toBeUndefined();
  for (const broken of [
    '',
    '{',
    'null',
    '[]',
    '{"address":"/a"}',
    '{"address":"/a","fields":null}',
  ])
    expect(readKeptForm(broken), broken).toBeUndefined();
  expect(isOwnAddress('/\t/xau.example')).toBe(false);
  expect(ownAddress('//xau.example')).toBe('/');
  expect(ownAddress('/sign-in?wanted=/a')).toBe('/');
  expect(ownAddress('/rounds?year=2025')).toBe('/rounds?year=2025');
});

test('devices are named in words', () => {
  const agent = (text: string) => deviceInWords(`Mozilla/5.0 ${text}`);
  expect(agent('(Linux; Android 10; K) Chrome/130.0 Mobile Safari/537.36')).toBe(
    'Chrome trên điện thoại Android',
  );
  expect(agent('(Windows NT 10.0) Chrome/130.0 Safari/537.36 Edg/130.0')).toBe(
    'Edge trên máy tính Windows',
  );
  expect(deviceInWords(undefined)).toBe('Thiết bị không rõ');
});
