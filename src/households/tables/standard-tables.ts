import { DEPRIVATION_TABLES } from './deprivation-tables.ts';
import { GROUP_TABLES } from './group-tables.ts';
import { RESULT_TABLES } from './result-tables.ts';
import type { StandardTable } from './standard-table.ts';
import { YEARLY_TABLES } from './yearly-tables.ts';

/** The standard tables 1 to 13; page, workbook and tests read the same descriptions. */
export const STANDARD_TABLES: readonly StandardTable[] = [
  ...RESULT_TABLES,
  ...YEARLY_TABLES,
  ...DEPRIVATION_TABLES,
  ...GROUP_TABLES,
].toSorted((left, right) => Number(left.key) - Number(right.key));

export function findTable(key: string): StandardTable | undefined {
  return STANDARD_TABLES.find((table) => table.key === key);
}
