import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect } from 'vitest';
import { readCsv } from '../../src/shared/csv.ts';
import { day } from '../../src/shared/day.ts';
import { officeId } from '../../src/units/reference-ids.ts';
import { canBrowse, journey, openStage, type Stage } from './browser.ts';

const MERGER = join(import.meta.dirname, '../../db/seed/units/lai-chau-merger-2025.csv');
const OF_TODAY = ['Xã Than Uyên', 'Xã Mường Than', 'Phường Đoàn Kết'];

let stage: Stage;
beforeAll(async () => {
  if (canBrowse) stage = await openStage({ today: day('2025-11-17'), story: true });
}, 120_000);
afterAll(() => stage?.close());

journey('a name that two communes bore finds both and says which is which', async () => {
  const { page } = await stage.open('thuongtruc');
  await page.goto('/work');
  await page.getByRole('searchbox').fill('muong than');
  await page.keyboard.press('Enter');
  await page.waitForURL('**/search?*');
  const found = await page.locator('.findings li').allTextContents();
  expect(found).toHaveLength(2);
  expect(found[0]).toMatch(/^Xã Mường Than.*hình thành từ Xã Phúc Than, Xã Mường Mít/);
  expect(found[1]).toMatch(/^Xã Mường Thanđến 30\/06\/2025.*nay thuộc về Xã Than Uyên/);
});

journey('the year before the merger, told in the areas of today, loses nothing', async () => {
  const { page, errors } = await stage.open('thuongtruc');
  await page.goto('/rounds');
  await page.getByRole('link', { name: 'Báo cáo năm 2024' }).click();
  await page.getByRole('link', { name: 'Bảng tổng hợp' }).click();
  await page.getByRole('link', { name: 'Hộ nghèo', exact: true }).click();
  const then = await amounts(page);
  await page.getByRole('link', { name: 'Theo địa bàn hôm nay' }).click();
  const today = await amounts(page);

  expect(today.get(PROVINCE)).toEqual(then.get(PROVINCE));
  expect(today.get(PROVINCE)?.poor_closing).toBe(20_961);
  for (const name of OF_TODAY) {
    const sums = await sumsOfOldCommunes(name);
    expect(sums.poor_closing, name).toBeGreaterThan(0);
    expect(today.get(name), name).toMatchObject(shownOf(sums, today.get(name)));
  }
  expect(errors).toEqual([]);
});

const PROVINCE = 'Ủy ban nhân dân tỉnh';

type Amounts = Readonly<Record<string, number>>;

/** The numbers of the open matrix: by name of the line, then by slug of the figure. */
async function amounts(page: Page): Promise<Map<string, Amounts>> {
  const lines = await page.locator('.matrix tbody tr').evaluateAll((rows) =>
    rows.map((row) => ({
      name: row.querySelector('th')?.textContent?.trim() ?? '',
      cells: [...row.querySelectorAll('td a')].map((link) => [
        /\/figures\/(\w+)/.exec(link.getAttribute('href') ?? '')?.[1] ?? '',
        link.lastChild?.textContent ?? '',
      ]),
    })),
  );
  return new Map(lines.map(({ name, cells }) => [name, Object.fromEntries(cells.map(read))]));
}

function read([slug = '', text = '']: string[]): [string, number] {
  return [slug, Number(text.replaceAll('.', '').replace(',', '.'))];
}

/**
 * What the communes that went whole into an area of today reported and had accepted in 2024,
 * added up from the table of the merger and the values themselves, past all that the product
 * computes.
 */
async function sumsOfOldCommunes(name: string): Promise<Amounts> {
  const merged = readCsv(readFileSync(MERGER, 'utf8')).filter((one) => one.new_full_name === name);
  expect(merged.every(({ kind }) => kind === 'full')).toBe(true);
  const offices = merged.map(({ old_code }) => officeId(`UBND.C22.${old_code}`));
  const values = await stage.world.house.db
    .selectFrom('report_values')
    .innerJoin('reports', 'reports.id', 'report_values.report_id')
    .innerJoin('rounds', 'rounds.id', 'reports.round_id')
    .innerJoin('figures', 'figures.id', 'report_values.figure_id')
    .where('rounds.year', '=', 2024)
    .where('reports.unit_id', 'in', offices)
    .where('report_values.accepted', '=', true)
    .select(['figures.slug', 'report_values.amount'])
    .execute();
  const sums: Record<string, number> = {};
  for (const { slug, amount } of values) sums[slug] = (sums[slug] ?? 0) + Number(amount ?? 0);
  return sums;
}

/** Of all the sums, those that stand in the matrix as counts. */
function shownOf(sums: Amounts, shown: Amounts = {}): Amounts {
  const slugs = Object.keys(shown).filter((slug) => slug in sums);
  expect(slugs.length).toBeGreaterThan(5);
  return Object.fromEntries(slugs.map((slug) => [slug, sums[slug] ?? 0]));
}
