import { createHash } from 'node:crypto';
import { DUTY_NAMES, isReportDuty } from '../../people/person.ts';
import type { Db, House, Tx } from '../../shared/house.ts';

function hashOf(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}

/** Keeps the token of a person's calendar, hashed; the one before stops working. */
export async function storeFeed(tx: Tx, personId: string, token: string, at: Date): Promise<void> {
  const row = { token_hash: hashOf(token), created_at: at };
  await tx
    .insertInto('calendar_feeds')
    .values({ person_id: personId, ...row })
    .onConflict((conflict) => conflict.column('person_id').doUpdateSet(row))
    .execute();
}

export async function hasFeed(db: Db, personId: string): Promise<boolean> {
  const row = await db
    .selectFrom('calendar_feeds')
    .where('person_id', '=', personId)
    .select('person_id')
    .executeTakeFirst();
  return row !== undefined;
}

/** The units at which the owner of a feed has reporting duties today; `undefined`: no such feed. */
export async function unitsOfFeed(house: House, token: string): Promise<string[] | undefined> {
  const rows = await house.db
    .selectFrom('calendar_feeds as f')
    .innerJoin('accounts as a', 'a.person_id', 'f.person_id')
    .leftJoin('duties as d', (join) =>
      join
        .onRef('d.person_id', '=', 'f.person_id')
        .on((eb) =>
          eb.fn<boolean>('holds_on', ['d.valid_from', 'd.valid_to', eb.val(house.today())]),
        )
        .on('d.duty', 'in', DUTY_NAMES.filter(isReportDuty)),
    )
    .where('f.token_hash', '=', hashOf(token))
    .where('a.disabled_at', 'is', null)
    .select('d.unit_id as unitId')
    .execute();
  if (rows.length === 0) return undefined;
  return [...new Set(rows.flatMap(({ unitId }) => unitId ?? []))];
}
