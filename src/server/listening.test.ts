import { createServer, type Server } from 'node:net';
import fastify from 'fastify';
import { expect, test } from 'vitest';
import type { Site } from '../shared/web.ts';
import { listen } from './listening.ts';

async function holdPort(): Promise<{ port: number; other: Server }> {
  const other = createServer();
  await new Promise<void>((done) => other.listen(0, '0.0.0.0', done));
  const address = other.address();
  return { other, port: typeof address === 'object' && address ? address.port : 0 };
}

test('a port that is freed soon is waited for', async () => {
  const { port, other } = await holdPort();
  const site = fastify() as unknown as Site;
  site.get('/', () => 'có mặt');
  const said: string[] = [];
  setTimeout(() => other.close(), 700);
  await listen(site, { port, say: (line) => said.push(line) });
  expect(await (await fetch(`http://127.0.0.1:${port}/`)).text()).toBe('có mặt');
  expect(said).toEqual([`Cổng ${port} đang có chương trình khác dùng; đợi một lát…`]);
  await site.close();
});

test('a port that stays taken is said in one sentence', async () => {
  const { port, other } = await holdPort();
  const site = fastify() as unknown as Site;
  const opened = listen(site, { port, patienceMs: 0, say: () => undefined });
  await expect(opened).rejects.toThrow(`Cổng ${port} đang có chương trình khác dùng nên`);
  other.close();
  await site.close();
});
