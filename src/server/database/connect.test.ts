import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { freshDatabase, type TestDatabase } from '../../../test/harness/database.ts';
import { connect } from './connect.ts';

let own: TestDatabase;

beforeAll(async () => {
  own = await freshDatabase();
});

afterAll(() => own.drop());

test('a connection cut between two statements of a change fails that change alone', async () => {
  const db = connect(own.url, 1);
  const change = db.transaction().execute(async (tx) => {
    const { rows } = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(tx);
    await sql`select pg_terminate_backend(${rows[0]?.pid})`.execute(own.db);
    await new Promise((resume) => setTimeout(resume, 200));
    await sql`select 1`.execute(tx);
  });
  await expect(change).rejects.toThrow();
  const { rows } = await sql<{ alive: boolean }>`select true as alive`.execute(db);
  expect(rows).toEqual([{ alive: true }]);
  await db.destroy();
});
