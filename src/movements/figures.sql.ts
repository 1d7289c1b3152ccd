import { sql } from 'kysely';
import type { Db } from '../shared/house.ts';
import {
  type ClauseFigure,
  type FigureRow,
  type FigureSum,
  figuresWithYears,
} from './clause-figures.ts';

const YEARS = 4;

/** The figures of a movement's clauses with the totals of the four years up to `year`. */
export async function loadClauseFigures(
  db: Db,
  movementId: string,
  year: number,
): Promise<ClauseFigure[]> {
  const years = Array.from({ length: YEARS }, (_, at) => year - YEARS + 1 + at);
  const [figures, sums] = await Promise.all([
    loadFigures(db, movementId),
    loadSums(db, movementId, years),
  ]);
  return figuresWithYears(figures, sums, years);
}

/** Key figures first: those with a target, ratios, those of which less or more is better. */
async function loadFigures(db: Db, movementId: string): Promise<FigureRow[]> {
  const { rows } = await sql<FigureRow>`
    select f.id, f.slug, f.name, f.short_name as "shortName", f.measure,
           f.clause_path as "clausePath", f.numerator_id as "numeratorId",
           f.denominator_id as "denominatorId"
    from figures f
    where f.movement_id = ${movementId} and f.clause_path is not null
      and f.kind in ('count', 'money', 'ratio')
    order by exists (select from targets t where t.figure_id = f.id) desc,
             (f.kind = 'ratio') desc, (f.better is not null) desc,
             (select min(s.position * 1000 + d.position) from form_fields d
              join form_sections s on s.id = d.section_id where d.figure_id = f.id),
             length(f.name), f.slug`.execute(db);
  return rows;
}

/** The totals of the top office; of a year with several rounds the yearly one, else the newest. */
async function loadSums(db: Db, movementId: string, years: number[]): Promise<FigureSum[]> {
  const { rows } = await sql<FigureSum>`
    with chosen as (
      select distinct on (year) id, year, top_id from rounds
      where movement_id = ${movementId} and year = any(${years}::int[])
      order by year, (kind = 'yearly') desc, opened_at desc
    )
    select o.id as "roundId", o.year, t.figure_id as "figureId", t.amount, t.reported
    from chosen o join figure_totals t on t.round_id = o.id and t.unit_id = o.top_id
    where t.reported > 0`.execute(db);
  return rows;
}
