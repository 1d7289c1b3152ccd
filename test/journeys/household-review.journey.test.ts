import { readFileSync, statSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect } from 'vitest';
import { communeBook, PLANTED } from '../../src/households/sheets/fixtures/faulty-book.ts';
import { addPovertySection } from '../../src/reporting/reports/fixtures/poverty-section.ts';
import { day } from '../../src/shared/day.ts';
import { readSheet } from '../../src/shared/sheet/read.ts';
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
  if (!canBrowse) return;
  stage = await openStage({ today: day('2025-11-05') });
  await addPovertySection(stage.world.house.db);
}, 60_000);
afterAll(() => stage?.close());

/** What the reviewers find who go to the door: score A, deprived indicators, people. */
const FOUND = {
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

/** Chooses a workbook and has it read by its columns as they were understood. */
async function importBook(page: Page, name: string, bytes: Uint8Array): Promise<void> {
  await page.goto('/household-imports/new');
  const mimeType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
  await page.getByLabel('Tệp Excel').setInputFiles({ name, mimeType, buffer: Buffer.from(bytes) });
  await press(page, 'Tải lên và xem các cột');
  expect(await heading(page)).toBe('Cột nào là gì?');
  await press(page, 'Đọc và kiểm tra tệp');
  await page.getByRole('heading', { level: 1, name: `Xem trước: ${name}` }).waitFor();
}

journey(
  'the officer sends the sheet of the commune, and gets it back with its faults',
  async () => {
    const tab = await officer();
    const { page } = tab;
    await openDesk(page);
    await click(page, 'Nhập từ Excel');
    await checkPage(tab);
    await importBook(page, 'Mường Than.xlsx', await communeBook(false));
    await checkPage(tab);
    expect(await page.getByRole('button', { name: /vào sổ/ }).count()).toBe(0);
    const file = page.waitForEvent('download');
    await page.getByRole('link', { name: 'Nhận lại tệp có ghi lỗi' }).click();
    const book = await readSheet(readFileSync(await (await file).path()));
    for (const { sheet, row } of PLANTED) {
      const rows = book.sheets.find(({ name }) => name === sheet)?.rows;
      const reason = rows?.find(({ number }) => number === row)?.cells.at(-1)?.text;
      expect(reason, `${sheet}, dòng ${row}`).toMatch(/^.+: .{10}/);
    }
  },
);

journey('mended, the sheet is looked at and written into the register', async () => {
  const tab = await officer();
  const { page } = tab;
  await importBook(page, 'Mường Than đã sửa.xlsx', await communeBook(true));
  await click(page, 'Xã Mường Than');
  await checkPage(tab);
  await page.goBack();
  await press(page, 'Ghi 18 hộ vào sổ');
  await page.getByRole('heading', { level: 1, name: /^Đã ghi từ/ }).waitFor();
  await checkPage(tab);
  await click(page, 'Làm tiếp việc rà soát');
  expect(tab.errors).toEqual([]);
});

journey('the officer surveys the three that the sheet left, each with its reason', async () => {
  const tab = await officer();
  const { page } = tab;
  await openDesk(page);
  await checkPage(tab);
  await click(page, 'Xem các hộ chưa rà soát');
  await checkPage(tab);
  const first = page.getByRole('link', { name: /MT-003/ }).last();
  await first.click();
  await checkPage(tab);
  for (const code of Object.keys(FOUND) as (keyof typeof FOUND)[]) {
    await survey(page, code);
    if (code === 'MT-005')
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
  expect(await words(page)).toContain('1. Hộ nghèo: 3 hộ, 16 nhân khẩu;');
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
  expect(poor).toEqual([3, 1, 0, 0, 0, 0, 0, 1, 3]);
  expect(nearPoor).toEqual([2, 1, 0, 0, 1, 0, 0, 14, 16]);
  expect(await words(page)).not.toMatch(/Lò Văn|Giàng Thị/);
});

journey('the report of the commune takes the same numbers on one press', async () => {
  const tab = await stage.open('can-bo-muong-than');
  const { page } = tab;
  await page.goto('/work');
  await click(page, 'Lập báo cáo');
  await press(page, 'Lấy số từ rà soát');
  for (const [slug, value] of [
    ['poor_opening', '3'],
    ['poor_escaped', '1'],
    ['poor_other_in', '1'],
    ['poor_closing', '3'],
  ])
    expect(await page.locator(`[name="f.${slug}"]`).inputValue(), slug).toBe(value);
  expect(tab.errors).toEqual([]);
});
