import { CompiledQuery } from 'kysely';
import { BulkArrays, type BulkType, type BulkValue } from './bulk-arrays.ts';
import type { Db } from './house.ts';
import type { Tables } from './tables.ts';

export type { BulkType, BulkValue } from './bulk-arrays.ts';

/** One column to fill: its name, its type, and where its value comes from. */
export interface BulkColumn<Row> {
  readonly name: string;
  readonly type: BulkType;
  readonly value: (row: Row) => BulkValue;
}

/** Values that are the same for all rows, by the names of their columns. */
export type FixedColumns = Readonly<Record<string, string | number | Date | null>>;

/**
 * Inserts many rows in one statement, each column as one array: measured on 450,000 rows this takes
 * half of what JSON takes here and in PostgreSQL, and a quarter more than COPY, which cannot go
 * through the one door. For some hundreds of rows at once. `after` stands behind the insert
 * (`on conflict …`).
 */
export async function insertBulk<Row>(
  db: Db,
  table: keyof Tables,
  fixed: FixedColumns,
  columns: readonly BulkColumn<Row>[],
  rows: readonly Row[],
  after = '',
): Promise<void> {
  if (rows.length === 0) return;
  const arrays = free.pop() ?? new BulkArrays();
  const places = columns.map(({ type, value }) => arrays.write(type, rows, value));
  const parameters = [...Object.values(fixed), ...places.map((place) => arrays.slice(place))];
  const text = statement(table, Object.keys(fixed), columns, after);
  await db.executeQuery(CompiledQuery.raw(text, parameters));
  arrays.clear();
  if (free.length < MOST_FREE) free.push(arrays);
}

/** Bytes to write arrays into, used again once their statement is done. */
const free: BulkArrays[] = [];
const MOST_FREE = 4;

function statement(
  table: string,
  fixed: readonly string[],
  columns: readonly BulkColumn<never>[],
  after: string,
): string {
  const names = [...fixed, ...columns.map(({ name }) => name)].map(quotedName);
  const constants = fixed.map((_, at) => `$${at + 1}`);
  const arrays = columns.map(({ type }, at) => `$${fixed.length + at + 1}::${arrayType(type)}`);
  const picked = columns.map(({ type }, at) => (type === 'text[]' ? `c${at}::text[]` : `c${at}`));
  return `insert into ${quotedName(table)} (${names.join(', ')})
    select ${[...constants, ...picked].join(', ')}
    from unnest(${arrays.join(', ')}) as u (${columns.map((_, at) => `c${at}`).join(', ')}) ${after}`;
}

function quotedName(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}

function arrayType(type: BulkType): string {
  return type === 'text[]' ? 'text[]' : `${type}[]`;
}
