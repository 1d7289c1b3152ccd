import { type BulkType, type BulkValue, insertBulk } from '../../../shared/bulk.sql.ts';
import type { Tx } from '../../../shared/house.ts';

type Columns = Readonly<Record<string, BulkType>>;

/** The large tables of households, with how each column travels. */
const BIG_TABLES = {
  households: {
    ...{ province_id: 'uuid', id: 'uuid', code: 'text', head_no: 'integer' },
    ...{ made_up: 'boolean', formed_on: 'date', ended_on: 'date', end_reason: 'text' },
  },
  household_residences: {
    ...{ province_id: 'uuid', household_id: 'uuid', village_id: 'uuid', area_type: 'text' },
    ...{ valid_from: 'date', valid_to: 'date' },
  },
  household_members: {
    ...{ province_id: 'uuid', household_id: 'uuid', member_no: 'integer', relation: 'text' },
    ...{ sex: 'text', birth_year: 'integer', ethnicity: 'text', insured: 'boolean' },
    ...{ nourished: 'boolean', studying: 'boolean', valid_from: 'date', valid_to: 'date' },
  },
  member_identities: {
    ...{ province_id: 'uuid', household_id: 'uuid', member_no: 'integer', full_name: 'text' },
    ...{ birth_date: 'date', citizen_number: 'text' },
  },
  household_reviews: {
    ...{ commune_id: 'uuid', round_id: 'uuid', household_id: 'uuid', village_id: 'uuid' },
    ...{ code: 'text', area_type: 'text', listed: 'text', income_score: 'integer' },
    ...{ deprived: 'text[]', surveyed_on: 'date', surveyor_name: 'text', opening: 'text' },
    ...{ closing: 'text', relapsed: 'boolean', reason: 'text', opening_members: 'integer' },
    ...{ members: 'integer', children: 'integer', children_health: 'integer' },
    ...{ children_school: 'integer', ethnicity: 'text', marks: 'text[]' },
  },
} as const satisfies Record<string, Columns>;

export type BigTable = keyof typeof BIG_TABLES;
export type BigRow<Table extends BigTable> = Readonly<
  Record<keyof (typeof BIG_TABLES)[Table], BulkValue>
>;

/** Rows in one statement; beyond this the arrays of a column grow long. */
const ROWS_A_STATEMENT = 10_000;

/** Inserts rows of a large table, thousands in a statement. */
export async function insertBig<Table extends BigTable>(
  tx: Tx,
  table: Table,
  rows: readonly BigRow<Table>[],
): Promise<void> {
  const types: Columns = BIG_TABLES[table];
  const columns = Object.entries(types).map(([name, type]) => ({
    ...{ name, type },
    value: (row: Readonly<Record<string, BulkValue>>) => row[name],
  }));
  for (let from = 0; from < rows.length; from += ROWS_A_STATEMENT)
    await insertBulk(tx, table, {}, columns, rows.slice(from, from + ROWS_A_STATEMENT));
}
