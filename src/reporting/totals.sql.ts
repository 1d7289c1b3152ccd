import { sql } from 'kysely';
import type { Day } from '../shared/day.ts';
import type { Db, Tx } from '../shared/house.ts';
import { ratio } from './figure.ts';
import { ADJUSTED_APART, type Total, type Totals } from './totals.ts';
import { placedReports } from './totals-places.sql.ts';

/** How totals are wanted. */
export interface TotalsWish {
  /** The day whose areas to tell them in; null: on the units as they were in the round. */
  readonly on: Day | null;
  /** Only these figures; left out: all. */
  readonly figureIds?: readonly string[];
}

interface TotalRow {
  readonly place: string | null;
  readonly slug: string;
  readonly amount: number;
  readonly denominator: number | null;
  readonly reported: number;
  readonly adjusted: boolean;
  readonly estimated: boolean;
}

/**
 * All totals of a round by place and slug. As it was: the kept sums, one row per unit of the
 * tree. In units of a day: areas of that day, units that serve no area of their own as they
 * were, adjustments apart at `ADJUSTED_APART`, and the whole under the round's top, equal in
 * both tellings. An unknown round has no totals.
 */
export async function loadTotals(db: Db | Tx, roundId: string, wish: TotalsWish): Promise<Totals> {
  const { on } = wish;
  const sums = await (on ? loadMoved(db, roundId, on, wish) : loadKept(db, roundId, wish));
  const ratios = await (on
    ? loadMovedRatios(db, roundId, on, wish)
    : loadRatios(db, roundId, wish));
  const totals = new Map<string, Map<string, Total>>();
  for (const row of [...sums, ...ratios]) {
    const place = row.place ?? ADJUSTED_APART;
    const held = totals.get(place) ?? new Map<string, Total>();
    totals.set(place, held.set(row.slug, asTotal(row)));
  }
  return totals;
}

function asTotal({ amount, denominator, reported, adjusted, estimated }: TotalRow): Total {
  const total = { amount, reported, adjusted, estimated };
  if (denominator === null) return total;
  return {
    ...total,
    amount: ratio(amount, denominator),
    parts: { numerator: amount, denominator },
  };
}

function among({ figureIds }: TotalsWish, column: string) {
  return figureIds ? sql`and ${sql.ref(column)} = any(${figureIds}::uuid[])` : sql``;
}

/** The sums that triggers keep. A value that went again leaves a row of nothing: no total. */
async function loadKept(db: Db | Tx, roundId: string, wish: TotalsWish): Promise<TotalRow[]> {
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
async function loadRatios(db: Db | Tx, roundId: string, wish: TotalsWish): Promise<TotalRow[]> {
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
async function loadMoved(
  db: Db | Tx,
  roundId: string,
  on: Day,
  wish: TotalsWish,
): Promise<TotalRow[]> {
  const { rows } = await sql<TotalRow>`
    with ${placedReports(roundId, on)}, counted as (
      select p.place, p.report_id, v.figure_id, v.amount * p.share as amount,
             p.share < 1 as estimated
      from placed p
      join report_values v on v.report_id = p.report_id and v.accepted
                          and v.amount is not null ${among(wish, 'v.figure_id')}
      union all
      select null, null, figure_id, delta, false
      from adjustments where round_id = ${roundId} ${among(wish, 'figure_id')}
    ), summed as (
      select place, grouping(place) as whole, figure_id, sum(amount) as amount,
             count(distinct report_id) as reported, bool_or(report_id is null) as adjusted,
             bool_or(estimated) and grouping(place) = 0 as estimated
      from counted group by grouping sets ((place, figure_id), (figure_id))
    )
    select case when s.whole = 1 then o.top_id else s.place end as place, f.slug, s.amount,
           null as denominator, s.reported, s.adjusted, s.estimated
    from summed s
    join figures f on f.id = s.figure_id
    join rounds o on o.id = ${roundId}`.execute(db);
  return rows;
}

async function loadMovedRatios(
  db: Db | Tx,
  roundId: string,
  on: Day,
  wish: TotalsWish,
): Promise<TotalRow[]> {
  const { rows } = await sql<TotalRow>`
    with ${ratioParts(roundId, wish)}, ${placedReports(roundId, on)}, counted as (
      select p.place, b.report_id, b.slug, b.numerator * p.share as numerator,
             b.denominator * p.share as denominator, p.share < 1 as estimated
      from both_given b join placed p on p.report_id = b.report_id
      union all
      select null, null, slug, numerator, denominator, false from adjusted_parts
    ), summed as (
      select place, grouping(place) as whole, slug, sum(numerator) as amount,
             sum(denominator) as denominator, count(distinct report_id) as reported,
             bool_or(report_id is null) as adjusted,
             bool_or(estimated) and grouping(place) = 0 as estimated
      from counted group by grouping sets ((place, slug), (slug))
    )
    select case when s.whole = 1 then o.top_id else s.place end as place, s.slug, s.amount,
           s.denominator, s.reported, s.adjusted, s.estimated
    from summed s
    join rounds o on o.id = ${roundId}
    where s.whole = 1 or s.place is not null`.execute(db);
  return rows;
}
