import { sql } from 'kysely';
import type { Db } from '../../shared/house.ts';
import type { CommuneStatus } from '../rounds/review-round.ts';
import type { StandardUse } from './standard-use.ts';

/** Where a standard stands already. */
export async function findUse(db: Db, id: string): Promise<StandardUse> {
  const use = (await listUses(db)).get(id);
  return use ?? { standardId: id, rounds: [], answered: false };
}

/** Where each standard stands already. */
export async function listUses(db: Db): Promise<Map<string, StandardUse>> {
  const { rows } = await sql<StandardUse>`
    select s.id as "standardId",
           exists (select from class_requests q
             where q.standard_id = s.id and q.decided_on is not null) as answered,
           coalesce((select jsonb_agg(jsonb_build_object('id', r.id, 'year', r.year,
               'posted', ${communesAt('posted')}, 'recognised', ${communesAt('recognised')})
               order by r.year)
             from review_rounds r where r.standard_id = s.id), '[]') as rounds
    from poverty_standards s`.execute(db);
  return new Map(rows.map((row) => [row.standardId, row]));
}

function communesAt(status: CommuneStatus) {
  return sql`(select count(*) from commune_reviews c
    where c.round_id = r.id and c.status = ${status})`;
}
