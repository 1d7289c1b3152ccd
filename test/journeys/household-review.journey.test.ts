import { statSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect } from 'vitest';
import { day } from '../../src/shared/day.ts';
import {
  canBrowse,
  checkPage,
  checkWidth,
  journey,
  openStage,
  type Stage,
  type Tab,
} from './browser.ts';
import { heading, press, words } from './report-steps.ts';

let stage: Stage;
beforeAll(async () => {
  if (canBrowse) stage = await openStage({ today: day('2025-11-05') });
}, 60_000);
afterAll(() => stage?.close());

/** What the reviewers find, by household: score A, deprived indicators, people. */
const FOUND = {
  'MT-001': ['120', ['Dinh dưỡng', 'Chất lượng nhà ở', 'Nguồn nước sinh hoạt'], '5'],
  'MT-002': ['140', ['Dinh dưỡng', 'Bảo hiểm y tế'], '4'],
  'MT-003': ['141', ['Việc làm'], '3'],
  'MT-005': ['139', ['Dinh dưỡng', 'Diện tích nhà ở bình quân', 'Bảo hiểm y tế'], '8'],
  'MT-006': ['100', [], '2'],
} as const;

async function click(page: Page, name: string): Promise<void> {
  const link = page.getByRole('link', { name, exact: true }).first();
  await Promise.all([page.waitForEvent('load'), link.click()]);
}

async function survey(page: Page, code: keyof typeof FOUND): Promise<void> {
  const [score, deprived, members] = FOUND[code];
  expect(await heading(page)).toBe(`Phiếu rà soát hộ ${code}`);
  await page.getByLabel('Điểm A (thu nhập)').fill(score);
  for (const name of deprived) await page.getByLabel(name, { exact: false }).first().check();
  if (deprived.length === 0) await page.getByLabel('Không thiếu hụt chỉ số nào').check();
  await page.getByLabel('Số nhân khẩu').fill(members);
  await page.getByLabel('Trẻ em dưới 16 tuổi').fill('1');
  await page.getByLabel('Trẻ em thiếu hụt y tế').fill('0');
  await page.getByLabel('Trẻ em thiếu hụt giáo dục').fill('0');
  await press(page, 'Lưu và xem kết quả');
  expect(await page.locator('.field-error, .fault, [role=alert]').allTextContents()).toEqual([]);
  expect(await heading(page)).toBe(`Kết quả rà soát hộ ${code}`);
}

async function officer(): Promise<Tab> {
  return stage.open('ra-soat-muong-than');
}

/** From the first page to the commune's desk. */
async function openDesk(page: Page): Promise<void> {
  await page.goto('/households');
  await click(page, 'Làm tiếp');
}

journey('the officer surveys the households of last year, each with its reason', async () => {
  const tab = await officer();
  const { page } = tab;
  await openDesk(page);
  await checkPage(tab);
  await click(page, 'Xem các hộ chưa rà soát');
  await checkPage(tab);
  await page
    .getByRole('link', { name: /MT-001/ })
    .last()
    .click();
  await checkPage(tab);
  for (const code of Object.keys(FOUND) as (keyof typeof FOUND)[]) {
    await survey(page, code);
    if (code === 'MT-001')
      expect(await words(page)).toContain('điểm B 30 (3 chỉ số thiếu hụt) từ 30');
    if (code !== 'MT-006')
      await page.getByRole('link', { name: /Hộ tiếp theo chưa rà soát/ }).click();
  }
  await openDesk(page);
  expect(await words(page)).toContain('Tất cả hộ trong danh sách đã được rà soát.');
  expect(tab.errors).toEqual([]);
});

journey('both villages meet, the list hangs and its clock runs', async () => {
  const tab = await officer();
  const { page } = tab;
  await openDesk(page);
  await click(page, 'Tới phần họp dân');
  for (const village of ['Bản Một', 'Bản Hai']) {
    await page.getByRole('link', { name: `Ghi cuộc họp: ${village}` }).click();
    await page.getByLabel('Ngày họp').fill('05/11/2025');
    await page.getByLabel('Nơi họp').fill('Nhà văn hóa bản');
    await page.getByLabel('Người chủ trì').fill('Giàng A Thử');
    await page.getByLabel('Thư ký').fill('Lò Thị Thử');
    await page.getByLabel('Số người dự').fill('40');
    await page.getByLabel('Số người đồng ý').fill('33');
    await press(page, 'Ghi cuộc họp');
    expect(await words(page)).toContain('đủ đồng ý');
  }
  await checkPage(tab);
  await openDesk(page);
  await click(page, 'Tới phần niêm yết');
  await page.getByLabel('Ngày niêm yết').fill('05/11/2025');
  await page.getByLabel('Nơi niêm yết').fill('Trụ sở UBND xã; nhà văn hóa hai bản');
  await press(page, 'Ghi đã niêm yết');
  expect(await words(page)).toContain('còn 3 ngày làm việc, đến hết 10/11/2025');
  await checkPage(tab);
});

journey('a neighbour objects, and is answered with a reason', async () => {
  const tab = await officer();
  const { page } = tab;
  await openDesk(page);
  await click(page, 'Tới phần ý kiến phản ánh');
  await page.getByLabel('Họ và tên người phản ánh').fill('Lù Thị Thử');
  await page.getByLabel('Ngày nhận').fill('05/11/2025');
  await page.getByLabel('Mã hộ được phản ánh').fill('MT-003');
  await page.getByLabel('Nội dung').fill('Hộ này vẫn không có việc làm ổn định.');
  await press(page, 'Ghi ý kiến phản ánh');
  await openDesk(page);
  expect(await words(page)).toContain('Còn 1 ý kiến phản ánh chưa trả lời.');
  await click(page, 'Tới phần ý kiến phản ánh');
  await click(page, 'Lù Thị Thử');
  await page.getByLabel('Phản ánh không có cơ sở').check();
  await page.getByLabel('Nội dung trả lời').fill('Đã phúc tra ngày 05/11: thu nhập vượt chuẩn.');
  await checkPage(tab);
  await press(page, 'Ghi trả lời');
  await openDesk(page);
  expect(await words(page)).toContain('Không còn ý kiến phản ánh nào chờ trả lời.');
});

journey('the chairman recognises when the clock is over, and prints the decision', async () => {
  stage.world.setToday(day('2025-11-12'));
  const tab = await stage.open('chu-tich-muong-than');
  const { page } = tab;
  await page.goto('/work');
  await click(page, 'Công nhận');
  await page.getByLabel('Số quyết định').fill('12');
  await page.getByLabel('Người thi hành (Điều 3)').fill('Trưởng phòng Kinh tế; Trưởng các bản');
  await checkPage(tab);
  await press(page, 'Xem trước quyết định');
  expect(await words(page)).toContain('1. Hộ nghèo: 2 hộ, 13 nhân khẩu;');
  expect(await words(page)).toContain('Lò Văn Phương');
  await press(page, 'Ban hành quyết định');
  expect(await heading(page)).toBe('Đã công nhận kết quả rà soát năm 2025');
  const file = page.waitForEvent('download');
  await page.getByRole('link', { name: /PDF/ }).first().click();
  expect(statSync(await (await file).path()).size).toBeGreaterThan(20_000);
  await openDesk(page);
  await checkPage(tab);
});

journey('the tables follow, and tell poor to near-poor as one number', async () => {
  const tab = await stage.open('thuong-truc');
  const { page } = tab;
  await page.goto('/households');
  await click(page, 'Các biểu tổng hợp');
  await checkPage(tab);
  const row = async (table: number) => {
    await page.goto(page.url().replace(/\/tables.*$/, `/tables/${table}`));
    await checkWidth(tab);
    const cells = await page.locator('table tbody tr').first().locator('td').allTextContents();
    return cells.filter((text) => /^\d+$/.test(text.trim())).map(Number);
  };
  const [poor, nearPoor] = [await row(2), await row(3)];
  expect(poor).toEqual([3, 1, 0, 0, 0, 0, 0, 0, 2]);
  expect(nearPoor).toEqual([2, 1, 0, 0, 1, 0, 0, 0, 2]);
  expect(await words(page)).not.toMatch(/Lò Văn|Giàng Thị/);
});
