import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openWorld, type World } from '../../../test/harness/world.ts';
import { parseCsv } from '../../shared/csv.ts';
import { day } from '../../shared/day.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld({ today: day('2025-11-05') });
});
afterAll(() => world.close());

async function makeOfficial(year: number, on: string): Promise<void> {
  await world.house.db
    .updateTable('review_rounds')
    .set({ official_on: day(on), official_document: 'Quyết định số 99/QĐ-UBND', is_story: true })
    .where('year', '=', year)
    .execute();
}

/** Many more households of a class, so that not every number is small. */
async function grow(commune: string, closing: string, count: number, ethnicity = '03') {
  await sql`
    insert into household_reviews (commune_id, round_id, household_id, village_id, code, area_type,
      opening, closing, opening_members, members, ethnicity, deprived)
    select c.commune_id, c.round_id, gen_random_uuid(), v.unit_id, 'X-' || gen_random_uuid(),
      'rural', ${closing}, ${closing}, 4, 4, ${ethnicity},
      case ${closing}::text when 'poor' then array['nutrition', 'waterSource', 'housingQuality']
        when 'near-poor' then array['waterSource'] end
    from commune_reviews c join review_rounds r on r.id = c.round_id and r.year = 2024
    join lateral (select unit_id from unit_periods where parent_id = c.commune_id limit 1) v on true
    cross join generate_series(1, ${count})
    where c.commune_name = ${commune}`.execute(world.house.db);
}

async function thaw(change: () => Promise<void>): Promise<void> {
  const { db } = world.house;
  await db.updateTable('commune_reviews').set({ status: 'open' }).execute();
  await change();
  await sql`update commune_reviews c set status = 'recognised' from review_rounds r
    where r.id = c.round_id and r.year = 2024`.execute(db);
}

const body = (client: { readonly answer: { readonly bytes: Buffer } }) =>
  client.answer.bytes.toString('utf8');

test('while no year is official there is an honest empty page, and empty files', async () => {
  const visitor = world.visitor();
  await visitor.get('/public/poverty');
  expect(visitor.status).toBe(200);
  expect(visitor.text).toContain('Chưa có số liệu chính thức nào');
  await visitor.get('/public/poverty.csv');
  expect(parseCsv(body(visitor))).toHaveLength(1);
  await visitor.get('/public/poverty.json');
  expect(JSON.parse(body(visitor))).toMatchObject({ years: [], rows: [] });
  await visitor.get('/public/poverty?year=2024');
  expect(visitor.status).toBe(404);
});

describe('an official year', () => {
  beforeAll(async () => {
    await thaw(async () => {
      await grow('Xã Mường Than', 'poor', 40);
      await grow('Xã Mường Than', 'near-poor', 30);
      await grow('Xã Mường Than', 'not-poor', 200);
      await grow('Xã Than Uyên', 'poor', 20);
      await grow('Xã Than Uyên', 'near-poor', 10);
      await grow('Xã Than Uyên', 'near-poor', 9, '01');
      await grow('Xã Than Uyên', 'not-poor', 100);
    });
    await makeOfficial(2024, '2024-12-20');
  });

  test('opens to a visitor with counts, rates, source and what the words mean', async () => {
    const visitor = world.visitor();
    await visitor.get('/public/poverty');
    expect(visitor.heading).toBe('Hộ nghèo, hộ cận nghèo năm 2024');
    expect(visitor.text).toContain('Số liệu dùng thử, không phải số thật');
    expect(visitor.text).toContain('Số liệu chính thức từ ngày 20/12/2024');
    expect(visitor.texts('tbody th')).toEqual(['Xã Mường Than', 'Xã Than Uyên']);
    const [first] = visitor.texts('tbody tr');
    expect(first).toContain('277');
    expect(first).toContain('43');
    expect(first).toContain('15,52 %');
    expect(visitor.text).toContain('“dưới 5”');
    expect(visitor.text).toContain('“không nêu”');
  });

  test('hides one Kinh household, and does not let the page or a file tell it', async () => {
    const visitor = world.visitor();
    await visitor.get('/public/poverty');
    await visitor.follow('Dân tộc');
    const rows = visitor.texts('tbody tr');
    // Of 32 near-poor in Mường Than one head is Kinh; Than Uyên has nine beside ten others.
    expect(rows[0]).toContain('dưới 5');
    expect(rows[0]).toContain('không nêu');
    expect(rows[1]).toContain('không nêu');
    await visitor.follow('Tải CSV (mở bằng Excel)');
    const text = body(visitor);
    expect(text.startsWith('\uFEFFNăm,')).toBe(true);
    const [head = [], ...lines] = parseCsv(text);
    const kinh = head.indexOf('Hộ cận nghèo, chủ hộ dân tộc Kinh hoặc khác');
    expect(lines.map((line) => line[kinh])).toEqual(['dưới 5', 'không nêu', '10']);
    expect(lines[0]?.at(-1)).toContain('không phải số thật');
  });

  test('tells the same on the page, in the CSV and in the JSON', async () => {
    const visitor = world.visitor();
    await visitor.get('/public/poverty.json');
    const json = JSON.parse(body(visitor)) as { rows: Record<string, unknown>[] };
    expect(json).toMatchObject({
      ...{ year: 2024, units: 'then' },
      source: { officialOn: '2024-12-20', madeUp: true },
    });
    expect(json.rows[0]).toMatchObject({
      ...{ name: 'Xã Mường Than', total: 277, poor: 43, nearPoor: 32 },
      ...{ nearPoorKinh: 'under-5', nearPoorMinority: 'not-told', poorChange: null },
    });
    await visitor.get('/public/poverty.csv');
    const [, first] = parseCsv(body(visitor));
    expect(first?.slice(0, 5)).toEqual(['2024', 'Xã khi rà soát', 'Xã Mường Than', '277', '43']);
  });

  test('tells deprivation for the province only', async () => {
    const visitor = world.visitor();
    await visitor.get('/public/poverty');
    await visitor.follow('Thiếu hụt');
    expect(visitor.texts('tbody th')).toContain('Nguồn nước sinh hoạt');
    expect(visitor.text).not.toContain('Xã Than Uyên');
    await visitor.follow('Tải CSV (mở bằng Excel)');
    expect(parseCsv(body(visitor))).toHaveLength(13);
  });

  test('opens on the units of today too, and to nobody a year that is not official', async () => {
    const visitor = world.visitor();
    await visitor.get('/public/poverty?year=2024&units=today');
    expect(visitor.texts('tbody th')).toEqual(['Xã Mường Than', 'Xã Than Uyên']);
    const agency = await world.as('thuong-truc');
    for (const year of ['2025', '1999', 'x', '-1', '2024.5']) {
      await agency.get(`/public/poverty?year=${year}`);
      expect(agency.status, year).toBe(404);
    }
  });

  test('shows no name of a head', async () => {
    const visitor = world.visitor();
    for (const file of ['', '.csv', '.json']) {
      await visitor.get(`/public/poverty${file}`);
      expect(body(visitor)).not.toContain('Lò Văn');
      expect(body(visitor)).not.toContain('MT-00');
    }
  });
});
