import { join } from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { freshDatabase, type TestDatabase } from '../../../test/harness/database.ts';
import { passwordFits } from '../../people/password.actions.ts';
import { loadReportView } from '../../reporting/reports/report-view.sql.ts';
import { officeId } from '../../units/reference-ids.ts';
import { readSettings } from '../settings.ts';
import { loadStory } from './load-story.ts';

const ROOT = join(import.meta.dirname, '../../..');
let house: TestDatabase;
let milliseconds: number;
const said: string[] = [];

beforeAll(async () => {
  house = await freshDatabase();
  const began = performance.now();
  await loadStory(house.db, ROOT, (line) => said.push(line));
  milliseconds = performance.now() - began;
});
afterAll(() => house.drop());

async function rows<Row>(query: ReturnType<typeof sql<Row>>): Promise<Row[]> {
  return (await query.execute(house.db)).rows;
}

test('the whole movement stands within seconds, and says what it does', () => {
  expect(milliseconds).toBeLessThan(15_000);
  expect(said.filter((line) => /kỳ 202[2-5]/.test(line))).toHaveLength(4);
});

test('the totals of 2023 and 2024 are the published ones', async () => {
  const compared = await rows(sql<{ slug: string; year: number; told: number; published: number }>`
    select f.slug, o.year, t.amount as told, p.amount as published
    from rounds o
    join figure_totals t on t.round_id = o.id and t.unit_id = o.top_id
    join figures f on f.id = t.figure_id and f.kind = 'count'
    join official_figures p on p.figure_id = f.id and p.unit_id = o.top_id and p.year = o.year
    where o.year in (2023, 2024) order by o.year, f.slug`);
  expect(compared.map(({ slug, year, told }) => [year, slug, told])).toEqual([
    [2023, 'households_total', 106_474],
    [2023, 'poor_closing', 25_426],
    [2024, 'households_total', 107_713],
    [2024, 'near_poor_closing', 10_053],
    [2024, 'poor_closing', 20_961],
  ]);
  for (const { told, published } of compared) expect(told).toBe(published);
});

test('every commune report adds up and begins where last year ended', async () => {
  const wrong = await rows(sql<{ unit_name: string }>`
    with a as (
      select r.id, r.unit_id, r.unit_name, o.year, o.previous_id,
             jsonb_object_agg(f.slug, v.amount) as v
      from report_values v join figures f on f.id = v.figure_id
      join reports r on r.id = v.report_id join rounds o on o.id = r.round_id
      where r.role = 'commune' and v.amount is not null and r.status <> 'open'
      group by r.id, o.id)
    select unit_name from a where
      (v->>'poor_opening')::int - (v->>'poor_escaped')::int - (v->>'poor_other_out')::int
        + (v->>'poor_relapsed')::int + (v->>'poor_new')::int + (v->>'poor_other_in')::int
        is distinct from (v->>'poor_closing')::int
      or (v->>'near_poor_opening')::int - (v->>'near_poor_out')::int + (v->>'near_poor_in')::int
        is distinct from (v->>'near_poor_closing')::int
      or (v->>'poor_ethnic')::int > (v->>'poor_closing')::int
      or (v->>'households_ethnic')::int > (v->>'households_total')::int
      or exists (select from a b join reports p on p.id = b.id
                 where p.round_id = a.previous_id and b.unit_id = a.unit_id
                 and b.v->>'poor_closing' is distinct from a.v->>'poor_opening')`);
  expect(wrong).toEqual([]);
});

test('after the merger a commune begins where its old communes ended', async () => {
  const [sums] = await rows(sql<{ now: number; then: number }>`
    with now as (
      select sum(v.amount) as amount from report_values v
      join figures f on f.id = v.figure_id and f.slug = 'poor_opening'
      join reports r on r.id = v.report_id join rounds o on o.id = r.round_id
      where o.year = 2025 and r.unit_id = ${officeId('UBND.C25.03595')}),
    old as (
      select sum(v.amount) as amount from report_values v
      join figures f on f.id = v.figure_id and f.slug = 'poor_closing'
      join reports r on r.id = v.report_id join rounds o on o.id = r.round_id
      join unit_successions s on s.from_id = r.unit_id and s.to_id = ${officeId('UBND.C25.03595')}
      where o.year = 2024)
    select now.amount as now, old.amount as then from now, old`);
  expect(sums?.now).toBeGreaterThan(0);
  expect(sums?.now).toBe(sums?.then);
});

test('totals kept on the way equal a full recount', async () => {
  const different = await rows(sql<object>`
    with counted as (
      select r.round_id, node as unit_id, v.figure_id, sum(v.amount) as amount
      from report_values v join reports r on r.id = v.report_id, unnest(r.path) as node
      where v.accepted and v.amount is not null group by 1, 2, 3
      union all
      select round_id, node, figure_id, delta from adjustments, unnest(path) as node),
    summed as (select round_id, unit_id, figure_id, sum(amount) as amount from counted group by 1, 2, 3)
    select * from summed full join figure_totals t using (round_id, unit_id, figure_id)
    where summed.amount is distinct from t.amount`);
  expect(different).toEqual([]);
});

test('past rounds are closed with some late, some never sent, one nil and some returned', async () => {
  const told = await rows(sql<object>`
    select o.year, count(*) as expected, count(*) filter (where r.status = 'accepted') as accepted,
           count(*) filter (where r.nil) as nil,
           count(*) filter (where r.sent_on >= o.legal_due) as late,
           count(*) filter (where r.status = 'open') as unsent,
           (select count(*) from report_returns b join reports x on x.id = b.report_id
            where x.round_id = o.id and b.settled_at is not null) as returned,
           o.closed_at is not null and o.is_story as closed
    from rounds o join reports r on r.round_id = o.id
    where o.year < 2025 group by o.id order by o.year`);
  expect(told).toEqual([
    {
      year: 2022,
      expected: 144,
      accepted: 143,
      nil: 1,
      late: 3,
      unsent: 1,
      returned: 3,
      closed: true,
    },
    {
      year: 2023,
      expected: 144,
      accepted: 143,
      nil: 1,
      late: 4,
      unsent: 1,
      returned: 3,
      closed: true,
    },
    {
      year: 2024,
      expected: 144,
      accepted: 142,
      nil: 1,
      late: 4,
      unsent: 2,
      returned: 4,
      closed: true,
    },
  ]);
});

test('on the story’s day the round of 2025 is half done', async () => {
  const told = await rows(sql<{ status: string; count: number }>`
    select r.status, count(*) as count from reports r join rounds o on o.id = r.round_id
    where o.year = 2025 group by 1 order by 1`);
  expect(Object.fromEntries(told.map(({ status, count }) => [status, count]))).toEqual({
    accepted: 28,
    open: 11,
    prepared: 3,
    received: 8,
    returned: 1,
    submitted: 7,
  });
  const [future] = await rows(sql<{ count: number }>`
    select count(*) as count from report_steps where at >= '2025-11-16+07'`);
  expect(future?.count).toBe(0);
});

test('the demonstration finds its reports as promised', async () => {
  const standing = async (code: string) => {
    const report = await house.db
      .selectFrom('reports as r')
      .innerJoin('rounds as o', 'o.id', 'r.round_id')
      .where('o.year', '=', 2025)
      .where('r.unit_id', '=', officeId(code))
      .select('r.id')
      .executeTakeFirstOrThrow();
    return loadReportView(house.db, report.id);
  };
  const than = await standing('UBND.C25.03595');
  expect(than?.report.status).toBe('returned');
  expect(than?.returns.map((one) => one.slug).sort()).toEqual(['highlights', 'poor_escaped']);
  expect(than?.held.get('poor_escaped')?.accepted).toBe(false);
  expect(than?.held.get('poor_closing')?.accepted).toBe(true);
  expect((await standing('UBND.C25.03618'))?.report.status).toBe('submitted');
  expect((await standing('SO.NNMT'))?.report.status).toBe('prepared');
  const draft = await standing('SO.GDDT');
  expect(draft?.report.status).toBe('open');
  expect(draft?.held.size).toBeGreaterThan(0);
  expect(draft?.warnings.length).toBeGreaterThan(0);
  expect((await standing('UBND.C25.03562'))?.extendedUntil).toBe('2025-11-25');
});

test('no report was sent with a question left open', async () => {
  const sent = await rows(sql<{ id: string }>`
    select r.id from reports r join rounds o on o.id = r.round_id
    where r.status <> 'open' and (o.year = 2025 or r.role <> 'commune')`);
  expect(sent.length).toBeGreaterThan(140);
  for (const { id } of sent) {
    const view = await loadReportView(house.db, id);
    expect(view?.warnings, view?.report.unitName).toEqual([]);
  }
});

test('no two reports of a round are written in the same words', async () => {
  const [copied] = await rows(sql<{ count: number }>`
    select count(*) - count(distinct words) as count from report_values where words is not null`);
  expect(copied?.count).toBe(0);
});

test('everyone who may try it has an account that opens, and all people are made up', async () => {
  const { demoSignIns, storyDay } = await readSettings(house.db);
  expect(storyDay).toBe('2025-11-16');
  expect(demoSignIns).toHaveLength(16);
  const accounts = await house.db.selectFrom('accounts').selectAll().execute();
  const hashes = new Map(accounts.map((one) => [one.login, one.password_hash]));
  expect([...hashes.keys()].sort()).toEqual(demoSignIns.map((one) => one.login).sort());
  const [first] = demoSignIns;
  expect(await passwordFits(hashes.get(first?.login ?? ''), first?.password ?? '')).toBe(true);
  const real = await house.db
    .selectFrom('persons')
    .where('is_story', '=', false)
    .select('id')
    .execute();
  expect(real).toEqual([]);
});

test('every step was taken by someone who held the position on that day', async () => {
  const [strange] = await rows(sql<{ count: number }>`
    select count(*) as count from report_steps s where not exists (
      select from positions p where p.person_id = s.person_id
      and holds_on(p.valid_from, p.valid_to, (s.at at time zone 'Asia/Ho_Chi_Minh')::date))`);
  expect(strange?.count).toBe(0);
});

test('two clauses of the outline are left without a task, for all to see', async () => {
  const bare = await rows(sql<{ path: string }>`
    select c.path from clauses c
    where c.kind in ('item', 'point', 'dash') and c.text <> ''
    and not exists (select from tasks t where t.clause_id = c.id) order by c.path`);
  expect(bare.map((one) => one.path)).toEqual(['II.4', 'II.7']);
});

test('loading again changes nothing', async () => {
  const counts = () =>
    rows(sql<object>`select (select count(*) from events) e, (select count(*) from persons) p`);
  const before = await counts();
  const heard: string[] = [];
  await loadStory(house.db, ROOT, (line) => heard.push(line));
  expect(await counts()).toEqual(before);
  expect(heard).toEqual(['Đã có phong trào trong cơ sở dữ liệu; không nạp lại.']);
});

test('stopped half-way, nothing is there; told again, it is the same story', async () => {
  const other = await freshDatabase();
  try {
    const stop = (line: string) => {
      if (line.includes('2023')) throw new Error('the power failed');
    };
    await expect(loadStory(other.db, ROOT, stop)).rejects.toThrow('the power failed');
    expect(await other.db.selectFrom('units').select('id').execute()).toEqual([]);
    await loadStory(other.db, ROOT, () => undefined);
    const digest = sql<{ digest: string }>`
      select md5(string_agg(concat_ws('|', o.year, r.unit_id, r.status, r.sent_on, v.figure_id,
        v.amount, v.words, v.items, v.accepted), E'\n' order by o.year, r.unit_id, v.figure_id))
        as digest
      from reports r join rounds o on o.id = r.round_id
      left join report_values v on v.report_id = r.id`;
    expect((await digest.execute(other.db)).rows).toEqual(await rows(digest));
  } finally {
    await other.drop();
  }
});
