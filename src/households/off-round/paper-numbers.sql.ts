import { sql } from 'kysely';
import type { Day } from '../../shared/day.ts';
import type { Db, Tx } from '../../shared/house.ts';

/** The number that comes next in a series of an office's year. */
export async function nextNumber(
  db: Db,
  officeId: string,
  year: number,
  series: string,
): Promise<number> {
  const row = await db
    .selectFrom('document_numbers')
    .where('unit_id', '=', officeId)
    .where('year', '=', year)
    .where('series', '=', series)
    .select('last_number')
    .executeTakeFirst();
  return (row?.last_number ?? 0) + 1;
}

/**
 * Takes a number of a series for good; of two takers one waits. False: the paper of another
 * request bears it, or a yearly recognition of the commune (decisions share one series).
 */
export async function takeNumber(
  tx: Tx,
  wanted: {
    readonly officeId: string;
    readonly communeId: string;
    readonly decidedOn: Day;
    readonly series: string;
    readonly number: number;
  },
): Promise<boolean> {
  const { officeId, communeId, series, number } = wanted;
  const year = Number(wanted.decidedOn.slice(0, 4));
  await tx
    .insertInto('document_numbers')
    .values({ unit_id: officeId, year, series, last_number: number })
    .onConflict((conflict) =>
      conflict.columns(['unit_id', 'year', 'series']).doUpdateSet((eb) => ({
        last_number: eb.fn('greatest', ['document_numbers.last_number', 'excluded.last_number']),
      })),
    )
    .execute();
  const { rows } = await sql`
    select from review_recognitions where ${series} = 'QĐ' and commune_id = ${communeId}
      and number = ${number} and extract(year from issued_on) = ${year}
    union all
    select from class_requests where commune_id = ${communeId} and decided_on is not null
      and extract(year from decided_on) = ${year} and number = ${number}
      and ${series} = case when not granted then 'CV' when result = 'not-poor' then 'QĐ'
        else 'GCN' end`.execute(tx);
  return rows.length === 0;
}
