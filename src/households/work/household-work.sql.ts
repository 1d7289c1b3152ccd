import { sql } from 'kysely';
import type { Db } from '../../shared/house.ts';
import { listReviewable } from '../rounds/begin.sql.ts';
import type { ReviewRound } from '../rounds/review-round.ts';
import type { WorkCommune } from './household-work.ts';

type Counts = Omit<WorkCommune, 'communeName' | 'officeId' | 'aboveIds' | 'year' | 'endsOn'>;

/** The communes of a round among some offices and villages, with what waits in each. */
export async function loadWorkCommunes(
  db: Db,
  round: ReviewRound,
  reach: { readonly offices: ReadonlySet<string>; readonly communes: ReadonlySet<string> },
): Promise<WorkCommune[]> {
  const communes = (await listReviewable(db, round.unitsOn)).filter(
    (one) => reach.offices.has(one.officeId) || reach.communes.has(one.communeId),
  );
  if (communes.length === 0) return [];
  const counts = await loadCounts(
    db,
    round,
    communes.map(({ communeId }) => communeId),
  );
  return communes.flatMap(({ name, officeId, aboveIds, communeId }) => {
    const found = counts.get(communeId);
    const place = { communeName: name, officeId, aboveIds, year: round.year, endsOn: round.endsOn };
    return found ? { ...found, ...place } : [];
  });
}

async function loadCounts(
  db: Db,
  round: ReviewRound,
  ids: readonly string[],
): Promise<Map<string, Counts>> {
  const { rows } = await sql<Counts>`
    select asked.id as "communeId", ${round.id} as "roundId", c.status, coalesce(c.version, 0) as version,
      coalesce(c.opened_at, r.opened_at) as since,
      coalesce(pending.of_commune, 0)::integer as pending,
      coalesce(pending.villages, '[]'::jsonb) as "pendingVillages",
      (select until from review_postings p where p.commune_id = asked.id and p.round_id = r.id
         and p.withdrawn_at is null) as "postedUntil",
      (select count(*)::integer from review_objections o where o.commune_id = asked.id
         and o.round_id = r.id and o.outcome is null) as "openObjections",
      (select count(*)::integer from class_requests q where q.commune_id = asked.id
         and q.granted is null) as "openRequests",
      (select min(due_on) from class_requests q where q.commune_id = asked.id
         and q.granted is null) as "requestDue"
    from unnest(${ids}::uuid[]) as asked (id)
    join review_rounds r on r.id = ${round.id}
    left join commune_reviews c on c.commune_id = asked.id and c.round_id = r.id
    left join lateral (
      select sum(count) filter (where unit_id = asked.id) as of_commune,
             jsonb_agg(jsonb_build_object('id', unit_id, 'count', count,
               'name', unit_name_on(unit_id, r.units_on))) filter (where unit_id <> asked.id) as villages
      from (select unit_id, sum(households)::integer as count from review_totals t
            where t.commune_id = asked.id and t.round_id = r.id and t.mark = '' and t.closing = 'pending'
            group by unit_id having sum(households) > 0) units
    ) pending on true`.execute(db);
  return new Map(rows.map((row) => [row.communeId, row]));
}
