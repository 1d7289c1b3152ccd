import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { DemoSeed } from '../../src/server/story/story-shapes.ts';
import { day } from '../../src/shared/day.ts';
import type { Client } from '../harness/client.ts';
import { openWorld, type World } from '../harness/world.ts';

const PEOPLE = join(import.meta.dirname, '../../db/seed/people/demo-people.json');
const LOGINS = (JSON.parse(readFileSync(PEOPLE, 'utf8')) as DemoSeed).people.map(
  ({ login }) => login,
);

/** Of a page's links it is enough to follow one of each shape: one commune of 106 stands for all. */
const THINGS = /[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}|(?<=\/figures\/)\w+/g;
/** A door to a file, not to a page. */
const FILE = /\.(xlsx|docx|pdf|ics|csv|json)$/;
const STEPS = 4;
const PAGES_OF_ONE = 60;

let world: World;
beforeAll(async () => {
  world = await openWorld({ today: day('2025-11-17'), story: true });
  const agency = await world.as('thuongtruc');
  await agency.get('/rounds');
  await agency.follow('Báo cáo tổng kết 2025');
  await agency.follow('Báo cáo cấp tỉnh');
  await agency.submit('Lập dự thảo báo cáo');
}, 120_000);
afterAll(() => world?.close());

test('nobody meets a broken page within four steps of their own rail', async () => {
  const walks = [];
  for (const login of LOGINS) walks.push(await walk(login));
  expect(walks.flatMap(({ faults }) => faults)).toEqual([]);
  const rooms = new Set(walks.flatMap(({ seen }) => seen.map(shapeOf)));
  expect(rooms.size).toBeGreaterThan(40);
}, 240_000);

interface Walk {
  readonly seen: string[];
  readonly faults: string[];
}

/** From the rail outwards, one page of each shape. */
async function walk(login: string): Promise<Walk> {
  const client = await world.as(login);
  const shapes = new Set<string>();
  const result: Walk = { seen: [], faults: [] };
  let next = ['/work'];
  for (let step = 0; step <= STEPS; step++) {
    const found: string[] = [];
    for (const address of next) {
      const shape = shapeOf(address);
      if (shapes.has(shape) || shapes.size >= PAGES_OF_ONE) continue;
      shapes.add(shape);
      const fault = await look(client, address);
      if (fault) result.faults.push(`${login}: ${fault}`);
      else found.push(...linksOf(client));
      result.seen.push(address);
    }
    next = found;
  }
  return result;
}

/** Opens a page; says what is wrong with it. */
async function look(client: Client, address: string): Promise<string | undefined> {
  try {
    const { status } = await client.get(address);
    return status === 200 ? undefined : `${address} answers ${status}`;
  } catch (error) {
    return String(error);
  }
}

function shapeOf(address: string): string {
  const { pathname, searchParams } = new URL(address, 'http://here');
  return [pathname.replace(THINGS, '…'), ...[...searchParams.keys()].sort()].join(' ');
}

function linksOf(client: Client): string[] {
  const links = [...client.document.querySelectorAll('a[href]')];
  return links
    .map((link) => new URL(link.getAttribute('href') ?? '', `http://here${client.address}`))
    .filter(({ host, pathname }) => host === 'here' && !FILE.test(pathname))
    .map(({ pathname, search }) => pathname + search);
}
