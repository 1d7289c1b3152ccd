import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { householdAddress } from '../../../test/harness/household-address.ts';
import { openWorld, type World } from '../../../test/harness/world.ts';
import { day } from '../../shared/day.ts';
import { newId } from '../../shared/identity.ts';
import { readSheet } from '../../shared/sheet/read.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld({ today: day('2025-11-05') });
});
afterAll(() => world.close());

async function roundOf(year: number): Promise<string> {
  const { id } = await world.house.db
    .selectFrom('review_rounds')
    .select('id')
    .where('year', '=', year)
    .executeTakeFirstOrThrow();
  return id;
}

test('a commune begins: last year becomes the opening, listed households wait', async () => {
  const reviewer = await world.as('ra-soat-than-uyen');
  await reviewer.get('/households');
  expect(reviewer.text).toContain('Xã Than Uyên');
  await reviewer.follow('Bắt đầu');
  await reviewer.submit('Bắt đầu rà soát');
  expect(reviewer.text).toContain('đưa 2 hộ của năm trước');
  const rows = await world.house.db
    .selectFrom('household_reviews')
    .select(['code', 'opening', 'closing', 'listed'])
    .where('round_id', '=', await roundOf(2025))
    .where('code', 'like', 'TU-%')
    .orderBy('code')
    .execute();
  expect(rows).toEqual([
    { code: 'TU-001', opening: 'poor', closing: null, listed: 'last-list' },
    { code: 'TU-002', opening: 'not-poor', closing: 'not-poor', listed: null },
  ]);
});

test('a commune of others, and one that begins twice, are refused with a sentence', async () => {
  const reviewer = await world.as('ra-soat-muong-than');
  const round = await roundOf(2025);
  const { commune_id: other } = await world.house.db
    .selectFrom('commune_reviews')
    .select('commune_id')
    .where('commune_name', '=', 'Xã Than Uyên')
    .executeTakeFirstOrThrow();
  await reviewer.post(`/review-rounds/${round}/communes/${other}/begin`, {});
  expect(reviewer.status).toBe(403);
});

test('the standing agency opens the next year; a standard without scores is refused', async () => {
  const agency = await world.as('thuong-truc');
  await agency.get('/households');
  await agency.follow('Mở kỳ rà soát');
  await agency.submit('Mở kỳ rà soát', { year: '2026' });
  expect(agency.status).toBe(422);
  expect(agency.text).toContain('không nằm trong năm 2026');
  const days = { beginsOn: '01/09/2026', unitsOn: '01/09/2026', endsOn: '14/12/2026' };
  await agency.submit('Mở kỳ rà soát', days);
  expect(agency.text).toContain('năm 2026');
  await agency.get('/review-rounds/new');
  await agency.submit('Mở kỳ rà soát', { year: '1999', source: '' });
  expect(agency.status).toBe(422);
  expect(agency.text).toContain('Hãy nhập một số từ 2016 đến 2100');
});

test('what waits in the review stands on the first page of each', async () => {
  const reviewer = await world.as('ra-soat-muong-than');
  await reviewer.get('/work');
  expect(reviewer.text).toContain(
    'Xã Mường Than: rà soát hộ nghèo năm 2025, còn 5 hộ chưa khảo sát',
  );
  const head = await world.as('truong-ban');
  await head.get('/work');
  expect(head.text).toContain('Bản Một: còn 3 hộ chưa khảo sát');
  const other = await world.as('can-bo-muong-than');
  await other.get('/work');
  expect(other.text).not.toContain('khảo sát');
});

test('the village head enters the desk of the commune and sees the own village only', async () => {
  const head = await world.as('truong-ban');
  await head.get('/households');
  await head.follow('Làm tiếp');
  expect(head.text).toContain('Bản Một');
  expect(head.text).not.toContain('Bản Hai');
  expect(head.text).not.toContain('Lò Văn Phương');
});

/** Bản Ba goes into a new village, a fortnight before the villages of the round are asked. */
async function mergeBanBa({ house }: World): Promise<string> {
  const heir = newId();
  await sql`insert into units (id, sort) values (${heir}, 'area')`.execute(house.db);
  await sql`
    insert into unit_periods (id, unit_id, level, kind, name, full_name, parent_id, valid_from,
      source)
    select ${newId()}, ${heir}, level, kind, 'Ba Mới', 'Bản Ba Mới', parent_id, '2025-08-15',
      source from unit_periods where full_name = 'Bản Ba'`.execute(house.db);
  await sql`
    insert into unit_successions (id, from_id, to_id, on_day, kind, source)
    select ${newId()}, unit_id, ${heir}, '2025-08-15', 'whole', source
    from unit_periods where full_name = 'Bản Ba'`.execute(house.db);
  await sql`
    update unit_periods set valid_to = '2025-08-14' where full_name = 'Bản Ba'`.execute(house.db);
  return heir;
}

test('a village that another took over brings its households along', async () => {
  const own = await openWorld({ today: day('2025-11-05') });
  try {
    const heir = await mergeBanBa(own);
    const reviewer = await own.as('ra-soat-than-uyen');
    await reviewer.get('/households');
    await reviewer.follow('Bắt đầu');
    await reviewer.submit('Bắt đầu rà soát');
    const rows = await own.house.db
      .selectFrom('household_reviews')
      .select(['code', 'opening', 'reason', 'village_id'])
      .where('village_id', '=', heir)
      .orderBy('code')
      .execute();
    expect(rows).toEqual([
      { code: 'TU-001', opening: 'poor', reason: null, village_id: heir },
      { code: 'TU-002', opening: 'not-poor', reason: null, village_id: heir },
    ]);
    await reviewer.get(await householdAddress(own, 'TU-001'));
    expect(reviewer.status).toBe(200);
    await reviewer.get(`${await householdAddress(own, 'TU-001')}/moves`);
    expect(reviewer.status).toBe(200);
    await reviewer.get('/households/duplicates');
    expect(reviewer.status).toBe(200);
  } finally {
    await own.close();
  }
});

test('the progress of the communes goes out as a workbook; not begun is no zero', async () => {
  const client = await world.as('thuong-truc');
  await client.get(`/review-rounds/${await roundOf(2025)}/communes.xlsx`);
  const [page] = (await readSheet(new Uint8Array(client.answer.bytes))).sheets;
  const rows = page?.rows.map(({ cells }) => cells.map(({ text }) => text)) ?? [];
  const headings = rows.findIndex(([first]) => first === 'Xã');
  expect(rows.slice(headings + 1).map(([name]) => name)).toEqual(['Xã Mường Than', 'Xã Than Uyên']);
});
