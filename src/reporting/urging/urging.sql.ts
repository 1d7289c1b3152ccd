import { sql } from 'kysely';
import type { HeldDuty } from '../../people/person.ts';
import type { Day } from '../../shared/day.ts';
import type { Db, Tx } from '../../shared/house.ts';
import { newId } from '../../shared/identity.ts';

/** Somebody whom an open round concerns: fills, approves or receives there. */
export interface ConcernedPerson {
  readonly id: string;
  readonly name: string;
  readonly email: string | null;
  readonly duties: readonly HeldDuty[];
}

/** Everyone with a reporting duty today at a unit of a round (or of all open rounds). */
export async function loadConcerned(
  db: Db,
  today: Day,
  roundId: string | null,
): Promise<ConcernedPerson[]> {
  const { rows } = await sql<ConcernedPerson>`
    with places as (
      select r.unit_id from reports r join rounds o on o.id = r.round_id
      where o.closed_at is null and (${roundId}::uuid is null or o.id = ${roundId}::uuid)
      union
      select r.receiver_id from reports r join rounds o on o.id = r.round_id
      where o.closed_at is null and (${roundId}::uuid is null or o.id = ${roundId}::uuid)
    )
    select p.id, p.full_name as name, p.email,
           json_agg(json_build_object('duty', d.duty, 'unitId', d.unit_id)) as duties
    from duties d
    join places on places.unit_id = d.unit_id
    join persons p on p.id = d.person_id
    join accounts a on a.person_id = p.id and a.disabled_at is null
    where holds_on(d.valid_from, d.valid_to, ${today})
      and d.duty in ('prepareReports', 'approveReports', 'receiveReports')
    group by p.id, p.full_name, p.email
    order by p.full_name`.execute(db);
  return rows;
}

export interface NewMail {
  readonly personId: string;
  readonly address: string | null;
  readonly key: string;
  readonly subject: string;
  readonly body: string;
}

/** Puts mails into the outbox; one key is one mail, however often it is asked for. */
export async function addMails(tx: Tx, mails: readonly NewMail[], at: Date): Promise<number> {
  if (mails.length === 0) return 0;
  const result = await tx
    .insertInto('mails')
    .values(
      mails.map(({ personId, address, key, subject, body }) => ({
        ...{ id: newId(), person_id: personId, kind: 'digest', key, address, subject, body },
        created_at: at,
      })),
    )
    .onConflict((conflict) => conflict.column('key').doNothing())
    .executeTakeFirst();
  return Number(result.numInsertedOrUpdatedRows ?? 0n);
}

/** Mails to a person, newest first. */
export function loadMails(db: Db, personId: string) {
  return db
    .selectFrom('mails')
    .where('person_id', '=', personId)
    .orderBy('created_at', 'desc')
    .limit(50)
    .select(['id', 'subject', 'body', 'created_at', 'sent_at', 'address', 'last_error'])
    .execute();
}

/** When a round's people were last urged, and how many. */
export async function lastUrging(db: Db, roundId: string) {
  return await db
    .selectFrom('events')
    .where('subject_id', '=', roundId)
    .where('verb', '=', 'urge')
    .orderBy('seq', 'desc')
    .limit(1)
    .select(['at', 'person_name as personName', 'detail'])
    .executeTakeFirst();
}
