import { afterAll, beforeAll, expect } from 'vitest';
import { day } from '../../src/shared/day.ts';
import { PASSWORD } from '../harness/small-province.ts';
import { canBrowse, checkPage, firstVisit, journey, openStage, type Stage } from './browser.ts';

let stage: Stage;
beforeAll(async () => {
  if (canBrowse) stage = await openStage({ today: day('2025-11-17') });
});
afterAll(() => stage?.close());

journey('the sign-in page opens on a slow line, on any screen, for everybody', async () => {
  const tab = await stage.open();
  await firstVisit(tab, '/sign-in');
  expect(await tab.page.getByRole('heading', { level: 1 }).textContent()).toBe('Đăng nhập');
  await checkPage(tab);
});

journey('an officer signs in with the keyboard alone', async () => {
  const { page, errors } = await stage.open();
  await page.goto('/sign-in');
  await page.getByLabel('Tên đăng nhập').focus();
  await page.keyboard.type('can-bo-muong-than');
  await page.keyboard.press('Tab');
  await page.keyboard.type(PASSWORD);
  const answered = page.waitForResponse((answer) => answer.request().method() === 'POST');
  await page.keyboard.press('Enter');
  expect((await answered).status()).toBe(303);
  await page.waitForURL('**/work');
  const session = (await page.context().cookies()).find((one) => one.name === 'session');
  expect(session).toMatchObject({ httpOnly: true, sameSite: 'Lax' });
  expect(errors).toEqual([]);
});
