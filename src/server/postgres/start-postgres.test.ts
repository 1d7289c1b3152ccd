import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  chmodSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { afterAll, afterEach, expect, test } from 'vitest';
import { canEnter } from './operating-user.ts';
import { processesOf } from './processes.ts';
import { type RunningPostgres, startPostgres } from './start-postgres.ts';

const asRoot = process.getuid?.() === 0;
const NOBODY = { name: 'nobody', uid: 65534, gid: 65534, foreign: true };
const OWNER = fileURLToPath(new URL('owner-for-tests.ts', import.meta.url));

const running: RunningPostgres[] = [];
const folders: string[] = [];

afterEach(async () => {
  await Promise.all(running.splice(0).map((server) => server.stop()));
});

afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

function folder(mode = 0o711): string {
  const path = mkdtempSync(join(tmpdir(), 'ct-'));
  chmodSync(path, mode);
  folders.push(path);
  return path;
}

async function start(dataDir: string, log: string[] = []): Promise<RunningPostgres> {
  const server = await startPostgres({ dataDir, log: (line) => log.push(line) });
  running.push(server);
  return server;
}

async function ask<Row extends pg.QueryResultRow>(url: string, sql: string): Promise<Row[]> {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => undefined);
  await client.connect();
  try {
    return (await client.query<Row>(sql)).rows;
  } finally {
    await client.end();
  }
}

function homeOf(dataDir: string): string {
  const { home } = JSON.parse(readFileSync(join(dataDir, 'postgres.json'), 'utf8'));
  return home === 'postgres' ? join(dataDir, 'postgres') : home;
}

function postmasterOf(dataDir: string): number {
  const file = join(homeOf(dataDir), 'cluster/postmaster.pid');
  return Number.parseInt(readFileSync(file, 'utf8'), 10);
}

interface Owner {
  readonly child: ChildProcess;
  /** The rows that the database acknowledged so far. */
  acknowledged(): number[];
}

/** An owner in a process of its own, once it has written `rows` rows. */
async function startOwner(dataDir: string, rows: number, user = {}): Promise<Owner> {
  const words = { stdio: ['ignore', 'pipe', 'inherit'] as ['ignore', 'pipe', 'inherit'], ...user };
  const child = spawn(process.execPath, [OWNER, dataDir], words);
  let seen = '';
  child.stdout?.on('data', (chunk) => {
    seen += chunk;
  });
  // The last line may be cut short by a kill: only what ends with a line break was said.
  const acknowledged = () => seen.split('\n').slice(0, -1).map(Number);
  await expect
    .poll(() => child.exitCode ?? acknowledged().length, { timeout: 20_000 })
    .toBeGreaterThanOrEqual(rows);
  return { child, acknowledged };
}

async function lostRows(url: string, owner: Owner): Promise<number[]> {
  const kept = new Set((await ask<{ n: number }>(url, 'select n from kept')).map(({ n }) => n));
  return owner.acknowledged().filter((n) => !kept.has(n));
}

/** One data directory through all its adventures, in order: making one costs a second. */
const dataDir = join(folder(), 'data');

test('từ thư mục trống: có cơ sở dữ liệu biết tiếng Việt, ghi chắc xuống đĩa, mở lại còn nguyên', async () => {
  const first = await start(dataDir);
  expect(
    await ask(first.url, "select current_database() as db, current_setting('fsync') as fsync"),
  ).toEqual([{ db: 'chungtay', fsync: 'on' }]);
  const [row] = await ask<{ sorted: string[]; lower: string }>(
    first.url,
    `select lower('ĐƯỜNG') as lower, array(select w from unnest(array['đa','da','ăn','an','Ân']) w
       order by w collate "vi-x-icu") as sorted`,
  );
  expect(row).toEqual({ lower: 'đường', sorted: ['an', 'ăn', 'Ân', 'da', 'đa'] });
  await ask(first.url, 'create extension unaccent; create extension pg_trgm');
  expect(await ask(first.url, "select unaccent('Nguyễn Đường') as u")).toEqual([
    { u: 'Nguyen Duong' },
  ]);
  await ask(first.url, "create table note as select 'còn đây' as words");
  await first.stop();
  expect(processesOf(join(dataDir, 'postgres/cluster'))).toEqual([]);

  const second = await start(dataDir);
  expect(await ask(second.url, 'select words from note')).toEqual([{ words: 'còn đây' }]);
});

test('người dùng khác của máy không vào được: không cổng mạng, thư mục kín, có mật khẩu', async () => {
  const { url } = await start(dataDir);
  expect(await ask(url, "select current_setting('listen_addresses') as at")).toEqual([{ at: '' }]);
  expect(statSync(join(homeOf(dataDir), 'socket')).mode & 0o077).toBe(0);
  expect(statSync(join(homeOf(dataDir), 'cluster')).mode & 0o077).toBe(0);
  expect(statSync(join(dataDir, 'postgres.json')).mode & 0o077).toBe(0);
  await expect(ask(url.replace(/:[^:@]+@/, ':sai@'), 'select 1')).rejects.toThrow(/password/);
  expect(await ask(url, 'select rolsuper from pg_roles where rolname = current_user')).toEqual([
    { rolsuper: false },
  ]);
});

test('ứng dụng bị kill -9: lần sau nhận lại đúng máy chủ ấy, không mất dòng nào đã báo xong', async () => {
  const owner = await startOwner(dataDir, 50);
  const postmaster = postmasterOf(dataDir);
  owner.child.kill('SIGKILL');
  await once(owner.child, 'exit');
  const log: string[] = [];
  const { url } = await start(dataDir, log);
  expect(postmasterOf(dataDir)).toBe(postmaster);
  expect(log.join()).toContain('đang chạy sẵn');
  expect(await lostRows(url, owner)).toEqual([]);
});

test('cả máy chủ cũng bị kill -9: khởi động lại, không mất dòng nào đã báo xong', async () => {
  const owner = await startOwner(dataDir, 50);
  owner.child.kill('SIGKILL');
  process.kill(postmasterOf(dataDir), 'SIGKILL');
  await once(owner.child, 'exit');
  const { url } = await start(dataDir);
  expect(await lostRows(url, owner)).toEqual([]);

  const before = postmasterOf(dataDir);
  process.kill(before, 'SIGKILL');
  await expect
    .poll(() => ask(url, 'select 1 as up').catch(() => 0), { timeout: 8000 })
    .toEqual([{ up: 1 }]);
  expect(postmasterOf(dataDir)).not.toBe(before);
});

test('hai ứng dụng cùng lúc trên một thư mục: một máy chủ, chỉ người ra sau cùng mới tắt', async () => {
  const [owner, { url }, again] = await Promise.all([
    startOwner(dataDir, 1),
    start(dataDir),
    start(dataDir),
  ]);
  expect(again.url).toBe(url);
  await again.stop();
  owner.child.kill('SIGTERM');
  expect(await once(owner.child, 'exit')).toEqual([0, null]);
  expect(await ask(url, 'select 1 as up')).toEqual([{ up: 1 }]);
});

test('tệp pid cũ trỏ vào một tiến trình lạ: không tin, vẫn khởi động', async () => {
  const { uid, gid } = statSync(join(homeOf(dataDir), 'cluster'));
  const stranger = spawn('sleep', ['60'], asRoot ? { uid, gid } : {});
  const file = join(homeOf(dataDir), 'cluster/postmaster.pid');
  writeFileSync(file, `${stranger.pid}\n${homeOf(dataDir)}/cluster\n1\n5432\n/tmp\n\n\nready\n`);
  const { url } = await start(dataDir);
  expect(await ask(url, 'select 1 as up')).toEqual([{ up: 1 }]);
  expect(stranger.exitCode).toBeNull();
  stranger.kill();
});

test('dữ liệu bị dời đi: dừng lại và nói rõ, không mở một cơ sở dữ liệu trống', async () => {
  renameSync(join(homeOf(dataDir), 'cluster'), join(homeOf(dataDir), 'elsewhere'));
  await expect(start(dataDir)).rejects.toThrow(/không còn thấy ở đó/);
});

test.skipIf(!asRoot)(
  'root, thư mục cha đóng kín 0700: dữ liệu ở chỗ khác, quyền cũ giữ nguyên',
  async () => {
    const parent = folder(0o700);
    const dataDir = join(parent, 'data');
    await (await start(dataDir)).stop();
    const { url } = await start(dataDir);
    folders.push(homeOf(dataDir));
    expect(homeOf(dataDir)).toMatch(/^\/var\/(lib|tmp)\/chung-tay-/);
    expect(statSync(parent).mode & 0o777).toBe(0o700);
    expect(statSync(`/proc/${postmasterOf(dataDir)}`).uid).not.toBe(0);
    expect(await ask(url, 'select 1 as up')).toEqual([{ up: 1 }]);
  },
);

test.skipIf(!asRoot || !canEnter(NOBODY, fileURLToPath(new URL('.', import.meta.url))))(
  'người dùng thường: máy chủ chạy bằng chính người ấy',
  async () => {
    const dataDir = folder(0o777);
    const owner = await startOwner(dataDir, 1, { uid: NOBODY.uid, gid: NOBODY.gid });
    const postmaster = postmasterOf(dataDir);
    expect(statSync(`/proc/${postmaster}`).uid).toBe(NOBODY.uid);
    owner.child.kill('SIGTERM');
    expect(await once(owner.child, 'exit')).toEqual([0, null]);
    expect(processesOf(join(dataDir, 'postgres/cluster'))).toEqual([]);
  },
);
