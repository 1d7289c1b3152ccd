// The picture of the README, from a running demonstration:
//   node test/journeys/screenshot.ts http://127.0.0.1:3000 docs/screenshot.png
// Drafts, completes and issues the report of the open round if nobody has.
import { chromium, type Page } from 'playwright-core';
import { CHROMIUM, QUIET } from './chromium.ts';

const [address = 'http://127.0.0.1:3000', file = 'docs/screenshot.png'] = process.argv.slice(2);
const ROUND = 'Báo cáo tổng kết 2025';
const PASSAGE = `Cấp ủy, chính quyền các cấp đã lãnh đạo, chỉ đạo phong trào sâu rộng; {{Hộ nghèo được phân công giúp đỡ}} được phân công người giúp đỡ cụ thể.
Mặt trận Tổ quốc và các đoàn thể vận động đoàn viên, hội viên đăng ký thoát nghèo.`;

const browser = await chromium.launch({ executablePath: CHROMIUM ?? '', args: QUIET });
try {
  const agency = await signedIn('thuongtruc');
  await openReport(agency);
  await draft(agency);
  const head = await signedIn('nnmt.giamdoc');
  await openReport(head);
  await issue(head);
  await openReport(agency);
  await scrollToFigures(agency);
  await agency.screenshot({ path: file });
} finally {
  await browser.close();
}

async function signedIn(login: string): Promise<Page> {
  const context = await browser.newContext({
    ...{ baseURL: address, locale: 'vi-VN', viewport: { width: 1280, height: 800 } },
  });
  const page = await context.newPage();
  await page.goto('/sign-in');
  await page.getByLabel('Tên đăng nhập').fill(login);
  await page.getByLabel('Mật khẩu', { exact: true }).fill('chungtay2025');
  await press(page, 'Đăng nhập');
  return page;
}

async function openReport(page: Page): Promise<void> {
  await page.goto('/rounds');
  await page.getByRole('link', { name: ROUND }).first().click();
  await page.getByRole('link', { name: 'Báo cáo cấp tỉnh' }).click();
  await page.waitForLoadState();
}

/** Begins the report and writes what only a person can write. */
async function draft(page: Page): Promise<void> {
  if (await page.getByRole('button', { name: 'Lập dự thảo báo cáo' }).count())
    await press(page, 'Lập dự thảo báo cáo');
  const gaps = page.locator('.notice a[href*="edit="]');
  while (await gaps.count()) {
    await Promise.all([page.waitForEvent('load'), gaps.first().click()]);
    await page.getByLabel('Nội dung đoạn').fill(PASSAGE);
    await press(page, 'Lưu đoạn');
  }
}

async function issue(page: Page): Promise<void> {
  const link = page.getByRole('link', { name: 'Ban hành', exact: true });
  if ((await link.count()) === 0) return;
  await link.click();
  await page.getByLabel(/^Ban hành khi còn/).check();
  await press(page, 'Ban hành báo cáo');
}

/** The first figures with what they are about, under the line of the page. */
async function scrollToFigures(page: Page): Promise<void> {
  const first = page.locator('.paper-figure').first();
  await first.evaluate((figure) => {
    const { top } = figure.getBoundingClientRect();
    window.scrollTo(0, window.scrollY + top - 430);
  });
}

async function press(page: Page, name: string): Promise<void> {
  const button = page.getByRole('button', { name, exact: true });
  await Promise.all([page.waitForEvent('load'), button.click()]);
}
