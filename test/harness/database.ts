import { createHash, randomUUID } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Kysely, sql } from 'kysely';
import { inject } from 'vitest';
import { connect } from '../../src/server/database/connect.ts';
import { migrate } from '../../src/server/database/migrate.ts';
import type { Tables } from '../../src/shared/tables.ts';

const ROOT = join(import.meta.dirname, '../..');
const MIGRATIONS = join(ROOT, 'db/migrations');
/** Any number, as long as no other code takes the same lock. */
const TEMPLATE_LOCK = 731_599;

/** What a template holds beyond its tables: a name, what it depends on, and who fills it. */
export interface Filling {
  readonly name: string;
  /** Folders from the root whose text decides what is filled in. */
  readonly from: readonly string[];
  fill(db: Kysely<Tables>): Promise<void>;
}

const EMPTY: Filling = { name: 'empty', from: [], fill: async () => undefined };

export interface TestDatabase {
  readonly db: Kysely<Tables>;
  readonly url: string;
  /** Closes the connections and drops the database. */
  drop(): Promise<void>;
}

/**
 * A database of one's own, migrated and filled, in some hundredths of a second: a copy of a
 * template that the first asker makes, whichever worker that is. Safe in parallel workers and
 * on a PostgreSQL shared with others.
 */
export async function freshDatabase(filling: Filling = EMPTY): Promise<TestDatabase> {
  const server = connect(serverUrl(), 1);
  const name = `ct_test_${randomUUID().replaceAll('-', '')}`;
  try {
    const template = await ensureTemplate(server, filling);
    await copyDatabase(server, template, name);
  } finally {
    await server.destroy();
  }
  const url = withDatabase(serverUrl(), name);
  const db = connect(url, 5);
  return {
    db,
    url,
    async drop() {
      await db.destroy();
      await dropDatabase(name);
    },
  };
}

/** The server of this run, or the one that an outside caller names. */
function serverUrl(): string {
  const url = process.env.TEST_DATABASE_URL ?? inject('databaseUrl');
  if (!url) throw new Error('no PostgreSQL for tests: test/harness/global-postgres.ts starts one');
  return url;
}

/** The same server, another database. By text: an address with a socket is no URL to Node. */
function withDatabase(url: string, name: string): string {
  return url.replace(/^(postgres(?:ql)?:\/\/[^/]*)\/[^?]*/, `$1/${name}`);
}

/** Under a lock, so that of many workers one makes the template and the others wait for it. */
async function ensureTemplate(server: Kysely<Tables>, filling: Filling): Promise<string> {
  const name = `ct_template_${filling.name}_${fingerprint(['db/migrations', ...filling.from])}`;
  return server.connection().execute(async (one) => {
    await sql`select pg_advisory_lock(${TEMPLATE_LOCK})`.execute(one);
    try {
      if (!(await isReady(one, name))) await makeTemplate(one, name, filling);
    } finally {
      await sql`select pg_advisory_unlock(${TEMPLATE_LOCK})`.execute(one);
    }
    return name;
  });
}

/** A template is ready once its comment says so; one cut short is made anew. */
async function isReady(server: Kysely<Tables>, name: string): Promise<boolean> {
  const { rows } = await sql<{ note: string | null }>`
    select shobj_description(oid, 'pg_database') as note from pg_database
    where datname = ${name}`.execute(server);
  return rows[0]?.note?.startsWith('ready ') === true;
}

async function makeTemplate(server: Kysely<Tables>, name: string, filling: Filling): Promise<void> {
  await dropYesterdays(server);
  await sql`drop database if exists ${sql.id(name)} with (force)`.execute(server);
  await sql`create database ${sql.id(name)} template template0 encoding 'UTF8'`.execute(server);
  const db = connect(withDatabase(serverUrl(), name), 2);
  try {
    await migrate(db as unknown as Kysely<never>, MIGRATIONS);
    await filling.fill(db);
  } finally {
    await db.destroy();
  }
  await markToday(server, name, 'ready');
}

async function markToday(server: Kysely<Tables>, name: string, word: string): Promise<void> {
  const note = `${word} ${new Date().toISOString().slice(0, 10)}`;
  await sql`comment on database ${sql.id(name)} is ${sql.lit(note)}`.execute(server);
}

/** Runs that were killed leave databases behind; on a server that stays, a day later they go. */
async function dropYesterdays(server: Kysely<Tables>): Promise<void> {
  const { rows } = await sql<{ name: string }>`
    select datname as name from pg_database
    where datname ~ '^ct_(test|template)_'
      and right(shobj_description(oid, 'pg_database'), 10) < to_char(now() - interval '1 day', 'YYYY-MM-DD')
      and pg_has_role(datdba, 'usage')`.execute(server);
  for (const { name } of rows)
    await sql`drop database if exists ${sql.id(name)} with (force)`.execute(server);
}

/** PostgreSQL refuses to copy a database that somebody is connected to; that passes. */
async function copyDatabase(server: Kysely<Tables>, from: string, name: string): Promise<void> {
  await patiently('55006', () =>
    sql`create database ${sql.id(name)} template ${sql.id(from)}`.execute(server),
  );
  await markToday(server, name, 'copy');
}

/** Whoever tests may not end the server's own cleaning of the database; that passes too. */
async function dropDatabase(name: string): Promise<void> {
  const server = connect(serverUrl(), 1);
  await patiently('42501', () =>
    sql`drop database if exists ${sql.id(name)} with (force)`.execute(server),
  );
  await server.destroy();
}

/** Tries again for a while when the server refuses with this code. */
async function patiently(code: string, attempt: () => Promise<unknown>): Promise<void> {
  for (let tries = 0; ; tries++) {
    try {
      await attempt();
      return;
    } catch (error) {
      if ((error as { code?: string }).code !== code || tries === 50) throw error;
      await new Promise((resume) => setTimeout(resume, 50));
    }
  }
}

/** Changes when any file under these folders does; pages and tests do not count. */
function fingerprint(folders: readonly string[]): string {
  const hash = createHash('sha256');
  for (const folder of folders) {
    const files = readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' }).sort();
    for (const file of files.filter((one) => /\.\w+$/.test(one) && !/\.test\.ts|\.tsx$/.test(one)))
      hash.update(file).update(readFileSync(join(ROOT, folder, file)));
  }
  return hash.digest('hex').slice(0, 12);
}
