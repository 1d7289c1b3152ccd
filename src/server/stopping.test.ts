import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { expect, test } from 'vitest';

const STOPPING = new URL('stopping.ts', import.meta.url).href;

const OFFICE = `
import { stopTogether } from ${JSON.stringify(STOPPING)};
const part = (name, fails) => ({
  async stop() {
    await new Promise((resume) => setTimeout(resume, 200));
    console.log(name);
    if (fails) throw new Error('hỏng');
  },
});
stopTogether([part('database'), part('chores', true), part('site')], () => undefined);
setInterval(() => undefined, 1000);
console.log('open');
if (process.env.FAULT) setTimeout(() => Promise.reject(new Error('bỏ quên')), 50);
`;

function openOffice(env: Record<string, string> = {}) {
  const child = spawn(process.execPath, ['--input-type=module', '-e', OFFICE], {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  let said = '';
  child.stdout.on('data', (part) => {
    said += String(part);
  });
  const opened = once(child.stdout, 'data');
  const ended = once(child, 'close').then(([code]) => ({ code, said: said.trim().split('\n') }));
  return { child, opened, ended };
}

const IN_ORDER = ['open', 'site', 'chores', 'database'];

test('signals that are repeated stop everything once, in order, and the end is a good one', async () => {
  const { child, opened, ended } = openOffice();
  await opened;
  for (const signal of ['SIGTERM', 'SIGTERM', 'SIGHUP', 'SIGINT'] as const) {
    child.kill(signal);
    await new Promise((resume) => setTimeout(resume, 60));
  }
  expect(await ended).toEqual({ code: 0, said: IN_ORDER });
});

test('a fault that nobody caught stops in the same order, and says so by its code', async () => {
  expect(await openOffice({ FAULT: 'yes' }).ended).toEqual({ code: 1, said: IN_ORDER });
});
