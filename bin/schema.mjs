// Writes db/schema.sql and src/shared/tables.ts anew from the migrations.
// Usage: DATABASE_URL=postgres://… node bin/schema.mjs   (the database must be empty or migrated)
import { writeFile } from 'node:fs/promises';
import { connect } from '../src/server/database/connect.ts';
import { describeSchema, describeTables } from '../src/server/database/describe-schema.ts';
import { migrate } from '../src/server/database/migrate.ts';

const db = connect(process.env.DATABASE_URL ?? '');
await migrate(db, 'db/migrations');
await writeFile('db/schema.sql', await describeSchema(db));
await writeFile('src/shared/tables.ts', await describeTables(db));
await db.destroy();
