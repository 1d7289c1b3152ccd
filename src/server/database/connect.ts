import { Kysely, PostgresDialect } from 'kysely';
import pg from 'pg';
import type { Tables } from '../../shared/tables.ts';
import { RememberingClient } from './remembering-client.ts';

// numeric and bigint arrive as text, dates as midnight somewhere: here, once, they get our types.
// Amounts stay below 2^53 dong (nine million billion), so a double holds them exactly.
const PARSERS = new Map<number, (text: string) => unknown>([
  [20, Number],
  [1700, Number],
  [1082, (text) => text],
]);

const typeParser: pg.CustomTypesConfig = {
  getTypeParser: (oid: number, format?: 'text' | 'binary') =>
    PARSERS.get(oid) ?? pg.types.getTypeParser(oid, format),
};

/**
 * Opens a bounded pool on a PostgreSQL 15 or later. A query longer than 20 s is stopped,
 * and so is a transaction that sits idle: one slow page never takes the office down.
 */
export function connect(url: string, size = 10): Kysely<Tables> {
  const pool = new pg.Pool({
    connectionString: url,
    max: size,
    connectionTimeoutMillis: 5_000,
    statement_timeout: 20_000,
    idle_in_transaction_session_timeout: 20_000,
    types: typeParser,
    Client: RememberingClient,
  } as pg.PoolConfig);
  // A connection cut between two statements of a transaction: the next statement throws, and
  // without a listener here the whole process would end instead of that one change.
  pool.on('connect', (client) => client.on('error', () => undefined));
  pool.on('error', () => undefined); // an idle connection that died is replaced at the next use
  return new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) });
}
