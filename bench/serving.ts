// Servers of a bench: ours as built and a bare one, each asked over HTTP as fast as it answers.
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { Agent, get } from 'node:http';
import { join } from 'node:path';
import process from 'node:process';

const ROOT = join(import.meta.dirname, '..');
const SECONDS = Number(process.env.SECONDS ?? 4);

export interface Server {
  readonly child: ChildProcess;
  readonly firstAnswerMs: number;
}

/** Starts a server and waits until it answers; the time from spawn to the first answer. */
export async function start(
  script: string[],
  { port, path, url, cookie = '' }: { port: number; path: string; url: string; cookie?: string },
): Promise<Server> {
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
    const headers = cookie ? { cookie } : {};
    const answered = await fetchStatus(port, path, headers).catch(() => 0);
    if (answered === 200) return { child, firstAnswerMs: performance.now() - from };
    await new Promise((resolve) => setTimeout(resolve, 2));
  }
}

export async function stop({ child }: Server): Promise<void> {
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

/** The bytes of one page, so that the bare server sends as many. */
export function pageSize(port: number, path: string, cookie: string): Promise<number> {
  return new Promise((resolve, reject) => {
    get({ host: '127.0.0.1', port, path, headers: { cookie } }, (response) => {
      let bytes = 0;
      response.on('data', (part: Buffer) => {
        bytes += part.length;
      });
      response.on('end', () => resolve(bytes));
    }).on('error', reject);
  });
}

/** Answers per second over some connections, each asking again as soon as it was answered. */
export async function answersPerSecond(
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
