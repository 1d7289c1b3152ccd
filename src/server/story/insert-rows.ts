import { sql } from 'kysely';
import type { Tx } from '../../shared/house.ts';
import type { Tables } from '../../shared/tables.ts';

/** Rows in one statement; beyond this PostgreSQL would hold a very long text in memory. */
const ROWS_A_STATEMENT = 5_000;

/**
 * Inserts many rows of one shape through JSON: one parameter however many rows, and PostgreSQL
 * turns each text into the column's own type. Rows carry the column names of the first; a json
 * column takes the value itself, not its text. Not for bytea.
 */
export async function insertRows(
  tx: Tx,
  table: keyof Tables,
  rows: readonly object[],
): Promise<void> {
  const columns = sql.join(Object.keys(rows[0] ?? {}).map((name) => sql.ref(name)));
  for (let from = 0; from < rows.length; from += ROWS_A_STATEMENT) {
    const part = JSON.stringify(rows.slice(from, from + ROWS_A_STATEMENT));
    await sql`
      insert into ${sql.table(table)} (${columns})
      select ${columns} from jsonb_populate_recordset(null::${sql.table(table)}, ${part}::jsonb)`.execute(
      tx,
    );
  }
}
