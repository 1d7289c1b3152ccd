import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openWorld, type World } from '../../test/harness/world.ts';
import { day } from '../shared/day.ts';

let world: World;

beforeAll(async () => {
  world = await openWorld({ today: day('2025-11-16') });
});

afterAll(() => world.close());

const FORM = { 'content-type': 'application/x-www-form-urlencoded' };

async function cookieOf(login: string): Promise<string> {
  return `session=${(await world.as(login)).cookies.get('session')}`;
}

async function someReport(): Promise<string> {
  const { id } = await world.house.db
    .selectFrom('reports')
    .where('unit_name', '=', 'Ủy ban nhân dân xã Mường Than')
    .select('id')
    .executeTakeFirstOrThrow();
  return id;
}

test('a crowd far larger than the pool, reading and writing at once, is served to the last', async () => {
  const officer = await cookieOf('can-bo-muong-than');
  const agency = await cookieOf('thuong-truc');
  const id = await someReport();
  const round = (await world.house.db.selectFrom('rounds').select('id').executeTakeFirstOrThrow())
    .id;
  const save = (turn: number) =>
    world.site.inject({
      method: 'POST',
      url: `/reports/${id}/values`,
      headers: { ...FORM, cookie: officer },
      payload: `f.ho-thoat-ngheo=${turn}`,
    });
  const read = (url: string) => world.site.inject({ url, headers: { cookie: agency } });
  const pages = [
    '/work',
    '/units',
    `/rounds/${round}`,
    `/rounds/${round}/matrix`,
    '/search?q=muong',
  ];
  const crowd = Array.from({ length: 60 }, (_, turn) => [
    save(turn),
    read(pages[turn % pages.length] ?? '/work'),
  ]).flat();
  const codes = (await Promise.all(crowd)).map((answer) => answer.statusCode);
  expect(codes.filter((code) => code !== 200 && code !== 303)).toEqual([]);
  const { rows } = await sql<{ gaps: number }>`
    select max(seq) - min(seq) + 1 - count(*) as gaps from events`.execute(world.house.db);
  expect(rows[0]?.gaps).toBe(0);
});
