import { afterAll, beforeAll, expect, test } from 'vitest';
import { readSheet } from '../../shared/sheet/read.ts';
import { communeBook, PLANTED } from './fixtures/faulty-book.ts';
import { addFormerCommune } from './fixtures/former-commune.ts';
import { type ImportWorld, NAME, openImportWorld } from './fixtures/import-world.ts';

let at: ImportWorld;
beforeAll(async () => {
  at = await openImportWorld();
  await addFormerCommune(at.world.house.db);
});
afterAll(() => at?.world.close());

test('every planted fault is named by its row, and nothing is written', async () => {
  const { officer } = at;
  const before = await at.households();
  await at.preview(await communeBook(false));
  expect(officer.heading).toBe(`Xem trước: ${NAME}`);
  const faults = await at.faults();
  const said = (sheet: string, row: number) =>
    faults
      .filter((one) => one.sheet === sheet && one.row === row)
      .map(({ message }) => message)
      .join(' ');
  for (const one of PLANTED)
    expect(said(one.sheet, one.row), `${one.sheet} ${one.row}`).toMatch(one.said);
  expect(said('Hộ', 5)).toContain('Ô là công thức (=SUM(A1:A2))');
  expect(said('Hộ', 11)).toContain('Ô gộp C10:C11 chỉ có giá trị ở ô đầu');
  expect(officer.text).toContain(`Có ${faults.length} chỗ cần sửa`);
  expect(officer.text).not.toContain('hộ vào sổ');
  expect(await at.households()).toBe(before);
});

test('the same file comes back with the reasons beside its rows', async () => {
  const { officer } = at;
  const { bytes, headers } = await officer.get(`${officer.address}/returned.xlsx`);
  expect(String(headers['content-disposition'])).toContain('loi-can-sua.xlsx');
  const [households, members] = (await readSheet(bytes)).sheets;
  const reason = (page: typeof households, row: number) =>
    page?.rows.find(({ number }) => number === row)?.cells.at(-1)?.text;
  expect(reason(households, 1)).toBe('Lỗi cần sửa');
  expect(reason(households, 3)).toBe(
    'Điểm A: Điểm A là -5: điểm không thể âm. Hãy cộng lại phiếu chấm thu nhập.',
  );
  expect(reason(households, 4)).toContain('Mường Than');
  expect(reason(members, 5)).toContain('Quan hệ với chủ hộ: ');
});

test('mended, it is looked at household by household, then written', async () => {
  const { officer } = at;
  const before = await at.households();
  await at.preview(await communeBook(true));
  expect(await at.faults()).toEqual([]);
  expect(officer.text).toContain('15 hộ mới, 3 hộ có thay đổi');
  await officer.follow('Xã Mường Than');
  expect(officer.text).toContain('Lò Văn P.');
  expect(officer.text).not.toContain('Lò Văn Phương');
  expect(officer.text).toContain('Chưa rà soát thành → Hộ nghèo');
  await officer.follow(NAME);
  await officer.submit('Ghi 18 hộ vào sổ');
  await at.lookAgain();
  expect(officer.heading).toBe(`Đã ghi từ ${NAME}`);
  expect(await at.households()).toBe(before + 15);
});

test('a second time it changes nothing', async () => {
  const before = await at.households();
  await at.preview(await communeBook(true));
  expect(at.officer.text).toContain('Sổ hộ đã đúng như tệp: không có gì phải ghi.');
  expect(await at.households()).toBe(before);
});

test('nobody else opens a file that holds names', async () => {
  const other = await at.world.as('ra-soat-than-uyen');
  await other.get(at.officer.address);
  expect(other.status).toBe(403);
  await other.get(`${at.officer.address}/returned.xlsx`);
  expect(other.status).toBe(403);
});
