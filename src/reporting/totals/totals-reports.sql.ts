import { sql } from 'kysely';
import type { Day } from '../../shared/day.ts';
import type { Db, Tx } from '../../shared/house.ts';
import type { Status } from '../reports/report.ts';
import type { CountedReport, Given } from './totals.ts';

/** All reports of a round in the order of a list: by role, then by Vietnamese name. */
export async function loadCountedReports(
  db: Db | Tx,
  roundId: string,
): Promise<readonly CountedReport[]> {
  return await db
    .selectFrom('reports as r')
    .innerJoin('movement_roles as m', 'm.key', 'r.role')
    .where('r.round_id', '=', roundId)
    .orderBy('m.position')
    .orderBy(sql`r.unit_name collate "vi-x-icu"`)
    .orderBy('r.id')
    .select(['r.id', 'r.unit_id as unitId', 'r.unit_name as unitName', 'r.role', 'r.path'])
    .select((eb) =>
      eb
        .selectFrom('unit_periods as p')
        .innerJoin('rounds as o', 'o.id', 'r.round_id')
        .whereRef('p.unit_id', '=', 'r.unit_id')
        .where(sql<boolean>`holds_on(p.valid_from, p.valid_to, o.expected_on)`)
        .select('p.kind')
        .limit(1)
        .as('officeKind'),
    )
    .select(['m.name as roleName', 'r.parent_id as parentId', 'r.area_id as areaId', 'r.nil'])
    .select((eb) => eb.ref('r.status').$castTo<Status>().as('status'))
    .execute();
}

/**
 * The amounts of single reports by report and slug: accepted ones, and those sent that wait.
 * A draft is its unit's own and does not show.
 */
export async function loadGiven(
  db: Db | Tx,
  roundId: string,
  figureIds: readonly string[],
): Promise<Given> {
  const rows = await db
    .selectFrom('report_values as v')
    .innerJoin('reports as r', 'r.id', 'v.report_id')
    .innerJoin('figures as f', 'f.id', 'v.figure_id')
    .where('r.round_id', '=', roundId)
    .where('v.figure_id', 'in', [...figureIds, NO_FIGURE])
    .where((eb) =>
      eb.or([
        eb('v.accepted', '=', true),
        eb('r.status', 'in', ['submitted', 'received', 'returned'] satisfies Status[]),
      ]),
    )
    .where('v.amount', 'is not', null)
    .select(['v.report_id as reportId', 'f.slug', 'v.accepted'])
    .select((eb) => eb.ref('v.amount').$notNull().as('amount'))
    .execute();
  const grouped = Map.groupBy(rows, (row) => row.reportId);
  return new Map(
    [...grouped].map(([id, same]) => [id, new Map(same.map((row) => [row.slug, row]))]),
  );
}

/** Keeps `in (…)` lawful for a section without numbers. */
const NO_FIGURE = '00000000-0000-0000-0000-000000000000';

/** How a unit was called on a day. */
export async function loadNameOn(db: Db | Tx, unitId: string, on: Day): Promise<string> {
  const { rows } = await sql<{ name: string | null }>`
    select unit_name_on(${unitId}::uuid, ${on}::date) as name`.execute(db);
  return rows[0]?.name ?? '';
}
