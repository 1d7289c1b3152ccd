import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Client } from '../../../test/harness/client.ts';
import { openWorld, type World } from '../../../test/harness/world.ts';
import { day } from '../../shared/day.ts';
import { readSheet } from '../../shared/sheet/read.ts';
import { communeBook, PLANTED } from './fixtures/faulty-book.ts';
import { addFormerCommune } from './fixtures/former-commune.ts';
import { queueOf } from './import-queue.actions.ts';

let world: World;
let officer: Client;
beforeAll(async () => {
  world = await openWorld({ today: day('2025-11-05') });
  await addFormerCommune(world.house.db);
  officer = await world.as('ra-soat-muong-than');
});
afterAll(() => world?.close());

const NAME = 'Mường Than rà soát.xlsx';

/** Uploads a workbook, reads it by the columns as guessed, and waits for the preview. */
async function preview(bytes: Uint8Array): Promise<void> {
  await officer.get('/household-imports/new');
  await officer.upload('Tải lên và xem các cột', 'Tệp Excel', { name: NAME, bytes, type: '' });
  expect(officer.heading).toBe('Cột nào là gì?');
  await officer.submit('Đọc và kiểm tra tệp');
  await lookAgain();
}

async function lookAgain(): Promise<void> {
  await queueOf(world.house).idle();
  await officer.get(officer.address);
}

function faultRows(): Promise<readonly { sheet: string; row: number; message: string }[]> {
  return sql<{ sheet: string; row: number; message: string }>`
    select sheet, row_number as row, message from import_faults`
    .execute(world.house.db)
    .then(({ rows }) => rows);
}

async function households(): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::integer as count from households`.execute(world.house.db);
  return rows[0]?.count ?? 0;
}

test('every planted fault is named by its row, and nothing is written', async () => {
  const before = await households();
  await preview(await communeBook(false));
  expect(officer.heading).toBe(`Xem trước: ${NAME}`);
  const faults = await faultRows();
  for (const { sheet, row, said } of PLANTED) {
    const here = faults.filter((one) => one.sheet === sheet && one.row === row);
    expect(here.map(({ message }) => message).join(' '), `${sheet} ${row}`).toMatch(said);
  }
  expect(officer.text).not.toContain('hộ vào sổ');
  expect(await households()).toBe(before);
});

test('the same file comes back with the reasons beside its rows', async () => {
  const { bytes, headers } = await officer.get(`${officer.address}/returned.xlsx`);
  expect(String(headers['content-disposition'])).toContain('loi-can-sua.xlsx');
  const book = await readSheet(bytes);
  const rows = book.sheets[0]?.rows ?? [];
  expect(rows[0]?.cells.at(-1)?.text).toBe('Lỗi cần sửa');
  expect(rows.find(({ number }) => number === 3)?.cells.at(-1)?.text).toContain('Điểm A: ');
  expect(rows.find(({ number }) => number === 4)?.cells.at(-1)?.text).toContain('Mường Than');
});

test('mended, it is looked at household by household, then written', async () => {
  const before = await households();
  await preview(await communeBook(true));
  expect(officer.text).toContain('15 hộ mới, 3 hộ có thay đổi');
  await officer.follow('Xã Mường Than');
  expect(officer.text).toContain('Lò Văn P.');
  expect(officer.text).not.toContain('Lò Văn Phương');
  await officer.follow(NAME);
  await officer.submit('Ghi 18 hộ vào sổ');
  await lookAgain();
  expect(officer.heading).toBe(`Đã ghi từ ${NAME}`);
  expect(await households()).toBe(before + 15);
});

test('a second time it changes nothing', async () => {
  const before = await households();
  await preview(await communeBook(true));
  expect(officer.text).toContain('Sổ hộ đã đúng như tệp: không có gì phải ghi.');
  expect(await households()).toBe(before);
});
