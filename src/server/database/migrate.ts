import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Kysely, sql } from 'kysely';
import { type Migration, Migrator } from 'kysely/migration';

/** Forward only: plain SQL files, run in the order of their names, each once. */
async function readMigrations(folder: string): Promise<Record<string, Migration>> {
  const files = (await readdir(folder)).filter((name) => name.endsWith('.sql')).sort();
  const entries = files.map(async (name): Promise<[string, Migration]> => {
    const text = await readFile(join(folder, name), 'utf8');
    return [
      name.replace(/\.sql$/, ''),
      {
        async up(db) {
          await sql.raw(text).execute(db);
        },
      },
    ];
  });
  return Object.fromEntries(await Promise.all(entries));
}

/**
 * Brings a database to the newest schema, all or nothing. Two processes at once wait for
 * each other. Returns the names that ran; throws the database's own error if one fails.
 */
export async function migrate(db: Kysely<never>, folder: string): Promise<string[]> {
  if (await isCurrent(db, folder)) return [];
  const migrator = new Migrator({
    db,
    provider: { getMigrations: () => readMigrations(folder) },
  });
  const { error, results } = await migrator.migrateToLatest();
  if (error) throw error;
  return (results ?? []).map((result) => result.migrationName);
}

/** The usual start: the last migration that ran is the last file. One look instead of a lock. */
async function isCurrent(db: Kysely<never>, folder: string): Promise<boolean> {
  const files = (await readdir(folder)).filter((name) => name.endsWith('.sql')).sort();
  const { rows } = await sql<{ there: boolean }>`
    select to_regclass('public.kysely_migration') is not null as there`.execute(db);
  if (!rows[0]?.there) return false;
  const ran = await sql<{ name: string }>`
    select name from kysely_migration order by name`.execute(db);
  return ran.rows.map(({ name }) => `${name}.sql`).join() === files.join();
}
