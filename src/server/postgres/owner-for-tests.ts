// A process that owns a server, for tests to kill. Usage: node owner-for-tests.ts <dataDir>
// It prints a row's number after the database acknowledged it, until somebody ends the process.
import pg from 'pg';
import { startPostgres } from './start-postgres.ts';

const server = await startPostgres({ dataDir: process.argv[2] ?? '', log: () => undefined });
const client = new pg.Client({ connectionString: server.url });
client.on('error', () => undefined);
await client.connect();
let stopping = false;
process.once('SIGTERM', () => {
  stopping = true;
});
await client.query('create table if not exists kept (n serial primary key)');
while (!stopping) {
  const kept = await client.query<{ n: number }>('insert into kept default values returning n');
  process.stdout.write(`${kept.rows[0]?.n}\n`);
}
await client.end();
await server.stop();
process.exit(0);
