import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect } from 'vitest';
import { day } from '../../src/shared/day.ts';
import { canBrowse, checkPage, checkWidth, journey, openStage, type Stage } from './browser.ts';
import {
  DEPARTMENT,
  GIVEN,
  HELPED,
  heading,
  keepWithReason,
  openDuty,
  openOwnReport,
  press,
  STILL_EMPTY,
  signIn,
  typeWhatIsEmpty,
  words,
} from './report-steps.ts';

const ROUND = 'Báo cáo tổng kết 2025';
const HELPING = 'Giúp đỡ xã, bản, hộ nghèo';

let stage: Stage;
let folder: string;
beforeAll(async () => {
  if (!canBrowse) return;
  folder = mkdtempSync(join(tmpdir(), 'chung-tay-journey-'));
  stage = await openStage({ today: day('2025-11-17'), story: true });
}, 120_000);
afterAll(async () => {
  await stage?.close();
  if (folder) rmSync(folder, { recursive: true });
});

/** The numbers of the matrix's first line, the whole province, by figure. */
async function provinceTotals(page: Page): Promise<{ helped: number; given: number }> {
  await openRound(page);
  await page.getByRole('link', { name: 'Bảng tổng hợp' }).click();
  await page.getByRole('link', { name: HELPING }).click();
  const top = page.locator('.matrix tbody tr').first();
  const of = async ({ slug }: { slug: string }) => {
    const cell = await top.locator(`a[href*="/figures/${slug}?"]`).textContent();
    return Number(/[\d.]+$/.exec(cell ?? '')?.[0].replaceAll('.', ''));
  };
  return { helped: await of(HELPED), given: await of(GIVEN) };
}

async function openRound(page: Page): Promise<void> {
  await page.goto('/rounds');
  await page.getByRole('link', { name: ROUND }).click();
}

async function headApproves(): Promise<void> {
  const { page, errors } = await stage.open('gddt.giamdoc');
  await openDuty(page, DEPARTMENT, 'Xem và duyệt');
  await press(page, 'Duyệt và nộp');
  expect(await words(page)).toContain('Đã duyệt và nộp báo cáo');
  expect(errors).toEqual([]);
  await page.context().close();
}

journey(
  'the focal point fills what is empty; the form keeps itself and goes to the head',
  async () => {
    const tab = await stage.open();
    const { page } = tab;
    await signIn(page, 'gddt.daumoi');
    await openOwnReport(page);
    expect((await typeWhatIsEmpty(page)).sort()).toEqual(Object.keys(STILL_EMPTY).sort());
    await page.getByText('Đã lưu 08:00').waitFor();
    await page.reload();
    for (const [name, text] of Object.entries(STILL_EMPTY))
      expect(await page.getByLabel(name).inputValue(), name).toBe(text);
    await checkPage(tab);
    await keepWithReason(page);
    await press(page, 'Gửi lãnh đạo duyệt');
    expect(await words(page)).toContain('Đã trình lãnh đạo duyệt');
    expect(tab.errors).toEqual([]);
    await page.context().close();
  },
);

journey(
  'one figure goes back with a reason, the rest counts; mended, the total follows',
  async () => {
    await headApproves();
    const agency = await stage.open();
    await signIn(agency.page, 'thuongtruc');
    const before = await provinceTotals(agency.page);
    await openDuty(agency.page, DEPARTMENT, 'Tiếp nhận');
    await press(agency.page, 'Tiếp nhận');
    await returnHelped(agency.page, 'Cao hơn danh sách phân công của tỉnh hai hộ.');
    const given = before.given + 225_000_000;
    expect(await provinceTotals(agency.page)).toEqual({ helped: before.helped, given });

    const officer = await stage.open('gddt.daumoi');
    await openDuty(officer.page, DEPARTMENT, 'Sửa');
    expect(await words(officer.page)).toContain('Cao hơn danh sách phân công của tỉnh hai hộ.');
    const open = officer.page.locator('.report-input :is(input, textarea):not([readonly])');
    expect(await open.count()).toBe(1);
    await officer.page.getByLabel(HELPED.name).fill('19');
    await press(officer.page, 'Gửi lãnh đạo duyệt');
    await headApproves();

    await openDuty(agency.page, DEPARTMENT, 'Tiếp nhận');
    await press(agency.page, 'Tiếp nhận');
    await press(agency.page, 'Chấp nhận báo cáo');
    expect(await words(agency.page)).toContain('Đã chấp nhận');
    expect(await provinceTotals(agency.page)).toEqual({ helped: before.helped + 19, given });
    expect([...agency.errors, ...officer.errors]).toEqual([]);
  },
);

async function returnHelped(page: Page, reason: string): Promise<void> {
  const row = page.getByRole('row').filter({ has: page.locator(`#v-${HELPED.slug}`) });
  await row.getByText('Trả lại', { exact: true }).click();
  await page.getByLabel(`Lý do trả lại “${HELPED.name}”`).fill(reason);
  await press(page, 'Trả lại các chỗ đã ghi lý do');
  expect(await words(page)).toContain('phần còn lại được chấp nhận');
}

journey('the agency drafts the report of the province, its head issues it', async () => {
  const agency = await stage.open('thuongtruc');
  await openRound(agency.page);
  await agency.page.getByRole('link', { name: 'Báo cáo cấp tỉnh' }).click();
  await press(agency.page, 'Lập dự thảo báo cáo');
  const gaps = agency.page.locator('.notice a[href*="edit="]');
  for (let left = await gaps.count(); left > 0; left--) {
    await Promise.all([agency.page.waitForEvent('load'), gaps.first().click()]);
    if (left === 1) await checkPage(agency);
    await agency.page
      .getByLabel('Nội dung đoạn')
      .fill('Các cấp, các ngành đã phân công giúp đỡ {{Hộ nghèo được phân công giúp đỡ}}.');
    await press(agency.page, 'Lưu đoạn');
  }
  expect(await gaps.count()).toBe(0);
  expect(agency.errors).toEqual([]);

  const head = await stage.open('nnmt.giamdoc');
  await head.page.goto(agency.page.url());
  await head.page.getByRole('link', { name: 'Ban hành', exact: true }).click();
  await head.page.getByLabel('Số văn bản').fill('237');
  await head.page.getByLabel('Ngày ban hành').fill('17/11/2025');
  await head.page.getByLabel('Họ và tên người ký').fill('Trần Thị Thử');
  await head.page.getByLabel(/^Ban hành khi còn \d+ đơn vị/).check();
  await press(head.page, 'Ban hành báo cáo');
  expect(await heading(head.page)).toBe('Báo cáo số 237/BC-SNNMT');
  expect(await words(head.page)).toContain('Lai Châu, ngày 17 tháng 11 năm 2025');
  await checkWidth(head);
});

journey('issued, it comes as Word that opens and as PDF that says its number', async () => {
  const { page } = await stage.open('thuongtruc');
  await openIssued(page);
  const docx = await download(page, 'Tải DOCX');
  const pdf = await download(page, 'Tải PDF');
  expect(readFileSync(pdf).subarray(0, 5).toString()).toBe('%PDF-');
  expect(readFileSync(docx).subarray(0, 2).toString()).toBe('PK');
  if (isThere('pdftotext', '-v')) {
    const text = execFileSync('pdftotext', ['-layout', pdf, '-'], { encoding: 'utf8' });
    expect(text).toContain('237/BC-SNNMT');
    expect(text.normalize('NFC')).toContain('Trần Thị Thử');
  }
  if (!isThere('soffice', '--version')) return;
  const profile = `-env:UserInstallation=file://${join(folder, 'office')}`;
  const convert = ['--headless', profile, '--convert-to', 'pdf', '--outdir', folder, docx];
  execFileSync('soffice', convert, { stdio: 'ignore', timeout: 50_000 });
  expect(statSync(docx.replace(/\.docx$/, '.pdf')).size).toBeGreaterThan(10_000);
});

async function openIssued(page: Page): Promise<void> {
  await openRound(page);
  await page.getByRole('link', { name: 'Báo cáo cấp tỉnh' }).click();
  await page.getByText('Đã ban hành', { exact: true }).waitFor();
}

async function download(page: Page, link: string): Promise<string> {
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: link }).click(),
  ]);
  const path = join(folder, link.endsWith('DOCX') ? 'van-ban.docx' : 'tu-he-thong.pdf');
  await file.saveAs(path);
  return path;
}

/** Whether this machine has a program; said in words where it has not. */
function isThere(program: string, question: string): boolean {
  try {
    execFileSync(program, [question], { stdio: 'ignore', timeout: 20_000 });
    return true;
  } catch {
    console.log(`  (no ${program} on this machine: its look at the document is left out)`);
    return false;
  }
}

journey('a figure of the report leads down to the unit that told it', async () => {
  const { page, errors } = await stage.open('thuongtruc');
  await openIssued(page);
  await page.locator(`.paper-figure[href*="/figures/${HELPED.slug}?"]`).first().click();
  expect(await heading(page)).toBe(HELPED.name);
  const own = page.getByRole('link', { name: DEPARTMENT, exact: true });
  if ((await own.count()) === 0)
    await page.getByRole('link', { name: 'Sở, ban, ngành tỉnh' }).click();
  const row = page.getByRole('row').filter({ has: own });
  expect(await row.getByRole('cell').first().textContent()).toBe('19');
  await own.click();
  expect(await heading(page)).toBe(DEPARTMENT);
  expect(new URL(page.url()).hash).toBe(`#v-${HELPED.slug}`);
  const figure = page.locator(`#v-${HELPED.slug}`);
  const told = page.getByRole('row').filter({ has: figure }).getByRole('cell');
  expect(await told.allTextContents()).toContain('19');
  expect(errors).toEqual([]);
});
