import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readCsv } from '../shared/csv.ts';
import { type Day, day } from '../shared/day.ts';
import { openUnitsWorld, TEXTS, type UnitsWorld } from './fixtures/units-world.ts';
import { areaId, firstCodeOf, officeId } from './reference-ids.ts';
import { referenceUnits } from './reference-units.ts';
import { succeeding } from './succession.ts';
import { loadReferenceUnits } from './units.actions.ts';
import { listStanding } from './units.sql.ts';

const BEFORE = day('2025-06-30');
const AFTER = day('2025-07-01');
const rows = referenceUnits(TEXTS);
let world: UnitsWorld;

beforeAll(async () => {
  world = await openUnitsWorld();
});
afterAll(() => world.close());

async function countsOn(on: Day): Promise<Record<string, number>> {
  const areas = await listStanding(world.db, 'area', on);
  const levels = Map.groupBy(areas, (area) => area.level);
  return Object.fromEntries([...levels].map(([level, units]) => [level, units.length]));
}

test('the province is 1, 8, 106 until 30/6/2025 and 1, 38 from 1/7/2025', async () => {
  for (const on of ['2022-03-01', '2025-02-28', '2025-06-30'] as Day[])
    expect(await countsOn(on)).toEqual({ province: 1, district: 8, commune: 106 });
  for (const on of ['2025-07-01', '2026-11-23'] as Day[])
    expect(await countsOn(on)).toEqual({ province: 1, commune: 38 });
});

test('every old commune lies in exactly one commune of 1/7/2025, with all of it', async () => {
  const { rows: told } = await sql<{ area_id: string; in_area_id: string; share: number }>`
    select * from area_in_units_of(${AFTER}::date)`.execute(world.db);
  const old = readCsv(TEXTS.merger);
  expect(old).toHaveLength(106);
  for (const { old_code = '', new_code = '' } of old)
    expect(told.filter((one) => one.area_id === areaId('2022', old_code))).toEqual([
      { area_id: areaId('2022', old_code), in_area_id: areaId('2025', new_code), share: 1 },
    ]);
});

test('asked on a day before the merger, an old commune is itself and a new one is nowhere', async () => {
  const { rows: told } = await sql<{ area_id: string; in_area_id: string }>`
    select * from area_in_units_of(${BEFORE}::date)`.execute(world.db);
  expect(told).toHaveLength(1 + 8 + 106);
  expect(told.every((one) => one.area_id === one.in_area_id)).toBe(true);
  expect(told.some((one) => one.area_id === areaId('2025', '03388'))).toBe(false);
});

test('the pure rule says of every area what the database says', async () => {
  const areas = rows.units.filter((unit) => unit.sort === 'area');
  const { expressIn } = succeeding(rows.periods, rows.successions);
  for (const on of [BEFORE, AFTER]) {
    const { rows: told } = await sql<{ area_id: string; in_area_id: string; share: number }>`
      select * from area_in_units_of(${on}::date)`.execute(world.db);
    for (const { id } of areas) {
      const mine = told.filter((one) => one.area_id === id);
      expect(expressIn(on, id).shares ?? []).toEqual(
        mine.map((one) => ({ unitId: one.in_area_id, share: one.share })),
      );
    }
  }
});

test('code 03388 is Quyết Tiến before the merger and Đoàn Kết after it: two units', async () => {
  const named = async (on: Day) =>
    (
      await sql<{ unit_id: string; full_name: string }>`
      select unit_id, full_name from units_on(${on}::date) where code = '03388'`.execute(world.db)
    ).rows;
  expect(await named(BEFORE)).toEqual([
    { unit_id: areaId('2022', '03388'), full_name: 'Phường Quyết Tiến' },
  ]);
  expect(await named(AFTER)).toEqual([
    { unit_id: areaId('2025', '03388'), full_name: 'Phường Đoàn Kết' },
  ]);
  expect(areaId('2022', '03388')).not.toBe(areaId('2025', '03388'));
});

test('old Mường Than went to Than Uyên, while new Mường Than comes from Phúc Than and Mường Mít', () => {
  const into = (code: string) =>
    rows.successions
      .filter((one) => one.to_id === areaId('2025', code))
      .map((one) => rows.periods.find((period) => period.unit_id === one.from_id)?.full_name);
  expect(into('03618')).toEqual(['Xã Phúc Than', 'Xã Mường Mít']);
  expect(into('03595')).toContain('Xã Mường Than');
  expect(into('03388')).toContain('Phường Đoàn Kết');
});

test('Mù Cả and Tà Tổng kept their land: one unit, first of Mường Tè, then of the province', () => {
  for (const code of ['03451', '03463']) {
    const periods = rows.periods.filter((one) => one.unit_id === areaId('2022', code));
    expect(periods.map((one) => [one.valid_from, one.valid_to, one.parent_id])).toEqual([
      ['2020-02-01', '2025-06-30', areaId('2022', '107')],
      ['2025-07-01', null, areaId('2025', '12')],
    ]);
    expect(areaId('2025', code)).toBe(areaId('2022', code));
  }
});

test('an office kept under two codes bears the same name under both, save the commune it serves', () => {
  const agencies = readCsv(TEXTS.agencies);
  const nameOf = (code: string) => agencies.find((row) => row.code === code)?.name;
  const kept = agencies.filter((row) => firstCodeOf(row.code ?? '') !== row.code);
  expect(kept.length).toBeGreaterThan(12);
  for (const { code = '', name } of kept) expect(nameOf(firstCodeOf(code))).toBe(name);
});

test('the department of labour is followed by four others, each with its duties', () => {
  const followers = rows.successions.filter((one) => one.from_id === officeId('SO.LDTBXH'));
  expect(followers.map((one) => one.to_id)).toEqual(
    ['SO.NNMT', 'SO.NV', 'SO.YT', 'SO.GDDT'].map(officeId),
  );
  for (const one of followers) {
    expect([one.kind, one.on_day]).toEqual(['duties', '2025-03-01']);
    expect(one.scope).toContain('giảm nghèo → NN&MT');
  }
});

test('an old commune reports to its district, a new one and a district to the province', () => {
  const parentOf = (code: string, on: string) =>
    rows.periods.find(
      (one) =>
        one.unit_id === officeId(code) && one.valid_from <= on && on <= (one.valid_to ?? '9'),
    )?.parent_id;
  expect(parentOf('UBND.C22.03619', BEFORE)).toBe(officeId('UBND.D.110'));
  expect(parentOf('UBND.C25.03618', AFTER)).toBe(officeId('UBND'));
  expect(parentOf('UBND.C25.03451', BEFORE)).toBe(officeId('UBND.D.107'));
  expect(parentOf('UBND.C25.03451', AFTER)).toBe(officeId('UBND'));
  expect(parentOf('UBND.D.110', BEFORE)).toBe(officeId('UBND'));
  expect(parentOf('PNV.D.110', BEFORE)).toBe(officeId('UBND.D.110'));
  expect(parentOf('UBND', AFTER)).toBe(null);
});

test('no parent and no area points past its own days', async () => {
  const { rows: loose } = await sql`
    select p.full_name, p.valid_from, p.valid_to, above.id
    from unit_periods p cross join lateral (values (p.parent_id), (p.area_id)) as above (id)
    where above.id is not null and not exists (
      select from unit_periods a where a.unit_id = above.id
        and a.valid_from <= p.valid_from
        and coalesce(a.valid_to, 'infinity') >= coalesce(p.valid_to, 'infinity'))
      and above.id not in (select unit_id from unit_periods group by unit_id having count(*) > 1)
  `.execute(world.db);
  expect(loose).toEqual([]);
});

test('what is not sure is marked so: a department of 2025 without a decision read', () => {
  const unsure = rows.periods.filter((one) => !one.confirmed).map((one) => one.full_name);
  expect(unsure).toContain('Sở Dân tộc và Tôn giáo');
  expect(unsure).not.toContain('Sở Nông nghiệp và Môi trường');
});

test('loading twice leaves the tables as they were', async () => {
  const count = async () =>
    (await sql<{ count: number }>`select count(*) as count from unit_periods`.execute(world.db))
      .rows;
  const before = await count();
  await world.db.transaction().execute((tx) => loadReferenceUnits(tx, TEXTS));
  expect(await count()).toEqual(before);
  expect(before).toEqual([{ count: rows.periods.length }]);
});
