import type { Page } from 'playwright-core';
import { expect } from 'vitest';

/** The password of everybody in the demonstration (db/seed/people/demo-people.json). */
const PASSWORD = 'chungtay2025';

export const DEPARTMENT = 'Sở Giáo dục và Đào tạo';

/** A figure by its name in the form and its slug in addresses. */
export const HELPED = { name: 'Hộ nghèo được phân công giúp đỡ', slug: 'households_helped' };
export const GIVEN = {
  name: 'Nguồn lực cơ quan, cán bộ đóng góp giúp hộ nghèo',
  slug: 'resources_agencies',
};

/** What the department has not told yet on the day of the story, by the names in its form. */
export const STILL_EMPTY: Readonly<Record<string, string>> = {
  [HELPED.name]: '21',
  [GIVEN.name]: '225.000.000',
  'Tập thể được khen thưởng theo thẩm quyền': '5',
  'Cá nhân được khen thưởng theo thẩm quyền': '8',
  'Kết quả nổi bật': 'Sở đã vận động quà và sách vở cho học sinh ở hai xã nhận giúp đỡ.',
  'Điển hình tiên tiến': 'Trường nội trú Mường Tè | dạy xóa mù chữ buổi tối cho hộ nghèo',
  'Khó khăn, vướng mắc': 'Đường đến điểm trường lẻ khó đi | mưa lũ kéo dài',
  'Đề xuất, kiến nghị': 'Bố trí vốn sửa nhà bán trú | Ủy ban nhân dân tỉnh',
};

/** Through the front door, with name and password. */
export async function signIn(page: Page, login: string): Promise<void> {
  await page.goto('/sign-in');
  await page.getByLabel('Tên đăng nhập').fill(login);
  await page.getByLabel('Mật khẩu', { exact: true }).fill(PASSWORD);
  await page.getByRole('button', { name: 'Đăng nhập', exact: true }).click();
  await page.waitForURL('**/work');
}

/** From "Việc của tôi" into the one report to write. */
export async function openOwnReport(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Lập báo cáo' }).click();
  await page.waitForURL('**/reports/*');
  expect(await heading(page)).toBe(DEPARTMENT);
}

/** Types into every empty field, letter by letter; says which fields were empty. */
export async function typeWhatIsEmpty(page: Page): Promise<string[]> {
  const empty: string[] = [];
  for (const row of await page.locator('.report-row').all()) {
    const field = row.locator('input, textarea').first();
    if ((await field.inputValue()) !== '') continue;
    const name = (await row.locator('label').first().textContent()) ?? '';
    await field.pressSequentially(STILL_EMPTY[name] ?? '');
    empty.push(name);
  }
  return empty;
}

/** The form doubts a leap against last year; the officer keeps the number and says why. */
export async function keepWithReason(page: Page): Promise<void> {
  const row = page.locator(`[data-field="f.${HELPED.slug}"]`);
  expect(await row.textContent()).toContain('Tăng 17 % so với năm trước (18)');
  await row.getByLabel('Giữ nguyên, vì…').fill('Nhận thêm ba hộ ở bản mới sáp nhập.');
}

export async function heading(page: Page): Promise<string | null> {
  return page.getByRole('heading', { level: 1 }).textContent();
}

/** Presses a button that sends, and waits for the page that comes of it. */
export async function press(page: Page, name: string): Promise<void> {
  const button = page.getByRole('button', { name, exact: true });
  await Promise.all([page.waitForEvent('load'), button.click()]);
}

/** Opens a duty of "Việc của tôi" by its unit. */
export async function openDuty(page: Page, unit: string, link: string): Promise<void> {
  await page.goto('/work');
  const duty = page.locator('.duty').filter({ hasText: unit });
  await Promise.all([page.waitForEvent('load'), duty.getByRole('link', { name: link }).click()]);
}

/** All that the page says, with ordinary spaces. */
export async function words(page: Page): Promise<string> {
  const text = await page.locator('main').textContent();
  return (text ?? '').replaceAll('\u00A0', ' ');
}
