import { sql } from 'kysely';
import { type Day, dayInVietnam } from '../../shared/day.ts';
import type { Db, Tx } from '../../shared/house.ts';
import type { ListItem } from '../forms/figure.ts';
import { fieldsOf } from '../forms/form.ts';
import { loadForm } from '../forms/forms.sql.ts';
import type { ListedReport } from '../reports/report-view.ts';
import { listReports } from '../reports/reports.sql.ts';
import { lastDayFor, punctuality } from '../rounds/deadline.ts';
import type { Round } from '../rounds/round.ts';
import { lastTotals, loadTotals } from '../totals/totals.sql.ts';
import {
  type LiveFigure,
  type OfficialValue,
  officialKey,
  type ReportSources,
  type ReportStanding,
} from './consolidated-report-figures.ts';
import type { GatheredItem } from './report-block-gathered.ts';

/** More units than any province has. */
const ALL_UNITS = 10_000;

/** Everything a round's document is written from, told as of a day. */
export async function loadSources(db: Db | Tx, round: Round, asOf: Day): Promise<ReportSources> {
  const form = await loadForm(db, round.formId);
  const names = await loadNames(db, round.id, asOf);
  const fields = new Map(
    fieldsOf(form ?? { id: '', name: '', sections: [], checks: [] }).map((field) => [
      field.slug,
      field,
    ]),
  );
  const marks = await loadMarks(db, round.formId);
  const figures = [...fields.values()]
    .filter(({ kind }) => kind !== 'text' && kind !== 'list')
    .map((field): LiveFigure => {
      const { slug, name, kind, measure, roles, numeratorSlug, denominatorSlug } = field;
      const mark = marks.get(slug) ?? { shortName: name, followsReview: false };
      return { slug, name, kind, measure, roles, numeratorSlug, denominatorSlug, ...mark };
    });
  const reports = await listReports(db, { roundId: round.id, limit: ALL_UNITS });
  const parents = await loadParents(db, round.id);
  return {
    ...{ round, asOf, ...names, figures, sections: form?.sections ?? [] },
    lists: await loadLists(db, round.id),
    standings: reports.map((report) => standingOf(round, report, asOf)),
    places: reports
      .filter(({ unitId }) => parents.get(unitId) === round.topId)
      .map(({ unitId, unitName, role, nil, status }) => ({
        ...{ unitId, name: unitName, role, nil: nil && status === 'accepted' },
      })),
    totals: await loadTotals(db, round.id, { on: null }),
    last: await lastTotals(db, round),
    official: await loadOfficial(db, round),
  };
}

function standingOf(round: Round, report: ListedReport, asOf: Day): ReportStanding {
  const { unitId, unitName, sentOn, extendedUntil, status, nil } = report;
  return {
    ...{ unitId, unitName, sentOn, nil, accepted: status === 'accepted' },
    lastDay: lastDayFor(round, extendedUntil),
    standing: punctuality(round, extendedUntil, sentOn, asOf),
  };
}

async function loadNames(db: Db | Tx, roundId: string, asOf: Day) {
  const { rows } = await sql<{
    openedAt: Date;
    movementName: string;
    areaName: string | null;
    topName: string;
    receiverName: string;
  }>`
    select o.opened_at as "openedAt", m.name as "movementName",
           unit_name_on(o.top_id, ${asOf}::date) as "topName",
           unit_name_on(o.receiver_id, ${asOf}::date) as "receiverName",
           unit_name_on(u.area_id, ${asOf}::date) as "areaName"
    from rounds o join movements m on m.id = o.movement_id
    left join units_on(${asOf}::date) u on u.unit_id = o.top_id where o.id = ${roundId}`.execute(
    db,
  );
  const [row] = rows;
  if (!row) throw new Error(`round ${roundId} is gone`);
  const { openedAt, areaName, topName, ...names } = row;
  const area = (areaName ?? topName).replace(/^.*?(tỉnh|thành phố)\s+/i, '');
  const isNamed = topName.includes(area);
  return {
    ...{ ...names, areaName: area, topName: isNamed ? topName : `${topName} ${area}` },
    openedOn: dayInVietnam(openedAt),
  };
}

/** What a form's fields do not say of their figures. */
async function loadMarks(db: Db | Tx, formId: string) {
  const rows = await db
    .selectFrom('form_fields as f')
    .innerJoin('form_sections as s', 's.id', 'f.section_id')
    .innerJoin('figures as g', 'g.id', 'f.figure_id')
    .where('s.form_id', '=', formId)
    .select(['g.slug', 'g.short_name as shortName', 'g.follows_review as followsReview'])
    .execute();
  return new Map(rows.map(({ slug, ...mark }) => [slug, mark]));
}

async function loadParents(db: Db | Tx, roundId: string): Promise<Map<string, string | null>> {
  const rows = await db
    .selectFrom('reports')
    .where('round_id', '=', roundId)
    .select(['unit_id as unitId', 'parent_id as parentId'])
    .execute();
  return new Map(rows.map(({ unitId, parentId }) => [unitId, parentId]));
}

/** Accepted items of list figures by slug, in the order of units. */
async function loadLists(
  db: Db | Tx,
  roundId: string,
): Promise<ReadonlyMap<string, readonly GatheredItem[]>> {
  const rows = await db
    .selectFrom('report_values as v')
    .innerJoin('reports as r', 'r.id', 'v.report_id')
    .innerJoin('figures as f', 'f.id', 'v.figure_id')
    .where('r.round_id', '=', roundId)
    .where('v.accepted', '=', true)
    .where('v.items', 'is not', null)
    .orderBy(sql`r.unit_name collate "vi-x-icu"`)
    .select(['f.slug', 'r.unit_name as unitName'])
    .select((eb) => eb.ref('v.items').$castTo<readonly ListItem[]>().as('items'))
    .execute();
  const items = rows.flatMap((row) =>
    row.items.map(({ title, body }) => ({ slug: row.slug, title, body, unitName: row.unitName })),
  );
  return Map.groupBy(items, ({ slug }) => slug);
}

/** Official figures of the round's year and of the year before. */
async function loadOfficial(
  db: Db | Tx,
  { movementId, year }: Round,
): Promise<ReadonlyMap<string, OfficialValue>> {
  const rows = await db
    .selectFrom('official_figures as o')
    .innerJoin('figures as f', 'f.id', 'o.figure_id')
    .where('f.movement_id', '=', movementId)
    .where('o.year', 'in', [year, year - 1])
    .select(['f.slug', 'o.unit_id as unitId', 'o.year', 'o.amount', 'o.source'])
    .execute();
  return new Map(
    rows.map(({ slug, unitId, year: of, amount, source }) => [
      officialKey(slug, unitId, of),
      { amount, source },
    ]),
  );
}

/** The latest plan of a movement as it was imported, with the headings of its sections. */
export async function loadPlan(db: Db | Tx, movementId: string) {
  const plan = await db
    .selectFrom('plans')
    .where('movement_id', '=', movementId)
    .orderBy('imported_at', 'desc')
    .select(['id', 'kind', 'number', 'symbol', 'title', 'issued_on as issuedOn'])
    .select(['issued_year as issuedYear', 'issuer_name as issuerName'])
    .select(['file_name as fileName', 'file_bytes as fileBytes'])
    .executeTakeFirst();
  if (!plan) return undefined;
  const sections = await db
    .selectFrom('clauses')
    .where('plan_id', '=', plan.id)
    .where('parent_id', 'is', null)
    .where('heading', 'is not', null)
    .select(['path'])
    .select((eb) => eb.ref('heading').$notNull().as('heading'))
    .execute();
  return { ...plan, headings: new Map(sections.map(({ path, heading }) => [path, heading])) };
}
