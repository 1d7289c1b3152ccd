import { afterAll, beforeAll, expect, test } from 'vitest';
import type { World } from '../../../test/harness/world.ts';
import { addReviewedFigures, openReviewWorld, roundOf } from './fixtures/review-world.ts';

let world: World;

beforeAll(async () => {
  world = await openReviewWorld();
  await addReviewedFigures(world);
});
afterAll(() => world.close());

async function officialOf(slug: string, unitName: string) {
  return world.house.db
    .selectFrom('official_figures as o')
    .innerJoin('figures as f', 'f.id', 'o.figure_id')
    .innerJoin('unit_periods as p', 'p.unit_id', 'o.unit_id')
    .where('f.slug', '=', slug)
    .where('p.full_name', '=', unitName)
    .select(['o.amount', 'o.year', 'o.source', 'o.made_up'])
    .executeTakeFirst();
}

const DECISION = { document: 'Quyết định số 12/QĐ-UBND của Chủ tịch UBND tỉnh', on: '20/12/2024' };

test('while a commune is not recognised nothing becomes official, and it says which', async () => {
  const agency = await world.as('thuong-truc');
  await agency.post(`/review-rounds/${await roundOf(world, 2025)}/official`, DECISION);
  expect(agency.status).toBe(409);
  expect(agency.text).toContain('Còn 2 xã chưa công nhận');
  expect(agency.text).toContain('Xã Mường Than, Xã Than Uyên');
});

test('only the standing agency makes a review official', async () => {
  const chairman = await world.as('chu-tich-muong-than');
  await chairman.post(`/review-rounds/${await roundOf(world, 2024)}/official`, DECISION);
  expect(chairman.status).toBe(403);
});

test('without a document and a day that has come it stays provisional; what was typed is kept', async () => {
  const agency = await world.as('thuong-truc');
  await agency.post(`/review-rounds/${await roundOf(world, 2024)}/official`, {
    ...{ document: ' ', on: '20/12/2026' },
  });
  expect(agency.status).toBe(422);
  expect(agency.text).toContain('Chưa ghi văn bản');
  expect(agency.text).toContain('Ngày 20/12/2026 chưa tới');
  expect(agency.document.querySelector('[name=on]')?.getAttribute('value')).toBe('20/12/2026');
});

test('official figures stand at the province and at each commune, with their document', async () => {
  const agency = await world.as('thuong-truc');
  const round = await roundOf(world, 2024);
  await agency.post(`/review-rounds/${round}/official`, { document: '', on: '' });
  await agency.submit('Công bố số chính thức', {
    'Văn bản công bố': DECISION.document,
    'Ngày của văn bản': DECISION.on,
  });
  expect(agency.address).toBe(`/review-rounds/${round}`);
  expect(agency.text).toContain('Đã công bố số chính thức');
  const source = `${DECISION.document}, ngày 20/12/2024 (kết quả rà soát hộ nghèo năm 2024)`;
  const kept = { year: 2024, source, made_up: false };
  const province = 'Ủy ban nhân dân tỉnh Lai Châu';
  expect(await officialOf('poor_closing', province)).toEqual({ amount: 4, ...kept });
  expect(await officialOf('poor_rate', province)).toEqual({ amount: 44.44, ...kept });
  const muongThan = 'Ủy ban nhân dân xã Mường Than';
  expect(await officialOf('households_ethnic', muongThan)).toEqual({ amount: 5, ...kept });
  await agency.get(`/review-rounds/${round}/tables/2`);
  expect(agency.text).toContain('Số liệu chính thức');
  expect(agency.text).toContain(`Theo ${DECISION.document}, ngày 20/12/2024.`);
  const file = await agency.get(`/review-rounds/${round}/tables/2.xlsx`);
  expect(file.status).toBe(200);
});

test('it is made official once', async () => {
  const agency = await world.as('thuong-truc');
  await agency.post(`/review-rounds/${await roundOf(world, 2024)}/official`, DECISION);
  expect(agency.status).toBe(409);
  expect(agency.text).toContain('đã là số chính thức từ 20/12/2024');
});
