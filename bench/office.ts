// The list of a round's reports, with rights on, and the start of the server: ours against a
// bare one on the same database in the same run. Usage: node bench/office.ts
// (DATABASE_URL: an outside PostgreSQL; else the embedded one, in a folder of its own.)
import { execFileSync } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import pg from 'pg';
import { startPostgres } from '../src/server/postgres/start-postgres.ts';
import { answersPerSecond, pageSize, start, stop } from './serving.ts';

const ROOT = join(import.meta.dirname, '..');
const ROUNDS = 5;
const OURS = 4811;
const BARE = 4812;

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
    const server = await start(script, { port, path, url });
    times.push(server.firstAnswerMs);
    await stop(server);
  }
  return middle(times);
}

async function main(url: string): Promise<void> {
  execFileSync(process.execPath, ['bin/build.mjs'], { cwd: ROOT });
  const ours = ['build/server.mjs'];
  const warm = await start(ours, { port: OURS, path: '/sign-in', url }); // fills an empty database with the story
  const story = await readStory(url);
  const cookie = await signIn(story.login, story.password);
  const size = await pageSize(OURS, `/rounds/${story.roundId}`, cookie);
  const bare = ['bench/bare-server.ts', story.roundId, story.day, String(size)];
  const bareServer = await start(bare, { port: BARE, path: '/', url });
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
