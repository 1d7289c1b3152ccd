import { type SqlBool, sql } from 'kysely';
import type { Day } from '../../shared/day.ts';
import type { Db, Tx } from '../../shared/house.ts';

/** The next free number of an office in a year: one after the last it gave. */
export async function nextNumber(db: Db | Tx, unitId: string, year: number, series: string) {
  const row = await db
    .selectFrom('document_numbers')
    .where('unit_id', '=', unitId)
    .where('year', '=', year)
    .where('series', '=', series)
    .select('last_number')
    .executeTakeFirst();
  return (row?.last_number ?? 0) + 1;
}

/** Takes a number for good; the row is held to the end, so of two takers one waits. False: taken. */
export async function takeNumber(
  tx: Tx,
  { unitId, date, kind, number }: { unitId: string; date: Day; kind: string; number: number },
): Promise<boolean> {
  const year = Number(date.slice(0, 4));
  await tx
    .insertInto('document_numbers')
    .values({ unit_id: unitId, year, series: kind, last_number: number })
    .onConflict((conflict) =>
      conflict.columns(['unit_id', 'year', 'series']).doUpdateSet((eb) => ({
        last_number: eb.fn('greatest', ['document_numbers.last_number', 'excluded.last_number']),
      })),
    )
    .execute();
  const taken = await tx
    .selectFrom('issued_documents')
    .where('unit_id', '=', unitId)
    .where('kind', '=', kind)
    .where('number', '=', number)
    .where(sql<SqlBool>`extract(year from issued_on) = ${year}`)
    .select('id')
    .executeTakeFirst();
  return taken === undefined;
}
