import { randomBytes } from 'node:crypto';
import { chmodSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Kysely, sql } from 'kysely';
import { connect } from '../src/server/database/connect.ts';
import { migrate } from '../src/server/database/migrate.ts';
import { startPostgres } from '../src/server/postgres/start-postgres.ts';
import type { Tables } from '../src/shared/tables.ts';

const MIGRATIONS = join(import.meta.dirname, '../db/migrations');

async function ownServer(): Promise<{ url: string; stop(): Promise<void> }> {
  const outside = process.env.DATABASE_URL;
  if (outside) return { url: outside, stop: async () => undefined };
  const dataDir = mkdtempSync(join(tmpdir(), 'chung-tay-bench-'));
  chmodSync(dataDir, 0o711);
  return startPostgres({ dataDir, log: () => undefined, throwaway: true });
}

/** Runs on a new, migrated database of the server (its address second) and drops it afterwards. */
export async function inOwnDatabase(
  work: (db: Kysely<Tables>, url: string) => Promise<void>,
): Promise<void> {
  const server = await ownServer();
  const owner = connect(server.url, 1);
  const name = `bench_${randomBytes(6).toString('hex')}`;
  await sql`create database ${sql.id(name)} template template0 encoding 'UTF8'`.execute(owner);
  const url = server.url.replace(/^(postgres(?:ql)?:\/\/[^/]*)\/[^?]*/, `$1/${name}`);
  const db = connect(url, 4);
  try {
    await migrate(db as unknown as Kysely<never>, MIGRATIONS);
    await work(db, url);
  } finally {
    await db.destroy();
    await dropDatabase(owner, name);
    await owner.destroy();
    await server.stop();
  }
}

/** Nobody but the server may end its own cleaning of a large database; that passes. */
async function dropDatabase(owner: Kysely<Tables>, name: string): Promise<void> {
  for (let tries = 0; ; tries++) {
    try {
      await sql`drop database if exists ${sql.id(name)} with (force)`.execute(owner);
      return;
    } catch (error) {
      if ((error as { code?: string }).code !== '42501' || tries === 100) throw error;
      await new Promise((resume) => setTimeout(resume, 100));
    }
  }
}

/** Medians in milliseconds of works that take turns, so that a busy machine is busy for all. */
export async function medians(
  works: readonly (() => Promise<unknown>)[],
  runs: number,
): Promise<number[]> {
  const times = works.map((): number[] => []);
  for (let run = -3; run < runs; run++)
    for (const [at, work] of works.entries()) {
      const began = performance.now();
      await work();
      if (run >= 0) times[at]?.push(performance.now() - began);
    }
  return times.map((all) => all.toSorted((left, right) => left - right)[runs >> 1] ?? 0);
}

/** One line of the table that a bench prints. */
export function line(name: string, ...cells: string[]): string {
  return name.padEnd(58) + cells.map((cell) => cell.padStart(14)).join('');
}

export function ms(value: number): string {
  return `${value.toFixed(1)} ms`;
}
