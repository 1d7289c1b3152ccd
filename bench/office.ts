// The list of a round's reports, with rights on, and the start of the server: ours against a
// bare one on the same database in the same run. Usage: node bench/office.ts
// (DATABASE_URL: an outside PostgreSQL; else the embedded one, in a folder of its own.)
import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { Agent, get, request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import pg from 'pg';
import { startPostgres } from '../src/server/postgres/start-postgres.ts';

const ROOT = join(import.meta.dirname, '..');
const SECONDS = Number(process.env.SECONDS ?? 4);
const ROUNDS = 5;
const OURS = 4811;
const BARE = 4812;

interface Server {
  readonly child: ChildProcess;
  readonly firstAnswerMs: number;
}

/** Starts a server and waits until it answers; the time from spawn to the first answer. */
async function start(script: string[], port: number, path: string, url: string): Promise<Server> {
  const from = performance.now();
  const child = spawn(process.execPath, script, {
    cwd: ROOT,
    env: {
      ...process.env,
      DATABASE_URL: url,
      PORT: String(port),
      NODE_COMPILE_CACHE: join(ROOT, 'build/compiled'),
    },
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  for (;;) {
    const answered = await fetchStatus(port, path).catch(() => 0);
    if (answered === 200) return { child, firstAnswerMs: performance.now() - from };
    await new Promise((resolve) => setTimeout(resolve, 2));
  }
}

async function stop({ child }: Server): Promise<void> {
  child.kill('SIGTERM');
  await once(child, 'exit');
}

function fetchStatus(port: number, path: string, headers = {}, agent?: Agent): Promise<number> {
  return new Promise((resolve, reject) => {
    const options = { port, path, headers, ...(agent && { agent }), host: '127.0.0.1' };
    get(options, (response) => {
      response.resume();
      response.on('end', () => resolve(response.statusCode ?? 0));
    }).on('error', reject);
  });
}

/** The bytes of one page of ours, so that the bare server sends as many. */
function pageSize(path: string, cookie: string): Promise<number> {
  return new Promise((resolve, reject) => {
    get({ host: '127.0.0.1', port: OURS, path, headers: { cookie } }, (response) => {
      let bytes = 0;
      response.on('data', (part: Buffer) => {
        bytes += part.length;
      });
      response.on('end', () => resolve(bytes));
    }).on('error', reject);
  });
}

/** Answers per second over some connections, each asking again as soon as it was answered. */
async function answersPerSecond(
  port: number,
  path: string,
  connections: number,
  headers: Record<string, string>,
): Promise<number> {
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  const until = performance.now() + SECONDS * 1000;
  let answers = 0;
  const from = performance.now();
  const ask = async () => {
    while (performance.now() < until) {
      const status = await fetchStatus(port, path, headers, agent);
      if (status !== 200) throw new Error(`${path} answered ${status}`);
      answers += 1;
    }
  };
  await Promise.all(Array.from({ length: connections }, ask));
  agent.destroy();
  return (answers * 1000) / (performance.now() - from);
}

/** Signs in as the standing agency's officer of the story and gives the cookie. */
function signIn(login: string, password: string): Promise<string> {
  const body = new URLSearchParams({ login, password }).toString();
  return new Promise((resolve, reject) => {
    const asked = request(
      {
        ...{ host: '127.0.0.1', port: OURS, path: '/sign-in', method: 'POST' },
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
      },
      (response) => {
        response.resume();
        const cookie = response.headers['set-cookie']?.find((one) => one.startsWith('session='));
        if (cookie) resolve(cookie.split(';')[0] ?? '');
        else reject(new Error(`sign-in answered ${response.statusCode}`));
      },
    );
    asked.on('error', reject).end(body);
  });
}

interface Story {
  readonly roundId: string;
  readonly login: string;
  readonly password: string;
  readonly day: string;
}

/** The running round, and somebody who receives its reports. */
async function readStory(url: string): Promise<Story> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query<Story>(`
    select o.id as "roundId", a.login, s.value as password,
           (select value#>>'{}' from settings where key = 'story_day') as day
    from rounds o
    join duties d on d.unit_id = o.receiver_id and d.duty = 'receiveReports'
    join accounts a on a.person_id = d.person_id
    cross join lateral (select demo->>'password' as value
      from settings, jsonb_array_elements(value) demo
      where key = 'demo_sign_ins' and demo->>'login' = a.login) s
    where o.closed_at is null order by o.year desc limit 1`);
  await client.end();
  if (!rows[0]) throw new Error('the database holds no story');
  return rows[0];
}

const middle = (values: number[]) =>
  values.sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;

async function measureStart(script: string[], port: number, path: string, url: string) {
  const times: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const server = await start(script, port, path, url);
    times.push(server.firstAnswerMs);
    await stop(server);
  }
  return middle(times);
}

async function main(url: string): Promise<void> {
  execFileSync(process.execPath, ['bin/build.mjs'], { cwd: ROOT });
  const ours = ['build/server.mjs'];
  const warm = await start(ours, OURS, '/sign-in', url); // fills an empty database with the story
  const story = await readStory(url);
  const cookie = await signIn(story.login, story.password);
  const size = await pageSize(`/rounds/${story.roundId}`, cookie);
  const bare = ['bench/bare-server.ts', story.roundId, story.day, String(size)];
  const bareServer = await start(bare, BARE, '/', url);
  const rows: Record<string, Record<string, string>> = {};
  for (const connections of [1, 32]) {
    const path = `/rounds/${story.roundId}`;
    await answersPerSecond(OURS, path, connections, { cookie });
    await answersPerSecond(BARE, '/', connections, { cookie });
    const own = await answersPerSecond(OURS, path, connections, { cookie });
    const other = await answersPerSecond(BARE, '/', connections, { cookie });
    rows[`list of reports, ${connections} connection(s), answers/s`] = row(
      own,
      other,
      own / other,
      '≥ 0.5',
    );
  }
  await Promise.all([stop(warm), stop(bareServer)]);
  const ownStart = await measureStart(ours, OURS, '/sign-in', url);
  const bareStart = await measureStart(bare, BARE, '/', url);
  rows['start to first answer, ms'] = row(ownStart, bareStart, ownStart / bareStart, '≤ 3');
  console.table(rows);
}

function row(ours: number, bare: number, ratio: number, wanted: string) {
  return { ours: ours.toFixed(0), bare: bare.toFixed(0), ratio: ratio.toFixed(2), wanted };
}

if (process.env.DATABASE_URL) await main(process.env.DATABASE_URL);
else {
  const dataDir = await mkdtemp(join(tmpdir(), 'chung-tay-bench-'));
  const server = await startPostgres({ dataDir, log: () => undefined });
  await main(server.url).finally(() => server.stop());
  await rm(dataDir, { recursive: true, force: true });
}
