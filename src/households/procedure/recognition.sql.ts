import { type SqlBool, sql } from 'kysely';
import type { OfficialDocument } from '../../documents/official-document.ts';
import type { Day } from '../../shared/day.ts';
import type { Db, Tx } from '../../shared/house.ts';
import type { ReviewPlace } from './addresses.ts';
import type { Recognition } from './recognition.ts';

/** Decisions of an office have their own series of numbers in a year (Decree 30/2020, art. 15). */
const SERIES = 'QĐ';

/** The number that comes next in the office's register of decisions. */
export async function nextDecisionNumber(db: Db, officeId: string, year: number): Promise<number> {
  const row = await db
    .selectFrom('document_numbers')
    .where('unit_id', '=', officeId)
    .where('year', '=', year)
    .where('series', '=', SERIES)
    .select('last_number')
    .executeTakeFirst();
  return (row?.last_number ?? 0) + 1;
}

interface WantedNumber {
  readonly officeId: string;
  readonly communeId: string;
  readonly issuedOn: Day;
  readonly number: number;
}

/** Takes a number for good; of two takers one waits. False: a decision of the year bears it. */
export async function takeDecisionNumber(
  tx: Tx,
  { officeId, communeId, issuedOn, number }: WantedNumber,
): Promise<boolean> {
  const year = Number(issuedOn.slice(0, 4));
  await tx
    .insertInto('document_numbers')
    .values({ unit_id: officeId, year, series: SERIES, last_number: number })
    .onConflict((conflict) =>
      conflict.columns(['unit_id', 'year', 'series']).doUpdateSet((eb) => ({
        last_number: eb.fn('greatest', ['document_numbers.last_number', 'excluded.last_number']),
      })),
    )
    .execute();
  const taken = await tx
    .selectFrom('review_recognitions')
    .where('commune_id', '=', communeId)
    .where('number', '=', number)
    .where(sql<SqlBool>`extract(year from issued_on) = ${year}`)
    .select('number')
    .executeTakeFirst();
  return taken === undefined;
}

/** The signed decision of a commune in a round. */
export async function findRecognition(
  db: Db,
  { roundId, communeId }: ReviewPlace,
): Promise<Recognition | undefined> {
  return db
    .selectFrom('review_recognitions')
    .where('commune_id', '=', communeId)
    .where('round_id', '=', roundId)
    .select(['number', 'issued_on as issuedOn', 'signer_name as signerName'])
    .select(['signer_title as signerTitle', 'fingerprint', 'at'])
    .select((eb) => eb.ref('content').$castTo<OfficialDocument>().as('document'))
    .executeTakeFirst();
}

export async function insertRecognition(
  tx: Tx,
  { roundId, communeId }: ReviewPlace,
  made: Recognition,
  person: { readonly id: string; readonly name: string },
): Promise<void> {
  await tx
    .insertInto('review_recognitions')
    .values({
      ...{ commune_id: communeId, round_id: roundId, number: made.number, at: made.at },
      ...{ issued_on: made.issuedOn, signer_name: made.signerName, fingerprint: made.fingerprint },
      ...{ signer_title: made.signerTitle, content: JSON.stringify(made.document) },
      ...{ person_id: person.id, person_name: person.name },
    })
    .execute();
}
