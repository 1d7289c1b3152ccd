import { CompiledQuery } from 'kysely';
import { BulkArray, type BulkType, type BulkValue } from './bulk-arrays.ts';
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
 * Many rows on their way into a table in one statement, each column as one array: measured on
 * 450,000 rows this takes half of what JSON takes here and in PostgreSQL, and a quarter more than
 * COPY, which cannot go through the one door. A row is written down as it is added and need not be
 * kept. For some hundreds of rows at once.
 */
export class BulkRows<Row> {
  readonly #table: keyof Tables;
  readonly #columns: readonly BulkColumn<Row>[];
  readonly #arrays: readonly BulkArray[];
  #count = 0;

  constructor(table: keyof Tables, columns: readonly BulkColumn<Row>[]) {
    this.#table = table;
    this.#columns = columns;
    this.#arrays = columns.map(({ type }) => new BulkArray(type));
  }

  get count(): number {
    return this.#count;
  }

  add(row: Row): void {
    this.#count++;
    for (let at = 0; at < this.#columns.length; at++)
      this.#arrays[at]?.add(this.#columns[at]?.value(row));
  }

  /** Inserts them and forgets them. `after` stands behind the insert (`on conflict …`). */
  async insert(db: Db, fixed: FixedColumns, after = ''): Promise<void> {
    if (this.#count === 0) return;
    const parameters = [...Object.values(fixed), ...this.#arrays.map((one) => one.bytes())];
    const text = statement(this.#table, Object.keys(fixed), this.#columns, after);
    await db.executeQuery(CompiledQuery.raw(text, parameters));
    this.#count = 0;
    for (const one of this.#arrays) one.clear();
  }
}

/** The same of rows that are at hand. */
export async function insertBulk<Row>(
  db: Db,
  table: keyof Tables,
  fixed: FixedColumns,
  columns: readonly BulkColumn<Row>[],
  rows: readonly Row[],
  after = '',
): Promise<void> {
  const bulk = new BulkRows(table, columns);
  for (const row of rows) bulk.add(row);
  await bulk.insert(db, fixed, after);
}

function statement(
  table: string,
  fixed: readonly string[],
  columns: readonly BulkColumn<never>[],
  after: string,
): string {
  const names = [...fixed, ...columns.map(({ name }) => name)].map(quotedName);
  const constants = fixed.map((_, at) => `$${at + 1}`);
  const arrays = columns.map(
    ({ type }, at) => `unnest($${fixed.length + at + 1}::${arrayType(type)}) as c${at}`,
  );
  const picked = columns.map(({ type }, at) => (type === 'text[]' ? `c${at}::text[]` : `c${at}`));
  return `insert into ${quotedName(table)} (${names.join(', ')})
    select ${[...constants, ...picked].join(', ')}
    from (select ${arrays.join(', ')}) as u ${after}`;
}

function quotedName(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}

function arrayType(type: BulkType): string {
  return type === 'text[]' ? 'text[]' : `${type}[]`;
}
