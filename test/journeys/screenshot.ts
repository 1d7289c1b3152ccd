// Draws the picture of the README from a running demonstration; see docs/architecture.md.
//   node test/journeys/screenshot.ts http://127.0.0.1:3000 docs/screenshot.png
import { chromium, type Page } from 'playwright-core';
import { CHROMIUM, QUIET } from './chromium.ts';

const [address = 'http://127.0.0.1:3000', file = 'docs/screenshot.png'] = process.argv.slice(2);

const browser = await chromium.launch({ executablePath: CHROMIUM ?? '', args: QUIET });
const page = await browser.newPage({
  ...{ baseURL: address, locale: 'vi-VN', viewport: { width: 1280, height: 800 } },
});
await signIn(page);
await page.goto('/plans');
await page.getByRole('link', { name: /^Chậm, cần chú ý/ }).click();
await page.waitForURL('**show=late');
await page.screenshot({ path: file });
await browser.close();

/** As the leadership of the province, who only looks. */
async function signIn(page: Page): Promise<void> {
  await page.goto('/sign-in');
  await page.getByLabel('Tên đăng nhập').fill('lanhdao');
  await page.getByLabel('Mật khẩu', { exact: true }).fill('chungtay2025');
  await page.getByRole('button', { name: 'Đăng nhập', exact: true }).click();
  await page.waitForURL('**/work');
}
