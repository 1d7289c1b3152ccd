import { CompiledQuery } from 'kysely';
import type { Db } from './house.ts';
import type { Tables } from './tables.ts';

/** How a value travels: unquoted where its text can hold no quote, comma or blank. */
export type BulkType = 'uuid' | 'integer' | 'boolean' | 'date' | 'text' | 'text[]';

/** A value of a row as it is sent; a day is its `YYYY-MM-DD`. */
export type BulkValue = string | number | boolean | readonly string[] | null | undefined;

/** One column to fill: its name, its type, and where its value comes from. */
export interface BulkColumn<Row> {
  readonly name: string;
  readonly type: BulkType;
  readonly value: (row: Row) => BulkValue;
}

/** Values that are the same for all rows, by the names of their columns. */
export type FixedColumns = Readonly<Record<string, string | number | Date | null>>;

const QUOTED = /["\\]/g;

/**
 * Inserts many rows in one statement, each column as one array: measured on 450,000 rows this takes
 * two thirds of what JSON takes here and in PostgreSQL, and a quarter more than COPY, which cannot
 * go through the one door. For some thousands of rows at once. `after` stands behind the insert
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
  const names = [...Object.keys(fixed), ...columns.map(({ name }) => name)].map(quotedName);
  const values = Object.values(fixed);
  const constants = values.map((_, at) => `$${at + 1}`);
  const arrays = columns.map(({ type }, at) => `$${values.length + at + 1}::${arrayType(type)}`);
  const picked = columns.map(({ type }, at) => (type === 'text[]' ? `c${at}::text[]` : `c${at}`));
  const text = `insert into ${quotedName(table)} (${names.join(', ')})
    select ${[...constants, ...picked].join(', ')}
    from unnest(${arrays.join(', ')}) as u (${columns.map((_, at) => `c${at}`).join(', ')}) ${after}`;
  const parameters = [...values, ...columns.map((column) => arrayOf(column, rows))];
  await db.executeQuery(CompiledQuery.raw(text, parameters));
}

function quotedName(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}

/** An array in an array must be even in PostgreSQL: lists of texts go as the text of each. */
function arrayType(type: BulkType): string {
  return type === 'text[]' ? 'text[]' : `${type}[]`;
}

/** The literal of one column, `{1,2,NULL}`. */
function arrayOf<Row>({ type, value }: BulkColumn<Row>, rows: readonly Row[]): string {
  const write = type === 'text' ? quoted : type === 'text[]' ? quotedList : String;
  let literal = '{';
  for (let at = 0; at < rows.length; at++) {
    const one = value(rows[at] as Row);
    if (at > 0) literal += ',';
    literal += one === null || one === undefined ? 'NULL' : write(one);
  }
  return `${literal}}`;
}

function quoted(value: BulkValue): string {
  const text = String(value);
  return `"${text.includes('"') || text.includes('\\') ? text.replace(QUOTED, '\\$&') : text}"`;
}

function quotedList(value: BulkValue): string {
  const list = Array.isArray(value) ? value : [];
  return quoted(`{${list.map(quoted).join(',')}}`);
}
