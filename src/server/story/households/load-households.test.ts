import { join } from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openWorld, type World } from '../../../../test/harness/world.ts';
import { type AreaType, isRelapse } from '../../../households/household-class.ts';
import { procedureState } from '../../../households/procedure/procedure-state.sql.ts';
import { findCommuneReview, findRound } from '../../../households/rounds/rounds.sql.ts';
import { classify } from '../../../households/standard/classification.ts';
import { standardId } from '../../../households/standard/reference-standards.ts';
import { findStandard } from '../../../households/standard/standards.sql.ts';
import { earlierClosings } from '../../../households/survey/survey.sql.ts';
import type { ReviewedHousehold } from '../../../households/survey/survey.ts';
import {
  type ChangeCell,
  changeLine,
  residualOf,
  twinDifference,
} from '../../../households/tables/change-tables.ts';
import { day } from '../../../shared/day.ts';
import { areaId } from '../../../units/reference-ids.ts';
import { readSeed } from '../seed.ts';
import { reviewRoundId } from './review-rows.ts';
import { communesIn } from './scope.ts';

const seed = readSeed(join(import.meta.dirname, '../../../..'));
const communes = communesIn(seed, 'few');
const PAST = [2022, 2023, 2024];
let world: World;

beforeAll(async () => {
  world = await openWorld({ today: day('2025-11-16'), story: true });
}, 180_000);
afterAll(() => world?.close());

async function rows<Row>(query: ReturnType<typeof sql<Row>>): Promise<Row[]> {
  return (await query.execute(world.house.db)).rows;
}

/** The kept totals of some communes in a year, added up. */
function cellsOf(communeIds: readonly string[], year: number): Promise<ChangeCell[]> {
  return rows(sql<ChangeCell>`
    select opening, closing, relapsed, sum(households)::int as households,
      sum(opening_members)::int as "openingMembers", sum(members)::int as members,
      sum(grew)::int as grew
    from review_totals where round_id = ${reviewRoundId(year)} and mark = ''
      and unit_id = commune_id and commune_id = any(${communeIds}::uuid[])
    group by opening, closing, relapsed`);
}

const householdsIn = (cells: readonly ChangeCell[]) =>
  cells.filter((one) => one.closing !== 'gone').reduce((sum, one) => sum + one.households, 0);

test('the kept totals of every old commune and year are what the poverty story tells', async () => {
  for (const { code, poverty } of communes.flatMap(({ parts }) => parts))
    for (const year of PAST) {
      const cells = await cellsOf([areaId('2022', code)], year);
      const told = poverty.years.get(year) ?? {};
      const poor = changeLine(cells, 'poor');
      const near = changeLine(cells, 'near-poor');
      expect(
        {
          households: householdsIn(cells),
          opening: poor.opening.households,
          escaped: poor.toTwin.households + poor.out.households,
          otherOut: poor.otherOut.households,
          relapsed: poor.relapsed.households,
          fresh: poor.fresh.households + poor.fromTwin.households,
          otherIn: poor.otherIn.households,
          closing: poor.closing.households,
          near: [near.opening.households, near.closing.households],
        },
        `${code} ${year}`,
      ).toEqual({
        households: told.households_total,
        opening: told.poor_opening,
        escaped: told.poor_escaped,
        otherOut: told.poor_other_out,
        relapsed: told.poor_relapsed,
        fresh: told.poor_new,
        otherIn: told.poor_other_in,
        closing: told.poor_closing,
        near: [told.near_poor_opening, told.near_poor_closing],
      });
    }
});

test('in a commune that has posted, 2025 is what the story tells of its old communes together', async () => {
  for (const { code, parts } of communes.filter((one) => one.code !== '03618')) {
    const cells = await cellsOf([areaId('2025', code)], 2025);
    const told = (slug: string) =>
      parts.reduce((sum, part) => sum + (part.poverty.years.get(2025)?.[slug] ?? 0), 0);
    const poor = changeLine(cells, 'poor');
    expect(poor.pending.households).toBe(0);
    expect(householdsIn(cells)).toBe(told('households_total'));
    expect(poor.closing.households).toBe(told('poor_closing'));
    expect(poor.relapsed.households).toBe(told('poor_relapsed'));
    expect(changeLine(cells, 'near-poor').closing.households).toBe(told('near_poor_closing'));
  }
});

test('tables 2 and 3 leave nothing over, in households and people, and agree with each other', async () => {
  const none = { households: 0, members: 0 };
  for (const { code, parts } of communes)
    for (const year of [...PAST, 2025]) {
      const old = parts.map((part) => areaId('2022', part.code));
      const cells = await cellsOf(year < 2025 ? old : [areaId('2025', code)], year);
      const [poor, near] = [changeLine(cells, 'poor'), changeLine(cells, 'near-poor')];
      expect([residualOf(poor), residualOf(near)], `${code} ${year}`).toEqual([none, none]);
      expect(twinDifference(poor, near)).toEqual([none, none]);
    }
});

test('after the merger a commune opens as its old communes closed, in households and people', async () => {
  for (const { code, parts } of communes) {
    const last = await cellsOf(
      parts.map((part) => areaId('2022', part.code)),
      2024,
    );
    const now = await cellsOf([areaId('2025', code)], 2025);
    for (const of of ['poor', 'near-poor'] as const)
      expect(changeLine(now, of).opening).toEqual(changeLine(last, of).closing);
  }
});

test('every class follows from its survey by the standard', async () => {
  const standard = await findStandard(world.house.db, standardId(2022));
  if (!standard) throw new Error('no standard since 2022');
  const surveyed = await rows(sql<{
    code: string;
    areaType: AreaType;
    incomeScore: number;
    deprived: string[];
    closing: string;
  }>`
    select code, area_type as "areaType", income_score as "incomeScore", deprived, closing
    from household_reviews where surveyed_on is not null and closing is not null`);
  expect(surveyed.length).toBeGreaterThan(5_000);
  const wrong = surveyed.filter((one) => classify(standard, one)?.householdClass !== one.closing);
  expect(wrong).toEqual([]);
  const unasked = await rows(sql`
    select code from household_reviews
    where surveyed_on is null and (closing in ('poor', 'near-poor')
      or (listed is not null and closing is not null))`);
  expect(unasked).toEqual([]);
});

test('only who had been poor or near-poor before relapses', async () => {
  const wrong = await rows(sql`
    select r.code from household_reviews r join review_rounds o on o.id = r.round_id
    where r.relapsed and not exists (
      select from household_reviews b join review_rounds e on e.id = b.round_id
      where b.household_id = r.household_id and e.year < o.year
        and (r.closing in (b.opening, b.closing)))`);
  expect(wrong).toEqual([]);
  const [found] = await rows(sql<{ count: number }>`
    select count(*)::int as count from household_reviews where relapsed`);
  expect(found?.count).toBeGreaterThan(4);
});

test('the register’s own rule calls those a relapse that the story calls one', async () => {
  const { db } = world.house;
  const fell = await rows(sql<ReviewedHousehold & { said: boolean }>`
    select r.household_id as "householdId", r.round_id as "roundId", r.opening, r.closing,
      r.relapsed as said
    from household_reviews r
    where r.opening = 'not-poor' and r.closing in ('poor', 'near-poor')`);
  expect(fell.length).toBeGreaterThan(50);
  for (const one of fell) {
    const relapse = isRelapse(one.opening, one.closing, await earlierClosings(db, one));
    expect(relapse, one.householdId).toBe(one.said);
  }
});

test('what a review says of people is what the register says on its day', async () => {
  const wrong = await rows(sql`
    select r.code, o.year from household_reviews r
    join review_rounds o on o.id = r.round_id
    cross join lateral (
      select count(*) as people, count(*) filter (where o.year - m.birth_year < 16) as children
      from household_members m where m.household_id = r.household_id
        and holds_on(m.valid_from, m.valid_to, o.units_on)) there
    where r.closing <> 'gone'
      and (r.members <> there.people or r.children <> there.children
        or r.children_health > r.children or r.children_school > r.children)`);
  expect(wrong).toEqual([]);
  const [homeless] = await rows(sql<{ count: number }>`
    select count(*)::int as count from household_reviews r
    join review_rounds o on o.id = r.round_id
    where r.closing is distinct from 'gone' and not exists (
      select from household_residences s join unit_periods v on v.unit_id = s.village_id
      where s.household_id = r.household_id and s.village_id = r.village_id
        and v.parent_id = r.commune_id and holds_on(s.valid_from, s.valid_to, o.units_on)
        and holds_on(v.valid_from, v.valid_to, o.units_on))`);
  expect(homeless?.count).toBe(0);
});

test('every household is made up, and no citizen number could be anyone’s', async () => {
  const [told] = await rows(sql<Record<string, number>>`
    select (select count(*)::int from households where not made_up) as real,
      (select count(*)::int from member_identities where citizen_number not like '999%') as possible,
      (select count(citizen_number)::int - count(distinct citizen_number)::int
       from member_identities) as twice`);
  expect(told).toEqual({ real: 0, possible: 0, twice: 0 });
});

async function stateOf(code: string) {
  const { db } = world.house;
  const communeId = areaId('2025', code);
  const round = await findRound(db, reviewRoundId(2025));
  const commune = await findCommuneReview(db, reviewRoundId(2025), communeId);
  if (!round || !commune) throw new Error(`no review of ${code} in 2025`);
  return procedureState(db, round, commune);
}

test('on the story’s day Mường Than surveys, Hua Bum answers, Mù Cả is ready to recognise', async () => {
  const than = await stateOf('03618');
  const listed = than.villages.reduce((sum, one) => sum + one.listed, 0);
  expect(than.status).toBe('open');
  expect(than.pending / listed).toBeCloseTo(0.4, 1);
  const met = than.villages.filter(({ meeting }) => meeting);
  expect(met.map(({ pending, unchanged }) => [pending, unchanged])).toEqual([
    [0, true],
    [0, true],
  ]);
  const bum = await stateOf('03460');
  expect([bum.status, bum.pending, bum.openObjections]).toEqual(['posted', 0, 1]);
  expect([bum.posting?.postedOn, bum.posting?.until]).toEqual(['2025-11-13', '2025-11-18']);
  const ca = await stateOf('03451');
  expect([ca.status, ca.pending, ca.openObjections, ca.unexplained]).toEqual(['posted', 0, 0, []]);
  expect(ca.posting && ca.posting.until < '2025-11-16').toBe(true);
});

test('villages stand on their commune’s page, not among the units or in the merger', async () => {
  const reader = await world.as('muongthan.canbo');
  await reader.get('/units');
  expect(reader.texts('a').filter((words) => words.startsWith('Bản '))).toEqual([]);
  await reader.get('/units/merger');
  expect(reader.texts('.table tbody tr')).toHaveLength(38);
  expect(reader.document.querySelectorAll('path.ribbon')).toHaveLength(106);
  await reader.get(`/units/${areaId('2025', '03460')}`);
  const villages = reader.texts('a').filter((words) => words.startsWith('Bản '));
  expect(villages.length).toBeGreaterThan(8);
  await reader.follow(villages[0] ?? '');
  expect(reader.text).toContain('bản giả, chỉ để minh họa');
  await reader.get('/search?q=muong+than');
  expect(reader.texts('.findings li')[0]).toContain('Xã Mường Than');
});

test('those of the demonstration find what they came for', async () => {
  const officer = await world.as('muongthan.canbo');
  await officer.get('/households');
  expect(officer.text).toContain('Xã Mường Than');
  const head = await world.as('truongban');
  await head.get('/households');
  expect(head.status).toBe(200);
  const chairman = await world.as('muca.chutich');
  const place = `/review-rounds/${reviewRoundId(2025)}/communes/${areaId('2025', '03451')}`;
  await chairman.get(`${place}/recognition`);
  expect(chairman.status).toBe(200);
  const reviewer = await world.as('huabum.canbo');
  const posted = `/review-rounds/${reviewRoundId(2025)}/communes/${areaId('2025', '03460')}`;
  await reviewer.get(`${posted}/objections`);
  expect(reviewer.text).toContain('Còn 1 ý kiến chưa trả lời');
});
