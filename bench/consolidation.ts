/**
 * Consolidation of 1,100 units × 60 figures over three levels: our read of the kept totals
 * against one SQL statement that adds the same up from the reported values, both handing the
 * same rows to Node over the same driver. Then one changed figure, and whether all totals are
 * right in the very commit. Run: `node bench/consolidation.ts`; DATABASE_URL names a server
 * where a database may be made, else the shipped PostgreSQL starts in a temporary place.
 */
import assert from 'node:assert/strict';
import { type Kysely, sql } from 'kysely';
import { loadTotals } from '../src/reporting/totals/totals.sql.ts';
import { day } from '../src/shared/day.ts';
import type { Tables } from '../src/shared/tables.ts';
import { inOwnDatabase, line, medians, ms } from './own-database.ts';

type Db = Kysely<Tables>;

const DISTRICTS = 100;
const COMMUNES = 1_000;
const FIGURES = 60;
const RUNS = 30;
const BEFORE_MERGER = day('2024-11-01');
const AFTER_MERGER = day('2025-11-19');

/** Ids that SQL can count: unit 7 is the one that ends in 7. */
function id(kind: number, number: number | string) {
  return `${String(kind).padStart(8, '0')}-0000-4000-8000-${String(number).padStart(12, '0')}`;
}

const MOVEMENT = id(1, 0);
const FORM = id(2, 0);
const ROUND = id(3, 0);
const TOP = id(4, 0);
/** SQL that makes such an id from a number. */
const made = (kind: number, number: string) =>
  sql.raw(`('${id(kind, 0).slice(0, 24)}' || lpad((${number})::text, 12, '0'))::uuid`);

/** The tree: a province, districts with offices and areas, communes merged three into one. */
async function fillUnits(db: Db): Promise<void> {
  await sql`insert into levels values ('province','Cấp tỉnh',1),('district','Cấp huyện',2),('commune','Cấp xã',3)`.execute(
    db,
  );
  await sql`
    insert into units (id, sort)
    select ${made(4, 'n')}, 'office' from generate_series(0, ${DISTRICTS + COMMUNES}) n
    union all select ${made(5, 'n')}, 'area' from generate_series(0, ${DISTRICTS + COMMUNES}) n
    union all select ${made(6, 'n')}, 'area' from generate_series(0, ${Math.floor(COMMUNES / 3)}) n`.execute(
    db,
  );
  await sql`
    insert into unit_periods (id, unit_id, level, kind, name, full_name, area_id, valid_from, valid_to, source)
    select gen_random_uuid(), ${made(4, 'n')}, 'commune', 'ubnd', 'Ủy ban ' || n, 'Ủy ban ' || n, ${made(5, 'n')}, date '2020-01-01', null::date, 'bench'
    from generate_series(0, ${DISTRICTS + COMMUNES}) n
    union all
    select gen_random_uuid(), ${made(5, 'n')}, 'commune', 'xã', 'Xã ' || n, 'Xã ' || n, null, date '2020-01-01',
           case when n = 0 then null else date '2025-06-30' end, 'bench'
    from generate_series(0, ${DISTRICTS + COMMUNES}) n
    union all
    select gen_random_uuid(), ${made(6, 'n')}, 'commune', 'xã', 'Xã mới ' || n, 'Xã mới ' || n, null, date '2025-07-01', null, 'bench'
    from generate_series(0, ${Math.floor(COMMUNES / 3)}) n`.execute(db);
  await sql`
    insert into unit_successions (id, from_id, to_id, on_day, kind, source)
    select gen_random_uuid(), ${made(5, `${DISTRICTS} + n`)}, ${made(6, '(n - 1) / 3')}, date '2025-07-01', 'whole', 'bench'
    from generate_series(1, ${COMMUNES}) n`.execute(db);
}

async function fillForm(db: Db): Promise<void> {
  const years = { from_year: 2022, to_year: 2025 };
  const names = { name: 'Phong trào', short_name: 'Phong trào' };
  await db
    .insertInto('movements')
    .values({ id: MOVEMENT, ...names, ...years })
    .execute();
  await sql`insert into movement_roles values ('district','Huyện',1),('commune','Xã',2)`.execute(
    db,
  );
  await sql`
    insert into figures (id, movement_id, slug, name, short_name, kind, source)
    select ${made(7, 'n')}, ${MOVEMENT}, 'so-lieu-' || n, 'Số liệu ' || n, 'Số ' || n, 'count', 'bench'
    from generate_series(1, ${FIGURES}) n`.execute(db);
  await sql`insert into forms values (${FORM}, ${MOVEMENT}, 'Biểu', null, now())`.execute(db);
  await sql`insert into form_sections values (${id(8, 0)}, ${FORM}, 1, 'Số liệu', null)`.execute(
    db,
  );
  await sql`
    insert into form_fields (id, section_id, figure_id, position, roles)
    select gen_random_uuid(), ${id(8, 0)}, ${made(7, 'n')}, n, '{district,commune}'
    from generate_series(1, ${FIGURES}) n`.execute(db);
}

/** One round, all reports received, all values given and none accepted. */
async function fillReports(db: Db): Promise<void> {
  await sql`
    insert into rounds (id, movement_id, form_id, name, kind, year, period_from, period_to,
      expected_on, legal_due, legal_inclusive, legal_source, locks_on, receiver_id, top_id, opened_at)
    values (${ROUND}, ${MOVEMENT}, ${FORM}, 'Báo cáo năm', 'yearly', 2024, '2024-01-01', '2024-11-15',
      ${BEFORE_MERGER}, '2024-11-20', false, 'bench', '2024-12-31', ${TOP}, ${TOP}, now())`.execute(
    db,
  );
  const district = `1 + (n - ${DISTRICTS} - 1) % ${DISTRICTS}`;
  await sql`
    insert into reports (id, round_id, unit_id, unit_name, role, parent_id, receiver_id, path, area_id, status)
    select ${made(9, 'n')}, ${ROUND}, ${made(4, 'n')}, 'Ủy ban ' || n,
      case when n <= ${DISTRICTS} then 'district' else 'commune' end,
      case when n <= ${DISTRICTS} then ${TOP}::uuid else ${made(4, district)} end, ${TOP},
      case when n <= ${DISTRICTS} then array[${TOP}::uuid, ${made(4, 'n')}]
           else array[${TOP}::uuid, ${made(4, district)}, ${made(4, 'n')}] end,
      ${made(5, 'n')}, 'received'
    from generate_series(1, ${DISTRICTS + COMMUNES}) n`.execute(db);
  await sql`
    insert into report_values (report_id, figure_id, amount, updated_at)
    select r.id, f.id, (abs(hashtext(r.id::text || f.slug)) % 10000), now()
    from reports r, figures f`.execute(db);
}

/** The same sums in one plain statement, from the values up. */
async function plainStatement(db: Db) {
  const { rows } = await sql<{ place: string; slug: string; amount: number; reported: number }>`
    select node as place, f.slug, sum(v.amount) as amount, count(*) as reported
    from report_values v
    join reports r on r.id = v.report_id
    join figures f on f.id = v.figure_id
    cross join unnest(r.path) as node
    where r.round_id = ${ROUND} and v.accepted and v.amount is not null
    group by node, f.slug`.execute(db);
  return rows;
}

/** The same in the areas of a later day, with the whole, as plainly as SQL can say it. */
async function plainMovedStatement(db: Db) {
  const { rows } = await sql<{ place: string | null; slug: string; amount: number }>`
    select coalesce(w.in_area_id, r.unit_id) as place, f.slug,
           sum(v.amount * coalesce(w.share, 1)) as amount, count(distinct r.id) as reported
    from report_values v
    join reports r on r.id = v.report_id
    join figures f on f.id = v.figure_id
    left join area_in_units_of(${AFTER_MERGER}::date) w on w.area_id = r.area_id
    where r.round_id = ${ROUND} and v.accepted and v.amount is not null
    group by grouping sets ((1, 2), (2))`.execute(db);
  return rows;
}

async function assertSameMovedSums(db: Db): Promise<void> {
  const totals = await loadTotals(db, ROUND, { on: AFTER_MERGER });
  const rows = await plainMovedStatement(db);
  assert.equal([...totals].flatMap(([, slugs]) => [...slugs]).length, rows.length);
  for (const { place, slug, amount } of rows)
    assert.equal(totals.get(place ?? TOP)?.get(slug)?.amount, amount);
}

async function assertSameSums(db: Db): Promise<number> {
  const rows = await plainStatement(db);
  const totals = await loadTotals(db, ROUND, { on: null });
  const kept = [...totals].flatMap(([, slugs]) => [...slugs]).length;
  assert.equal(kept, rows.length);
  for (const { place, slug, amount, reported } of rows) {
    const total = totals.get(place)?.get(slug);
    assert.equal(total?.amount, amount);
    assert.equal(total?.reported, reported);
  }
  return rows.length;
}

/** One figure of one commune goes back, is mended and accepted again: right in each commit. */
async function changeOneFigure(db: Db): Promise<number> {
  const one = { report: id(9, DISTRICTS + 1), figure: id(7, 1) };
  const before =
    (await loadTotals(db, ROUND, { on: null })).get(TOP)?.get('so-lieu-1')?.amount ?? 0;
  const began = performance.now();
  await db.transaction().execute(async (tx) => {
    await sql`update report_values set amount = amount + 1 where report_id = ${one.report} and figure_id = ${one.figure}`.execute(
      tx,
    );
    const inside = await loadTotals(tx, ROUND, { on: null, figureIds: [one.figure] });
    assert.equal(inside.get(TOP)?.get('so-lieu-1')?.amount, before + 1);
  });
  const took = performance.now() - began;
  await assertSameSums(db);
  return took;
}

await inOwnDatabase(async (db) => {
  await fillUnits(db);
  await fillForm(db);
  await fillReports(db);
  const began = performance.now();
  await sql`update report_values set accepted = true`.execute(db);
  const accepted = performance.now() - began;
  await sql`vacuum analyze`.execute(db);
  const sums = await assertSameSums(db);
  await assertSameMovedSums(db);
  const [then = 0, plain = 0, moved = 0, plainMoved = 0] = await medians(
    [
      () => loadTotals(db, ROUND, { on: null }),
      () => plainStatement(db),
      () => loadTotals(db, ROUND, { on: AFTER_MERGER }),
      () => plainMovedStatement(db),
    ],
    RUNS,
  );
  const one = await changeOneFigure(db);
  console.log(`${DISTRICTS + COMMUNES} units × ${FIGURES} figures over three levels: ${sums} sums`);
  console.log(line('', 'ours', 'one statement', 'ratio'));
  console.log(
    line(
      'as it was (kept totals ÷ summing the values)',
      ms(then),
      ms(plain),
      (then / plain).toFixed(2),
    ),
  );
  console.log(
    line(
      'on the units after the merger',
      ms(moved),
      ms(plainMoved),
      (moved / plainMoved).toFixed(2),
    ),
  );
  console.log(line('accepting all values at once, totals kept with them', ms(accepted)));
  console.log(line('one changed figure: all totals right in its commit', ms(one)));
});
