import { sql } from 'kysely';
import type { Day } from '../../shared/day.ts';
import type { Db, Tx } from '../../shared/house.ts';
import { ratio } from '../forms/figure.ts';
import { loadTotals } from './totals.sql.ts';
import { totalAt } from './totals.ts';
import type { FigureRow } from './totals-figure.ts';
import { placedReports } from './totals-places.sql.ts';

/**
 * What every report under a level gave for a figure, accepted or not yet given. With `on`,
 * the level is an area of that day (or a unit that stayed itself) and each row has its share.
 */
export async function loadFigureRows(
  db: Db | Tx,
  roundId: string,
  slug: string,
  levelId: string,
  { on = null }: { readonly on?: Day | null } = {},
): Promise<FigureRow[]> {
  const places = on
    ? sql`${placedReports(roundId, on)}, under as (
        select report_id, share from placed where place = ${levelId}
      )`
    : sql`under as (
        select id as report_id, 1 as share from reports
        where round_id = ${roundId} and ${levelId}::uuid = any(path)
      )`;
  const { rows } = await sql<FigureRow>`
    with figure as (
      select f.* from figures f join rounds o on o.movement_id = f.movement_id
      where o.id = ${roundId} and f.slug = ${slug}
    ), ${places}
    select u.report_id as "reportId", u.share::float8 as share, v.amount,
           n.amount as numerator, d.amount as denominator,
           s.at as "acceptedAt", s.person_name as "acceptedBy"
    from under u
    cross join figure f
    left join report_values v
      on v.report_id = u.report_id and v.figure_id = f.id and v.accepted
    left join report_values n
      on n.report_id = u.report_id and n.figure_id = f.numerator_id and n.accepted
    left join report_values d
      on d.report_id = u.report_id and d.figure_id = f.denominator_id and d.accepted
    left join lateral (
      -- Whatever a receiver does not send back, that step accepts.
      select s.at, s.person_name from report_steps s
      where s.report_id = u.report_id and s.step in ('accept', 'sendReturn')
        and s.at >= coalesce(v.updated_at, n.updated_at)
        and s.at > coalesce((
          select max(b.at) from report_returns b
          where b.report_id = u.report_id and b.figure_id = coalesce(v.figure_id, n.figure_id)
        ), '-infinity')
      order by s.at limit 1
    ) s on true`.execute(db);
  return rows.map((row) => ({
    ...row,
    amount: row.amount ?? ratio(row.numerator, row.denominator),
  }));
}

interface FormerRound {
  readonly id: string;
  readonly year: number;
  readonly topId: string;
}

const MOST_YEARS = 6;

/** A figure's totals at a place over the rounds before this one and itself, oldest first. */
export async function loadFigureYears(
  db: Db | Tx,
  roundId: string,
  figure: { readonly id: string; readonly slug: string },
  place: { readonly levelId: string; readonly isTop: boolean; readonly on: Day | null },
): Promise<{ readonly year: number; readonly value: number | undefined }[]> {
  const { rows } = await sql<FormerRound>`
    with recursive line as (
      select id, year, top_id, previous_id, 1 as step from rounds where id = ${roundId}
      union all
      select o.id, o.year, o.top_id, o.previous_id, line.step + 1
      from line join rounds o on o.id = line.previous_id where line.step < ${MOST_YEARS}
    )
    select id, year, top_id as "topId" from line order by step desc`.execute(db);
  const years = [];
  for (const { id, year, topId } of rows) {
    const totals = await loadTotals(db, id, { on: place.on, figureIds: [figure.id] });
    const total = totalAt(totals, place.isTop ? topId : place.levelId, figure.slug);
    years.push({ year, value: total?.amount ?? undefined });
  }
  return years;
}
