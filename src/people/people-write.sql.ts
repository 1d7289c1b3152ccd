import { type Insertable, sql } from 'kysely';
import type { Day } from '../shared/day.ts';
import type { Tx } from '../shared/house.ts';
import type { AccountsTable, DutiesTable, PersonsTable, PositionsTable } from '../shared/tables.ts';

/** PostgreSQL takes 65,535 values in a statement; our rows have at most eight. */
const ROWS_A_STATEMENT = 5_000;

interface PeopleRows {
  readonly persons: Insertable<PersonsTable>[];
  readonly accounts: Insertable<AccountsTable>[];
  readonly positions: Insertable<PositionsTable>[];
  readonly duties: Insertable<DutiesTable>[];
}

/** Puts people with all that hangs on them into their tables, many rows at a time. */
export async function insertPeopleRows(tx: Tx, rows: PeopleRows): Promise<void> {
  for (const part of chunks(rows.persons)) await tx.insertInto('persons').values(part).execute();
  for (const part of chunks(rows.accounts)) await tx.insertInto('accounts').values(part).execute();
  for (const part of chunks(rows.positions))
    await tx.insertInto('positions').values(part).execute();
  for (const part of chunks(rows.duties)) await tx.insertInto('duties').values(part).execute();
}

function chunks<T>(rows: readonly T[]): T[][] {
  const count = Math.ceil(rows.length / ROWS_A_STATEMENT);
  return Array.from({ length: count }, (_, at) =>
    rows.slice(at * ROWS_A_STATEMENT, (at + 1) * ROWS_A_STATEMENT),
  );
}

/** Logins are given by one transaction at a time, so that two never take the same. */
export async function takeLoginsTurn(tx: Tx): Promise<void> {
  await sql`select pg_advisory_xact_lock(731503)`.execute(tx);
}

/** Changes of one person wait for each other. False when there is no such person. */
export async function lockPerson(tx: Tx, personId: string): Promise<boolean> {
  const row = await tx
    .selectFrom('persons')
    .select('id')
    .where('id', '=', personId)
    .forUpdate()
    .executeTakeFirst();
  return row !== undefined;
}

export async function setDisabled(tx: Tx, personId: string, at: Date | null): Promise<void> {
  await tx
    .updateTable('accounts')
    .set({ disabled_at: at })
    .where('person_id', '=', personId)
    .execute();
}

export async function insertAccount(tx: Tx, account: Insertable<AccountsTable>): Promise<void> {
  await tx.insertInto('accounts').values(account).execute();
}

export async function insertPosition(tx: Tx, held: Insertable<PositionsTable>): Promise<void> {
  await tx.insertInto('positions').values(held).execute();
}

export async function insertDuty(tx: Tx, carried: Insertable<DutiesTable>): Promise<void> {
  await tx.insertInto('duties').values(carried).execute();
}

export async function endPositionRow(tx: Tx, id: string, lastDay: Day): Promise<void> {
  await tx.updateTable('positions').set({ valid_to: lastDay }).where('id', '=', id).execute();
}

/** Ends a duty; one that would only have begun later never begins. */
export async function endDutyRow(
  tx: Tx,
  duty: { id: string; valid_from: Day },
  lastDay: Day,
): Promise<void> {
  if (duty.valid_from > lastDay) {
    await tx.deleteFrom('duties').where('id', '=', duty.id).execute();
    return;
  }
  await tx.updateTable('duties').set({ valid_to: lastDay }).where('id', '=', duty.id).execute();
}
