import { afterAll, beforeAll, expect, test } from 'vitest';
import { day } from '../../src/shared/day.ts';
import type { Client } from '../harness/client.ts';
import { openWorld, type World } from '../harness/world.ts';
import { EXPECTATIONS, type Knock, type Who } from './expectations.ts';
import { type Route, routesOf } from './routes.ts';
import { EVERY_LOGIN, type Samples, samplesOf } from './samples.ts';

let world: World;
let samples: Samples;
let routes: Route[];
const people = new Map<string, Client>();

beforeAll(async () => {
  world = await openWorld({ today: day('2025-11-17') });
  samples = await samplesOf(world);
  routes = routesOf(world.site);
  for (const login of EVERY_LOGIN) people.set(login, await world.as(login));
});
afterAll(() => world.close());

const nameOf = ({ method, path }: Route) => `${method} ${path}`;

test('every route says who may enter, and no line speaks of a route that is gone', () => {
  expect(routes.length).toBeGreaterThan(20);
  const silent = routes.map(nameOf).filter((name) => !(name in EXPECTATIONS));
  expect(silent.map((name) => `Đường ${name} chưa nói ai được vào`)).toEqual([]);
  const gone = Object.keys(EXPECTATIONS).filter(
    (name) => !routes.some((one) => nameOf(one) === name),
  );
  expect(gone.map((name) => `Không còn đường ${name}`)).toEqual([]);
});

test('each page opens to those who may see it, and to nobody else', async () => {
  const wrong = [];
  for (const { route, knock } of knocks('GET')) {
    for (const [login, client] of people) {
      const { status } = await client.get(knock.address(samples));
      const may = mayEnter(knock.may, login);
      if (may ? status >= 400 : !isRefusal(status))
        wrong.push(sentence(route, knock, login, status));
    }
  }
  expect(wrong).toEqual([]);
}, 120_000);

test('each change is refused to those who may not make it, and leaves no trace', async () => {
  const before = await traces();
  const wrong = [];
  for (const { route, knock } of knocks('POST')) {
    for (const [login, client] of people) {
      if (mayEnter(knock.may, login)) continue;
      const { status } = await client.post(knock.address(samples));
      if (!isRefusal(status)) wrong.push(sentence(route, knock, login, status));
    }
  }
  expect(wrong).toEqual([]);
  expect(await traces()).toEqual(before);
}, 120_000);

test('a visitor is asked to sign in wherever not everyone may enter', async () => {
  const wrong = [];
  for (const { route, knock } of [...knocks('GET'), ...knocks('POST')]) {
    if (knock.may === 'everyone') continue;
    const visitor = world.visitor();
    const address = knock.address(samples);
    const { status } =
      route.method === 'GET' ? await visitor.get(address) : await visitor.post(address);
    const refused = status === 401 || (knock.may === 'nobody' && isRefusal(status));
    if (!refused) wrong.push(sentence(route, knock, 'khách', status));
  }
  expect(wrong).toEqual([]);
});

test('a change that another site sends in the name of a person is refused', async () => {
  const token = people.get('quan-tri')?.cookies.get('session');
  const wrong = [];
  for (const { route, knock } of knocks('POST')) {
    const { statusCode } = await world.site.inject({
      method: 'POST',
      url: knock.address(samples),
      headers: { cookie: `session=${token}`, 'sec-fetch-site': 'cross-site' },
    });
    if (statusCode !== 403) wrong.push(sentence(route, knock, 'trang khác', statusCode));
  }
  expect(wrong).toEqual([]);
});

test('an id that is none, or of nothing, is "not found" and never a fault', async () => {
  const wrong = [];
  const client = people.get('thuong-truc') as Client;
  for (const { method, path } of routes.filter((one) => one.path.includes('/:'))) {
    for (const id of ['x', '%00', "1'--", '00000000-0000-7000-8000-000000000000']) {
      const address = path.replace(/:\w+/g, id);
      const { status } = method === 'GET' ? await client.get(address) : await client.post(address);
      if (status < 400 || status >= 500) wrong.push(`${method} ${address} answers ${status}`);
    }
  }
  expect(wrong).toEqual([]);
}, 60_000);

function knocks(method: string): { route: Route; knock: Knock }[] {
  return routes
    .filter((route) => route.method === method)
    .flatMap((route) => (EXPECTATIONS[nameOf(route)] ?? []).map((knock) => ({ route, knock })));
}

function mayEnter(who: Who, login: string): boolean {
  if (typeof who === 'string') return who !== 'nobody';
  return who.some((one) => one === login);
}

/** Refused with a sentence, or told that there is no such thing. */
function isRefusal(status: number): boolean {
  return status === 403 || status === 404;
}

function sentence(route: Route, knock: Knock, who: string, status: number): string {
  return `${nameOf(route)} (${knock.address(samples)}) answers ${status} to ${who}`;
}

/** How much has been written: every change leaves an event. */
async function traces() {
  const { db } = world.house;
  return db
    .selectFrom('events')
    .select((eb) => eb.fn.countAll().as('events'))
    .execute();
}
