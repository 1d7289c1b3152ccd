import { sql } from 'kysely';
import type { Db } from '../shared/house.ts';
import { fold, hasAccents } from '../shared/vietnamese.ts';

const MOST = 12;

export interface FoundClause {
  readonly id: string;
  readonly planId: string;
  readonly path: string;
  readonly words: string;
  readonly movement: string;
}

/** Clauses of plans in force that say all the words, in any order; accents count when typed. */
export async function findClauses(db: Db, typed: string): Promise<FoundClause[]> {
  const words = fold(typed).split(' ').map(within);
  const exactly = hasAccents(typed) ? within(typed.normalize('NFC').toLowerCase()) : '%';
  const { rows } = await sql<FoundClause>`
    select c.id, p.id as "planId", c.path, s.words, m.short_name as movement
    from clauses c join plans p on p.id = c.plan_id join movements m on m.id = p.movement_id,
         lateral (select concat_ws(': ', c.heading, nullif(c.text, '')) as words) s
    where not p.is_draft and c.kind in ('section', 'item', 'point', 'dash', 'paragraph')
      and fold(s.words) like all (${words}) and lower(s.words) like ${exactly}
    order by m.from_year desc, c.position
    limit ${sql.lit(MOST)}`.execute(db);
  return rows;
}

/** The words as LIKE reads them literally, anywhere in a text. */
function within(words: string): string {
  return `%${words
    .trim()
    .replace(/\s+/g, ' ')
    .replace(/[\\%_]/g, '\\$&')}%`;
}
