import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, type TestContext, test } from 'vitest';
import type { Client } from '../../../test/harness/client.ts';
import { day } from '../../shared/day.ts';
import { openProcedureWorld, type ProcedureWorld } from './fixtures/procedure-world.ts';

/** Leaves a test out, with a line that says so, where a program of its look is not there. */
function needs(context: TestContext, ...programs: readonly string[]): void {
  for (const program of programs)
    context.skip(
      spawnSync(program, ['--version']).error !== undefined,
      `không có ${program} trên máy này`,
    );
}

let house: ProcedureWorld;
const folder = mkdtempSync(join(tmpdir(), 'chung-tay-'));

beforeAll(async () => {
  house = await openProcedureWorld();
  const { chairman, desk } = house;
  await house.survey(day('2025-11-03'));
  await house.meet('Bản Một', '04/11/2025', { began: '19h30', opinions: 'Không ai có ý kiến.' });
  await house.meet('Bản Hai', '05/11/2025');
  await house.post('05/11/2025');
  await house.on(day('2025-11-11'));
  await chairman.get(`${desk}/recognition`);
  await chairman.submit('Xem trước quyết định', { number: '7' });
  await chairman.submit('Ban hành quyết định');
});
afterAll(async () => {
  rmSync(folder, { recursive: true, force: true });
  await house.close();
});

async function file(client: Client, address: string): Promise<Buffer> {
  await client.get(address);
  expect(client.status).toBe(200);
  return client.answer.bytes;
}

function textOfPdf(bytes: Uint8Array): string {
  const words = spawnSync('pdftotext', ['-layout', '-', '-'], { input: bytes, encoding: 'utf8' });
  return words.stdout.replace(/\s+/g, ' ');
}

function asOfficeReads(docx: Uint8Array, name: string): string {
  const path = join(folder, `${name}.docx`);
  writeFileSync(path, docx);
  const profile = `-env:UserInstallation=file://${join(folder, 'office')}`;
  const convert = ['--headless', profile, '--convert-to', 'pdf', '--outdir', folder, path];
  execFileSync('soffice', convert, { stdio: 'ignore', timeout: 50_000 });
  return textOfPdf(readFileSync(join(folder, `${name}.pdf`)));
}

const DECISION = [
  'Số: 07/QĐ-UBND',
  'Mường Than, ngày 11 tháng 11 năm 2025',
  'CHỦ TỊCH ỦY BAN NHÂN DÂN XÃ MƯỜNG THAN',
  'Căn cứ Nghị định số 07/2021/NĐ-CP',
  'Theo đề nghị của Trưởng phòng Kinh tế.',
  'Điều 1. Công nhận kết quả rà soát hộ nghèo, hộ cận nghèo năm 2025 trên địa bàn xã Mường Than',
  'Điều 2. Danh sách nêu tại Điều 1',
  'Điều 3. Quyết định này có hiệu lực kể từ ngày ký.',
  'I. HỘ NGHÈO: 2 HỘ, 7 NHÂN KHẨU',
  'IV. HỘ THOÁT CẬN NGHÈO: 1 HỘ, 3 NHÂN KHẨU',
  'Lò Văn Phương',
];

test('the decision as PDF holds its articles and its names', async (context) => {
  needs(context, 'pdftotext');
  const text = textOfPdf(await file(house.chairman, `${house.desk}/recognition.pdf`));
  for (const words of DECISION) expect(text).toContain(words);
});

test('the decision opens in LibreOffice, word for word', async (context) => {
  needs(context, 'soffice', 'pdftotext');
  const docx = await file(house.chairman, `${house.desk}/recognition.docx`);
  const text = asOfficeReads(docx, 'quyet-dinh');
  for (const words of DECISION) expect(text).toContain(words);
}, 60_000);

test('minutes say who sat, what was told and who agreed', async (context) => {
  needs(context, 'pdftotext');
  await house.officer.get(`${house.desk}/meetings`);
  const link = house.officer.document.querySelector('a[aria-label*="PDF biên bản Bản Một"]');
  const text = textOfPdf(await file(house.officer, link?.getAttribute('href') ?? ''));
  for (const words of [
    'Thời gian bắt đầu: 19 giờ 30 phút, ngày 04 tháng 11 năm 2025.',
    'Địa điểm: Nhà văn hóa bản, bản Một, xã Mường Than.',
    'Số người đồng ý với kết quả rà soát: 32/40 người dự họp (80,00 %).',
    'kết thúc vào ...... giờ ...... phút',
    'THƯ KÝ CHỦ TỌA',
    'Giàng Thị Mai',
  ])
    expect(text).toContain(words);
  expect(text).not.toContain('Vàng A Páo');
});

test('the list on the board names nobody in full', async (context) => {
  needs(context, 'pdftotext');
  const text = textOfPdf(await file(house.officer, `${house.desk}/posting/list.pdf`));
  expect(text).toContain('Từ ngày 05/11/2025 đến hết ngày 10/11/2025 (3 ngày làm việc)');
  expect(text).toContain('Lò Văn P.');
  expect(text).not.toMatch(/Phương|Điểm|120/);
});
