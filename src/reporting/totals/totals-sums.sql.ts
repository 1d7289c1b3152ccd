import { sql } from 'kysely';
import type { Day } from '../../shared/day.ts';
import type { Db, Tx } from '../../shared/house.ts';
import { placedReports } from './totals-places.sql.ts';

/** How totals are wanted. */
export interface TotalsWish {
  /** The day whose areas to tell them in; null: on the units as they were in the round. */
  readonly on: Day | null;
  /** Only these figures; left out: all. */
  readonly figureIds?: readonly string[];
}

/** A sum as the database gives it; without a place it is an adjustment told apart. */
export interface TotalRow {
  readonly place: string | null;
  readonly slug: string;
  readonly amount: number;
  readonly denominator: number | null;
  readonly reported: number;
  readonly adjusted: boolean;
  readonly estimated: boolean;
}

function among({ figureIds }: TotalsWish, column: string) {
  return figureIds ? sql`and ${sql.ref(column)} = any(${figureIds}::uuid[])` : sql``;
}

/** The sums that triggers keep. A value that went again leaves a row of nothing: no total. */
export async function loadKept(
  db: Db | Tx,
  roundId: string,
  wish: TotalsWish,
): Promise<TotalRow[]> {
  const { rows } = await sql<TotalRow>`
    with adjusted as (
      select distinct node, figure_id from adjustments, unnest(path) as node
      where round_id = ${roundId}
    )
    select t.unit_id as place, f.slug, t.amount, null as denominator, t.reported,
           a.node is not null as adjusted, false as estimated
    from figure_totals t
    join figures f on f.id = t.figure_id
    left join adjusted a on a.node = t.unit_id and a.figure_id = t.figure_id
    where t.round_id = ${roundId} ${among(wish, 't.figure_id')}
      and (t.reported > 0 or t.amount <> 0 or a.node is not null)`.execute(db);
  return rows;
}

/** Reports with both parts of a ratio accepted, and the ratios' adjusted parts. */
function ratioParts(roundId: string, wish: TotalsWish) {
  return sql`
    ratios as (
      select distinct f.id, f.slug, f.numerator_id, f.denominator_id
      from rounds o
      join form_sections s on s.form_id = o.form_id
      join form_fields c on c.section_id = s.id
      join figures f on f.id = c.figure_id
      where o.id = ${roundId} and f.kind = 'ratio' ${among(wish, 'f.id')}
    ), both_given as (
      select f.slug, r.id as report_id, r.path, n.amount as numerator, d.amount as denominator
      from ratios f
      join reports r on r.round_id = ${roundId}
      join report_values n on n.report_id = r.id and n.figure_id = f.numerator_id
                          and n.accepted and n.amount is not null
      join report_values d on d.report_id = r.id and d.figure_id = f.denominator_id
                          and d.accepted and d.amount is not null
    ), adjusted_parts as (
      select f.slug, a.path,
             case when a.figure_id = f.numerator_id then a.delta else 0 end as numerator,
             case when a.figure_id = f.denominator_id then a.delta else 0 end as denominator
      from ratios f
      join adjustments a on a.round_id = ${roundId}
                        and a.figure_id in (f.numerator_id, f.denominator_id)
    )`;
}

/** Ratios of each level, from those reports only that gave both parts. */
export async function loadRatios(
  db: Db | Tx,
  roundId: string,
  wish: TotalsWish,
): Promise<TotalRow[]> {
  const { rows } = await sql<TotalRow>`
    with ${ratioParts(roundId, wish)}, counted as (
      select slug, report_id, path, numerator, denominator from both_given
      union all
      select slug, null, path, numerator, denominator from adjusted_parts
    )
    select node as place, slug, sum(numerator) as amount, sum(denominator) as denominator,
           count(report_id) as reported, bool_or(report_id is null) as adjusted,
           false as estimated
    from counted, unnest(path) as node
    group by node, slug`.execute(db);
  return rows;
}

/** One statement from values to totals in the areas of a day, the whole under the top. */
export async function loadMoved(
  db: Db | Tx,
  roundId: string,
  on: Day,
  wish: TotalsWish,
): Promise<TotalRow[]> {
  const { rows } = await sql<TotalRow>`
    with ${placedReports(roundId, on)}, counted as (
      select p.place, p.report_id, p.leads, v.figure_id,
             case when p.share = 1 then v.amount else v.amount * p.share end as amount,
             p.share < 1 as estimated
      from placed p
      join report_values v on v.report_id = p.report_id and v.accepted
                          and v.amount is not null ${among(wish, 'v.figure_id')}
      union all
      select null, null, false, figure_id, delta, false
      from adjustments where round_id = ${roundId} ${among(wish, 'figure_id')}
    ), summed as (
      select place, figure_id, sum(amount) as amount, count(report_id) as reported,
             count(*) filter (where leads) as leading, bool_or(report_id is null) as adjusted,
             bool_or(estimated) as estimated
      from counted group by place, figure_id
    ), told as (
      select place, figure_id, amount, reported, adjusted, estimated from summed
      union all
      select o.top_id, s.figure_id, sum(s.amount), sum(s.leading), bool_or(s.adjusted), false
      from summed s join rounds o on o.id = ${roundId} group by o.top_id, s.figure_id
    )
    select t.place, f.slug, t.amount, null as denominator, t.reported, t.adjusted, t.estimated
    from told t join figures f on f.id = t.figure_id`.execute(db);
  return rows;
}

export async function loadMovedRatios(
  db: Db | Tx,
  roundId: string,
  on: Day,
  wish: TotalsWish,
): Promise<TotalRow[]> {
  const { rows } = await sql<TotalRow>`
    with ${ratioParts(roundId, wish)}, ${placedReports(roundId, on)}, counted as (
      select p.place, b.report_id, p.leads, b.slug, b.numerator * p.share as numerator,
             b.denominator * p.share as denominator, p.share < 1 as estimated
      from both_given b join placed p on p.report_id = b.report_id
      union all
      select null, null, false, slug, numerator, denominator, false from adjusted_parts
    ), summed as (
      select place, slug, sum(numerator) as amount, sum(denominator) as denominator,
             count(report_id) as reported, count(*) filter (where leads) as leading,
             bool_or(report_id is null) as adjusted, bool_or(estimated) as estimated
      from counted group by place, slug
    )
    select place, slug, amount, denominator, reported, adjusted, estimated
    from summed where place is not null
    union all
    select o.top_id, s.slug, sum(s.amount), sum(s.denominator), sum(s.leading),
           bool_or(s.adjusted), false
    from summed s join rounds o on o.id = ${roundId} group by o.top_id, s.slug`.execute(db);
  return rows;
}
