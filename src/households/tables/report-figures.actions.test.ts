import { afterAll, beforeAll, expect, test } from 'vitest';
import type { TestDatabase } from '../../../test/harness/database.ts';
import { day } from '../../shared/day.ts';
import { takeStep } from './fixtures/any-history.ts';
import { openMergerWorld, ROUND, unit } from './fixtures/merger-world.ts';
import { householdFigures } from './report-figures.actions.ts';

let own: TestDatabase;
beforeAll(async () => {
  own = await openMergerWorld();
  const people = { opening_members: 4, members: 4, children: 0, children_health: 0 };
  const facts = { relapsed: false, reason: null, ...people, children_school: 0, marks: [] };
  const household = (commune: string, closing: string | null, ethnicity: string) => ({
    ...{ ...facts, commune_id: unit(commune), village_id: unit(`${commune}-1`), opening: 'poor' },
    ...{ closing, ethnicity, area_type: 'rural', deprived: null },
  });
  const many = [
    household('a1', 'poor', '08'),
    household('a1', null, '08'),
    household('a1', null, '01'),
    household('a2', 'near-poor', '03'),
    household('b1', 'poor', '01'),
  ];
  await takeStep(own.db, { verb: 'add', many }, { next: 0 });
});
afterAll(() => own.drop());

async function amounts(area: string, ...slugs: string[]) {
  const found = await householdFigures(own.db, { areaId: unit(area), year: 2024 });
  return found && [found.source, ...slugs.map((slug) => found.amounts.get(slug)?.amount)];
}

test('a commune, its district as it was and the province each have their own sum', async () => {
  const asked = ['households_total', 'poor_opening', 'poor_closing', 'poor_ethnic'] as const;
  expect(await amounts('a1', ...asked)).toEqual([
    'Từ rà soát hộ nghèo 2024 của xã, sơ bộ: còn 2 hộ chưa rà soát',
    ...[3, 3, 3, 2],
  ]);
  expect(await amounts('d1', ...asked)).toEqual([
    'Từ rà soát hộ nghèo 2024 của huyện, sơ bộ: còn 2 hộ chưa rà soát',
    ...[4, 4, 3, 2],
  ]);
  expect((await amounts('province', ...asked))?.slice(1)).toEqual([5, 5, 4, 2]);
});

test('another year, another place, or a place that is not whole has nothing, not 0', async () => {
  expect(await householdFigures(own.db, { areaId: unit('a1'), year: 2023 })).toBeNull();
  expect(await amounts('x')).toBeNull();
  await own.db
    .deleteFrom('commune_reviews')
    .where('round_id', '=', ROUND)
    .where('commune_id', '=', unit('b2'))
    .execute();
  expect(await amounts('b2')).toBeNull();
  expect(await amounts('province')).toBeNull();
  expect(await amounts('d1')).not.toBeNull();
});

test('what is official says by which document', async () => {
  await own.db
    .updateTable('review_rounds')
    .set({ official_on: day('2024-12-20'), official_document: 'Quyết định số 12/QĐ-UBND' })
    .where('id', '=', ROUND)
    .execute();
  expect((await amounts('d1'))?.[0]).toBe(
    'Từ rà soát hộ nghèo 2024 của huyện, số chính thức theo Quyết định số 12/QĐ-UBND',
  );
});
