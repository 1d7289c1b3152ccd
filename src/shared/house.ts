import type { Kysely, Transaction } from 'kysely';
import type { Day } from './day.ts';
import type { Tables } from './tables.ts';

export type Db = Kysely<Tables>;
export type Tx = Transaction<Tables>;

/** What every room is handed by the server: the database and the clock, nothing else. */
export interface House {
  readonly db: Db;
  /** This instant; in a story it runs on the story's day. */
  now(): Date;
  /** This day in Vietnam. */
  today(): Day;
}
