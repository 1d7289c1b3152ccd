import { expect, test } from 'vitest';
import { connect } from './connect.ts';
import { databaseTrouble, refuseOldServer } from './database-trouble.ts';

async function faultOf(url: string): Promise<unknown> {
  const db = connect(url, 1);
  const asked = db.selectFrom('accounts').select('login').execute();
  const fault = await asked.then(
    () => undefined,
    (error: unknown) => error,
  );
  await db.destroy();
  return fault;
}

test('a server that is not there is said without its password', async () => {
  const trouble = databaseTrouble(await faultOf('postgres://chungtay:bi-mat@127.0.0.1:1/chungtay'));
  expect(trouble?.message).toMatch(/^Không kết nối được máy chủ PostgreSQL\. .*DATABASE_URL/);
  expect(trouble?.message).not.toContain('bi-mat');
});

test.each([
  ['42501', 'permission denied to create extension "btree_gist"', /chưa đủ quyền .*btree_gist/],
  ['0A000', 'extension "btree_gist" is not available', /chưa cài phần mở rộng btree_gist/],
  ['28P01', 'password authentication failed', /không nhận tên hoặc mật khẩu/],
  ['3D000', 'database "x" does not exist', /không có cơ sở dữ liệu/],
  ['', 'corrupted migrations: previously executed migration x is missing', /mới hơn/],
])('the refusal %s says what to do', (code, message, sentence) => {
  expect(databaseTrouble(Object.assign(new Error(message), { code }))?.message).toMatch(sentence);
});

test('a fault of ours stays what it is; an old server is refused', () => {
  expect(databaseTrouble(new TypeError('x is not a function'))).toBeUndefined();
  expect(() => refuseOldServer(140_009)).toThrow('Cần PostgreSQL 15 trở lên');
  expect(() => refuseOldServer(150_000)).not.toThrow();
});
