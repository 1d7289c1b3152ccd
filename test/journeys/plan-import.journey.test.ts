import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect } from 'vitest';
import { day } from '../../src/shared/day.ts';
import { canBrowse, checkWidth, journey, openStage, type Stage } from './browser.ts';
import { heading, press, words } from './report-steps.ts';

const PLAN = join(import.meta.dirname, '../../db/seed/plan/ke-hoach-2022.md');
const MOVEMENT = 'Phong trào thi đua giai đoạn 2026-2030';

let stage: Stage;
beforeAll(async () => {
  if (canBrowse) stage = await openStage({ today: day('2025-11-17'), story: true });
}, 120_000);
afterAll(() => stage?.close());

journey(
  'the signed plan, put by hand into an empty movement, is the plan that was there',
  async () => {
    const tab = await stage.open('thuongtruc');
    const { page } = tab;
    await page.goto('/plans');
    const seeded = await clauses(planId(page) ?? '');
    expect(seeded.length).toBeGreaterThan(35);

    await startMovement(page);
    await page.getByLabel('Tệp kế hoạch').setInputFiles(PLAN);
    await press(page, 'Đọc thành bản nháp');
    expect(await heading(page)).toBe('Xem lại bản nháp kế hoạch');
    expect(await words(page)).toContain('Số V được dùng hai lần');
    expect(await page.locator('.tree-row').count()).toBeGreaterThan(30);
    expect(await clauses(planId(page) ?? '')).toEqual(seeded);
    await checkWidth(tab);

    await press(page, 'Đưa vào thực hiện');
    expect(await page.locator('.clause-title').allTextContents()).toContain('V. TỔ CHỨC THỰC HIỆN');
  },
);

async function startMovement(page: Page): Promise<void> {
  await page.goto('/movements');
  await page.getByRole('link', { name: 'Lập phong trào' }).click();
  await page.getByLabel('Tên phong trào').fill(MOVEMENT);
  await page.getByLabel('Từ năm').fill('2026');
  await page.getByLabel('Đến năm').fill('2030');
  await press(page, 'Lập phong trào');
  expect(await words(page)).toContain(`Đã lập phong trào “${MOVEMENT}”`);
  const chosen = page.getByLabel('Của phong trào').locator('option:checked');
  expect(await chosen.textContent()).toBe(MOVEMENT);
}

function planId(page: Page): string | undefined {
  return /\/plans\/([0-9a-f-]{36})/.exec(page.url())?.[1];
}

/** A plan's clauses from the top down: where each hangs, its marker, its words. */
async function clauses(plan: string) {
  const { db } = stage.world.house;
  return db
    .selectFrom('clauses')
    .leftJoin('clauses as above', 'above.id', 'clauses.parent_id')
    .where('clauses.plan_id', '=', plan)
    .orderBy('clauses.path')
    .orderBy('clauses.position')
    .select(['clauses.path', 'clauses.position', 'clauses.kind', 'above.path as under'])
    .select(['clauses.marker', 'clauses.heading', 'clauses.text'])
    .execute();
}
