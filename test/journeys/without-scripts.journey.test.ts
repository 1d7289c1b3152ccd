import { afterAll, beforeAll, expect } from 'vitest';
import { day } from '../../src/shared/day.ts';
import { canBrowse, journey, openStage, type Stage } from './browser.ts';
import {
  DEPARTMENT,
  HELPED,
  keepWithReason,
  openDuty,
  openOwnReport,
  press,
  STILL_EMPTY,
  signIn,
  typeWhatIsEmpty,
  words,
} from './report-steps.ts';

let stage: Stage;
beforeAll(async () => {
  if (canBrowse) stage = await openStage({ today: day('2025-11-17'), story: true });
}, 120_000);
afterAll(() => stage?.close());

journey('without scripts a report is filled, kept, sent and approved all the same', async () => {
  const { page } = await stage.open(undefined, { scripts: false });
  await signIn(page, 'gddt.daumoi');
  await openOwnReport(page);
  expect((await typeWhatIsEmpty(page)).sort()).toEqual(Object.keys(STILL_EMPTY).sort());
  await press(page, 'Lưu nháp');
  expect(await words(page)).toContain('Đã lưu 8 ô');
  expect(await page.getByLabel(HELPED.name).inputValue()).toBe(STILL_EMPTY[HELPED.name]);
  await press(page, 'Gửi lãnh đạo duyệt');
  expect(await words(page)).toContain('Có 1 chỗ cần sửa trước khi tiếp tục');
  await keepWithReason(page);
  await press(page, 'Gửi lãnh đạo duyệt');
  expect(await words(page)).toContain('Đã trình lãnh đạo duyệt');

  const head = await stage.open(undefined, { scripts: false });
  await signIn(head.page, 'gddt.giamdoc');
  await openDuty(head.page, DEPARTMENT, 'Xem và duyệt');
  await press(head.page, 'Duyệt và nộp');
  expect(await words(head.page)).toContain('Đã duyệt và nộp báo cáo');
});
