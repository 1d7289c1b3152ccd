/**
 * The filtered, sorted list of one commune's households in a province of 100,000 and in one of
 * 1,000,000 (communes of one size), and its whole page over HTTP against a bare server in the
 * larger one. Growth exponent: log10 of the larger's time over the smaller's; 0 is no growth.
 * Usage: node bench/household-list.ts (DATABASE_URL names a server where databases may be made,
 * else the shipped PostgreSQL starts in temporary places).
 */
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import process from 'node:process';
import type { Kysely } from 'kysely';
import { type ListWish, listHouseholds } from '../src/households/survey/household-list.sql.ts';
import type { Tables } from '../src/shared/tables.ts';
import { communeId, ROUND, villageId } from './made-up-province.ts';
import { fillHouseholds, HOUSEHOLDS_A_COMMUNE } from './many-households.ts';
import { inOwnDatabase } from './own-database.ts';
import { answersPerSecond, pageSize, start, stop } from './serving.ts';

type Db = Kysely<Tables>;
type Asked = Omit<ListWish, 'roundId' | 'communeId'>;

const SMALL = 100_000;
const LARGE = 1_000_000;
/** Communes asked in turn, all over the province, so that neither lies in memory by luck. */
const COMMUNES = 30;
const TURNS = 6;
const OURS = 4813;
const BARE = 4814;

const LISTS: Readonly<Record<string, (commune: number) => Asked>> = {
  'by code': () => ({}),
  'poor, by code': () => ({ closing: 'poor' }),
  'by class, poor first': () => ({ sort: 'class' }),
  'by class, a later page': (commune) => ({
    ...{ sort: 'class', after: { at: 3, code: codeIn(commune, 0.6) } },
  }),
  'listed, by score A': () => ({ sort: 'income', listed: 'listed' }),
  'one village, near-poor': (commune) => ({
    ...{ villageId: villageId((commune - 1) * 28 + 9), closing: 'near-poor' },
  }),
  'deprived of water, cause land': () => ({ deprived: 'waterSource', mark: 'cause.land' }),
  'a name': () => ({ words: 'hương' }),
};

function codeIn(commune: number, share: number): string {
  const number = Math.floor((commune - 1 + share) * HOUSEHOLDS_A_COMMUNE);
  return `${String(commune).padStart(5, '0')}-${String(number).padStart(7, '0')}`;
}

interface Province {
  readonly db: Db;
  readonly households: number;
  readonly url: string;
  readonly token: string;
}

async function ask({ db, households }: Province, list: (commune: number) => Asked, turn: number) {
  const communes = Math.floor(households / HOUSEHOLDS_A_COMMUNE);
  const commune = 1 + Math.floor(((turn % COMMUNES) * communes) / COMMUNES);
  const began = performance.now();
  const rows = await listHouseholds(db, {
    ...list(commune),
    ...{ roundId: ROUND, communeId: communeId(commune) },
  });
  if (rows.length === 0) throw new Error('a list without households measures nothing');
  return performance.now() - began;
}

/** Medians in turns, so that a busy machine is busy for both; the first round warms up. */
async function growth(small: Province, large: Province, list: (commune: number) => Asked) {
  const times: [number[], number[]] = [[], []];
  for (let turn = -COMMUNES; turn < COMMUNES * TURNS; turn += 1)
    for (const [at, province] of [small, large].entries()) {
      const took = await ask(province, list, turn + COMMUNES);
      if (turn >= 0) times[at]?.push(took);
    }
  const [one, ten] = times.map((all) => all.sort((a, b) => a - b)[all.length >> 1] ?? 0);
  return { one: one ?? 0, ten: ten ?? 0, exponent: Math.log10((ten ?? 0) / (one ?? 1)) };
}

type Row = Record<string, string>;

async function measureGrowth(small: Province, large: Province): Promise<Record<string, Row>> {
  const rows: Record<string, Row> = {};
  for (const [name, list] of Object.entries(LISTS)) {
    const { one, ten, exponent } = await growth(small, large, list);
    rows[`list ${name}`] = {
      ...{ '100,000': `${one.toFixed(2)} ms`, '1,000,000': `${ten.toFixed(2)} ms` },
      ...{ result: exponent.toFixed(3), wanted: 'exponent ≤ 0.1' },
    };
  }
  return rows;
}

/** Our page and the bare one in turns: answers a second, and their ratio. */
async function measurePage(large: Province): Promise<Record<string, Row>> {
  execFileSync(process.execPath, ['bin/build.mjs'], { cwd: join(import.meta.dirname, '..') });
  process.env.STORY = 'no';
  const cookie = `session=${large.token}`;
  const path = `/review-rounds/${ROUND}/communes/${communeId(177)}/households?closing=poor`;
  const { url } = large;
  const ours = await start(['build/server.mjs'], { port: OURS, path, url, cookie });
  const size = await pageSize(OURS, path, cookie);
  const script = ['bench/bare-household-list.ts', ROUND, String(size)];
  const bare = await start(script, { port: BARE, path, url, cookie });
  const rows: Record<string, Row> = {};
  for (const connections of [1, 32]) {
    const speed = (port: number) => answersPerSecond(port, path, connections, { cookie });
    await speed(OURS);
    await speed(BARE);
    const [own, other, again, otherAgain] = [
      ...[await speed(OURS), await speed(BARE)],
      ...[await speed(OURS), await speed(BARE)],
    ];
    const [mine, theirs] = [
      ((own ?? 0) + (again ?? 0)) / 2,
      ((other ?? 0) + (otherAgain ?? 0)) / 2,
    ];
    rows[`page of ${(size / 1000).toFixed(0)} kB, ${connections} connection(s)`] = {
      ...{ ours: `${mine.toFixed(0)}/s`, bare: `${theirs.toFixed(0)}/s` },
      ...{ result: (mine / theirs).toFixed(2), wanted: 'ratio ≥ 0.5' },
    };
  }
  await Promise.all([stop(ours), stop(bare)]);
  return rows;
}

async function provinceOf(db: Db, url: string, households: number): Promise<Province> {
  return { db, url, households, ...(await fillHouseholds(db, households)) };
}

await inOwnDatabase(async (db, url) => {
  const small = await provinceOf(db, url, SMALL);
  await inOwnDatabase(async (largeDb, largeUrl) => {
    const large = await provinceOf(largeDb, largeUrl, LARGE);
    console.table({ ...(await measureGrowth(small, large)), ...(await measurePage(large)) });
  });
});
